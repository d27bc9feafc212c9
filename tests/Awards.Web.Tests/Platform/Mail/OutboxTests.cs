using System.Globalization;
using System.Text;
using Awards.Testing;
using Awards.Web.Data;
using Awards.Web.Platform.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Awards.Web.Tests.Platform.Mail;

public sealed class OutboxTests : IAsyncLifetime
{
    private SmtpServer _smtp = null!;
    private AwardsHost _host = null!;
    private World _world = null!;

    public async Task InitializeAsync()
    {
        _smtp = await SmtpServer.StartAsync();
        _host = await AwardsHost.StartAsync(settings: new Dictionary<string, string?> { ["Mail:Host"] = "127.0.0.1", ["Mail:Port"] = _smtp.Port.ToString(CultureInfo.InvariantCulture), ["Mail:StartTls"] = "false", ["Mail:From"] = "wettbewerb@institut.example", ["Mail:FromName"] = "Geschäftsstelle" });
        _world = await World.CreateAsync(_host);
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        _smtp.Dispose();
    }

    [Fact]
    public async Task A_mail_goes_out_once_with_umlauts_and_the_receipt_attached()
    {
        var application = await _world.SubmitAsync(1);
        await WriteMailAsync("buergeramt@musterstadt.example", "Eingangsbestätigung für Ihre Bewerbung", "Guten Tag,\nIhre Bewerbung ist da: äöüß", application.Id);
        (await SendAsync()).ShouldBe(1);
        (await SendAsync()).ShouldBe(0);
        var (to, raw) = await _smtp.NextAsync();
        to.ShouldBe(["buergeramt@musterstadt.example"]);
        raw.ShouldContain("Auto-Submitted: auto-generated", Case.Insensitive);
        raw.ShouldContain("application/pdf");
        raw.ShouldContain("Eingangsbestaetigung-M-2026-E001.pdf");
        raw.ShouldContain(Convert.ToBase64String(Encoding.ASCII.GetBytes("%PDF-"))[..6]);
        var mail = await MailAsync();
        (mail.State, mail.Attempts, mail.SentAt).ShouldBe((OutboxState.Sent, 1, _host.Clock.Now));
    }

    [Fact]
    public async Task A_refused_mail_is_tried_again_later_and_given_up_in_the_end_with_its_reason()
    {
        await WriteMailAsync("refuse@musterstadt.example", "Betreff", "Text");
        (await SendAsync()).ShouldBe(0);
        (await SendAsync()).ShouldBe(0);
        var mail = await MailAsync();
        (mail.State, mail.Attempts, mail.NextAttemptAt).ShouldBe((OutboxState.Waiting, 1, _host.Clock.Now.AddMinutes(1)));
        mail.LastError.ShouldNotBeNullOrEmpty();
        for (var attempt = 2; attempt <= OutboxMessage.MaxAttempts; attempt++)
        {
            _host.Clock.Now = (await MailAsync()).NextAttemptAt;
            await SendAsync();
        }
        mail = await MailAsync();
        (mail.State, mail.Attempts).ShouldBe((OutboxState.Failed, OutboxMessage.MaxAttempts));
        _host.Clock.Now = _host.Clock.Now.AddDays(10);
        await SendAsync();
        (await MailAsync()).Attempts.ShouldBe(OutboxMessage.MaxAttempts);
    }

    [Fact]
    public async Task One_refused_mail_does_not_hold_up_the_others()
    {
        await WriteMailAsync("refuse@musterstadt.example", "Betreff", "Text");
        await WriteMailAsync("gut@musterstadt.example", "Betreff", "Text");
        (await SendAsync()).ShouldBe(1);
        (await _smtp.NextAsync()).To.ShouldBe(["gut@musterstadt.example"]);
    }

    [Fact]
    public async Task No_header_can_be_smuggled_in_by_subject_or_recipient()
    {
        await WriteMailAsync("gut@musterstadt.example", "Titel\r\nBcc: opfer@example.org\nX-Evil: 1", "Text");
        await WriteMailAsync("gut@musterstadt.example\r\nBcc: opfer@example.org", "Betreff", "Text");
        await SendAsync();
        var (to, raw) = await _smtp.NextAsync();
        to.ShouldBe(["gut@musterstadt.example"]);
        raw.Split("\r\n\r\n")[0].Split("\r\n").ShouldNotContain(line => line.StartsWith("Bcc", StringComparison.OrdinalIgnoreCase) || line.StartsWith("X-Evil", StringComparison.OrdinalIgnoreCase));
        (await _host.DbAsync(db => db.Outbox.CountAsync(mail => mail.State == OutboxState.Sent))).ShouldBe(1);
    }

    private async Task<int> SendAsync()
    {
        using var scope = _host.Services.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<OutboxJob>().SendDueAsync(CancellationToken.None);
    }

    private Task<bool> WriteMailAsync(string recipient, string subject, string body, Guid? receiptOf = null) => _world.WriteAsync(db =>
    {
        db.Outbox.Add(OutboxMessage.Write(recipient, subject, body, _host.Clock.Now, receiptOf));
        return Task.FromResult(true);
    });

    private Task<OutboxMessage> MailAsync() => _host.DbAsync(db => db.Outbox.AsNoTracking().SingleAsync());
}
