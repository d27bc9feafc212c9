using System.Net;
using System.Text;
using Awards.Documents.Workbooks;
using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Testing;
using Awards.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Tests.Stages.Intake;

/// <summary>The list by search language, chosen columns and files, and who learns what by them.</summary>
public sealed class SearchedListTests : IAsyncLifetime
{
    private const string List = $"/institut/{World.Slug}/bewerbungen";
    private static readonly string AllColumns = "spalten=eingang,datum,titel,zustand,typ,land,kanal,beitrag,gruppe,projekte,pruefung,nachforderung,dublette,kontakt,mail";
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

    [Theory]
    [InlineData("typ:KA", "Musterstadt 2")]
    [InlineData("ohne:vorprüfung -typ:KA", "Musterstadt 3")]
    [InlineData("hat:vorprüfung", "Musterstadt 1")]
    [InlineData("status:zugelassen OR titel:garten", "Musterstadt 1, Musterstadt 3")]
    [InlineData("projekt:\"einzelprojekt b\" nr:2", "Musterstadt 2")]
    [InlineData("frage:duration=permanent typ:LK", "Musterstadt 3")]
    [InlineData("kontakt:ansprech titel:garten", "")]
    [InlineData("mail:grün@musterstadt.example", "")]
    [InlineData("mail:garten@musterstadt.example", "Musterstadt 3")]
    [InlineData("ist:unvollständig titel:garten", "Musterstadt 3")]
    public async Task The_language_of_the_search_works_on_stored_applications(string search, string names)
    {
        await _world.AssignAsync(await _world.AdmitAsync(1));
        await _world.SubmitAsync(2);
        await _world.SubmitAsync(3, texts: new ApplicationTexts { Title = "Garten", ContactName = "Amt", ContactMail = "garten@musterstadt.example" });
        string.Join(", ", (await _lead.GetAsync($"{List}?suche={Uri.EscapeDataString(search)}")).TextsOf("tbody th")).ShouldBe(names);
    }

