using Awards.Web.Data.Seeding;

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
}
