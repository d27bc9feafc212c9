using System.Net;
using System.Text.Json;
using Awards.Domain.Municipalities;
using Awards.Domain.Shared;
using Awards.Testing;
using Awards.Web.Data;
using Awards.Web.Data.Municipalities;
using Awards.Web.Stages.Municipalities;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Tests.Stages.Municipalities;

public sealed class RegisterPagesTests : IAsyncLifetime
{
    private const string Upload = "form[enctype='multipart/form-data']";

    private AwardsHost _host = null!;
    private World _world = null!;
    private Visitor _lead = null!;

    public async Task InitializeAsync()
    {
        _host = await AwardsHost.StartAsync();
        _world = await World.CreateAsync(_host);
        _lead = await _host.SignedInAsync(Cast.Lead);
    }

    public async Task DisposeAsync()
    {
        _lead.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Before_the_import_the_list_says_so_and_shows_what_is_there()
    {
        var page = await _lead.GetAsync(MunicipalityLinks.List);
        page.TextOf("main").ShouldContain("Das amtliche Gemeindeverzeichnis ist noch nicht eingelesen.");
        page.TextsOf("tbody th").ShouldBe(_world.Municipalities.Select(each => each.Name));
        (await _lead.GetAsync("/institut")).Page.QuerySelector($"a[href='{MunicipalityLinks.List}']").ShouldNotBeNull();
    }

    [Fact]
    public async Task The_list_is_filtered_by_its_address_and_costs_the_same_with_many_rows()
    {
        _host.Queries.Reset();
        await _lead.GetAsync(MunicipalityLinks.List);
        var few = _host.Queries.Count;
        await ImportAsync(Sample());
        _host.Queries.Reset();
        (await NamesAsync("")).Count.ShouldBe(14);
        _host.Queries.Count.ShouldBe(few);
        (await NamesAsync("?suche=munst")).ShouldBe(["Münster, Stadt", "Münsterdorf"]);
        (await NamesAsync("?suche=055580")).ShouldBe(["Dülmen, Stadt", "Forst nicht antragsberechtigt", "Havixbeck", "Münsterdorf", "Neustadt"], ignoreOrder: true);
        (await NamesAsync("?typ=LK&land=NW")).ShouldBe(["Kreis Coesfeld"]);
        (await NamesAsync("?art=Association")).ShouldBe(["Samtgemeinde Beispiel"]);
        (await NamesAsync("?stand=nicht-antragsberechtigt")).ShouldBe(["Forst nicht antragsberechtigt"]);
        (await NamesAsync("?stand=weggefallen")).ShouldBeEmpty();
        (await NamesAsync("?stand=ohne-schluessel")).Count.ShouldBe(6);
        (await NamesAsync("?land=XX&typ=quatsch&art=99&stand=x&seite=-1&anzahl=7")).Count.ShouldBe(14);
        (await _lead.GetAsync(MunicipalityLinks.List + "?suche=gibtesnicht")).TextOf("main").ShouldContain("Keine Kommune passt zu diesem Filter.");
        await ImportAsync(Sample("20261231").Without("05558020"));
        (await NamesAsync("?stand=weggefallen")).ShouldBe(["Havixbeck weggefallen"]);
    }

    [Theory]
    [InlineData("Münster")]
    [InlineData("munster")]
    [InlineData("MUENSTER")]
    [InlineData("stadt Mün")]
    public async Task A_name_is_found_by_any_part_with_umlauts_or_without(string typed)
    {
        await ImportAsync(Sample());
        (await _host.DbAsync(db => MunicipalityQueries.SearchAsync(db, typed, 20, default)))[0].Name.ShouldBe("Münster, Stadt");
    }

    [Fact]
    public async Task The_search_offers_whole_words_first_and_neither_forests_nor_what_is_gone()
    {
        await ImportAsync(Sample());
        await ImportAsync(Sample("20261231").Without("05558020"));
        async Task<IReadOnlyList<string>> FoundAsync(string typed) => [.. (await _host.DbAsync(db => MunicipalityQueries.SearchAsync(db, typed, 20, default))).Select(line => line.Name)];
        (await FoundAsync("Münster")).ShouldBe(["Münster, Stadt", "Münsterdorf"]);
        (await FoundAsync("Forst")).ShouldBeEmpty();
        (await FoundAsync("Havixbeck")).ShouldBeEmpty();
        (await FoundAsync("  %_ ")).ShouldBeEmpty();
        (await FoundAsync("neustadt")).ShouldBe(["Neustadt"]);
        _host.Queries.Reset();
        await FoundAsync("stadt");
        _host.Queries.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_chooser_gets_a_piece_of_a_page_for_any_field_and_nothing_for_nonsense()
    {
        await ImportAsync(Sample());
        using var anybody = _host.Visitor();
        var piece = await anybody.GetAsync("/kommunen/suche?text=duel&feld=Input.MunicipalityId&ohne=1");
        piece.Text.ShouldNotContain("<html");
        piece.TextsOf("legend").ShouldBe(["Welche Kommune meinen Sie?"]);
        piece.TextsOf("label").ShouldBe(["Dülmen, Stadt", "Sie steht nicht in dieser Liste."]);
        piece.TextsOf(".choice-note").ShouldBe(["Stadt, Kreis Coesfeld, Nordrhein-Westfalen"]);
        piece.Page.QuerySelectorAll("[name='Input.MunicipalityId']").Length.ShouldBe(2);
        foreach (var text in new[] { "", "d", "%25", "gibtesnicht", new string('x', 300) }) (await anybody.GetAsync($"/kommunen/suche?text={text}&feld=A")).Text.Trim().ShouldBeEmpty();
        (await anybody.GetAsync("/kommunen/suche?text=duel&feld=%22%3E")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await anybody.GetAsync("/kommunen/suche?text=duel")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_file_is_checked_shown_and_then_merged()
    {
        var shown = await UploadAsync(Sample().Bytes);
        shown.TextOf("main").ShouldContain("Gebietsstand 30.11.2025: 6 Gemeinden");
        (await _host.DbAsync(db => db.Municipalities.CountAsync(each => each.OfficialKey != null))).ShouldBe(0);
        (await _lead.GetAsync(MunicipalityLinks.Import)).TextOf("main").ShouldContain("Eine geprüfte Datei wartet");
        var done = await _lead.SubmitAsync(shown, "main form:not([action*=Discard])");
        done.Location.ShouldBe(MunicipalityLinks.List);
        (await _lead.GetAsync(done.Location!)).TextOf("[role=status]").ShouldContain("Gebietsstand 30.11.2025 ist eingelesen: 8 neu, 0 umbenannt, 0 weggefallen, 0 geändert, 0 verknüpft, 0 nicht eindeutig.");
        (await _host.DbAsync(db => db.RegisterUploads.CountAsync())).ShouldBe(0);
        (await _host.DbAsync(db => db.AuditRows.SingleAsync(row => row.Action == AuditAction.RegisterImported))).PersonId.ShouldBe(_world.Persons[Cast.Lead]);

        shown = await UploadAsync(Sample("20261231").Without("05558020").Bytes);
        shown.TextOf("main").ShouldContain("weggefallen (1) 05558020 Havixbeck (Nordrhein-Westfalen)");
        (await _lead.SubmitAsync(shown, "form[action*=Discard]")).Location.ShouldBe(MunicipalityLinks.Import);
        (await _host.DbAsync(db => db.Municipalities.CountAsync(each => each.GoneWith != null))).ShouldBe(0);
        (await _lead.GetAsync(MunicipalityLinks.Import)).TextOf("main").ShouldNotContain("wartet");
    }

    [Fact]
    public async Task A_faulty_empty_older_or_missing_file_is_refused_with_words()
    {
        await ImportAsync(Sample());
        (await _lead.SubmitAsync(await _lead.GetAsync(MunicipalityLinks.Import), Upload)).TextOf("[data-errors]").ShouldContain("Bitte wählen Sie eine Datei aus.");
        (await PostAsync([])).TextOf("[data-errors]").ShouldContain("Die Datei ist leer.");
        var faulty = await PostAsync(System.Text.Encoding.UTF8.GetBytes(Sample("20261231").Text.Replace("\n60", "\n69", StringComparison.Ordinal)));
        faulty.TextOf("[data-errors]").ShouldContain("Die Datei hat Fehler und wurde ganz abgelehnt: 6.");
        faulty.TextOf("main").ShouldContain("Zeile 4: Die Satzart „69“ (Zeichen 1–2) gibt es nicht");
        (await PostAsync(Sample("20240101").Bytes)).TextOf("[data-errors]").ShouldContain("Ein älterer ersetzt keinen neueren.");
        (await _host.DbAsync(db => db.RegisterUploads.CountAsync())).ShouldBe(0);
        (await _lead.GetAsync(MunicipalityLinks.Preview(Guid.CreateVersion7()))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_type_is_shown_with_its_source_and_set_with_a_reason_that_outlives_later_editions()
    {
        await ImportAsync(Sample());
        var id = (await _host.DbAsync(db => db.Municipalities.SingleAsync(each => each.OfficialKey == "05515000"))).Id;
        var page = await _lead.GetAsync(MunicipalityLinks.One(id));
        page.TextOf("dl").ShouldContain("Textkennzeichen 61 (kreisfreie Stadt) im Gemeindeverzeichnis vom 30.11.2025");
        var refused = await _lead.SubmitAsync(page, "form:has([name=Reason])", new() { ["Type"] = "KA", ["Reason"] = " " });
        refused.TextOf("[data-errors]").ShouldContain("Bitte begründen Sie den abweichenden Kommunentyp.");
        (await _lead.SubmitAsync(page, "form:has([name=Reason])", new() { ["Type"] = "KS", ["Reason"] = "Grund" })).TextOf("[data-errors]").ShouldContain("hat die Kommune schon");
        (await _lead.SubmitAsync(page, "form:has([name=Reason])")).TextOf("[data-errors]").ShouldContain("Bitte wählen Sie den Kommunentyp aus.");
        (await _lead.SubmitAsync(page, "form:has([name=Reason])", new() { ["Type"] = "KA", ["Reason"] = "Sonderstatus laut Erlass" })).IsRedirect.ShouldBeTrue();
        await ImportAsync(Sample("20261231"));
        page = await _lead.GetAsync(MunicipalityLinks.One(id));
        page.TextOf("dl").ShouldContain("kreisangehörige Kommune");
        page.TextsOf("dd").ShouldContain("Festlegung der Geschäftsstelle vom 2. März 2026");
        page.TextsOf("dd").ShouldContain("Sonderstatus laut Erlass");
        page.TextOf("dl").ShouldContain("Kommunentyp laut Gemeindeverzeichniskreisfreie Stadt");
        (await _host.DbAsync(db => db.AuditRows.SingleAsync(row => row.Action == AuditAction.MunicipalityTypeSet))).ShouldSatisfyAllConditions(row => row.Why.ShouldBe("Sonderstatus laut Erlass"), row => row.ObjectId.ShouldBe(id));
        await _lead.SubmitAsync(page, "form[action*=Follow]");
        (await _lead.GetAsync(MunicipalityLinks.One(id))).TextOf("dl").ShouldContain("Textkennzeichen 61 (kreisfreie Stadt) im Gemeindeverzeichnis vom 31.12.2026");
        using var editor = await _host.SignedInAsync(Cast.Editor);
        (await editor.GetAsync(MunicipalityLinks.One(id))).Page.QuerySelector("main form").ShouldBeNull();
        (await editor.PostRawAsync(MunicipalityLinks.One(id), new() { ["Type"] = "KA", ["Reason"] = "x", ["__RequestVerificationToken"] = (await editor.GetAsync("/konto/passwort")).Page.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")! })).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Boroughs_and_organisations_are_added_by_hand_and_only_once()
    {
        var page = await _lead.GetAsync(MunicipalityLinks.Add);
        (await _lead.SubmitAsync(page, "main form")).TextOf("[data-errors]").ShouldContain("Bitte wählen Sie die Art aus.");
        (await _lead.SubmitAsync(page, "main form", new() { ["Kind"] = "Borough", ["Name"] = "Bezirk Mitte von Berlin" })).TextOf("[data-errors]").ShouldContain("Bitte wählen Sie das Land aus.");
        (await _lead.SubmitAsync(page, "main form", new() { ["Kind"] = "Borough", ["Name"] = "Bezirk Mitte von Berlin", ["State"] = "BE" })).TextOf("[data-errors]").ShouldContain("Bitte wählen Sie den Kommunentyp aus.");
        var added = await _lead.SubmitAsync(page, "main form", new() { ["Kind"] = "Borough", ["Name"] = " Bezirk Mitte von Berlin ", ["State"] = "BE", ["Type"] = "KS" });
        (await _lead.GetAsync(added.Location!)).TextOf("[role=status]").ShouldContain("„Bezirk Mitte von Berlin“ ist eingetragen.");
        (await _lead.SubmitAsync(page, "main form", new() { ["Kind"] = "Borough", ["Name"] = "bezirk mitte von berlin", ["State"] = "BE", ["Type"] = "KS" })).TextOf("[data-errors]").ShouldContain("gibt es in diesem Land schon");
        (await _lead.SubmitAsync(page, "main form", new() { ["Kind"] = "Organisation", ["Name"] = "Gemeinsamer Träger" })).IsRedirect.ShouldBeTrue();
        (await _host.DbAsync(db => MunicipalityQueries.SearchAsync(db, "traeger", 5, default))).ShouldHaveSingleItem().ShouldSatisfyAllConditions(line => line.Kind.ShouldBe(MunicipalityKind.Organisation), line => line.State.ShouldBeNull());
    }

    [Fact]
    public async Task Applications_and_entries_stay_as_they_were_when_the_register_changes()
    {
        await ImportAsync(new RegisterText().District("01001", "Musterkreis").Town("01001001", "Anderswo"));
        var entry = await _world.AdmitAsync(2);
        await _world.SubmitAsync(1);
        var state = RegisterStates.DigitsOf(_world.Municipalities[1].State!)!;
        var before = await FrozenAsync();
        // The municipality of the entry is linked first, then renamed and given another type, then gone.
        var first = new RegisterText("20260101").District("01001", "Musterkreis").Town("01001001", "Anderswo").District(state + "101", "Kreis").Town(state + "101001", "Musterstadt 2");
        await ImportAsync(first);
        await ImportAsync(new RegisterText("20260201").District("01001", "Musterkreis").Town("01001001", "Anderswo").District(state + "101", "Kreis").Town(state + "101001", "Neuer Name, Stadt", "63", 9_000));
        var row = await _host.DbAsync(db => db.Municipalities.SingleAsync(each => each.Id == entry.MunicipalityId));
        (row.Name, row.FormerName, row.OfficialKey).ShouldBe(("Neuer Name, Stadt", "Musterstadt 2", state + "101001"));
        (await FrozenAsync()).ShouldBe(before);
        await ImportAsync(new RegisterText("20260301").District("01001", "Musterkreis").Town("01001001", "Anderswo").District(state + "101", "Kreis").Town(state + "101002", "Nachfolgerin"));
        (await _host.DbAsync(db => db.Municipalities.SingleAsync(each => each.Id == entry.MunicipalityId))).GoneWith.ShouldBe(new DateOnly(2026, 3, 1));
        (await FrozenAsync()).ShouldBe(before);
        (await _host.CheckAsync()).ShouldBeEmpty();
    }

    private async Task<string> FrozenAsync() => JsonSerializer.Serialize(new
    {
        entries = await _host.DbAsync(db => db.Entries.AsNoTracking().OrderBy(each => each.Id).Select(each => new { each.Id, each.MunicipalityId, each.ApplicantName, each.ApplicantSort, each.State, each.Type, each.TypeSource, each.GroupCode }).ToListAsync()),
        applications = await _host.DbAsync(db => db.Applications.AsNoTracking().OrderBy(each => each.Id).Select(each => new { each.Id, each.MunicipalityId, each.ApplicantName, each.State, each.Type, each.ContentHash }).ToListAsync()),
    });

    private static RegisterText Sample(string edition = "20251130") => new RegisterText(edition).City("05515", "Münster, Stadt", 320_000, 30_300).District("05558", "Coesfeld", "43").Association("05558", "5001", "Beispiel")
        .Town("05558016", "Dülmen, Stadt", "63", 47_000).Town("05558020", "Havixbeck").Town("05558024", "Münsterdorf", association: "5001").Town("05558028", "Forst", "66", 0, 100, postcode: "").Town("05558032", "Neustadt");

    private async Task ImportAsync(RegisterText text) => _ = (await _host.DbAsync(db => RegisterImport.ImportAsync(db, RegisterFile.Read(text.Bytes).Edition!, "", WriteContext.System(_host.Clock.Now, "Test")))).Fact;

    private async Task<IReadOnlyList<string>> NamesAsync(string query) => (await _lead.GetAsync(MunicipalityLinks.List + query)).TextsOf("tbody th");

    private async Task<Answer> PostAsync(byte[] content) => await _lead.UploadAsync(await _lead.GetAsync(MunicipalityLinks.Import), Upload, [], "Upload", "GV100AD.txt", new ByteArrayContent(content));

    private async Task<Answer> UploadAsync(byte[] content)
    {
        var answer = await PostAsync(content);
        answer.IsRedirect.ShouldBeTrue(answer.Text);
        return await _lead.GetAsync(answer.Location!);
    }
}
