using System.Net;
using System.Net.Http.Headers;
using Awards.Documents.Workbooks;
using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Intake;
using Awards.Domain.Municipalities;
using Awards.Domain.Shared;
using Awards.Testing;
using Awards.Testing.Calls;
using Awards.Testing.Files;
using Awards.Web.Data;
using Awards.Web.Platform.Files;
using Awards.Web.Platform.Forms;
using Awards.Web.Stages.Intake;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Tests.Stages.Intake;

/// <summary>Entries by post and mail: recorded, typed or taken from the form, checked by a second person.</summary>
public sealed class KeyedTests : IAsyncLifetime
{
    private const string Record = "form:has([name='Input.Channel'])", Fields = "form:has([name='Input.Title'])", Workbook = "form[action$='handler=Workbook']", Scan = "form[action$='handler=Scan']";
    private static readonly string Arrivals = IntakeLinks.Arrivals(World.Slug);
    private AwardsHost _host = null!;
    private World _world = null!;
    private Visitor _lead = null!, _editor = null!;

    public async Task InitializeAsync()
    {
        _host = await AwardsHost.StartAsync();
        _world = await World.CreateAsync(_host, FilledForm.In);
        (_lead, _editor) = (await _host.SignedInAsync(Cast.Lead), await _host.SignedInAsync(Cast.Editor));
    }

