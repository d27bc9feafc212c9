using Awards.Testing;
using Awards.Testing.Calls;
using Awards.Testing.Files;
using Microsoft.Playwright;

namespace Awards.Browser.Tests;

/// <summary>Every type of question in a real browser: accessible, and asked only while its condition holds.</summary>
public sealed class QuestionTests : IAsyncLifetime
{
    private BrowserHost _browser = null!;

    public async Task InitializeAsync()
    {
        _browser = await BrowserHost.StartAsync();
        await World.CreateAsync(_browser.Host, EveryQuestion.In);
    }

    public async Task DisposeAsync() => await _browser.DisposeAsync();

    [BrowserFact]
    public async Task Every_type_is_accessible_empty_filled_and_in_error_wide_and_narrow()
    {
        foreach (var width in new[] { 1280, 320 })
        {
            var (page, application) = await BeginAsync(width);
            foreach (var section in new[] { "choices", "numbers", "words" })
            {
                await page.GotoAsync($"{application}/fragebogen/{section}");
                await page.ShouldBeAccessibleAsync();
            }
            await page.GotoAsync($"{application}/fragebogen/numbers");
            foreach (var code in new[] { "volunteers", "area", "cost", "share", "begin" }) await page.FillAsync($"[name='Answers[{code}]']", "x");
            await PressAsync(page, "Speichern");
            (await page.Locator("[data-errors] a").CountAsync()).ShouldBe(5);
            await page.ShouldBeAccessibleAsync();
            await FillAsync(page, application);
            await page.GotoAsync($"{application}/fragebogen/words");
            await page.SetInputFilesAsync("[name='Answers[plans]']", new FilePayload { Name = "Bild.jpg", MimeType = "image/jpeg", Buffer = CraftedImage.Jpeg() });
            await PressAsync(page, "Datei hochladen");
            (await page.Locator("[data-errors] a").CountAsync()).ShouldBe(1);
            await page.ShouldBeAccessibleAsync();
            await page.SetInputFilesAsync("[name='Answers[plans]']", new FilePayload { Name = "Plan.pdf", MimeType = "application/pdf", Buffer = CraftedPdf.Pages() });
            await PressAsync(page, "Datei hochladen");
            (await page.Locator("ul.files a").InnerTextAsync()).ShouldBe("Plan.pdf");
            await page.ShouldBeAccessibleAsync();
            await page.GotoAsync($"{application}/fragebogen/choices");
            await page.ShouldBeAccessibleAsync();
            await page.GotoAsync($"{application}/pruefen");
            await page.ShouldBeAccessibleAsync();
        }
    }

    [BrowserFact]
    public async Task A_nested_condition_is_followed_while_somebody_writes()
    {
        var (page, application) = await BeginAsync(1280);
        ILocator Question(string code) => page.Locator($"[data-question='{code}']");
        async Task GoAsync(string section) => await page.GotoAsync($"{application}/fragebogen/{section}");

        await GoAsync("words");
        (await Question("why_other").IsVisibleAsync()).ShouldBeFalse();
        await GoAsync("choices");
        await page.CheckAsync("[name='Answers[has_concept]'][value=yes]");
        await page.CheckAsync("[name='Answers[sources]'][value=own]");
        await PressAsync(page, "Speichern");
        await GoAsync("words");
        (await Question("why_other").IsVisibleAsync()).ShouldBeFalse();
        (await Question("plans").IsVisibleAsync()).ShouldBeTrue();
        await FillAsync(page, application);
        await GoAsync("words");
        (await Question("why_other").IsVisibleAsync()).ShouldBeTrue();
        (await Question("story").IsVisibleAsync()).ShouldBeFalse();
        await page.FillAsync("[name='Answers[why_other]']", "Stiftung");
        (await Question("story").IsVisibleAsync()).ShouldBeTrue();
        await page.FillAsync("[name='Answers[why_other]']", "Zu 'geheim'");
        (await Question("story").IsVisibleAsync()).ShouldBeFalse();
    }

    [BrowserFact]
    public async Task Without_scripts_all_questions_are_there_and_say_when_they_are_asked()
    {
        var (page, application) = await BeginAsync(320, scripts: false);
        await page.GotoAsync($"{application}/fragebogen/words");
        (await page.Locator("[data-asked-note]:visible").CountAsync()).ShouldBe(3);
        await page.SetInputFilesAsync("[name='Answers[plans]']", new FilePayload { Name = "Plan.pdf", MimeType = "application/pdf", Buffer = CraftedPdf.Pages() });
        await PressAsync(page, "Datei hochladen");
        (await page.Locator("ul.files a").InnerTextAsync()).ShouldBe("Plan.pdf");
        await NextPageAsync(page, () => page.Locator("ul.files button").ClickAsync());
        (await page.Locator("ul.files a").CountAsync()).ShouldBe(0);
    }

    private static async Task FillAsync(IPage page, string application)
    {
        await page.GotoAsync($"{application}/fragebogen/choices");
        await page.CheckAsync("[name='Answers[has_concept]'][value=yes]");
        await page.CheckAsync("[name='Answers[sources]'][value=state]");
        await page.FillAsync("[name='Answers[duration][other]']", "Bis 2040");
        (await page.IsCheckedAsync("[name='Answers[duration]'][value=other]")).ShouldBeTrue();
        await page.CheckAsync("[name='Answers[partners][clubs]'][value=often]");
        await page.CheckAsync("[name='Answers[partners][schools]'][value=never]");
        await PressAsync(page, "Speichern");
        await page.GotoAsync($"{application}/fragebogen/numbers");
        await page.FillAsync("[name='Answers[cost]']", "50.000");
        await page.FillAsync("[name='Answers[begin]']", "31.12.2017");
        await PressAsync(page, "Speichern");
    }

    private async Task<(IPage Page, string Application)> BeginAsync(int width, bool scripts = true)
    {
        var page = await _browser.SignedInAsync(width == 1280 ? Cast.ClerkOne : Cast.ClerkTwo, width, scripts);
        await page.GotoAsync($"/kommune/{World.Slug}/beginnen");
        await PressAsync(page, "Bewerbung beginnen");
        return (page, new Uri(page.Url).AbsolutePath);
    }

    private static Task PressAsync(IPage page, string button) =>
        NextPageAsync(page, () => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync());

    // By the event, which comes without scripts too.
    private static async Task NextPageAsync(IPage page, Func<Task> leave)
    {
        var loaded = new TaskCompletionSource();
        void Done(object? sender, IPage arrived) => loaded.TrySetResult();
        page.Load += Done;
        await leave();
        await loaded.Task.WaitAsync(TimeSpan.FromSeconds(20));
        page.Load -= Done;
    }
}
