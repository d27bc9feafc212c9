using Awards.Domain.Shared;
using Awards.Testing;
using Awards.Testing.Calls;
using Awards.Testing.Files;
using Awards.Web.Platform.Forms;
using Microsoft.Playwright;

namespace Awards.Browser.Tests;

/// <summary>An entry by post: recorded and typed by one person, compared by another.</summary>
public sealed class PostalEntryTests : IAsyncLifetime
{
    private BrowserHost _browser = null!;
    private World _world = null!;

    public async Task InitializeAsync()
    {
        _browser = await BrowserHost.StartAsync();
        _world = await World.CreateAsync(_browser.Host, FilledForm.In);
    }

    public async Task DisposeAsync() => await _browser.DisposeAsync();

    [BrowserFact]
    public async Task A_postal_entry_is_keyed_and_checked_by_a_second_person()
    {
        foreach (var width in new[] { 1280, 320 })
        {
            var typist = await _browser.SignedInAsync(Cast.Editor, width);
            await RecordAsync(typist);
            await typist.SetInputFilesAsync("[name=scan]", new FilePayload { Name = "brief.pdf", MimeType = "application/pdf", Buffer = CraftedPdf.Pages(2) });
            await PageChecks.PressAsync(typist, "Datei hochladen");
            await typist.GetByText("„brief.pdf“ ist hochgeladen.").WaitForAsync();

            // The form came with it, for another competition: nothing is taken. Then the right one.
            await ReadAsync(typist, FormWorkbook.Write(_world.Call.Definition with { Slug = "anderer" }, "de"));
            await typist.GetByText("gehört zu einem anderen Wettbewerb").WaitForAsync();
            await typist.ShouldBeAccessibleAsync();
            await ReadAsync(typist, FormWorkbook.Write(_world.Call.Definition, "de", new(FilledForm.Applicant, FilledForm.Content)));
            await typist.GetByText("Noch nicht gespeichert").WaitForAsync();
            await typist.ShouldBeAccessibleAsync();
            await typist.GetByLabel("E-Mail-Adresse der Ansprechperson").FillAsync("keine Adresse");
            await PageChecks.PressAsync(typist, "Speichern");
            await typist.Locator("[data-errors] a").First.WaitForAsync();
            await typist.ShouldBeAccessibleAsync();
            await typist.GetByLabel("E-Mail-Adresse der Ansprechperson").FillAsync("amt@musterstadt.example");
            await typist.GetByLabel("Titel des Beitrags").FillAsync("Vom Papir");
            await PageChecks.PressAsync(typist, "Erfassung abschließen");
            await typist.GetByText("Gegenprüfen muss sie eine andere Person.").WaitForAsync();
            await typist.ShouldBeAccessibleAsync();
            var address = new Uri(typist.Url).AbsolutePath;
            _browser.Host.Clock.Now += TimeSpan.FromMinutes(20);

            var second = await _browser.SignedInAsync(Cast.Lead, width);
            await second.GotoAsync($"/institut/{World.Slug}/eingaenge");
            await second.ShouldBeAccessibleAsync();
            await second.GetByText("noch gegenzuprüfen").First.WaitForAsync();
            await second.GotoAsync(address);
            await second.GetByLabel("Titel des Beitrags").FillAsync("Vom Papier");
            await PageChecks.PressAsync(second, "Berichtigungen speichern");
            await second.GetByText("Vom Papir").First.WaitForAsync();
            await second.ShouldBeAccessibleAsync();
            await PageChecks.PressAsync(second, "Mit dem Original verglichen, Gegenprüfung abschließen");
            await second.GetByText("Über sie kann jetzt entschieden werden.").WaitForAsync();
            await second.ShouldBeAccessibleAsync();
            await second.GetByRole(AriaRole.Link, new() { Name = "Zur Bewerbung" }).ClickAsync();
            await second.GetByRole(AriaRole.Link, new() { Name = "Eingang, Scans und Gegenprüfung" }).WaitForAsync();
        }
    }

    private async Task RecordAsync(IPage page)
    {
        await page.GotoAsync($"/institut/{World.Slug}/eingaenge");
        await page.ShouldBeAccessibleAsync();
        await PageChecks.PressAsync(page, "Eingang erfassen");
        await page.Locator("[data-errors] a").First.WaitForAsync();
        await page.ShouldBeAccessibleAsync();
        await page.GetByLabel("Brief (Post)").CheckAsync();
        await page.GetByLabel("Tag des Eingangs").FillAsync(DateOnly.FromDateTime(GermanTime.Local(_browser.Host.Clock.Now)).AddDays(-1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        await page.GetByLabel("Uhrzeit des Eingangs").FillAsync("09:30");
        await page.GetByLabel("Kommune", new() { Exact = true }).FillAsync("Musterstadt 1");
        await PageChecks.PressAsync(page, "Eingang erfassen");
        await page.GetByText("Der Eingang ist erfasst.").WaitForAsync();
        await page.ShouldBeAccessibleAsync();
    }

    private static async Task ReadAsync(IPage page, byte[] form)
    {
        await page.SetInputFilesAsync("[name=workbook]", new FilePayload { Name = "formular.xlsx", MimeType = FormWorkbook.MediaType, Buffer = form });
        await PageChecks.PressAsync(page, "Formular einlesen");
    }
}
