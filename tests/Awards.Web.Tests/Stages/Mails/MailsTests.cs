using System.Net;
using Awards.Testing;
using Awards.Web.Data;
using Awards.Web.Stages.Mails;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Tests.Stages.Mails;

public sealed class MailsTests : IAsyncLifetime
{
    private const string Again = "form[action$='handler=SendAgain']", Settle = "form[action$='handler=Settle']";
    private static readonly string List = MailLinks.Mails(World.Slug);
    private AwardsHost _host = null!;
    private World _world = null!;
    private Visitor _lead = null!;

    public async Task InitializeAsync()
    {
        _host = await AwardsHost.StartAsync();
        _world = await World.CreateAsync(_host);
        _lead = await _host.SignedInAsync(Cast.Lead);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task An_empty_list_says_what_will_be_here() =>
        (await _lead.GetAsync(List)).TextOf("main").ShouldContain("Hier erscheint jede E-Mail dieses Wettbewerbs");

    [Fact]
    public async Task The_list_shows_the_mails_of_its_call_and_no_others()
    {
        await AddAsync("eins@musterstadt.example", "Betreff <b>eins</b>");
        await _world.WriteAsync(db =>
        {
            db.Outbox.Add(OutboxMessage.Write("kanarie@musterstadt.example", "Installation", "Text", _host.Clock.Now));
            db.Outbox.Add(OutboxMessage.Write("kanarie@musterstadt.example", "Anderer", "Text", _host.Clock.Now, callId: _world.Other.Id));
            return Task.FromResult(true);
        });
        var page = await _lead.GetAsync(List);
        page.TextsOf("tbody th").ShouldBe(["Betreff <b>eins</b>"]);
        page.Text.ShouldNotContain("kanarie");
        (await _lead.GetAsync(List + "?an=kanarie")).TextsOf("tbody tr").ShouldBeEmpty();
        foreach (var foreign in await _host.DbAsync(db => db.Outbox.Where(mail => mail.CallId != _world.Call.Id).Select(mail => mail.Id).ToListAsync()))
            (await _lead.GetAsync(MailLinks.Mail(World.Slug, foreign))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task State_and_part_of_the_address_find_a_mail()
    {
        await AddAsync("Buergeramt@Musterstadt.example", "wartend");
        await AddAsync("kontakt_1@musterstadt.example", "unsicher", OutboxState.Unsure);
        await AddAsync("kontakt%1@musterstadt.example", "aufgegeben", OutboxState.Failed);
        (await _lead.GetAsync(List + "?an=BUERGER")).TextsOf("tbody th").ShouldBe(["wartend"]);
        (await _lead.GetAsync(List + "?an=t_1")).TextsOf("tbody th").ShouldBe(["unsicher"]);
        (await _lead.GetAsync(List + "?an=t%251")).TextsOf("tbody th").ShouldBe(["aufgegeben"]);
        (await _lead.GetAsync(List + "?zustand=aufgegeben")).TextsOf("tbody th").ShouldBe(["aufgegeben"]);
        (await _lead.GetAsync(List + "?zustand=gesendet")).TextOf("main").ShouldContain("Keine E-Mail passt zu diesem Filter.");
        var page = await _lead.GetAsync(List + "?zustand=erfunden&seite=-1");
        page.TextsOf("tbody tr").Count.ShouldBe(3);
        page.TextOf(".kern-alert--warning").ShouldContain("1 Mails sind unsicher");
        page.TextOf(".kern-alert--danger").ShouldContain("1 Mails sind aufgegeben");
    }

    [Fact]
    public async Task Many_mails_come_in_pages_with_as_many_queries_as_one()
    {
        await AddAsync("amt@musterstadt.example", "Betreff");
        await _lead.GetAsync(List);
        _host.Queries.Reset();
        await _lead.GetAsync(List);
        var few = _host.Queries.Count;
        await _world.WriteAsync(db =>
        {
            db.Outbox.AddRange(Enumerable.Range(0, 119).Select(number => OutboxMessage.Write($"amt{number}@musterstadt.example", "Betreff", "Text", _host.Clock.Now, callId: _world.Call.Id)));
            return Task.FromResult(true);
        });
        _host.Queries.Reset();
        var page = await _lead.GetAsync(List + "?seite=99");
        _host.Queries.Count.ShouldBe(few);
        page.TextsOf("tbody tr").Count.ShouldBe(20);
        page.TextOf("main").ShouldContain("Seite 3 von 3");
    }

    [Fact]
    public async Task The_page_of_a_mail_shows_its_text_as_text_and_what_happened()
    {
        var id = await AddAsync("amt@musterstadt.example", "Betreff", OutboxState.Unsure, body: "Guten Tag <script>x</script>\n\nEnde");
        var page = await _lead.GetAsync(MailLinks.Mail(World.Slug, id));
        page.TextOf(".typed").ShouldBe("Guten Tag <script>x</script> Ende");
        page.TextsOf("tbody tr").ShouldHaveSingleItem().ShouldContain("Ausgang unbekannt");
        page.TextOf("dl").ShouldContain("Verbindung brach ab");
    }

    [Theory]
    [InlineData(OutboxState.Unsure)]
    [InlineData(OutboxState.Failed)]
    public async Task The_lead_lets_a_mail_be_sent_again(OutboxState state)
    {
        var id = await AddAsync("amt@musterstadt.example", "Betreff", state);
        var page = await _lead.GetAsync(MailLinks.Mail(World.Slug, id));
        var answer = await _lead.SubmitAsync(page, Again);
        (await _lead.GetAsync(answer.Location!)).TextOf("[role='status']").ShouldContain("erneut gesendet");
        var mail = await _host.DbAsync(db => db.Outbox.AsNoTracking().SingleAsync());
        (mail.State, mail.Attempts, mail.NextAttemptAt).ShouldBe((OutboxState.Waiting, 0, _host.Clock.Now));
        (await _host.DbAsync(db => db.AuditRows.CountAsync(row => row.ObjectId == id && row.Action == AuditAction.MailSentAgain && row.PersonId == _world.Persons[Cast.Lead]))).ShouldBe(1);
        // A second click on the old page finds it waiting.
        var second = await _lead.SubmitAsync(page, Again);
        second.TextOf(".kern-alert--danger").ShouldContain("Nur eine Mail, die aufgegeben oder unsicher ist");
        (await _lead.GetAsync(MailLinks.Mail(World.Slug, id))).TextsOf("tbody th").ShouldContain("zum erneuten Senden freigegeben, lead");
    }

    [Fact]
    public async Task A_mail_is_noted_as_sent_with_a_reason_only()
    {
        var id = await AddAsync("amt@musterstadt.example", "Betreff", OutboxState.Unsure);
        var page = await _lead.GetAsync(MailLinks.Mail(World.Slug, id));
        (await _lead.SubmitAsync(page, Settle)).TextOf("#Reason-error").ShouldContain("Bitte geben Sie an, woher Sie wissen");
        (await _lead.SubmitAsync(page, Settle, new() { ["Reason"] = "Am Telefon bestätigt." })).IsRedirect.ShouldBeTrue();
        (await _host.DbAsync(db => db.Outbox.Select(mail => mail.State).SingleAsync())).ShouldBe(OutboxState.Sent);
        (await _lead.GetAsync(MailLinks.Mail(World.Slug, id))).TextsOf("tbody tr").ShouldContain(row => row.Contains("als gesendet vermerkt, lead", StringComparison.Ordinal) && row.Contains("Am Telefon bestätigt.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(OutboxState.Waiting)]
    [InlineData(OutboxState.Sending)]
    [InlineData(OutboxState.Sent)]
    public async Task Other_mails_have_no_buttons(OutboxState state)
    {
        var id = await AddAsync("amt@musterstadt.example", "Betreff", state);
        (await _lead.GetAsync(MailLinks.Mail(World.Slug, id))).Page.QuerySelectorAll("main form").ShouldBeEmpty();
    }

    [Fact]
    public async Task The_text_of_a_secret_mail_is_shown_to_nobody()
    {
        var id = await AddAsync("amt@musterstadt.example", "Ihr Zugang", OutboxState.Failed, "https://kanarie.example/geheim", secret: true);
        var page = await _lead.GetAsync(MailLinks.Mail(World.Slug, id));
        page.TextOf("main").ShouldContain("Ihr Text wird niemandem gezeigt");
        page.Text.ShouldNotContain("kanarie.example");
        (await _lead.SubmitAsync(page, Settle, new() { ["Reason"] = "Neue Einladung geschickt." })).IsRedirect.ShouldBeTrue();
        (await _host.DbAsync(db => db.Outbox.Select(mail => mail.Body).SingleAsync())).ShouldBe("");
        (await _host.DbAsync(db => db.AuditRows.Include(row => row.Values).ToListAsync())).ShouldNotContain(row => row.Values != null && row.Values.Json.Contains("kanarie.example"));
    }

    [Fact]
    public async Task A_lost_registration_is_found_with_its_reason_and_without_its_link()
    {
        var list = MailLinks.AccountMails(World.Slug);
        (await _lead.GetAsync(list)).TextOf("main").ShouldContain("Hier erscheint jede E-Mail zu einem Konto");
        using var clerk = _host.Visitor();
        await clerk.SubmitAsync(await clerk.GetAsync("/registrieren"), "main form", new() { ["Input.Mail"] = "amt@verwaltung.example", ["Input.Name"] = "Ansprechperson", ["Input.Municipality"] = "Musterstadt 3" });
        await clerk.SubmitAsync(await clerk.GetAsync("/anmelden/link"), "main form", new() { ["Mail"] = Cast.Stranger });
        await AddAsync("kanarie@musterstadt.example", "Mail des Wettbewerbs");
        var secrets = await _host.DbAsync(db => db.Outbox.Where(mail => mail.Secret).Select(mail => mail.Body).ToListAsync());
        secrets.Count.ShouldBe(2);
        await _world.WriteAsync(async db =>
        {
            var lost = await db.Outbox.SingleAsync(mail => mail.Recipient == "amt@verwaltung.example");
            db.MailAttempts.Add(lost.Claim(Guid.CreateVersion7(), _host.Clock.Now));
            lost.GiveUp("550 Postfach unbekannt");
            return true;
        });

        var page = await _lead.GetAsync(list + "?an=verwaltung&zustand=aufgegeben");
        page.TextsOf("tbody tr").ShouldHaveSingleItem().ShouldSatisfyAllConditions(row => row.ShouldContain("amt@verwaltung.example"), row => row.ShouldContain("550 Postfach unbekannt"), row => row.ShouldContain("aufgegeben"));
        var all = await _lead.GetAsync(list);
        all.TextsOf("tbody tr").Count.ShouldBe(2);
        all.Text.ShouldNotContain("kanarie");
        foreach (var secret in secrets.SelectMany(body => body.Split('\n')).Where(line => line.StartsWith("http", StringComparison.Ordinal))) all.Text.ShouldNotContain(secret[^30..]);
        all.Page.QuerySelectorAll("tbody a").ShouldBeEmpty();
        using var elsewhere = await _host.SignedInAsync(Cast.OtherLead);
        (await elsewhere.GetAsync(MailLinks.AccountMails(World.OtherSlug))).TextsOf("tbody tr").Count.ShouldBe(2);
    }

    private Task<Guid> AddAsync(string recipient, string subject, OutboxState state = OutboxState.Waiting, string body = "Text", bool secret = false) => _world.WriteAsync(db =>
    {
        var mail = OutboxMessage.Write(recipient, subject, body, _host.Clock.Now, callId: _world.Call.Id, secret: secret);
        db.Outbox.Add(mail);
        if (state == OutboxState.Waiting) return Task.FromResult(mail.Id);
        var attempt = mail.Claim(Guid.CreateVersion7(), _host.Clock.Now);
        db.MailAttempts.Add(attempt);
        const string error = "Die Verbindung brach ab.";
        if (state == OutboxState.Sent) mail.MarkSent(_host.Clock.Now);
        if (state == OutboxState.Failed) mail.GiveUp(error);
        if (state == OutboxState.Unsure)
        {
            mail.MarkUnsure(error);
            attempt.End(MailAttemptResult.Unsure, _host.Clock.Now, error);
        }
        return Task.FromResult(mail.Id);
    });
}
