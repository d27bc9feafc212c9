using Awards.Testing;
using Microsoft.Playwright;

namespace Awards.Browser.Tests;

/// <summary>Contact lists, waves and questions in a real browser.</summary>
public sealed class OutreachTests : IAsyncLifetime
{
    private BrowserHost _browser = null!;

    public async Task InitializeAsync()
    {
        _browser = await BrowserHost.StartAsync();
        await World.CreateAsync(_browser.Host);
    }

    public async Task DisposeAsync() => await _browser.DisposeAsync();

    [BrowserFact]
    public async Task Its_pages_are_accessible_empty_filled_and_in_error_wide_and_narrow()
    {
        foreach (var width in new[] { 1280, 320 })
        {
            var page = await _browser.SignedInAsync(Cast.Lead, width);
            var start = $"/institut/{World.Slug}/ansprache";
            foreach (var address in new[] { start, start + "/listen/neu", start + "/aussendungen/neu", start + "/unzustellbar", start + "/wirkung", $"/institut/{World.Slug}/anfragen", $"/institut/{World.Slug}/anfragen/neu", $"/institut/{World.Slug}/haeufige-fragen", $"/wettbewerbe/{World.Slug}/anfrage", $"/wettbewerbe/{World.Slug}" })
            {
                await page.GotoAsync(address);
                await page.ShouldBeAccessibleAsync();
            }

            await page.GotoAsync(start + "/listen/neu");
            await page.ClickAsync("main form button");
            await page.Locator("[data-errors] a").First.WaitForAsync();
            await page.ShouldBeAccessibleAsync();
            await page.FillAsync("[name=Name]", $"Liste {width}");
            await page.GetByRole(AriaRole.Button, new() { Name = "Liste anlegen" }).ClickAsync();
            await page.GetByRole(AriaRole.Status).GetByText("6 Kommunen ohne Adresse").WaitForAsync();
            await page.ShouldBeAccessibleAsync();
            var list = new Uri(page.Url).AbsolutePath;

            await page.GotoAsync(list + "/einlesen");
            await UploadAsync(page, "name;mail\nMusterstadt 1;kaputt\n");
            await page.GetByText("Zeile 2, Spalte „mail“").WaitForAsync();
            await page.ShouldBeAccessibleAsync();
            await page.FillAsync("[name=Source]", "Website der Stadt");
            await UploadAsync(page, $"name;stelle;mail\nMusterstadt 1;Soziales;amt{width}@musterstadt.example\nEinsehrlangernamederkeineleerzeichenhatundtrotzdempassenmuss;;einesehrlangeadresse{width}ohneleerzeichen@einsehrlangerrechnername.musterstadt.example\n");
            await page.GetByRole(AriaRole.Button, new() { Name = "Übernehmen" }).WaitForAsync();
            await page.ShouldBeAccessibleAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Übernehmen" }).ClickAsync();
            await page.GetByRole(AriaRole.Status).GetByText("Die Datei ist übernommen").WaitForAsync();
            await page.ShouldBeAccessibleAsync();
            await page.ClickAsync("main tbody a:has-text('Musterstadt 1')");
            await page.ShouldBeAccessibleAsync();

            await page.GotoAsync(start + "/aussendungen/neu");
            await page.FillAsync("[name=Name]", $"Welle {width}");
            await page.SelectOptionAsync("[name=ListId]", new SelectOptionValue { Index = 1 });
            await page.GetByLabel("erste Aussendung").CheckAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Weiter" }).ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Vorschau" }).ClickAsync();
            await page.Locator("#vorschau").WaitForAsync();
            await page.ShouldBeAccessibleAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Aussendung freigeben" }).ClickAsync();
            await page.Locator("[data-errors] a").First.WaitForAsync();
            await page.ShouldBeAccessibleAsync();
            await page.GetByLabel("Ja, die gespeicherte Fassung soll hinausgehen").CheckAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Aussendung freigeben" }).ClickAsync();
            await page.GetByText("Bearbeitete Adressen").First.WaitForAsync();
            await page.ShouldBeAccessibleAsync();
            await page.GotoAsync(start + "/wirkung");
            await page.ShouldBeAccessibleAsync();

            await page.GotoAsync(start + "/unzustellbar");
            await page.SetInputFilesAsync("[name=Uploads]", [new FilePayload { Name = "kein-bericht-mit-einem-sehr-langen-namen-ohne-leerzeichen.eml", MimeType = "message/rfc822", Buffer = "Subject: x\n\nText"u8.ToArray() }]);
            await page.GetByRole(AriaRole.Button, new() { Name = "Einlesen" }).ClickAsync();
            await page.Locator("#ergebnis").WaitForAsync();
            await page.ShouldBeAccessibleAsync();

            await page.GotoAsync($"/wettbewerbe/{World.Slug}/anfrage");
            await page.GetByRole(AriaRole.Button, new() { Name = "Frage absenden" }).ClickAsync();
            await page.Locator("[data-errors] a").First.WaitForAsync();
            await page.ShouldBeAccessibleAsync();
            await page.FillAsync("[name='Input.Mail']", "amt@musterstadt.example");
            await page.FillAsync("[name='Input.Text']", $"Dürfen wir auch mit {width}?");
            await page.GetByRole(AriaRole.Button, new() { Name = "Frage absenden" }).ClickAsync();
            await page.GetByRole(AriaRole.Status).GetByText("Ihre Frage ist angekommen").WaitForAsync();
            await page.ShouldBeAccessibleAsync();
            await page.GotoAsync($"/institut/{World.Slug}/anfragen");
            await page.ShouldBeAccessibleAsync();
            await page.ClickAsync($"main tbody a:has-text('{width}')");
            await page.ShouldBeAccessibleAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Veröffentlichen" }).ClickAsync();
            await page.Locator("[data-errors] a").First.WaitForAsync();
            await page.ShouldBeAccessibleAsync();
            await page.FillAsync("[name='Faq.QuestionDe']", "Dürfen wir?");
            await page.FillAsync("[name='Faq.AnswerDe']", "Ja, **gern**: https://musterstadt.example/eine-sehr-lange-adresse-ohne-leerzeichen-die-umbrechen-muss");
            await page.GetByRole(AriaRole.Button, new() { Name = "Veröffentlichen" }).ClickAsync();
            await page.GetByText("Für alle beantwortet").WaitForAsync();
            await page.GotoAsync($"/institut/{World.Slug}/haeufige-fragen");
            await page.ShouldBeAccessibleAsync();
            await page.ClickAsync("main ol a");
            await page.ShouldBeAccessibleAsync();
            await page.GotoAsync($"/wettbewerbe/{World.Slug}");
            await page.ShouldBeAccessibleAsync();
        }
    }

    private static async Task UploadAsync(IPage page, string text)
    {
        await page.SetInputFilesAsync("[name=Upload]", new FilePayload { Name = "kontakte.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(text) });
        await page.GetByRole(AriaRole.Button, new() { Name = "Hochladen und prüfen" }).ClickAsync();
    }
}
