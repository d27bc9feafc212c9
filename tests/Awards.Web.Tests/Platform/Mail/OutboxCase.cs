using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Awards.Testing;
using Awards.Web.Data;
using Awards.Web.Platform.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Awards.Web.Tests.Platform.Mail;

/// <summary>A host that sends to a real SMTP server.</summary>
internal sealed partial class OutboxCase : IAsyncDisposable
{
    private OutboxCase(SmtpServer smtp, AwardsHost host, World world) => (Smtp, Host, World) = (smtp, host, world);

    public SmtpServer Smtp { get; }
    public AwardsHost Host { get; }
    public World World { get; }

    /// <summary>Starts one. <paramref name="port"/> = another server than the real one.</summary>
    public static async Task<OutboxCase> StartAsync(int? port = null, params (string Key, string Value)[] settings)
    {
        var smtp = await SmtpServer.StartAsync();
        var all = new Dictionary<string, string?>
        {
            ["Mail:Host"] = "127.0.0.1",
            ["Mail:Port"] = (port ?? smtp.Port).ToString(CultureInfo.InvariantCulture),
            ["Mail:StartTls"] = "false",
            ["Mail:From"] = "wettbewerb@institut.example",
            ["Mail:FromName"] = "Geschäftsstelle „Wettbewerb“",
            ["Mail:TimeoutSeconds"] = "2",
            ["PublicAddress"] = "https://wettbewerb.example",
            ["Hosts"] = "localhost",
        };
        foreach (var (key, value) in settings) all[key] = value;
        var host = await AwardsHost.StartAsync(settings: all);
        return new(smtp, host, await World.CreateAsync(host));
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        Smtp.Dispose();
    }

    /// <summary>Runs the job once.</summary>
    public async Task<int> SendAsync()
    {
        using var scope = Host.Services.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<OutboxJob>().SendDueAsync(CancellationToken.None);
    }

    /// <summary>Puts mails into the outbox.</summary>
    public Task<Guid> AddAsync(params OutboxMessage[] mails) => World.WriteAsync(db =>
    {
        db.Outbox.AddRange(mails);
        return Task.FromResult(mails[0].Id);
    });

    /// <summary>A mail to somebody.</summary>
    public OutboxMessage To(string recipient, string subject = "Betreff", string body = "Text", Guid? call = null, bool secret = false, bool mailing = false) =>
        OutboxMessage.Write(recipient, subject, body, Host.Clock.Now, callId: call, secret: secret, mailing: mailing);

    public Task<OutboxMessage> MailAsync(Guid id) => Host.DbAsync(db => db.Outbox.AsNoTracking().SingleAsync(mail => mail.Id == id));

    public Task<List<MailAttempt>> AttemptsAsync(Guid id) => Host.DbAsync(db => db.MailAttempts.AsNoTracking().Where(attempt => attempt.MailId == id).OrderBy(attempt => attempt.BeganAt).ToListAsync());

    /// <summary>Header lines of a raw mail, folded ones joined.</summary>
    public static IReadOnlyList<string> Headers(string raw) => Folded().Replace(raw[..raw.IndexOf("\r\n\r\n", StringComparison.Ordinal)], " ").Split("\r\n");

    /// <summary>The decoded text parts by their type.</summary>
    public static string Part(string raw, string type)
    {
        var match = Regex.Match(raw, $@"content-type: {Regex.Escape(type)}(?:[^\r\n]|\r\n[ \t])*\r\n(?:[^\r\n]+\r\n)*\r\n(?<text>[A-Za-z0-9+/=\r\n]+)", RegexOptions.IgnoreCase);
        match.Success.ShouldBeTrue(raw);
        return Encoding.UTF8.GetString(Convert.FromBase64String(match.Groups["text"].Value));
    }

    /// <summary>A header with its encoded words read.</summary>
    public static string Decoded(string header) => EncodedWord().Replace(BetweenWords().Replace(header, "$1"), word => Encoding.UTF8.GetString(word.Groups[1].Value is "B" or "b"
        ? Convert.FromBase64String(word.Groups[2].Value)
        : Encoding.Latin1.GetBytes(Regex.Replace(word.Groups[2].Value.Replace('_', ' '), "=([0-9A-Fa-f]{2})", match => ((char)Convert.ToByte(match.Groups[1].Value, 16)).ToString()))));

    [GeneratedRegex(@"=\?utf-8\?([BbQq])\?([^?]*)\?=", RegexOptions.IgnoreCase)]
    private static partial Regex EncodedWord();

    [GeneratedRegex(@"\r\n[ \t]+")]
    private static partial Regex Folded();

    [GeneratedRegex(@"(\?=)\s+(?==\?)")]
    private static partial Regex BetweenWords();
}
