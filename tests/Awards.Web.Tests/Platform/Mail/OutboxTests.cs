using System.Text;
using Awards.Testing;
using Awards.Web.Data;
using Awards.Web.Platform.Jobs;
using Awards.Web.Platform.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Awards.Web.Tests.Platform.Mail;

public sealed class OutboxTests : IAsyncLifetime
{
    private OutboxCase _case = null!;

    public async Task InitializeAsync() => _case = await OutboxCase.StartAsync();

    public async Task DisposeAsync() => await _case.DisposeAsync();

    [Fact]
    public async Task A_mail_goes_out_once_with_umlauts_and_the_receipt_attached()
    {
        var application = await _case.World.SubmitAsync(1);
        var id = await _case.AddAsync(OutboxMessage.Write("buergeramt@musterstadt.example", "Eingangsbestätigung für Ihre Bewerbung", "Guten Tag,\nIhre Bewerbung ist da: äöüß", _case.Host.Clock.Now, application.Id));
        (await _case.SendAsync()).ShouldBe(1);
        (await _case.SendAsync()).ShouldBe(0);
        var (to, raw) = await _case.Smtp.NextAsync();
        to.ShouldBe(["buergeramt@musterstadt.example"]);
        raw.ShouldContain("Auto-Submitted: auto-generated", Case.Insensitive);
        raw.ShouldContain("application/pdf");
        raw.ShouldContain("Eingangsbestaetigung-M-2026-E001.pdf");
        raw.ShouldContain(Convert.ToBase64String(Encoding.ASCII.GetBytes("%PDF-"))[..6]);
        var mail = await _case.MailAsync(id);
        (mail.State, mail.Attempts, mail.SentAt).ShouldBe((OutboxState.Sent, 1, _case.Host.Clock.Now));
        (await _case.AttemptsAsync(id)).Select(attempt => attempt.Result).ShouldBe([MailAttemptResult.Accepted]);
        _case.Smtp.Arrived().ShouldBeNull();
    }

    [Fact]
    public async Task A_mail_is_plain_text_and_html_in_which_nothing_is_markup()
    {
        await _case.AddAsync(_case.To("gut@musterstadt.example", "Über <b>", "Guten Tag <script>alert(1)</script> & \"Ö\",\n\n.\nZeile 2\n\nhttps://wettbewerb.example/a?b=1&c=2\n"));
        await _case.SendAsync();
        var (_, raw) = await _case.Smtp.NextAsync();
        raw.ShouldContain("multipart/alternative");
        OutboxCase.Part(raw, "text/plain").ShouldBe("Guten Tag <script>alert(1)</script> & \"Ö\",\r\n\r\n.\r\nZeile 2\r\n\r\nhttps://wettbewerb.example/a?b=1&c=2\r\n");
        var html = OutboxCase.Part(raw, "text/html");
        html.ShouldContain("<html lang=\"de\">");
        html.ShouldContain("<title>&#220;ber &lt;b&gt;</title>");
        html.ShouldContain("<p>Guten Tag &lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;&#214;&quot;,</p>");
        html.ShouldContain(".<br>\r\nZeile 2");
        html.ShouldContain("<a href=\"https://wettbewerb.example/a?b=1&amp;c=2\">");
    }

    [Fact]
    public async Task Sender_subject_and_attachment_may_have_umlauts()
    {
        var options = _case.Host.Services.GetRequiredService<MailOptions>();
        using var message = MailMessages.Build(new(Guid.CreateVersion7(), "gut@köln.example", "Grüße aus Öhringen – 日本", "Text", "%PDF-"u8.ToArray(), "Bestätigung „Größe“/../x\r\nBcc: y.pdf"), options);
        using var client = new System.Net.Mail.SmtpClient("127.0.0.1", _case.Smtp.Port);
        await client.SendMailAsync(message);
        var (to, raw) = await _case.Smtp.NextAsync();
        to.ShouldHaveSingleItem().ShouldBeOneOf("gut@xn--kln-sna.example", "gut@köln.example");
        var headers = OutboxCase.Headers(raw).Select(OutboxCase.Decoded).ToList();
        headers.ShouldContain("Subject: Grüße aus Öhringen – 日本");
        headers.ShouldContain(header => header.StartsWith("From: ", StringComparison.OrdinalIgnoreCase) && header.Contains("Geschäftsstelle „Wettbewerb“", StringComparison.Ordinal));
        raw.Split("\r\n").ShouldNotContain(line => line.StartsWith("Bcc", StringComparison.OrdinalIgnoreCase));
        message.Attachments[0].Name.ShouldBe("Bestätigung „Größe“_.._x  Bcc_ y.pdf");
    }

