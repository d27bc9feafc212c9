using System.Net;
using Awards.Domain.Intake;
using Awards.Domain.PreReview;
using Awards.Testing;
using Awards.Web.Data;
using Awards.Web.Platform.Files;
using Awards.Web.Stages.Reports;
using Awards.Web.Tests.Documents;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Awards.Web.Tests.Stages.Reports;

public sealed class ReportPagesTests : IAsyncLifetime
{
    private const string List = $"/institut/{World.Slug}/kurzgutachten", Volumes = List + "/baende", Form = "#kurzgutachten";
    private AwardsHost _host = null!;
    private World _world = null!;
    private Visitor _lead = null!, _editor = null!;

    public async Task InitializeAsync()
    {
        _host = await AwardsHost.StartAsync();
        _world = await World.CreateAsync(_host, call => call with { Reports = new() { DescriptionWords = 20, ReasonsWords = 20 } });
        _lead = await _host.SignedInAsync(Cast.Lead);
        _editor = await _host.SignedInAsync(Cast.Editor);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Without_proposals_the_page_says_what_will_be_here()
    {
        (await _lead.GetAsync(List)).TextOf("main").ShouldContain("Hier erscheint zu jedem Beitrag");
        (await _lead.GetAsync(List + "/verteilen")).TextOf("main").ShouldContain("Alle Kurzgutachten sind vergeben.");
        (await _editor.GetAsync(Volumes)).TextOf("main").ShouldContain("Noch gibt es keinen Band.");
    }

    [Fact]
    public async Task Proposals_are_shared_out_evenly_among_their_pairs_with_one_mail_to_each()
    {
        for (var number = 1; number <= 4; number++) await ProposeAsync(number);
        (await _lead.GetAsync(List)).TextsOf("tbody td:nth-child(6)").ShouldBe(["–", "–", "–", "–"]);
        var page = await _lead.GetAsync(List + "/verteilen");
        (await _lead.SubmitAsync(page, "main form")).Location.ShouldBe(List);
        (await _lead.GetAsync(List)).TextOf("main").ShouldContain("4 Kurzgutachten sind vergeben.");
        var reports = await _host.DbAsync(db => db.ShortReports.AsNoTracking().ToListAsync());
        reports.CountBy(report => report.WriterId!.Value).Select(each => each.Value).ShouldBe([2, 2]);
        var mails = await _host.DbAsync(db => db.Outbox.AsNoTracking().Where(mail => mail.Kind == "report-assigned").ToListAsync());
        mails.Select(mail => mail.Recipient).ShouldBe([Cast.Reviewer(1), Cast.Reviewer(2)], ignoreOrder: true);
        mails.Sum(mail => mail.Body.Split("M-2026-").Length - 1).ShouldBe(4);
    }

    [Fact]
    public async Task The_list_is_filtered_by_its_address_and_shows_writers_to_the_lead_only()
    {
        await ProposeAsync(1);
        await ProposeAsync(2);
        await AssignAsync(1, Cast.Reviewer(1));
        (await _lead.GetAsync(List + "?stand=niemand")).TextsOf("tbody td:first-child").ShouldBe(["M-2026-002"]);
        (await _lead.GetAsync(List + $"?schreibt={_world.Persons[Cast.Reviewer(1)]}")).TextsOf("tbody td:first-child").ShouldBe(["M-2026-001"]);
        (await _lead.GetAsync(List + "?stand=endgueltig")).TextOf("main").ShouldContain("Kein Kurzgutachten passt zu diesem Filter.");
        (await _lead.GetAsync(List)).TextOf("tbody tr").ShouldContain("reviewer1");
        (await _editor.GetAsync(List)).Text.ShouldNotContain("reviewer");
    }

    [Fact]
    public async Task Somebody_who_did_not_review_the_entry_cannot_be_given_its_report()
    {
        await ProposeAsync(1);
        await AssignAsync(1, Cast.Reviewer(3));
        (await _lead.GetAsync(List)).TextOf("main").ShouldContain("M-2026-001: Ein Kurzgutachten schreibt, wer den Beitrag geprüft hat");
        (await _host.DbAsync(db => db.ShortReports.CountAsync(report => report.WriterId != null))).ShouldBe(0);
        (await _lead.PostRawAsync(List + "/verteilen", new() { ["__RequestVerificationToken"] = Token(await _lead.GetAsync(List)) })).TextOf("[data-errors]").ShouldContain("mindestens einen Beitrag");
    }

    [Fact]
    public async Task A_report_is_written_presented_returned_checked_finished_and_reopened()
    {
        await ProposeAsync(1);
        await AssignAsync(1, Cast.Reviewer(1));
        using var writer = await _host.SignedInAsync(Cast.Reviewer(1));
        var own = (await writer.GetAsync("/vorpruefung")).Page.QuerySelector("a[href*='/kurzgutachten/']")!.GetAttribute("href")!;
        var office = own.Replace("/vorpruefung/", "/institut/", StringComparison.Ordinal);

        // Too long: kept, said with its number.
        var long23 = string.Join(' ', Enumerable.Repeat("Wort", 23));
        var refused = await writer.SubmitAsync(await writer.GetAsync(own), Form, new() { ["Description"] = long23, ["Reasons"] = "" }, ("step", "present"));
        refused.TextOf("[data-errors]").ShouldContain("Die Kurzbeschreibung hat 23 Wörter, erlaubt sind 20. Bitte kürzen Sie sie um 3.");
        refused.TextOf("[data-errors]").ShouldContain("Bitte begründen Sie den Vorschlag.");
        refused.TextOf("[name=Description]").ShouldBe(long23);

        // A draft is nobody else's.
        (await _editor.GetAsync(office)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await _editor.DownloadAsync(office + "/kurzgutachten.pdf")).Status.ShouldBe(HttpStatusCode.NotFound);
        using var partner = await _host.SignedInAsync(Cast.Reviewer(2));
        (await partner.GetAsync(own)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await partner.GetAsync(own + "/fassungen")).Status.ShouldBe(HttpStatusCode.NotFound);

        (await writer.SubmitAsync(await writer.GetAsync(own), Form, new() { ["Description"] = "Ein offenes Haus.", ["Reasons"] = "Es wirkt." }, ("step", "present"))).Location.ShouldBe(own);
        (await _editor.GetAsync("/institut")).TextOf("main").ShouldContain("Kurzgutachten zu prüfen: 1");

        var back = await _editor.SubmitAsync(await _editor.GetAsync(office), Form, new() { ["ReturnReason"] = "" }, ("step", "return"));
        back.TextOf("[data-errors]").ShouldContain("Bitte sagen Sie, warum");
        (await _editor.SubmitAsync(await _editor.GetAsync(office), Form, new() { ["ReturnReason"] = "Bitte genauer." }, ("step", "return"))).Location.ShouldBe(List);
        (await writer.GetAsync(own)).TextOf("main").ShouldContain("Bitte genauer.");
        (await writer.GetAsync("/vorpruefung")).TextOf("main").ShouldContain("zurückgegeben: bitte überarbeiten");
        (await _host.DbAsync(db => db.Outbox.AsNoTracking().SingleAsync(mail => mail.Kind == "report-returned"))).Body.ShouldContain("Bitte genauer.");

        await writer.SubmitAsync(await writer.GetAsync(own), Form, new() { ["Description"] = "Ein offenes Haus für alle.", ["Reasons"] = "Es wirkt." }, ("step", "present"));
        await _editor.SubmitAsync(await _editor.GetAsync(office), Form, new() { ["Reasons"] = "Es wirkt gut." }, ("step", "check"));
        await _editor.SubmitAsync(await _editor.GetAsync(office), "form[action$='handler=Finish']");
        (await StateAsync()).ShouldBe(ReportState.Final);
        (await _editor.GetAsync(office)).Page.QuerySelector("form[action$='handler=Reopen']").ShouldBeNull();
        await _lead.SubmitAsync(await _lead.GetAsync(office), "form[action$='handler=Reopen']", new() { ["ReturnReason"] = "Eine Zahl ist falsch." });
        (await StateAsync()).ShouldBe(ReportState.Draft);

        var versions = await writer.GetAsync(own + "/fassungen?von=1&bis=2");
        versions.TextsOf("ins").ShouldBe(["Haus für alle."]);
        versions.TextsOf("del").ShouldBe(["Haus."]);
        (await writer.SubmitAsync(versions, "form[action$='handler=Restore']")).IsRedirect.ShouldBeTrue();
        (await writer.GetAsync(own)).TextOf("[name=Description]").ShouldBe("Ein offenes Haus.");
        (await _host.CheckAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task It_saves_by_itself_and_two_windows_do_not_overwrite_each_other()
    {
        await ProposeAsync(1);
        await AssignAsync(1, Cast.Reviewer(1));
        using var writer = await _host.SignedInAsync(Cast.Reviewer(1));
        var own = await OwnAsync();
        var (one, two) = (await writer.GetAsync(own), await writer.GetAsync(own));
        (await writer.SubmitAsync(one, Form, new() { ["Description"] = "Erstes Fenster" }, autosave: true)).Text.ShouldContain("savedAt");
        (await writer.SubmitAsync(two, Form, new() { ["Description"] = "Zweites Fenster" }, autosave: true)).Text.ShouldContain("\"conflict\":true");
        var shown = await writer.SubmitAsync(two, Form, new() { ["Description"] = "Zweites Fenster" });
        shown.TextOf("[name=Description]").ShouldBe("Zweites Fenster");
        shown.TextsOf(".typed").ShouldContain("Erstes Fenster");
        (await _host.DbAsync(db => db.ShortReports.AsNoTracking().Include(report => report.Versions).SingleAsync())).Versions.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_withdrawn_proposal_keeps_its_report_which_rests_and_is_in_no_volume()
    {
        var entry = await FinalAsync(1);
        await _world.WriteAsync(async db =>
        {
            var result = await db.ConsensusResults.SingleAsync();
            return result.Change(_world.Call, entry, new(ConsensusOutcome.DoNotPropose, "Doch nicht."), result.Version, new(null, _host.Clock.Now)).Fact;
        });
        (await _lead.GetAsync(List)).TextOf("tbody tr").ShouldContain("ruht: nicht mehr vorgeschlagen");
        var report = await _host.DbAsync(db => db.ShortReports.AsNoTracking().SingleAsync());
        report.Description.ShouldBe("Ein offenes Haus.");
        (await _lead.PostRawAsync($"{List}/{report.Id}?handler=Reopen", new() { ["__RequestVerificationToken"] = Token(await _lead.GetAsync(List)), ["ReturnReason"] = "Doch.", ["Version"] = $"{report.Version}" })).TextOf("main").ShouldContain("nicht mehr vorgeschlagen");
        (await OrderAsync(drafts: true)).Reports.ShouldBe(0);
    }

    [Fact]
    public async Task Who_has_a_conflict_neither_reads_nor_writes()
    {
        var entry = await ProposeAsync(1);
        await AssignAsync(1, Cast.Reviewer(1));
        var own = await OwnAsync();
        await _world.WriteAsync(db => Task.FromResult(db.Conflicts.Add(ConflictOfInterest.Declare(entry.Id, _world.Persons[Cast.Reviewer(1)], ConflictKind.Personal, new(null, _host.Clock.Now))).Entity));
        using var writer = await _host.SignedInAsync(Cast.Reviewer(1));
        var page = await writer.GetAsync(own);
        page.TextOf("main").ShouldContain("Das Kurzgutachten wird neu vergeben");
        page.Text.ShouldNotContain("Kurzfassung");
        (await writer.GetAsync(own + "/fassungen")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await writer.GetAsync("/vorpruefung")).Page.QuerySelector("a[href*='/kurzgutachten/']").ShouldBeNull();
    }

    [PopplerFact]
    public async Task A_volume_is_made_by_a_job_with_final_reports_only_and_kept_with_the_date_of_its_data()
    {
        await FinalAsync(1);
        await ProposeAsync(2);
        await AssignAsync(2, Cast.Reviewer(1));
        var volume = await OrderAsync(drafts: false);
        (volume.State, volume.Reports, volume.DataOf).ShouldBe((VolumeState.Done, 1, _host.Clock.Now));
        var (status, type, pdf) = await _editor.DownloadAsync(FileEndpoint.Link(volume.PdfId!.Value));
        (status, type).ShouldBe((HttpStatusCode.OK, "application/pdf"));
        var text = await Poppler.TextAsync(pdf);
        text.ShouldContain("Ein offenes Haus.");
        text.ShouldNotContain("Musterstadt 2");
        text.ShouldContain("Datenstand: 2. März 2026");
        (await _editor.DownloadAsync(FileEndpoint.Link(volume.DocxId!.Value))).Status.ShouldBe(HttpStatusCode.OK);
        (await _editor.GetAsync(Volumes)).TextOf("main").ShouldContain("1 Kurzgutachten");
        using var member = await _host.SignedInAsync(Cast.JuryMember);
        (await member.DownloadAsync(FileEndpoint.Link(volume.PdfId!.Value))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await _host.CheckAsync()).ShouldBeEmpty();
    }

    [PopplerFact]
    public async Task A_volume_with_drafts_says_so_and_is_the_leads()
    {
        await FinalAsync(1);
        await ProposeAsync(2);
        await AssignAsync(2, Cast.Reviewer(1));
        var volume = await OrderAsync(drafts: true);
        volume.Reports.ShouldBe(2);
        var text = await Poppler.TextAsync((await _lead.DownloadAsync(FileEndpoint.Link(volume.PdfId!.Value))).Content);
        text.ShouldContain("Dieser Band enthält Entwürfe");
        text.ShouldContain("Entwurf: noch in Arbeit");
        (await _editor.DownloadAsync(FileEndpoint.Link(volume.PdfId!.Value))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await _editor.GetAsync(Volumes)).TextOf("main").ShouldContain("Noch gibt es keinen Band.");
        (await _lead.SubmitAsync(await _lead.GetAsync(Volumes), "main form")).IsRedirect.ShouldBeTrue();
        (await _lead.SubmitAsync(await _lead.GetAsync(Volumes), "main form")).TextOf("[data-errors]").ShouldContain("wird gerade schon erzeugt");
    }

    [PopplerFact]
    public async Task One_report_as_PDF_has_the_table_from_data_and_marks_a_draft()
    {
        await ProposeAsync(1);
        await AssignAsync(1, Cast.Reviewer(1));
        var id = await _host.DbAsync(db => db.ShortReports.Select(report => report.Id).SingleAsync());
        var text = await Poppler.TextAsync((await _lead.DownloadAsync($"{List}/{id}/kurzgutachten.pdf")).Content);
        foreach (var words in new[] { "Entwurf: noch in Arbeit", "Kommune Musterstadt 1", "Kommunentyp kreisfreie Stadt", "Vorgeschlagen", "der ganze Beitrag", "Einzelprojekte Einzelprojekt A Einzelprojekt B", "Noch nicht geschrieben" }.Where(words => words != "Vorgeschlagen")) text.ShouldContain(words);
    }

    [Fact]
    public async Task The_list_takes_as_many_queries_for_one_as_for_many()
    {
        async Task<int> CountAsync()
        {
            _host.Queries.Reset();
            (await _lead.GetAsync(List)).Status.ShouldBe(HttpStatusCode.OK);
            return _host.Queries.Count;
        }
        await FinalAsync(1);
        var one = await CountAsync();
        for (var number = 2; number <= 6; number++) await ProposeAsync(number);
        (await CountAsync()).ShouldBe(one);
    }

    private Task<ReportState> StateAsync() => _host.DbAsync(db => db.ShortReports.AsNoTracking().Select(report => report.State).SingleAsync());

    private async Task<string> OwnAsync() => $"/vorpruefung/{World.Slug}/kurzgutachten/{await _host.DbAsync(db => db.ShortReports.Select(report => report.Id).SingleAsync())}";

    private static string Token(Answer page) => page.Page.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    private async Task<Entry> ProposeAsync(int number)
    {
        var entry = await _world.AdmitAsync(number);
        foreach (var review in await _world.AssignAsync(entry)) await _world.HandInAsync(review.Id);
        await _world.SettleAsync(entry);
        return entry;
    }

    private async Task AssignAsync(int number, string writer)
    {
        var entry = await _host.DbAsync(db => db.Entries.Where(each => each.CallId == _world.Call.Id && each.Number == number).Select(each => each.Id).SingleAsync());
        (await _lead.SubmitAsync(await _lead.GetAsync(List), "#assign", new() { ["Beitrag"] = entry.ToString(), ["Writer"] = _world.Persons[writer].ToString() })).Location.ShouldBe(List);
    }

    private async Task<Entry> FinalAsync(int number)
    {
        var entry = await ProposeAsync(number);
        await AssignAsync(number, Cast.Reviewer(1));
        await _world.WriteAsync(async db =>
        {
            var report = await db.ShortReports.Include(each => each.Versions).SingleAsync(each => each.EntryId == entry.Id);
            var (writer, editor) = (new ReportActor(_world.Persons[Cast.Reviewer(1)], false, false), new ReportActor(_world.Persons[Cast.Editor], false, true));
            Domain.Shared.WriteContext By(ReportActor actor) => new(actor.Person, _host.Clock.Now);
            _ = report.Save(new("Ein offenes Haus.", "Es wirkt."), report.Version, keep: true, writer, By(writer)).Fact;
            _ = report.Present(_world.Call.Definition.ReportLimits(), report.Version, writer, By(writer)).Fact;
            _ = report.Check(_world.Call.Definition.ReportLimits(), report.Version, editor, By(editor)).Fact;
            return report.Finish(report.Version, editor, By(editor)).Fact;
        });
        return entry;
    }

    private async Task<ReportVolume> OrderAsync(bool drafts)
    {
        await _lead.SubmitAsync(await _lead.GetAsync(Volumes), "main form", new() { ["WithDrafts"] = drafts ? "true" : "false" });
        using var scope = _host.Services.CreateScope();
        (await scope.ServiceProvider.GetRequiredService<VolumeMaking>().RunAsync(CancellationToken.None)).ShouldBe(1);
        return await _host.DbAsync(db => db.ReportVolumes.AsNoTracking().SingleAsync());
    }
}