    public async Task DisposeAsync()
    {
        _lead.Dispose();
        _editor.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task An_entry_by_post_is_typed_by_one_person_checked_by_another_and_then_admitted()
    {
        var address = await RecordAsync(_editor);
        var page = await _editor.GetAsync(address);
        page.TextOf("main").ShouldContain("wird erfasst");
        var done = await _editor.SubmitAsync(page, Fields, new()
        {
            ["Input.Title"] = "Vom Papier",
            ["Input.ContactMail"] = "amt@musterstadt.example",
            ["Input.Participants"] = "Musterstadt 2 (KA)",
            ["Projects[0].Title"] = "Sprachcafé",
            ["Projects[0].Fields[place]"] = "Rathaus",
            ["Projects[2].Title"] = "Ein drittes",
            ["Answers[volunteers]"] = "1.250",
        }, ("dann", "fertig"));
        done.Location.ShouldBe(address);
        var id = IdOf(address);
        var application = await ApplicationAsync(id);
        (application.Status, application.Channel, application.ArrivalNumber, application.AwaitsCheck).ShouldBe((ApplicationState.Submitted, Channel.Post, 1, true));
        (application.Texts.Title, application.Answers["volunteers"], application.Projects.Count).ShouldBe(("Vom Papier", "1250", 2));
        application.SubmittedAt.ShouldBe(GermanTime.Utc(Yesterday.ToDateTime(new TimeOnly(9, 30))));

        (await _lead.GetAsync(Arrivals)).TextOf("main").ShouldContain("noch gegenzuprüfen");
        (await _lead.GetAsync($"/institut/{World.Slug}")).TextOf("main").ShouldContain("1 noch gegenzuprüfen");
        var decide = await _lead.GetAsync(IntakeLinks.Application(World.Slug, id));
        (await _lead.SubmitAsync(decide, "form[action$='handler=Admit']")).TextOf("[data-errors]").ShouldContain("noch nicht gegengeprüft");

        _host.Clock.Now += TimeSpan.FromMinutes(30);
        var own = await _editor.GetAsync(address);
        own.TextOf("main").ShouldContain("Gegenprüfen muss sie eine andere Person.");
        (await _editor.SubmitAsync(own, Fields, null, ("dann", "geprueft"))).TextOf("[data-errors]").ShouldContain("eine andere Person");
        (await _lead.SubmitAsync(await _lead.GetAsync(address), Fields, new() { ["Input.Title"] = "Vom Papier, berichtigt" }, ("dann", "geprueft"))).Location.ShouldBe(address);

        var after = await _lead.GetAsync(address);
        after.Page.QuerySelector(Fields).ShouldBeNull();
        after.TextOf("main").ShouldContain("gegengeprüft");
        after.TextsOf("main tbody tr").ShouldHaveSingleItem().ShouldStartWith("Titel des Beitrags Vom Papier Vom Papier, berichtigt");
        (await _host.DbAsync(db => db.Submissions.Where(each => each.ApplicationId == id).OrderBy(each => each.Number).Select(each => each.Number).ToListAsync())).ShouldBe([1, 2]);
        decide = await _lead.GetAsync(IntakeLinks.Application(World.Slug, id));
        var admitted = await _lead.SubmitAsync(decide, "form[action$='handler=Admit']", new() { ["Group"] = _world.Call.Definition.AwardGroups[0].Code, ["TypeReason"] = "Die führende Kommune gehört zu dieser Gruppe." });
        admitted.IsRedirect.ShouldBeTrue(string.Join(" | ", admitted.TextsOf("[data-errors] li")));
        (await _host.DbAsync(db => db.Entries.SingleAsync(entry => entry.ApplicationId == id))).Title.ShouldBe("Vom Papier, berichtigt");
        (await _host.CheckAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_cannot_be_read_is_named_and_the_typed_text_stays()
    {
        var address = await RecordAsync(_editor);
        var answer = await _editor.SubmitAsync(await _editor.GetAsync(address), Fields, new()
        {
            ["Input.ContactMail"] = "keine Adresse",
            ["Input.Title"] = "Bleibt stehen",
            ["Answers[volunteers]"] = "viele",
            ["Projects[0].Description"] = "Ohne Titel",
        });
        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.TextsOf("[data-errors] a").Count.ShouldBe(3);
        (answer.Page.QuerySelector("[name='Input.Title']")!.GetAttribute("value"), answer.Page.QuerySelector("[name='Answers[volunteers]']")!.GetAttribute("value")).ShouldBe(("Bleibt stehen", "viele"));
        (await ApplicationAsync(IdOf(address))).Texts.Title.ShouldBe("");
    }

    [Fact]
    public async Task Two_who_type_at_once_do_not_overwrite_each_other()
    {
        var address = await RecordAsync(_editor);
        var (first, second) = (await _editor.GetAsync(address), await _lead.GetAsync(address));
        (await _editor.SubmitAsync(first, Fields, new() { ["Input.Title"] = "Eins" })).IsRedirect.ShouldBeTrue();
        (await _lead.SubmitAsync(second, Fields, new() { ["Input.Title"] = "Zwei" })).TextOf("[data-errors]").ShouldContain("jemand anderes");
        (await ApplicationAsync(IdOf(address))).Texts.Title.ShouldBe("Eins");
    }

    [Fact]
    public async Task The_filled_form_fills_the_fields_and_is_saved_only_on_request()
    {
        var address = await RecordAsync(_editor);
        var file = FormWorkbook.Write(_world.Call.Definition, "de", new(FilledForm.Applicant, FilledForm.Content));
        var preview = await UploadAsync(_editor, address, Workbook, "workbook", "formular.xlsx", file);
        preview.TextOf(".kern-alert--info").ShouldContain("Musterstadt 1 (KA, NW)");
        preview.Page.QuerySelector("[name='Answers[cost]']")!.GetAttribute("value").ShouldBe("50000,50");
        (await ApplicationAsync(IdOf(address))).Texts.Title.ShouldBe("");

        (await _editor.SubmitAsync(preview, Fields, new() { ["Input.Summary"] = FilledForm.Content.Texts.Summary }, ("dann", "fertig"))).IsRedirect.ShouldBeTrue();
        var application = await ApplicationAsync(IdOf(address));
        var expected = FilledForm.Content;
        application.Answers.ToJson().ShouldBe(expected.Answers.ToJson());
        (application.Texts with { Description = "", Focus = "" }).ShouldBe(expected.Texts with { Description = "", Focus = "" });
        application.ProjectTexts().Select(project => (project.Title, project.Fields["place"])).ShouldBe([("Sprachcafé", "Rathaus"), ("Radwerkstatt", "")]);
        application.Participants.Select(each => each.Name).ShouldBe(["Musterstadt 2", "Ein Verband"]);
    }

    [Fact]
    public async Task Bad_cells_of_a_form_are_listed_and_nothing_is_taken()
    {
        var address = await RecordAsync(_editor);
        var content = new FormContent(FilledForm.Applicant, FilledForm.Content);
        var file = FormWorkbook.Write(_world.Call.Definition with { Slug = "anderer" }, "de", content);
        var page = await UploadAsync(_editor, address, Workbook, "workbook", "formular.xlsx", file);
        page.TextOf("[data-errors]").ShouldContain("Die Datei hat Fehler: 1.");
        page.TextOf("main tbody").ShouldContain("gehört zu einem anderen Wettbewerb (anderer)");
        (await UploadAsync(_editor, address, Workbook, "workbook", "formular.xlsx", WorkbookWriter.Write(new Sheet("Blatt", [new("a")], [])))).TextOf("main tbody").ShouldContain("Das ist nicht das Bewerbungsformular.");
        (await UploadAsync(_editor, address, Workbook, "workbook", "formular.xlsx", [1, 2, 3])).TextOf("main tbody").ShouldContain("lässt sich nicht lesen");
    }

    [Fact]
    public async Task Scans_are_read_by_those_who_see_contacts_and_stay_once_checked()
    {
        var address = await RecordAsync(_editor);
        (await UploadAsync(_editor, address, Scan, "scan", "brief.pdf", CraftedPdf.Pages(3))).IsRedirect.ShouldBeTrue();
        (await UploadAsync(_editor, address, Scan, "scan", "brief.pdf", [1, 2, 3])).TextOf("[data-errors]").ShouldNotBeEmpty();
        var scan = (await _host.DbAsync(db => db.ArrivalScans.SingleAsync())).FileId;
        var page = await _lead.GetAsync(address);
        page.TextOf(".files").ShouldContain("brief.pdf");
        (await _lead.DownloadAsync(FileEndpoint.Link(scan))).Status.ShouldBe(HttpStatusCode.OK);
        foreach (var other in new[] { Cast.Finance, Cast.Reviewer(1), Cast.ClerkOne, Cast.OtherLead, Cast.JuryChair })
        {
            using var visitor = await _host.SignedInAsync(other);
            (await visitor.DownloadAsync(FileEndpoint.Link(scan))).Status.ShouldBe(HttpStatusCode.NotFound);
        }
        (await _lead.SubmitAsync(page, "form[action$='handler=RemoveScan']", new() { ["datei"] = scan.ToString() })).IsRedirect.ShouldBeTrue();
        (await _host.DbAsync(db => db.ArrivalScans.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Impossible_arrivals_are_refused_late_ones_are_flagged_and_an_applicant_may_lack_in_the_register()
    {
        var page = await _editor.GetAsync(Arrivals);
        var tomorrow = DateOnly.FromDateTime(GermanTime.Local(_host.Clock.Now)).AddDays(1);
        (await _editor.SubmitAsync(page, Record, Arrival(tomorrow, null))).TextOf("[data-errors]").ShouldContain("liegt in der Zukunft");
        (await _editor.SubmitAsync(page, Record, Arrival(Yesterday, tomorrow))).TextOf("[data-errors]").ShouldContain("jünger als der Eingang");
        (await _editor.SubmitAsync(page, Record, new())).TextsOf("[data-errors] a").Count.ShouldBe(4);
        (await _editor.SubmitAsync(page, Record, Arrival(Yesterday, null, "Verein Muster"))).TextOf("[data-errors]").ShouldContain("Bitte wählen Sie aus");
        _host.Clock.Now = _world.Call.Phase(PhaseKind.Application)!.Until!.Value.AddDays(3);
        using var later = await _host.SignedInAsync(Cast.Editor);
        (await later.SubmitAsync(await later.GetAsync(Arrivals), Record, Arrival(Yesterday, null, "Verein Muster", "unlisted"))).IsRedirect.ShouldBeTrue();
        var row = (await later.GetAsync(Arrivals)).TextsOf("main tbody tr").ShouldHaveSingleItem();
        row.ShouldStartWith("Verein Muster");
        row.ShouldContain("nach der Frist");
    }

    [Fact]
    public async Task Applications_of_the_platform_and_of_other_calls_are_not_typed()
    {
        var web = await _world.SubmitAsync(1);
        (await _lead.GetAsync(IntakeLinks.Keyed(World.Slug, web.Id))).Status.ShouldBe(HttpStatusCode.NotFound);
        var address = await RecordAsync(_editor);
        using var other = await _host.SignedInAsync(Cast.OtherLead);
        (await other.GetAsync(IntakeLinks.Keyed(World.OtherSlug, IdOf(address)))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("de", "bewerbungsformular", "Anleitung")]
    [InlineData("en", "application-form", "Instructions")]
    public async Task The_public_page_offers_the_form_in_its_language_until_the_deadline(string language, string name, string sheet)
    {
        using var visitor = _host.Visitor();
        await visitor.GetAsync($"/sprache?culture={language}");
        (await visitor.GetAsync($"/wettbewerbe/{World.Slug}")).Page.QuerySelector($"a[href='{IntakeLinks.FormWorkbook(World.Slug)}']").ShouldNotBeNull();
        using var answer = await visitor.RequestAsync(HttpMethod.Get, IntakeLinks.FormWorkbook(World.Slug));
        answer.Content.Headers.ContentDisposition!.FileName.ShouldBe($"{name}-{World.Slug}.xlsx");
        WorkbookReader.Read(await answer.Content.ReadAsStreamAsync())[0].Name.ShouldBe(sheet);
        _host.Clock.Now = _world.Call.Phase(PhaseKind.Application)!.Until!.Value;
        (await visitor.GetAsync($"/wettbewerbe/{World.Slug}")).Page.QuerySelector($"a[href='{IntakeLinks.FormWorkbook(World.Slug)}']").ShouldBeNull();
    }

    private DateOnly Yesterday => DateOnly.FromDateTime(GermanTime.Local(_host.Clock.Now)).AddDays(-1);

    private static Dictionary<string, string?> Arrival(DateOnly day, DateOnly? postmark, string name = "Musterstadt 1", string? id = null) => new()
    {
        ["Input.Channel"] = "Post",
        ["Input.Day"] = day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        ["Input.Time"] = "09:30",
        ["Input.Postmark"] = postmark?.ToString("dd.MM.yyyy", System.Globalization.CultureInfo.InvariantCulture) ?? "",
        ["Input.Municipality"] = name,
        ["Input.MunicipalityId"] = id,
    };

    private async Task<string> RecordAsync(Visitor visitor)
    {
        var answer = await visitor.SubmitAsync(await visitor.GetAsync(Arrivals), Record, Arrival(Yesterday, null));
        return answer.Location ?? throw new InvalidOperationException(answer.TextOf("main"));
    }

    private static Guid IdOf(string address) => Guid.Parse(address.Split('/')[^1]);

    private Task<Application> ApplicationAsync(Guid id) => _host.DbAsync(db => db.Applications.AsNoTracking().Include(each => each.Projects).SingleAsync(each => each.Id == id));

    private static async Task<Answer> UploadAsync(Visitor visitor, string address, string form, string field, string name, byte[] file)
    {
        var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return await visitor.UploadAsync(await visitor.GetAsync(address), form, [], field, name, content);
    }
}