    [Theory]
    [InlineData("refuse@musterstadt.example", "550")]
    [InlineData("spam@musterstadt.example", "554")]
    [InlineData("kein-at-zeichen", "keine E-Mail-Adresse")]
    [InlineData("a@b.example x@y.example", "keine E-Mail-Adresse")]
    [InlineData("bürgeramt@musterstadt.example", "Umlaute")]
    [InlineData("", "keine E-Mail-Adresse")]
    public async Task What_can_never_arrive_is_given_up_at_once_with_its_reason(string recipient, string reason)
    {
        var id = await _case.AddAsync(_case.To(recipient), _case.To("gut@musterstadt.example"));
        (await _case.SendAsync()).ShouldBe(1);
        var mail = await _case.MailAsync(id);
        (mail.State, mail.Attempts).ShouldBe((OutboxState.Failed, 1));
        mail.LastError.ShouldNotBeNull().ShouldContain(reason);
        (await _case.AttemptsAsync(id)).Select(attempt => attempt.Result).ShouldBe([MailAttemptResult.GivenUp]);
        (await _case.Smtp.NextAsync()).To.ShouldBe(["gut@musterstadt.example"]);
        _case.Host.Clock.Now = _case.Host.Clock.Now.AddDays(10);
        (await _case.SendAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_greylisted_mail_waits_and_then_arrives()
    {
        var id = await _case.AddAsync(_case.To("grey@musterstadt.example"));
        (await _case.SendAsync()).ShouldBe(0);
        (await _case.SendAsync()).ShouldBe(0);
        var mail = await _case.MailAsync(id);
        (mail.State, mail.Attempts).ShouldBe((OutboxState.Waiting, 1));
        mail.LastError.ShouldNotBeNull().ShouldContain("451");
        mail.NextAttemptAt.ShouldBeInRange(_case.Host.Clock.Now.AddSeconds(60), _case.Host.Clock.Now.AddSeconds(72));
        _case.Host.Clock.Now = mail.NextAttemptAt;
        (await _case.SendAsync()).ShouldBe(1);
        (await _case.AttemptsAsync(id)).Select(attempt => (attempt.Number, attempt.Result)).ShouldBe([(1, MailAttemptResult.Refused), (2, MailAttemptResult.Accepted)]);
        (await _case.MailAsync(id)).LastError.ShouldBeNull();
    }

    [Fact]
    public async Task Temporary_refusals_come_to_an_end_after_about_a_day()
    {
        var id = await _case.AddAsync(_case.To("full@musterstadt.example"));
        var start = _case.Host.Clock.Now;
        for (var attempt = 1; attempt <= OutboxMessage.MaxAttempts; attempt++)
        {
            (await _case.MailAsync(id)).State.ShouldBe(OutboxState.Waiting);
            await _case.SendAsync();
            _case.Host.Clock.Now = (await _case.MailAsync(id)).NextAttemptAt;
        }
        var mail = await _case.MailAsync(id);
        (mail.State, mail.Attempts).ShouldBe((OutboxState.Failed, OutboxMessage.MaxAttempts));
        (mail.NextAttemptAt - start).ShouldBeInRange(TimeSpan.FromHours(20), TimeSpan.FromHours(34));
    }

    [Theory]
    [InlineData("drop@musterstadt.example")]
    [InlineData("hang@musterstadt.example")]
    public async Task A_mail_whose_text_the_server_had_without_answering_is_unsure_and_never_sent_again_by_itself(string recipient)
    {
        var id = await _case.AddAsync(_case.To(recipient));
        (await _case.SendAsync()).ShouldBe(0);
        var mail = await _case.MailAsync(id);
        (mail.State, mail.Attempts).ShouldBe((OutboxState.Unsure, 1), mail.LastError);
        (await _case.Smtp.NextAsync()).To.ShouldBe([recipient]);
        _case.Host.Clock.Now = _case.Host.Clock.Now.AddDays(10);
        (await _case.SendAsync()).ShouldBe(0);
        _case.Smtp.Arrived().ShouldBeNull();
    }

    [Theory]
    [InlineData("mute@musterstadt.example", "antwortet nicht")]
    [InlineData("down@musterstadt.example", "421")]
    public async Task A_server_that_does_not_work_keeps_the_attempts_of_the_other_mails(string recipient, string reason)
    {
        var id = await _case.AddAsync(_case.To(recipient));
        _case.Host.Clock.Now = _case.Host.Clock.Now.AddSeconds(1);
        await _case.AddAsync(_case.To("gut@musterstadt.example"));
        (await _case.SendAsync()).ShouldBe(0);
        var mail = await _case.MailAsync(id);
        (mail.State, mail.Attempts).ShouldBe((OutboxState.Waiting, 1));
        mail.LastError.ShouldNotBeNull().ShouldContain(reason);
        (await _case.SendAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task What_a_crash_left_claimed_becomes_unsure_after_the_limit_and_not_before()
    {
        var id = await _case.AddAsync(_case.To("gut@musterstadt.example"));
        await _case.World.WriteAsync(async db =>
        {
            db.MailAttempts.Add((await db.Outbox.SingleAsync()).Claim(Guid.CreateVersion7(), _case.Host.Clock.Now));
            return true;
        });
        _case.Host.Clock.Now = _case.Host.Clock.Now.AddSeconds(299);
        (await _case.SendAsync()).ShouldBe(0);
        (await _case.MailAsync(id)).State.ShouldBe(OutboxState.Sending);
        _case.Host.Clock.Now = _case.Host.Clock.Now.AddSeconds(2);
        (await _case.SendAsync()).ShouldBe(0);
        (await _case.MailAsync(id)).State.ShouldBe(OutboxState.Unsure);
        (await _case.AttemptsAsync(id)).ShouldHaveSingleItem().Result.ShouldBe(MailAttemptResult.Unsure);
        _case.Smtp.Arrived().ShouldBeNull();
    }

    [Fact]
    public async Task Four_nodes_at_once_send_a_long_queue_once_each()
    {
        const int many = 120;
        await _case.AddAsync([.. Enumerable.Range(1, many).Select(number => _case.To($"amt{number}@musterstadt.example"))]);
        var sent = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(_case.SendAsync)));
        sent.Sum().ShouldBe(many);
        (await _case.Host.DbAsync(db => db.Outbox.CountAsync(mail => mail.State == OutboxState.Sent && mail.Attempts == 1))).ShouldBe(many);
        var arrived = new List<string>();
        for (var each = 0; each < many; each++) arrived.AddRange((await _case.Smtp.NextAsync()).To);
        arrived.ShouldBeUnique();
        _case.Smtp.Arrived().ShouldBeNull();
        (await _case.Host.DbAsync(db => db.MailAttempts.CountAsync())).ShouldBe(many);
    }

    [Fact]
    public async Task The_text_of_a_secret_mail_is_erased_once_it_is_sent()
    {
        var id = await _case.AddAsync(_case.To("gut@musterstadt.example", body: "https://wettbewerb.example/geheim", secret: true));
        await _case.SendAsync();
        OutboxCase.Part((await _case.Smtp.NextAsync()).Raw, "text/plain").ShouldContain("/geheim");
        (await _case.MailAsync(id)).Body.ShouldBe("");
    }

    [Fact]
    public async Task A_server_that_takes_connections_and_says_nothing_costs_no_more_than_the_time_out()
    {
        using var silent = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        silent.Start();
        await using var other = await OutboxCase.StartAsync(((System.Net.IPEndPoint)silent.LocalEndpoint).Port, ("Mail:TimeoutSeconds", "1"));
        var id = await other.AddAsync(other.To("gut@musterstadt.example"));
        (await other.SendAsync().WaitAsync(TimeSpan.FromSeconds(30))).ShouldBe(0);
        var mail = await other.MailAsync(id);
        (mail.State, mail.LastError).ShouldBe((OutboxState.Waiting, "Der Mailserver antwortet nicht."));
    }

    [Fact]
    public async Task A_closed_server_is_a_matter_of_waiting()
    {
        using var closed = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        closed.Start();
        var port = ((System.Net.IPEndPoint)closed.LocalEndpoint).Port;
        closed.Stop();
        await using var other = await OutboxCase.StartAsync(port);
        var id = await other.AddAsync(other.To("gut@musterstadt.example"));
        (await other.SendAsync()).ShouldBe(0);
        var mail = await other.MailAsync(id);
        mail.State.ShouldBe(OutboxState.Waiting);
        mail.LastError.ShouldNotBeNull().ShouldStartWith("Der Mailserver ist nicht erreichbar.");
    }
}
