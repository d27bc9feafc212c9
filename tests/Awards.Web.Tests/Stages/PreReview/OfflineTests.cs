using System.Net;
using Awards.Documents.Workbooks;
using Awards.Domain.Calls;
using Awards.Domain.PreReview;
using Awards.Testing;
using Awards.Web.Platform.Forms;
using Awards.Web.Tests.Platform.Forms;
using Microsoft.EntityFrameworkCore;
using static Awards.Web.Tests.Stages.PreReview.ReviewingCase;

namespace Awards.Web.Tests.Stages.PreReview;

/// <summary>Open sheets as a workbook, filled in somewhere else and read back.</summary>
public sealed class OfflineTests
{
    private const string Send = "form[enctype]", Take = "form[action$='handler=Take']", Page = Pages + "/offline", File = Page + ".xlsx";

    private static CallDefinition Commented(CallDefinition call) => call with
    {
        EntrySheet = call.EntrySheet with { Items = [.. call.EntrySheet.Items.Select(item => item.Criterion == "goals" ? item with { Comment = CommentRule.Allowed, MustBeRated = true } : item)] },
    };

    [Theory]
    [InlineData("de")]
    [InlineData("en")]
    public async Task What_was_filled_in_is_shown_first_and_saved_then(string language)
    {
        await using var one = await StartAsync(Commented);
        var author = await one.SignedInAsync(Cast.Reviewer(1));
        if (language == "en") await author.GetAsync("/sprache?culture=en");
        var page = await author.GetAsync(one.Address);
        await author.SubmitAsync(page, Form, new() { ["e-quality"] = "1", ["Reasons"] = "Angefangen" });
        var file = Edited(await FileAsync(author), (key, value) => key switch
        {
            "e-goals" => "5",
            "e-c-goals" => "=1+1 ist kein Befehl\nzweite Zeile",
            "e-quality" => LabelFor(author, page, "x"),
            "p1-goals" => "0",
            "Vote" => LabelFor(author, page, nameof(Vote.NotSuitable)),
            "Reasons" => "Ohne Internet geschrieben",
            _ => value,
        });
        var preview = await UploadAsync(author, file);
        preview.Page.QuerySelector("[data-errors]").ShouldBeNull(preview.Text);
        preview.TextOf("tbody").ShouldContain("Ohne Internet geschrieben");
        preview.TextOf("tbody").ShouldContain("Angefangen");
        preview.TextsOf("tbody tr").Count.ShouldBe(6);
        (await one.ReviewAsync()).Reasons.ShouldBe("Angefangen");
        (await author.SubmitAsync(preview, Take)).Location.ShouldBe("/vorpruefung");
        var review = await one.ReviewAsync();
        (review.State, review.Vote, review.Reasons, review.Score).ShouldBe((ReviewState.Open, Vote.NotSuitable, "Ohne Internet geschrieben", 5));
        review.Sheets.Single(sheet => sheet.ProjectId is null).CriterionComments["goals"].ShouldBe("=1+1 ist kein Befehl\nzweite Zeile");
        // The same preview a second time is stale.
        (await author.SubmitAsync(preview, Take)).Page.QuerySelector("[data-errors]").ShouldNotBeNull();
    }

    [LibreOfficeFact]
    public async Task What_LibreOffice_filled_in_is_taken_and_what_is_locked_stays()
    {
        await using var one = await StartAsync(Commented);
        var author = await one.SignedInAsync(Cast.Reviewer(1));
        var (page, file) = (await author.GetAsync(one.Address), await FileAsync(author));
        var sheet = WorkbookReader.Read(new MemoryStream(file)).Single(each => each.Name == "M-2026-001");
        string Cell(string key, char column = 'C') => $"{column}{sheet.Rows.Single(row => row.Cells.GetValueOrDefault(0) == key).Number}";
        var (filled, refused) = await LibreOfficeTests.FillAsync(file,
        [
            new { sheet = sheet.Name, cell = Cell("e-goals"), number = 5 },
            new { sheet = sheet.Name, cell = Cell("e-quality"), text = LabelFor(author, page, "x") },
            new { sheet = sheet.Name, cell = Cell("Vote"), text = LabelFor(author, page, nameof(Vote.NotSuitable)) },
            new { sheet = sheet.Name, cell = Cell("Reasons"), text = "Mit LibreOffice geschrieben" },
            new { sheet = sheet.Name, cell = Cell("e-goals", 'B'), text = "überschrieben" },
        ]);
        refused.ShouldBe(1);
        var preview = await UploadAsync(author, filled);
        preview.Page.QuerySelector("[data-errors]").ShouldBeNull(preview.Text);
        (await author.SubmitAsync(preview, Take)).Location.ShouldBe("/vorpruefung");
        var review = await one.ReviewAsync();
        (review.Vote, review.Reasons, review.Score).ShouldBe((Vote.NotSuitable, "Mit LibreOffice geschrieben", 5));
        review.Sheets.Single(each => each.ProjectId is null).Ratings["quality"].ShouldBeNull();
    }

