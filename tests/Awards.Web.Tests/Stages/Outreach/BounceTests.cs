using System.Net;
using System.Text;
using Awards.Domain.Applications;
using Awards.Domain.Outreach;
using Awards.Testing;
using Awards.Web.Stages.Outreach;
using CsvHelper;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Tests.Stages.Outreach;

public sealed class BounceTests : IAsyncLifetime
{
    private OutreachCase _case = null!;

    public async Task InitializeAsync() => _case = await OutreachCase.StartAsync();

    public async Task DisposeAsync() => await _case.DisposeAsync();

    private static string Report(string recipient, string action, string status, Guid? mail = null) => $"""
        From: MAILER-DAEMON@mail.example
        Message-ID: <x@mail.example>
        Content-Type: multipart/report; report-type=delivery-status; boundary="g"

        --g
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mail.example

        Final-Recipient: rfc822; {recipient}
        Action: {action}
        Status: {status}
        Diagnostic-Code: smtp; <b>nein</b>

        --g
        Content-Type: text/rfc822-headers

        Subject: Betreff
        {(mail is { } id ? $"Message-ID: <{id:N}@institut.example>" : "X-Other: 1")}

        --g--
        """;

    private async Task<Answer> UploadAsync(params string[] reports)
    {
        var page = await _case.Lead.GetAsync(OutreachLinks.Bounces(World.Slug));
        var form = new MultipartFormDataContent { { new StringContent(page.Page.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" } };
        for (var at = 0; at < reports.Length; at++) form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(reports[at])), "Uploads", $"bericht{at}.eml");
        return await _case.Lead.PostAsync(OutreachLinks.Bounces(World.Slug), form);
    }

    [Fact]
    public async Task Reports_are_recognised_by_our_id_or_the_address_and_stop_later_waves()
    {
        var list = await _case.ListAsync("1:a@musterstadt.example", "2:b@musterstadt.example", "3:c@musterstadt.example", "4:d@musterstadt.example");
        await _case.WaveAsync(list);
        await _case.RunAsync();
        var mail = await _case.Host.DbAsync(db => db.Outbox.Where(each => each.Recipient == "a@musterstadt.example").Select(each => each.Id).SingleAsync());
        var answer = await UploadAsync(Report("weitergeleitet@anderswo.example", "failed", "5.1.1", mail), Report("B@musterstadt.example", "failed", "5.2.1"), Report("c@musterstadt.example", "delayed", "4.4.1"),
            Report("fremd@anderswo.example", "failed", "5.1.1"), "Subject: Abwesend\n\nIch bin im Urlaub.", Report("d@musterstadt.example", "delivered", "2.0.0"));
        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.TextOf("#ergebnis [role=status]").ShouldBe("6 Dateien gelesen: 2 dauerhaft unzustellbar, 1 nur vorübergehend, 2 nicht erkannt.");
        answer.TextsOf("#ergebnis tbody td:nth-of-type(1)").ShouldBe(["dauerhaft unzustellbar, vermerkt", "dauerhaft unzustellbar, vermerkt", "nur vorübergehend, vermerkt", "nicht erkannt: gehört zu keinem Kontakt dieses Wettbewerbs",
            "nicht erkannt: enthält keinen Bericht eines Mailservers; bitte lesen Sie die Mail und vermerken Sie die Adresse beim Kontakt", "meldet keinen Fehler"]);
        answer.Page.QuerySelector("main td b").ShouldBeNull();
        (await UploadAsync(Report("b@musterstadt.example", "failed", "5.2.1"))).TextsOf("#ergebnis tbody td:nth-of-type(1)").ShouldBe(["war schon vermerkt"]);
        (await UploadAsync()).TextOf("[data-errors]").ShouldContain("Bitte wählen Sie eine Datei aus.");
        (await _case.Host.DbAsync(db => db.Bounces.CountAsync())).ShouldBe(3);
        var second = await _case.WaveAsync(list, WaveKind.Reminder);
        (await _case.RunAsync()).ShouldBe(2);
        (await _case.OutcomesAsync(second)).Where(each => each.Value == WaveOutcome.Undeliverable).Select(each => each.Key).ShouldBe([AddressKey.Of("a@musterstadt.example"), AddressKey.Of("b@musterstadt.example")], ignoreOrder: true);
    }

    [Fact]
    public async Task The_effect_of_each_wave_is_a_table_with_totals_and_a_file()
    {
        (await _case.Lead.GetAsync(OutreachLinks.Effect(World.Slug))).TextOf("main").ShouldContain("sobald die erste begonnen hat");
        var list = await _case.ListAsync("1:a@musterstadt.example", "2:b@musterstadt.example", "verband@bund.example");
        await _case.WaveAsync(list, name: "=Erste");
        await _case.RunAsync();
        await _case.SendAsync();
        await UploadAsync(Report("b@musterstadt.example", "failed", "5.1.1", await _case.Host.DbAsync(db => db.Outbox.Where(each => each.Recipient == "b@musterstadt.example").Select(each => each.Id).SingleAsync())));
        _case.Host.Clock.Now = _case.Host.Clock.Now.AddMinutes(5);
        await _case.World.AdmitAsync(1);
        _case.Host.Queries.Reset();
        var page = await _case.Lead.GetAsync(OutreachLinks.Effect(World.Slug));
        var few = _case.Host.Queries.Count;
        page.TextOf("h2").ShouldBe("=Erste");
        page.TextsOf("tfoot td").Take(8).ShouldBe(["3", "0", "1", "0", "0", "0", "1", "1"]);
        page.TextsOf("section table")[1].ShouldContain("kreisfreie Stadt");
        await _case.WaveAsync(await _case.ListAsync([.. Enumerable.Range(0, 40).Select(number => $"{number % 6 + 1}:v{number}@verband.example")]), name: "Zweite");
        await _case.RunAsync();
        _case.Host.Queries.Reset();
        (await _case.Lead.GetAsync(OutreachLinks.Effect(World.Slug))).TextsOf("h2").ShouldBe(["Zweite", "=Erste"]);
        _case.Host.Queries.Count.ShouldBe(few);

        var (status, type, csv) = await _case.Lead.DownloadAsync(OutreachLinks.EffectFile(World.Slug, "csv"));
        (status, type).ShouldBe((HttpStatusCode.OK, "text/csv"));
        var lines = Encoding.UTF8.GetString(csv).TrimStart('\uFEFF').Split("\r\n");
        lines[0].ShouldBe("wave,started,by,code,label,sent,suppressed,bounced,skipped,letters,drafts,submitted,entries");
        lines.ShouldContain(line => line.StartsWith("'=Erste,", StringComparison.Ordinal) && line.EndsWith(",total,total,insgesamt,3,0,1,0,0,0,1,1", StringComparison.Ordinal));
        var book = Awards.Documents.Workbooks.WorkbookReader.Read(new MemoryStream((await _case.Lead.DownloadAsync(OutreachLinks.EffectFile(World.Slug, "xlsx"))).Content));
        book[0].Rows.Count.ShouldBe(lines.Length - 1);
    }
}
