using Awards.Web.Data.Seeding;
using Microsoft.Playwright;

namespace Awards.Browser.Tests;

/// <summary>The frame around everything, in every state.</summary>
public sealed class FrameTests : IAsyncLifetime
{
    private BrowserHost _browser = null!;

    public async Task InitializeAsync() => _browser = await BrowserHost.StartAsync();

    public async Task DisposeAsync() => await _browser.DisposeAsync();

    [BrowserFact]
    public async Task The_frame_is_accessible_empty_filled_in_error_wide_and_narrow()
    {
        foreach (var width in new[] { 1280, 320 })
        {
            var page = await _browser.WindowAsync(width);
            foreach (var address in new[] { "/", "/anmelden", "/gibt-es-nicht", "/datenschutz", "/impressum", "/barrierefreiheit", "/?culture=en" })
            {
                await page.GotoAsync(address);
                await page.ShouldBeAccessibleAsync();
            }
            await page.GotoAsync("/anmelden");
            await page.ClickAsync("main form button");
            (await page.Locator("[data-errors] a").CountAsync()).ShouldBe(2);
            await page.ShouldBeAccessibleAsync();
        }
        await _browser.Host.SeedDemoAsync(DemoStage.Published);
        foreach (var width in new[] { 1280, 320 })
        {
            var page = await _browser.WindowAsync(width);
            foreach (var address in new[] { "/", "/anmelden" })
            {
                await page.GotoAsync(address);
                await page.ShouldBeAccessibleAsync();
            }
        }
    }

    [BrowserFact]
    public async Task Signing_in_works_with_the_keyboard_alone()
    {
        await _browser.Host.SeedDemoAsync(DemoStage.Published);
        var page = await _browser.WindowAsync();
        await page.GotoAsync("/anmelden");
        await page.FocusAsync("[name='Input.Mail']");
        await page.Keyboard.TypeAsync("leitung@demo.example");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync(DemoAccounts.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/institut");
    }

    [BrowserFact]
    public async Task Typed_text_survives_a_session_that_has_ended()
    {
        var world = await Testing.World.CreateAsync(_browser.Host);
        var page = await _browser.SignedInAsync(Testing.Cast.ClerkOne);
        await page.GotoAsync($"/kommune/{Testing.World.Slug}/beginnen");
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "Bewerbung beginnen" }).ClickAsync();
        await page.WaitForURLAsync("**/kommune/bewerbungen/*");
        await page.GotoAsync(new Uri(page.Url).AbsolutePath + "/beitrag");
        await page.Context.ClearCookiesAsync(new() { Name = "awards" });
        await page.FillAsync("[name='Input.Summary']", "Das darf nicht verloren gehen.");
        await page.GetByText("Sie sind nicht mehr angemeldet").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Speichern", Exact = true }).ClickAsync();
        await page.WaitForTimeoutAsync(1000);
        page.Url.ShouldEndWith("/beitrag");
        (await page.InputValueAsync("[name='Input.Summary']")).ShouldBe("Das darf nicht verloren gehen.");

        var second = await page.Context.NewPageAsync();
        await second.GotoAsync("/anmelden");
        await second.FillAsync("[name='Input.Mail']", Testing.Cast.ClerkOne);
        await second.FillAsync("[name='Input.Password']", DemoAccounts.Password);
        await second.ClickAsync("main form button");
        await second.WaitForURLAsync("**/kommune");
        await page.GetByRole(AriaRole.Button, new() { Name = "Speichern", Exact = true }).ClickAsync();
        await page.GetByText("Gespeichert um").First.WaitForAsync();
        (await _browser.Host.DbAsync(db => Task.FromResult(db.Applications.Single(each => each.CallId == world.Call.Id).Texts.Summary))).ShouldBe("Das darf nicht verloren gehen.");
    }
}