    [Fact]
    public async Task A_search_that_is_not_understood_stays_and_says_what_is_wrong()
    {
        await _world.SubmitAsync(1);
        var page = await _lead.GetAsync($"{List}?suche=lnd:NW&spalten=land");
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.TextOf("[data-errors]").ShouldContain("Das Feld „lnd“ an Stelle 1 gibt es nicht. Gemeint ist vielleicht „land“.");
        page.Page.QuerySelector("#suche")!.GetAttribute("value").ShouldBe("lnd:NW");
        page.TextsOf("tbody tr").ShouldBeEmpty();
        (await _lead.DownloadAsync($"{List}.csv?suche=lnd:NW")).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Similar_applications_are_found_until_somebody_says_that_both_are_wanted()
    {
        var first = await _world.SubmitAsync(1, texts: new ApplicationTexts { Title = "Nachbarschaft im Park" });
        var second = await _world.SubmitAsync(1, texts: new ApplicationTexts { Title = "Ganz etwas anderes hier" });
        await _world.SubmitAsync(2, texts: new ApplicationTexts { Title = "Sprachkurse für alle" });
        const string Twins = List + "?suche=ist:dublette";
        (await _lead.GetAsync(Twins)).TextsOf("tbody th").Count.ShouldBe(2);
        var page = await _lead.GetAsync($"{List}/{first.Id}");
        page.TextOf("main").ShouldContain("gleiche Kommune");
        page.Page.QuerySelector($"a[href='{List}/{second.Id}']").ShouldNotBeNull();
        (await _lead.SubmitAsync(page, "form[action$='handler=Wanted']", new() { ["Other"] = second.Id.ToString(), ["WantedReason"] = " " })).IsRedirect.ShouldBeTrue();
        (await _lead.GetAsync(Twins)).TextsOf("tbody th").Count.ShouldBe(2);
        (await _lead.SubmitAsync(page, "form[action$='handler=Wanted']", new() { ["Other"] = second.Id.ToString(), ["WantedReason"] = "Zwei Beiträge" })).IsRedirect.ShouldBeTrue();
        (await _lead.GetAsync(Twins)).TextsOf("tbody th").ShouldBeEmpty();
        (await _lead.GetAsync($"{List}/{second.Id}")).TextOf("main").ShouldContain("beide gewollt: Zwei Beiträge");
    }

    [Fact]
    public async Task Whoever_may_not_see_contacts_learns_nothing_of_them_by_search_columns_order_files_or_likeness()
    {
        await _world.SubmitAsync(1, texts: new ApplicationTexts { Title = "Erster", ContactName = "Kanarie Eins", ContactMail = "kanarie@musterstadt.example" });
        await _world.SubmitAsync(2, texts: new ApplicationTexts { Title = "Zweiter Beitrag ganz anders", ContactName = "Kanarie Zwei", ContactMail = "kanarie@musterstadt.example" });
        using var finance = await _host.SignedInAsync(Cast.Finance);
        foreach (var query in new[] { "spalten=kontakt,mail", "sortierung=kontakt&spalten=kontakt", "suche=kanarie", "suche=kontakt:kanarie", "suche=mail:kanarie" })
        {
            (await finance.GetAsync($"{List}?{query}")).Text.Replace("value=\"kanarie\"", "").Replace(query["suche=".Length..], "").ShouldNotContain("Kanarie ", Case.Insensitive, query);
            var (_, _, file) = await finance.DownloadAsync($"{List}.csv?{query}");
            Encoding.UTF8.GetString(file).ShouldNotContain("kanarie@", Case.Insensitive, query);
        }
        (await finance.GetAsync($"{List}?suche=kanarie")).TextsOf("tbody th").ShouldBeEmpty();
        (await finance.GetAsync($"{List}?suche=ist:dublette")).TextsOf("tbody th").ShouldBeEmpty();
        (await _lead.GetAsync($"{List}?suche=ist:dublette")).TextsOf("tbody th").Count.ShouldBe(2);
        (await _lead.GetAsync($"{List}?spalten=kontakt")).TextsOf("tbody td").ShouldBe(["Kanarie Eins", "Kanarie Zwei"]);
        (await finance.GetAsync(List)).Text.ShouldNotContain("kontakt:");
    }

    [Theory]
    [InlineData(Cast.Editor)]
    [InlineData(Cast.Finance)]
    public async Task Only_the_lead_searches_by_reviews(string mail)
    {
        await _world.AssignAsync(await _world.AdmitAsync(1));
        using var visitor = await _host.SignedInAsync(mail);
        var page = await visitor.GetAsync($"{List}?suche=hat:vorprüfung");
        page.TextsOf("tbody tr").ShouldBeEmpty();
        page.TextOf("[data-errors]").ShouldContain("Möglich sind: anhang, nachforderung, prüfung.");
    }

    [Fact]
    public async Task At_most_twelve_queries_whatever_is_searched_and_shown_with_one_and_with_a_thousand_rows()
    {
        var address = $"{List}?anzahl=alle&{AllColumns}&suche={Uri.EscapeDataString("-(kontakt:xx ist:dublette,unvollständig hat:vorprüfung,prüfung,nachforderung,anhang projekt:xx frage:duration=permanent)")}";
        async Task<int> CountAsync()
        {
            await _lead.GetAsync(address);
            _host.Queries.Reset();
            (await _lead.GetAsync(address)).Status.ShouldBe(HttpStatusCode.OK);
            return _host.Queries.Count;
        }
        await _world.SubmitAsync(1);
        var one = await CountAsync();
        await _world.WriteAsync(async db =>
        {
            for (var number = 2; number <= 1000; number++)
            {
                var application = Application.TakeOver(_world.Call, new ArrivedEntry { ApplicantName = $"Kommune {number}", Channel = Channel.Import, Answers = AnswerSet.Empty.With("duration", "permanent"), Texts = new() { Title = $"Beitrag {number} von Kommune {number}" } }, _host.Clock.Now);
                application.SubmitTakenOver(_world.Call, number, _host.Clock.Now);
                db.Applications.Add(application);
            }
            await db.SaveBulkAsync();
            return true;
        });
        (await CountAsync()).ShouldBe(one);
        one.ShouldBeLessThanOrEqualTo(12);
        (await _lead.GetAsync(address)).TextsOf("tbody tr").Count.ShouldBe(1000);
    }

    [Fact]
    public async Task Files_have_the_chosen_columns_run_no_formula_and_leave_a_trace()
    {
        await _world.WriteAsync(db =>
        {
            var application = Application.TakeOver(_world.Call, new ArrivedEntry { ApplicantName = "=HYPERLINK(\"http://x\")", Channel = Channel.Post, Answers = AnswerSet.Empty, Texts = new() { Title = "Größe, \"quer\"" } }, _host.Clock.Now);
            application.SubmitTakenOver(_world.Call, 1, _host.Clock.Now);
            db.Applications.Add(application);
            return Task.FromResult(true);
        });
        var (status, type, csv) = await _lead.DownloadAsync($"{List}.csv?spalten=titel,kanal&suche=größe");
        (status, type).ShouldBe((HttpStatusCode.OK, "text/csv"));
        Encoding.UTF8.GetString(csv).TrimStart('\ufeff').ShouldBe("Name,Titel,Eingangsweg\r\n\"'=HYPERLINK(\"\"http://x\"\")\",\"Größe, \"\"quer\"\"\",per Post\r\n");
        var (_, _, xlsx) = await _lead.DownloadAsync($"{List}.xlsx?spalten=titel,kanal");
        var sheet = WorkbookReader.Read(new MemoryStream(xlsx)).Single();
        sheet.Rows[1].Cells[0].ShouldBe("=HYPERLINK(\"http://x\")");
        (await _lead.DownloadAsync($"{List}.pdf")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await _host.DbAsync(db => db.AuditRows.CountAsync(row => row.Action == AuditAction.ApplicationsExported && row.PersonId == _world.Persons[Cast.Lead]))).ShouldBe(2);
    }

    [Fact]
    public async Task All_answers_are_the_file_that_can_be_read_back()
    {
        await _world.AdmitAsync(1, answers: AnswerSet.Empty.With("needs_analysis", "yes"));
        await _world.SubmitAsync(2);
        using var finance = await _host.SignedInAsync(Cast.Finance);
        var (status, type, content) = await finance.DownloadAsync($"/institut/{World.Slug}/antworten.csv");
        (status, type).ShouldBe((HttpStatusCode.OK, "text/csv"));
        var (rows, faults) = Web.Data.Entries.EntryCsvReader.Read(content, _world.Call.Definition.Questionnaire);
        faults.ShouldBeEmpty();
        rows.Single().Answers["needs_analysis"].ShouldBe("yes");
        (await _host.DbAsync(db => db.AuditRows.CountAsync(row => row.Action == AuditAction.EntriesExported))).ShouldBe(1);
    }
}
