using System.Globalization;
using System.Text;
using Awards.Domain.Outreach;
using Awards.Domain.Shared;
using Awards.Testing;
using Awards.Web.Data;
using Awards.Web.Platform.Jobs;
using Awards.Web.Stages.Outreach;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Awards.Web.Tests.Stages.Outreach;

/// <summary>A host that may send mailings, to a real SMTP server, with the lead of the call signed in.</summary>
internal sealed class OutreachCase : IAsyncDisposable
{
    private readonly SmtpServer? _smtp;

    private OutreachCase(SmtpServer? smtp, AwardsHost host, World world, Visitor lead) => (_smtp, Host, World, Lead) = (smtp, host, world, lead);

    public SmtpServer Smtp => _smtp!;
    public AwardsHost Host { get; }
    public World World { get; }
    public Visitor Lead { get; }

    /// <summary>Starts one.</summary>
    /// <param name="mail">With the SMTP server.</param>
    public static async Task<OutreachCase> StartAsync(bool mail = false, int perMinute = 6000)
    {
        var smtp = mail ? await SmtpServer.StartAsync() : null;
        var settings = new Dictionary<string, string?>
        {
            ["PublicAddress"] = "https://wettbewerb.example",
            ["Hosts"] = "localhost",
            ["Mail:From"] = "wettbewerb@institut.example",
            ["Mail:WavePerMinute"] = perMinute.ToString(CultureInfo.InvariantCulture),
        };
        if (smtp is not null) (settings["Mail:Host"], settings["Mail:Port"], settings["Mail:StartTls"]) = ("127.0.0.1", smtp.Port.ToString(CultureInfo.InvariantCulture), "false");
        var host = await AwardsHost.StartAsync(settings: settings);
        var world = await World.CreateAsync(host);
        return new(smtp, host, world, await host.SignedInAsync(Cast.Lead));
    }

    public async ValueTask DisposeAsync()
    {
        Lead.Dispose();
        await Host.DisposeAsync();
        _smtp?.Dispose();
    }

    /// <summary>A list of the call. Mail addresses "n:address" belong to Musterstadt n, others to organisations.</summary>
    public Task<ContactList> ListAsync(params string[] mails) => World.WriteAsync(db =>
    {
        var list = ContactList.Make(World.Call.Id, "Alle", null, WriteContext.System(Host.Clock.Now, "Test")).Fact;
        db.ContactLists.Add(list);
        foreach (var mail in mails)
        {
            var parts = mail.Split(':');
            var place = parts.Length == 2 ? World.Municipalities[int.Parse(parts[0], CultureInfo.InvariantCulture) - 1] : null;
            db.Contacts.Add(Contact.Add(list, new() { Name = "Verband", Mail = parts[^1], Source = "Website" }, place, Host.Clock.Now).Fact);
        }
        return Task.FromResult(list);
    });

    /// <summary>A wave to a list, released.</summary>
    public Task<Wave> WaveAsync(ContactList list, WaveKind kind = WaveKind.First, WaveAudience audience = WaveAudience.Everybody, string name = "Welle") => World.WriteAsync(db =>
    {
        var wave = Wave.Make(World.Call.Id, new() { Name = name, ListId = list.Id, Kind = kind, Audience = audience, SubjectDe = "{{wettbewerb}}", TextDe = "Guten Tag {{name}}\n\n{{adresse}}" }, Host.Clock.Now).Fact;
        db.Waves.Add(wave);
        return Task.FromResult(wave.Release(null, 1, 0, Host.Clock.Now).Fact);
    });

    /// <summary>Runs the job of the waves once.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken = default)
    {
        using var scope = Host.Services.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<WaveSending>().RunAsync(cancellationToken);
    }

    /// <summary>Sends what is in the outbox.</summary>
    public async Task<int> SendAsync()
    {
        using var scope = Host.Services.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<OutboxJob>().SendDueAsync(CancellationToken.None);
    }

    /// <summary>Outcome by address hash of a wave.</summary>
    public Task<Dictionary<string, WaveOutcome>> OutcomesAsync(Wave wave) => Host.DbAsync(db => db.WaveMails.Where(mail => mail.WaveId == wave.Id).ToDictionaryAsync(mail => mail.AddressHash, mail => mail.Outcome));

    /// <summary>Receivers of the mails of waves, in order.</summary>
    public Task<List<string>> ReceiversAsync() => Host.DbAsync(db => db.Outbox.Where(mail => mail.Kind == "wave").OrderBy(mail => mail.Recipient).Select(mail => mail.Recipient).ToListAsync());

    /// <summary>Uploads a file of contacts; the answer leads to the preview or names the faults.</summary>
    public async Task<Answer> UploadAsync(ContactList list, string text, string? source = "Website der Stadt", string name = "kontakte.csv") => await UploadAsync(list, Encoding.UTF8.GetBytes(text), source, name);

    public async Task<Answer> UploadAsync(ContactList list, byte[] content, string? source = "Website der Stadt", string name = "kontakte.csv") =>
        await Lead.UploadAsync(await Lead.GetAsync(OutreachLinks.Import(World.Slug, list.Id)), "form[enctype='multipart/form-data']", new() { ["Source"] = source ?? "" }, "Upload", name, new ByteArrayContent(content));

    /// <summary>Uploads and merges.</summary>
    public async Task<Answer> ImportAsync(ContactList list, string text)
    {
        var uploaded = await UploadAsync(list, text);
        if (!uploaded.IsRedirect) return uploaded;
        return await Lead.SubmitAsync(await Lead.GetAsync(uploaded.Location!), "main form:not([action*=Discard])");
    }
}