    [Fact]
    public async Task Each_bad_cell_is_named_and_nothing_is_taken()
    {
        await using var one = await StartAsync(Commented);
        var author = await one.SignedInAsync(Cast.Reviewer(1));
        var file = Edited(await FileAsync(author), (key, value) => key switch
        {
            "e-quality" => "6",
            "e-goals" => "nicht beurteilbar",
            "e-network" => "4,5",
            "e-c-goals" => new string('x', ReviewSheet.MaxComment + 1),
            "Vote" => "vielleicht",
            _ => value,
        });
        var refused = await UploadAsync(author, file);
        refused.TextOf("[data-errors]").ShouldContain("Die Datei hat Fehler: 5");
        refused.Page.QuerySelectorAll("tbody tr").Length.ShouldBe(5);
        refused.TextOf("tbody").ShouldContain("Bitte wählen Sie 0 bis 5 Punkte.");
        refused.Page.QuerySelectorAll("tbody td:nth-of-type(1)").ShouldAllBe(cell => cell.TextContent.StartsWith('C'));
        (await one.ReviewAsync()).Version.ShouldBe(0);
    }

    [Fact]
    public async Task A_sheet_that_changed_since_is_refused_and_so_is_one_that_is_not_open_or_not_ones_own()
    {
        await using var one = await StartAsync();
        var (author, partner) = (await one.SignedInAsync(Cast.Reviewer(1)), await one.SignedInAsync(Cast.Reviewer(2)));
        var file = await FileAsync(author);
        var filled = Edited(file, (key, value) => key == "e-goals" ? "5" : value);
        var preview = await UploadAsync(author, filled);
        await author.SubmitAsync(await author.GetAsync(one.Address), Form, new() { ["Reasons"] = "Inzwischen" });
        (await UploadAsync(author, filled)).TextOf("tbody").ShouldContain("inzwischen auf der Internetseite geändert");
        (await author.SubmitAsync(preview, Take)).Page.QuerySelector("[data-errors]").ShouldNotBeNull();
        (await UploadAsync(partner, filled)).TextOf("tbody").ShouldContain("nicht oder nicht mehr bei Ihnen offen");
        await one.World.HandInAsync(one.Reviews[0].Id);
        (await one.World.AssignAsync(await one.World.AdmitAsync(2))).Count.ShouldBe(2);
        (await UploadAsync(author, filled)).TextOf("tbody").ShouldContain("nicht oder nicht mehr bei Ihnen offen");
        (await UploadAsync(author, "kein Excel"u8.ToArray())).Page.QuerySelector("[data-errors]").ShouldNotBeNull();
        (await UploadAsync(author, FormWorkbook.Write(one.World.Call.Definition, "de"))).TextOf("tbody").ShouldContain("keine Datei mit Prüfbögen");
        (await one.ReviewAsync()).Score.ShouldBe(4);
    }

    [Fact]
    public async Task Only_own_open_sheets_without_a_conflict_are_in_the_file()
    {
        await using var one = await StartAsync();
        var second = await one.World.AdmitAsync(2);
        await one.World.AssignAsync(second, 1, 3);
        await one.World.AssignAsync(await one.World.AdmitAsync(3), 2, 3);
        await one.World.WriteAsync(db =>
        {
            db.Conflicts.Add(ConflictOfInterest.Declare(second.Id, one.World.Persons[Cast.Reviewer(1)], ConflictKind.Personal, Domain.Shared.WriteContext.System(one.Host.Clock.Now, "Test")));
            return Task.FromResult(true);
        });
        var author = await one.SignedInAsync(Cast.Reviewer(1));
        WorkbookReader.Read(new MemoryStream(await FileAsync(author))).Select(sheet => sheet.Name).ShouldBe(["Anleitung", "M-2026-001", "Listen"]);
        (await FileAsync(author)).ShouldBe(await FileAsync(author));
        using var lead = await one.Host.SignedInAsync(Cast.Lead);
        (await lead.GetAsync(File)).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    // What the page calls an answer, in its own language.
    private static string LabelFor(Visitor visitor, Answer page, string value)
    {
        var box = page.Page.QuerySelector(value == "x" ? "[name=e-quality][value=x]" : $"[name=Vote][value={value}]")!;
        return (value == "x" ? box.ParentElement! : page.Page.QuerySelector($"label[for='{box.Id}']")!).TextContent.Trim();
    }

    private static async Task<byte[]> FileAsync(Visitor visitor)
    {
        var (status, type, content) = await visitor.DownloadAsync(File);
        (status, type).ShouldBe((HttpStatusCode.OK, FormWorkbook.MediaType));
        return content;
    }

    private static async Task<Answer> UploadAsync(Visitor visitor, byte[] file) =>
        await visitor.UploadAsync(await visitor.GetAsync(Page), Send, [], "Upload", "boegen.xlsx", new ByteArrayContent(file));

    /// <summary>The same cells in a plain workbook, as another program would save them, with other values in column C.</summary>
    private static byte[] Edited(byte[] file, Func<string, string, string> value) => WorkbookWriter.Write([.. WorkbookReader.Read(new MemoryStream(file)).Where(sheet => sheet.Rows.Count > 0).Select(sheet =>
    {
        var rows = Enumerable.Range(1, sheet.Rows[^1].Number).Select(number => sheet.Rows.FirstOrDefault(row => row.Number == number)?.Cells ?? new Dictionary<int, string>()).ToList();
        string[] Cells(IReadOnlyDictionary<int, string> row) => [.. Enumerable.Range(0, 4).Select(column => row.GetValueOrDefault(column, "") is var cell && column == 2 && row.TryGetValue(0, out var key) ? value(key, cell) : cell)];
        return new Sheet(sheet.Name, [.. Cells(rows[0]).Select(cell => new SheetColumn(cell))], rows.Skip(1).Select(row => (IReadOnlyList<object?>)Cells(row)));
    })]);
}
