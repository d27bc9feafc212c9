using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Awards.Documents.Workbooks;
using Awards.Domain.Calls;
using Awards.Testing;
using Awards.Testing.Calls;
using Awards.Web.Data.Seeding;
using Awards.Web.Platform.Forms;
using Awards.Web.Tests.Documents;

namespace Awards.Web.Tests.Platform.Forms;

/// <summary>The form is filled in by a real LibreOffice and read back.</summary>
public sealed class LibreOfficeTests
{
    [LibreOfficeFact]
    public async Task A_form_that_LibreOffice_filled_in_is_read_back_equal_and_its_labels_are_protected()
    {
        var call = FilledForm.In(AwardsHost.Seed.Call(DemoSeeder.Today));
        var empty = FormWorkbook.Write(call, "de");
        var content = new FormContent(FilledForm.Applicant, FilledForm.Content);
        var label = Cells(empty).First(cell => cell.Key.Cell.StartsWith('B') && cell.Key.Sheet == "Fragebogen");
        // What stands in the filled form and not in the empty one is what a person would type.
        var typed = Cells(FormWorkbook.Write(call, "de", content)).Except(Cells(empty)).ToList();
        typed.Count.ShouldBeGreaterThan(35);

        var (filled, refused) = await FillAsync(empty, [.. typed.Select(Wanted), Wanted(KeyValuePair.Create(label.Key, ("überschrieben", (CellShape?)null)))]);

        refused.ShouldBe(1);
        var reading = FormWorkbook.Read(new MemoryStream(filled), call);
        reading.Faults.ShouldBeEmpty();
        reading.Content!.Applicant.ShouldBe(content.Applicant);
        reading.Content.Content.ToJson().ShouldBe(content.Content.ToJson());
    }

    [LibreOfficeFact]
    public async Task A_bad_cell_of_a_form_that_LibreOffice_saved_is_named()
    {
        var call = FilledForm.In(AwardsHost.Seed.Call(DemoSeeder.Today));
        var empty = FormWorkbook.Write(call, "de");
        var row = WorkbookReader.Read(new MemoryStream(empty)).Single(sheet => sheet.Name == "Fragebogen").Rows.Single(row => row.Cells.GetValueOrDefault(0) == "answer.volunteers").Number;

        var (filled, _) = await FillAsync(empty, [new { sheet = "Fragebogen", cell = $"C{row}", text = "viele" }]);

        FormWorkbook.Read(new MemoryStream(filled), call).Faults.ShouldHaveSingleItem().ToString().ShouldStartWith($"Fragebogen!C{row}: Bitte geben Sie eine ganze Zahl");
    }

    private static object Wanted(KeyValuePair<(string Sheet, string Cell), (string Text, CellShape? Shape)> cell) => cell.Value.Shape is null
        ? new { sheet = cell.Key.Sheet, cell = cell.Key.Cell, text = cell.Value.Text }
        : new { sheet = cell.Key.Sheet, cell = cell.Key.Cell, number = double.Parse(cell.Value.Text, CultureInfo.InvariantCulture) };

    private static Dictionary<(string Sheet, string Cell), (string Text, CellShape? Shape)> Cells(byte[] file) => WorkbookReader.Read(new MemoryStream(file))
        .SelectMany(sheet => sheet.Rows.SelectMany(row => row.Cells.Select(cell => (Place: (sheet.Name, CellName.Of(cell.Key, row.Number)), Value: (cell.Value, row.Shapes.TryGetValue(cell.Key, out var shape) ? shape : (CellShape?)null)))))
        .ToDictionary(cell => cell.Place, cell => cell.Value);

    /// <summary>Types into cells with LibreOffice and saves; gives the file and how many cells were protected.</summary>
    internal static async Task<(byte[] File, int Refused)> FillAsync(byte[] form, IReadOnlyList<object> cells)
    {
        var folder = Directory.CreateTempSubdirectory("awards-form-").FullName;
        try
        {
            var (source, wanted, target) = (Path.Combine(folder, "form.xlsx"), Path.Combine(folder, "cells.json"), Path.Combine(folder, "filled.xlsx"));
            await File.WriteAllBytesAsync(source, form);
            await File.WriteAllTextAsync(wanted, JsonSerializer.Serialize(cells));
            var script = Path.Combine(DocumentSetup.RepositoryRoot, "tests", "Awards.Web.Tests", "Platform", "Forms", "fill.py");
            using var process = Process.Start(new ProcessStartInfo(LibreOfficeFactAttribute.Python, [script, source, wanted, target, Path.Combine(folder, "profile")]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            process.ExitCode.ShouldBe(0, await errors);
            return (await File.ReadAllBytesAsync(target), int.Parse(output.Trim(), CultureInfo.InvariantCulture));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}

/// <summary>A test with a real LibreOffice Calc. Without it the test is skipped and says so; in CI (AWARDS_REQUIRE_ALL) it then fails.</summary>
internal sealed class LibreOfficeFactAttribute : FactAttribute
{
    /// <summary>The Python of the distribution: the module uno is installed there, not for others on PATH.</summary>
    public static string Python { get; } = File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";

    public LibreOfficeFactAttribute()
    {
        // It has nothing to do with databases: once is enough.
        if (Environment.GetEnvironmentVariable("AWARDS_TEST_DATABASE") == "postgres") Skip = "Runs with the tests on SQLite.";
        var paths = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':');
        if (!paths.Any(folder => File.Exists(Path.Combine(folder, "soffice"))) && Environment.GetEnvironmentVariable("AWARDS_REQUIRE_ALL") != "1")
            Skip = "LibreOffice is not on PATH (Debian: apt-get install --no-install-recommends libreoffice-calc python3-uno).";
    }
}
