using System.IO.Compression;
using Awards.Documents.Workbooks;
using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Testing;
using Awards.Testing.Calls;
using Awards.Web.Data.Seeding;
using Awards.Web.Platform.Forms;

namespace Awards.Web.Tests.Platform.Forms;

/// <summary>The application form as a workbook: written, filled in, read back.</summary>
public sealed class FormWorkbookTests
{
    private static CallDefinition Call { get; } = FilledForm.In(AwardsHost.Seed.Call(DemoSeeder.Today));
    private static FormContent Filled { get; } = new(FilledForm.Applicant, FilledForm.Content);

    [Theory]
    [InlineData("de")]
    [InlineData("en")]
    public void Everything_that_can_be_asked_comes_back(string language)
    {
        var reading = Read(FormWorkbook.Write(Call, language, Filled));
        reading.Faults.ShouldBeEmpty();
        Same(reading.Content!, Filled);
    }

    [Fact]
    public void An_empty_form_is_an_empty_application()
    {
        var reading = Read(FormWorkbook.Write(Call, "de"));
        reading.Faults.ShouldBeEmpty();
        Same(reading.Content!, FormContent.Empty);
    }

    [Fact]
    public void The_forms_of_the_seeded_calls_can_be_written_and_read()
    {
        foreach (var slug in new[] { DemoSeeder.Today, DemoSeeder.Reference })
        {
            var call = AwardsHost.Seed.Call(slug);
            FormWorkbook.Read(new MemoryStream(FormWorkbook.Write(call, "de")), call).Faults.ShouldBeEmpty();
        }
    }

    [Fact]
    public void The_same_form_has_the_same_bytes() => FormWorkbook.Write(Call, "de").ShouldBe(FormWorkbook.Write(Call, "de"));

    [Fact]
    public void Everything_but_the_input_is_locked_codes_are_hidden_and_limits_and_lists_are_set()
    {
        using var zip = new ZipArchive(new MemoryStream(FormWorkbook.Write(Call, "de")));
        string Part(string name)
        {
            using var reader = new StreamReader(zip.Entries.Single(part => part.FullName.EndsWith(name, StringComparison.Ordinal)).Open());
            return reader.ReadToEnd();
        }
        var questions = Part("sheet5.xml");
        questions.ShouldContain("sheetProtection");
        questions.ShouldContain("hidden=\"1\"");
        foreach (var kind in new[] { "list", "whole", "decimal", "date", "textLength" }) questions.ShouldContain($"type=\"{kind}\"");
        questions.ShouldContain("100000");
        Part("workbook.xml").ShouldContain("state=\"hidden\"");
        Part("styles.xml").ShouldContain("locked=\"0\"");
        Part("sheet1.xml").ShouldContain("Bewerbungsfrist");
    }

    [Theory]
    [InlineData("answer.has_concept", "vielleicht", "form.not_in_list")]
    [InlineData("answer.volunteers", "viele", "answer.not_whole")]
    [InlineData("answer.volunteers", "200000", "answer.out_of_range")]
    [InlineData("answer.area", "13.5", "number.point")]
    [InlineData("answer.cost", "teuer", "money.unreadable")]
    [InlineData("answer.begin", "gestern", "answer.not_a_date")]
    [InlineData("answer.begin", "1.1.1999", "answer.date_out_of_range")]
    [InlineData("answer.sources:own", "vielleicht", "form.no_mark")]
    [InlineData("answer.sources:own", "x", "answer.too_many")]
    [InlineData("answer.partners.clubs", "manchmal", "form.not_in_list")]
    [InlineData("answer.why_other", "81", "text.too_long")]
    [InlineData("ContactMail", "keine Adresse", "application.no_mail_address")]
    [InlineData("applicant.state", "Atlantis", "form.not_in_list")]
    [InlineData("project.2.Title", "", "project.without_title")]
    [InlineData("participant.2", "Musterstadt 2", "participants.twice")]
    public void A_bad_cell_is_named_and_nothing_is_read(string key, string typed, string code)
    {
        var sheets = Sheets(FormWorkbook.Write(Call, "de", Filled));
        var (sheet, row) = Find(sheets, key);
        var reading = Read(Written(sheets, (key, typed == "81" ? new string('x', 81) : typed)));
        reading.Content.ShouldBeNull();
        var fault = reading.Faults.ShouldHaveSingleItem();
        (fault.Sheet, fault.Refusal.Code).ShouldBe((sheet, code));
        fault.Cell.ShouldBe(key == "answer.sources:own" && code == "answer.too_many" ? CellName.Of(2, Find(sheets, "answer.sources:other").Row) : CellName.Of(2, row));
    }

