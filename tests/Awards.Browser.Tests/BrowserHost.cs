using Awards.Testing;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Awards.Browser.Tests;

/// <summary>The application on a real port and Chromium in front of it.</summary>
public sealed class BrowserHost : IAsyncDisposable
{
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private BrowserHost(AwardsHost host, string url, IPlaywright playwright, IBrowser browser) =>
        (Host, Url, _playwright, _browser) = (host, url, playwright, browser);

    public AwardsHost Host { get; }
    public string Url { get; }

    /// <summary>Starts both.</summary>
    public static async Task<BrowserHost> StartAsync()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        var url = $"http://localhost:{((System.Net.IPEndPoint)listener.LocalEndpoint).Port}";
        listener.Stop();
        var host = await AwardsHost.StartAsync(url);
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = BrowserFactAttribute.Chromium,
            Args = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
        });
        return new(host, url, playwright, browser);
    }

    /// <summary>A window of its own, with its own cookies. Requests to anywhere else fail the test.</summary>
    public async Task<IPage> WindowAsync(int width = 1280, bool scripts = true)
    {
        var context = await _browser.NewContextAsync(new() { BaseURL = Url, ViewportSize = new() { Width = width, Height = 900 }, JavaScriptEnabled = scripts, Locale = "de-DE" });
        context.SetDefaultTimeout(20_000);
        var page = await context.NewPageAsync();
        page.Request += (_, request) => request.Url.ShouldStartWith(Url);
        return page;
    }

    /// <summary>Signs a person in through the page.</summary>
    public async Task<IPage> SignedInAsync(string mail, int width = 1280, bool scripts = true)
    {
        var page = await WindowAsync(width, scripts);
        await page.GotoAsync("/anmelden");
        await page.FillAsync("[name='Input.Mail']", mail);
        await page.FillAsync("[name='Input.Password']", Web.Data.Seeding.DemoAccounts.Password);
        await page.ClickAsync("main button[type=submit], main form button");
        await page.WaitForURLAsync(address => !address.Contains("/anmelden", StringComparison.Ordinal));
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
        await Host.DisposeAsync();
    }
}

/// <summary>What every page must keep to.</summary>
public static class PageChecks
{
    /// <summary>No violation found by axe, one main heading, a title, no sideways scrolling.</summary>
    public static async Task ShouldBeAccessibleAsync(this IPage page)
    {
        var result = await page.RunAxe();
        var violations = result.Violations.Select(violation => $"{violation.Id}: {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}").ToList();
        violations.ShouldBeEmpty(page.Url);
        (await page.Locator("h1").CountAsync()).ShouldBe(1, page.Url);
        (await page.TitleAsync()).ShouldNotBe("Awards", page.Url);
        if (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth + 1")) return;
        var wide = await page.EvaluateAsync<string[]>("[...document.querySelectorAll('body *')].filter(each => each.getBoundingClientRect().right > innerWidth + 1).map(each => each.outerHTML.slice(0, 120)).slice(-5)");
        wide.ShouldBeEmpty($"{page.Url} scrolls sideways");
    }

    /// <summary>Presses a button and waits for the page that comes.</summary>
    public static async Task PressAsync(IPage page, string button, bool inMain = true)
    {
        var before = await page.EvaluateAsync<double>("performance.timeOrigin");
        await ClickAsync(page, button, inMain);
        await page.WaitForFunctionAsync("before => performance.timeOrigin !== before && document.readyState === 'complete'", before);
    }

    /// <summary>Presses a button and does not wait for a new page: with a passkey there may be none.</summary>
    public static Task ClickAsync(IPage page, string button, bool inMain = true) =>
        (inMain ? page.GetByRole(AriaRole.Main) : page.Locator("body")).GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync();
}
