using Awards.Domain.Municipalities;
using Awards.Domain.Shared;
using Awards.Testing;
using Awards.Web.Data.Municipalities;
using Microsoft.Playwright;

namespace Awards.Browser.Tests;

/// <summary>The register of municipalities in a real browser.</summary>
public sealed class RegisterTests : IAsyncLifetime
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
        foreach (var (width, edition) in new[] { (1280, "20251130"), (320, "20261231") })
        {
            var page = await _browser.SignedInAsync(Cast.Lead, width);
            foreach (var address in new[] { "/institut", "/institut/kommunen", "/institut/kommunen?suche=gibtesnicht", "/institut/kommunen/neu", "/institut/kommunen/einlesen", "/institut/kommunen?culture=en" })
            {
                await page.GotoAsync(address);
                await page.ShouldBeAccessibleAsync();
            }
            await page.GotoAsync("/sprache?culture=de&returnUrl=/institut/kommunen/neu");
            await page.ClickAsync("main form button");
            await page.Locator("[data-errors] a").First.WaitForAsync();
            await page.ShouldBeAccessibleAsync();

            await page.GotoAsync("/institut/kommunen/einlesen");
            await UploadAsync(page, System.Text.Encoding.UTF8.GetBytes(Sample(edition).Text.Replace("\n60", "\n69", StringComparison.Ordinal)));
            await page.Locator("[data-errors] a").WaitForAsync();
            await page.GetByText("Satzart „69“").First.WaitForAsync();
            await page.ShouldBeAccessibleAsync();
            await UploadAsync(page, Sample(edition).Bytes);
            await page.GetByRole(AriaRole.Button, new() { Name = "Übernehmen" }).WaitForAsync();
            await page.ShouldBeAccessibleAsync();
            await page.GotoAsync("/institut/kommunen/einlesen");
            await page.ShouldBeAccessibleAsync();
            await page.ClickAsync("main a:has-text('Ansehen, was sich ändern würde')");
            await page.GetByRole(AriaRole.Button, new() { Name = "Übernehmen" }).ClickAsync();
            await page.WaitForURLAsync(_browser.Url + "/institut/kommunen");
            await page.ShouldBeAccessibleAsync();

            await page.ClickAsync("main tbody a:has-text('Dülmen')");
            await page.ShouldBeAccessibleAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Festlegen", Exact = true }).ClickAsync();
            await page.Locator("[data-errors] a").WaitForAsync();
            await page.ShouldBeAccessibleAsync();
            await page.GetByLabel(width == 1280 ? "kreisfreie Stadt" : "Landkreis").CheckAsync();
            await page.FillAsync("[name=Reason]", "Sonderstatus laut Erlass");
            await page.GetByRole(AriaRole.Button, new() { Name = "Festlegen", Exact = true }).ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Wieder dem Gemeindeverzeichnis folgen" }).WaitForAsync();
            await page.ShouldBeAccessibleAsync();
        }
    }

    [BrowserFact]
    public async Task The_chooser_follows_what_is_typed_and_works_without_scripts_too()
    {
        await _browser.Host.DbAsync(db => RegisterImport.ImportAsync(db, RegisterFile.Read(Sample("20251130").Bytes).Edition!, "", WriteContext.System(_browser.Host.Clock.Now, "Test")));
        var page = await _browser.WindowAsync(320);
        await page.GotoAsync("/registrieren");
        await page.GetByLabel("Kommune", new() { Exact = true }).PressSequentiallyAsync("muenst");
        await page.GetByLabel("Münster, Stadt").WaitForAsync();
        (await page.Locator("[data-choices] input[type=radio]").CountAsync()).ShouldBe(2);
        (await page.Locator("[data-status]").TextContentAsync()).ShouldBe("1 Treffer");
        await page.ShouldBeAccessibleAsync();
        await page.GetByLabel("Münster, Stadt").CheckAsync();
        await page.FillAsync("[name='Input.Mail']", "amt@muenster.example");
        await page.FillAsync("[name='Input.Name']", "Ansprechperson");
        await page.GetByRole(AriaRole.Button, new() { Name = "Registrieren" }).ClickAsync();
        await page.GetByText("Bitte sehen Sie in Ihr Postfach").WaitForAsync();

        var plain = await _browser.WindowAsync(scripts: false);
        await plain.GotoAsync("/registrieren");
        await plain.FillAsync("[name='Input.Mail']", "amt@duelmen.example");
        await plain.FillAsync("[name='Input.Name']", "Ansprechperson");
        await plain.FillAsync("[name='Input.Municipality']", "ülm");
        await plain.GetByRole(AriaRole.Button, new() { Name = "Registrieren" }).ClickAsync();
        await plain.GetByLabel("Dülmen, Stadt").CheckAsync();
        await plain.GetByRole(AriaRole.Button, new() { Name = "Registrieren" }).ClickAsync();
        await plain.GetByText("Bitte sehen Sie in Ihr Postfach").WaitForAsync();
    }

    private static RegisterText Sample(string edition)
    {
        var file = new RegisterText(edition).City("05515", "Münster, Stadt", 320_000, 30_300).District("05558", "Coesfeld", "43").Town("05558016", "Dülmen, Stadt", "63", 47_000).Town("05558028", "Forst", "66", 0, 100, postcode: "");
        return edition == "20251130" ? file.Town("05558020", "Havixbeck") : file.Town("05558024", "Rosendahl");
    }

    private static async Task UploadAsync(IPage page, byte[] content)
    {
        await page.SetInputFilesAsync("[name=Upload]", new FilePayload { Name = "GV100AD.txt", MimeType = "text/plain", Buffer = content });
        await page.GetByRole(AriaRole.Button, new() { Name = "Hochladen und prüfen" }).ClickAsync();
    }
}