    [Fact]
    public void All_bad_cells_are_named_at_once_in_the_order_of_the_sheets()
    {
        var sheets = Sheets(FormWorkbook.Write(Call, "de", Filled));
        var reading = Read(Written(sheets, ("answer.volunteers", "viele"), ("ContactMail", "x"), ("answer.has_concept", "?"), ("answer.duration", "Bis zu 2 Jahre")));
        reading.Faults.Select(fault => $"{fault.Sheet} {fault.Refusal.Code}").ShouldBe(
            ["Bewerbung application.no_mail_address", "Fragebogen form.not_in_list", "Fragebogen form.words_alone", "Fragebogen answer.not_whole"]);
    }

    [Fact]
    public void Forms_of_other_calls_and_versions_and_other_workbooks_are_refused_in_words()
    {
        var other = FormWorkbook.Write(Call with { Slug = "anderer" }, "de");
        Read(other).Faults.Single().Refusal.Code.ShouldBe("form.other_call");
        var sheets = Sheets(FormWorkbook.Write(Call, "de"));
        Read(Written(sheets, [], mark: "awards-form|99|x|de")).Faults.Single().Refusal.Code.ShouldBe("form.unknown_version");
        Read(Written(sheets, [], mark: "")).Faults.Single().Refusal.Code.ShouldBe("form.not_the_form");
        Read(WorkbookWriter.Write(new Sheet("Blatt", [new("a")], [["x"]]))).Faults.Single().Refusal.Code.ShouldBe("form.not_the_form");
        Read([1, 2, 3]).Faults.Single().Refusal.Code.ShouldBe("form.unreadable");
    }

    [Fact]
    public void Lost_doubled_and_unknown_lines_are_refused()
    {
        var sheets = Sheets(FormWorkbook.Write(Call, "de", Filled));
        Read(Written(sheets, [], without: "answer.volunteers")).Faults.Single().Refusal.Code.ShouldBe("form.line_missing");
        Read(Written(sheets, [], again: "answer.volunteers")).Faults.Single().Refusal.Code.ShouldBe("form.line_twice");
        var shorter = Call with { Questionnaire = Call.Questionnaire with { Sections = [.. Call.Questionnaire.Sections.Select(section => section with { Questions = [.. section.Questions.Where(question => question.Code != "volunteers")] })] } };
        FormWorkbook.Read(new MemoryStream(FormWorkbook.Write(Call, "de", Filled)), shorter).Faults.Single().Refusal.Code.ShouldBe("form.unknown_line");
    }

    private static FormReading Read(byte[] file) => FormWorkbook.Read(new MemoryStream(file), Call);

    private static IReadOnlyList<ReadSheet> Sheets(byte[] file) => WorkbookReader.Read(new MemoryStream(file));

    private static (string Sheet, int Row) Find(IReadOnlyList<ReadSheet> sheets, string key) =>
        sheets.SelectMany(sheet => sheet.Rows.Where(row => row.Cells.GetValueOrDefault(0) == key).Select(row => (sheet.Name, row.Number))).Single();

    /// <summary>The same cells as another program would write them, with some changed.</summary>
    private static byte[] Written(IReadOnlyList<ReadSheet> sheets, params (string Key, string Value)[] changes) => Written(sheets, changes, null, null, null);

    private static byte[] Written(IReadOnlyList<ReadSheet> sheets, (string Key, string Value)[] changes, string? mark = null, string? without = null, string? again = null) => FormWriter.Write([.. sheets.Select(sheet =>
    {
        var rows = new List<IReadOnlyList<FormCell?>>();
        void Put(int number, IReadOnlyList<FormCell?> cells)
        {
            while (rows.Count < number) rows.Add([]);
            rows[number - 1] = cells;
        }
        foreach (var row in sheet.Rows)
        {
            var key = row.Cells.GetValueOrDefault(0, "");
            if (key == without && without is not null) continue;
            IReadOnlyList<FormCell?> cells = [.. Enumerable.Range(0, 5).Select(column =>
            {
                var text = column == 2 && changes.FirstOrDefault(change => change.Key == key).Value is { } changed ? changed : row.Cells.GetValueOrDefault(column, "");
                if (column == 0 && mark is not null && text.StartsWith("awards-form", StringComparison.Ordinal)) text = mark;
                object value = row.Shapes.ContainsKey(column) && text == row.Cells[column] ? decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : text;
                return new FormCell(value, value is decimal ? FormLook.InputNumber : FormLook.InputText);
            })];
            Put(row.Number, cells);
            if (key == again) Put(sheet.Rows[^1].Number + 1, cells);
        }
        return new LockedSheet(sheet.Name, [20, 20, 20, 20], rows);
    })]);

    private static void Same(FormContent read, FormContent expected)
    {
        read.Applicant.ShouldBe(expected.Applicant);
        read.Content.ToJson().ShouldBe(expected.Content.ToJson());
    }
}
