using Awards.Domain.Accounts;
using Awards.Domain.Calls;
using Awards.Testing;
using Awards.Web.CommandLine;
using Awards.Web.Data;

namespace Awards.Web.Tests.CommandLine;

/// <summary><c>privacy retention</c> names each rule that it carried out, with the number of objects, and a second run finds nothing.</summary>
[Collection("environment variables")]
public sealed class RetentionCommandTests : IAsyncLifetime
{
    private AwardsHost _host = null!;
    private World _world = null!;

    // The verb goes by the system's clock, for which the calls of the tests are long over.
    public async Task InitializeAsync()
    {
        _host = await AwardsHost.StartAsync();
        _world = await World.CreateAsync(_host, call => call with { Privacy = new() { Retention = [.. Enum.GetValues<RetentionSubject>().Select(what => new RetentionRule(what, 0, PhaseKind.Application))] } });
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Drafts()
    {
        using (var clerk = await _host.SignedInAsync(Cast.ClerkOne)) await new Applicant(clerk, _world.Call.Definition).BeginAsync();
        await ShouldSayAsync("muster: Drafts: 1", "Sessions: 1");
    }

    [Fact]
    public async Task What_was_not_admitted_and_contacts()
    {
        await _world.SubmitAsync(2);
        await _world.AdmitAsync(1);
        await ShouldSayAsync("muster: NotAdmitted: 1", "muster: Contacts: 1");
    }

    [Fact]
    public async Task Mails_of_the_call()
    {
        await WriteAsync(db => db.Outbox.Add(GivenUp(_world.Call.Id)));
        await ShouldSayAsync("muster: Mails: 1");
    }

    [Fact]
    public async Task Contacts_of_mailings_and_questions()
    {
        await WriteAsync(db =>
        {
            var list = Domain.Outreach.ContactList.Make(_world.Call.Id, "Liste", null, new(null, _host.Clock.Now)).Fact;
            db.ContactLists.Add(list);
            db.Contacts.Add(Domain.Outreach.Contact.Add(list, new() { Name = "Musterstadt", Mail = "amt@musterstadt.example", Source = "Website" }, null, _host.Clock.Now).Fact);
            db.Enquiries.Add(Domain.Enquiries.Enquiry.Ask(_world.Call.Id, new() { Mail = "amt@musterstadt.example", Text = "Dürfen wir?" }, Domain.Enquiries.EnquiryChannel.Form, new(null, _host.Clock.Now)).Fact);
        });
        await ShouldSayAsync("muster: Outreach: 2");
    }

    [Fact]
    public async Task Authors_of_reviews()
    {
        var entry = await _world.AdmitAsync(1);
        foreach (var review in await _world.AssignAsync(entry)) await _world.HandInAsync(review.Id);
        await ShouldSayAsync("muster: Contacts: 1", "muster: ReviewAuthors: 2");
    }

    [Fact]
    public async Task Sessions()
    {
        foreach (var mail in new[] { Cast.Stranger, Cast.ClerkOne }) (await _host.SignedInAsync(mail)).Dispose();
        await ShouldSayAsync("Sessions: 2");
    }

    [Fact]
    public async Task Links()
    {
        await WriteAsync(db =>
        {
            db.MailLinks.Add(MailLink.For(_world.Persons[Cast.Stranger], "a", _host.Clock.Now));
            db.AddressChanges.Add(AddressChange.To(_world.Persons[Cast.Stranger], "neu@test.example", "b", _host.Clock.Now));
        });
        await ShouldSayAsync("MailLinks: 2");
    }

    [Fact]
    public async Task Counted_failures()
    {
        await WriteAsync(db => db.Throttles.Add(new() { Key = "k", Count = 1, Since = _host.Clock.Now }));
        await ShouldSayAsync("Throttles: 1");
    }

    [Fact]
    public async Task Invitations()
    {
        await WriteAsync(db => db.Invitations.Add(Invitation.ForMunicipality("wartend@test.example", "Wartend", null, null, "c", new(null, _host.Clock.Now))));
        await ShouldSayAsync("Invitations: 1");
    }

    [Fact]
    public async Task Mails_about_accounts()
    {
        await WriteAsync(db => db.Outbox.Add(GivenUp(callId: null)));
        await ShouldSayAsync("AccountMails: 1");
    }

    private async Task ShouldSayAsync(params string[] lines)
    {
        (await RunAsync()).ShouldBe(lines);
        (await RunAsync()).ShouldBe(["Nichts ist abgelaufen."]);
        (await _host.CheckAsync()).ShouldBeEmpty();
    }

    private async Task<string[]> RunAsync()
    {
        const string variable = "ConnectionStrings__Awards";
        Environment.SetEnvironmentVariable(variable, _host.Postgres is null ? null : _host.Postgres + ";Pooling=false");
        try
        {
            using var output = new StringWriter();
            using var errors = new StringWriter();
            (await AwardsCommands.RunAsync(["privacy", "retention", "--data", _host.Folder], output, errors)).ShouldBe(0, errors.ToString());
            return output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        }
        finally
        {
            Environment.SetEnvironmentVariable(variable, null);
        }
    }

    private Task<bool> WriteAsync(Action<AwardsDbContext> add) => _world.WriteAsync(db =>
    {
        add(db);
        return Task.FromResult(true);
    });

    private OutboxMessage GivenUp(Guid? callId)
    {
        var mail = OutboxMessage.Write("amt@musterstadt.example", "Betreff", "Text", _host.Clock.Now, callId: callId);
        mail.GiveUp("abgelehnt");
        return mail;
    }
}
