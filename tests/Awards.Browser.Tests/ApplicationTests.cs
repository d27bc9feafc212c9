using Awards.Domain.Applications;
using Awards.Testing;
using Awards.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Awards.Browser.Tests.PageChecks;

namespace Awards.Browser.Tests;

/// <summary>An application as town halls write it: by keyboard alone, by two at once, over a bad line, without JavaScript, on a phone.</summary>
public sealed class ApplicationTests : IAsyncLifetime
{
    private BrowserHost _browser = null!;
    private World _world = null!;

    public async Task InitializeAsync()
    {
        _browser = await BrowserHost.StartAsync();
        _world = await World.CreateAsync(_browser.Host);
    }

    public async Task DisposeAsync() => await _browser.DisposeAsync();

    [BrowserFact]
    public async Task A_whole_application_is_written_and_handed_in_by_keyboard_alone()
    {
        var page = await _browser.SignedInAsync(Cast.ClerkOne);
        await page.GotoAsync($"/kommune/{World.Slug}/beginnen");
        await TabToAsync(page, "Bewerbung beginnen");
        await EnterAsync(page);
        var application = new Uri(page.Url).AbsolutePath;
        await page.GotoAsync(application + "/kontakt");
        await TypeAsync(page, "Input.ContactName", "Ansprechperson");
        await TypeAsync(page, "Input.ContactMail", "amt@musterstadt.example");
        await TabToAsync(page, "Speichern und weiter");
        await EnterAsync(page);
        await TabToAsync(page, "Weiter");
        await EnterAsync(page);
        await TypeAsync(page, "Input.Title", "Mit der Tastatur");
        if (_world.Call.Definition.Contributions is { Count: > 0 })
        {
            await ChooseAsync(page, "Input.Contribution");
            await ChooseAsync(page, "Input.Novelty");
        }
        await TypeAsync(page, "Input.Summary", "Kurz gesagt.");
        await TabToAsync(page, "Speichern und weiter");
        await EnterAsync(page);
        await TypeAsync(page, "Input.Description", "Ausführlich gesagt.");
        await TabToAsync(page, "Speichern und weiter");
        await EnterAsync(page);
        foreach (var section in _world.Call.Definition.Questionnaire.Sections)
        {
            await page.GotoAsync($"{application}/fragebogen/{section.Code}");
            foreach (var question in section.Questions.Where(question => question.Choices.Count > 0 && question.Required))
                if (await page.Locator($"[name='Answers[{question.Code}]']").First.IsVisibleAsync()) await ChooseAsync(page, $"Answers[{question.Code}]");
            await TabToAsync(page, "Speichern und weiter");
            await EnterAsync(page);
        }
        await page.GotoAsync(application + "/pruefen");
        await TabToFieldAsync(page, "Confirmed");
        await page.Keyboard.PressAsync("Space");
        await TabToAsync(page, "Einreichen");
        await EnterAsync(page);
        page.Url.ShouldEndWith("/eingang");
    }

    [BrowserFact]
    public async Task Two_colleagues_on_one_page_see_each_others_changes_and_overwrite_nothing_silently()
    {
        var (first, application) = await BegunAsync();
        await _world.WriteAsync(db =>
        {
            db.ApplicationMembers.Add(ApplicationMember.Add(Guid.Parse(application.Split('/')[^1]), _world.Persons[Cast.ClerkTwo], MemberRight.Edit));
            return Task.FromResult(true);
        });
        var second = await _browser.SignedInAsync(Cast.ClerkTwo);
        await first.GotoAsync(application + "/beitrag");
        await second.GotoAsync(application + "/beitrag");
        await first.FillAsync("[name='Input.Title']", "Titel der ersten");
        await first.GetByText("Gespeichert um").First.WaitForAsync();
        await second.FillAsync("[name='Input.Summary']", "Kurzfassung der zweiten");
        await second.GetByText("Jemand anderes hat inzwischen geändert: Titel des Beitrags").WaitForAsync();
        (await StoredAsync()).ShouldBe(("Titel der ersten", "Kurzfassung der zweiten"));
        await second.FillAsync("[name='Input.Title']", "Titel der zweiten");
        await second.GetByText("dasselbe Feld gespeichert").WaitForAsync();
        (await StoredAsync()).Title.ShouldBe("Titel der ersten");
        await PressAsync(second, "Speichern");
        (await second.InnerTextAsync("section[aria-labelledby=both]")).ShouldContain("Titel der ersten");
        await second.ShouldBeAccessibleAsync();
        await PressAsync(second, "Speichern");
        (await StoredAsync()).ShouldBe(("Titel der zweiten", "Kurzfassung der zweiten"));
        await first.GotoAsync(application + "/verlauf");
        (await first.Locator("tbody tr").CountAsync()).ShouldBe(3);
        await first.ShouldBeAccessibleAsync();
    }

    [BrowserFact]
    public async Task A_lost_connection_is_said_and_repaired_and_a_closed_window_costs_nothing()
    {
        var (page, application) = await BegunAsync();
        await page.GotoAsync(application + "/beschreibung");
        await page.Context.SetOfflineAsync(true);
        await page.FillAsync("[name='Input.Description']", "Im Zug geschrieben.");
        await page.GetByText("Verbindung unterbrochen").WaitForAsync();
        await page.ShouldBeAccessibleAsync();
        await page.Context.SetOfflineAsync(false);
        await page.GetByText("Gespeichert um").First.WaitForAsync();
        await page.GetByText("1 von höchstens").WaitForAsync();
        (await DescriptionAsync()).ShouldBe("Im Zug geschrieben.");

        await page.Context.SetOfflineAsync(true);
        await page.FillAsync("[name='Input.Description']", "Im Tunnel weitergeschrieben.");
        await page.GetByText("Verbindung unterbrochen").WaitForAsync();
        await page.WaitForFunctionAsync("Object.values(localStorage).some(kept => kept.includes('Im Tunnel'))");
        // The browser hands its storage on beside the page; nobody closes a window within the same millisecond.
        await page.WaitForTimeoutAsync(1000);
        var context = page.Context;
        await page.CloseAsync();
        await context.SetOfflineAsync(false);
        var again = await context.NewPageAsync();
        await again.GotoAsync(application + "/beschreibung");
        var offer = again.GetByText("Auf diesem Gerät stehen noch Eingaben");
        if (await offer.CountAsync() == 0)
        {
            var kept = await again.EvaluateAsync<string>("JSON.stringify(localStorage)");
            await again.WaitForTimeoutAsync(2000);
            (await offer.CountAsync()).ShouldBe(1, $"Kept when the page came: {kept}; now: {await again.EvaluateAsync<string>("JSON.stringify(localStorage)")}; {await again.InnerTextAsync("main")}");
        }
        await again.ShouldBeAccessibleAsync();
        await again.GetByRole(AriaRole.Button, new() { Name = "In das Formular übernehmen" }).ClickAsync();
        await again.GetByText("Gespeichert um").First.WaitForAsync();
        (await DescriptionAsync()).ShouldBe("Im Tunnel weitergeschrieben.");
    }

    [BrowserFact]
    public async Task Without_JavaScript_and_on_a_phone_every_page_of_the_application_works()
    {
        var page = await _browser.SignedInAsync(Cast.ClerkOne, width: 320, scripts: false);
        await page.GotoAsync($"/kommune/{World.Slug}/beginnen");
        await PressAsync(page, "Bewerbung beginnen");
        var application = new Uri(page.Url).AbsolutePath;
        foreach (var address in new[] { "", "/kontakt", "/beteiligte", "/beitrag", "/beschreibung", "/einzelprojekte", "/anlagen", "/pruefen", "/mitarbeit", "/verlauf" })
        {
            await page.GotoAsync(application + address);
            (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= 320")).ShouldBeTrue(address);
        }
        await page.GotoAsync(application + "/beteiligte");
        await page.FillAsync("[name=Name]", "Musterstadt 3");
        await PressAsync(page, "Hinzufügen");
        await page.GotoAsync(application + "/beschreibung");
        await page.FillAsync("[name='Input.Description']", "Ohne Skripte geschrieben.");
        await PressAsync(page, "Speichern");
        (await page.InnerTextAsync("[data-measured]")).ShouldStartWith("1 von höchstens");
        await page.GotoAsync(application + "/mitarbeit");
        await page.FillAsync("[name=Mail]", "kollegin@musterstadt.example");
        await page.FillAsync("[name=Name]", "Kollegin");
        await PressAsync(page, "Einladen");
        (await page.InnerTextAsync("main")).ShouldContain("kollegin@musterstadt.example");
        await page.GotoAsync(application + "/pruefen");
        (await page.InnerTextAsync("main")).ShouldContain("Musterstadt 3");
    }

    [BrowserFact]
    public async Task The_pages_around_an_application_are_accessible_empty_filled_in_error_wide_and_narrow()
    {
        var (_, application) = await BegunAsync();
        foreach (var width in new[] { 1280, 320 })
        {
            var page = await _browser.SignedInAsync(Cast.ClerkOne, width);
            foreach (var address in new[] { "/beteiligte", "/beschreibung", "/anlagen", "/mitarbeit", "/verlauf" })
            {
                await page.GotoAsync(application + address);
                await page.ShouldBeAccessibleAsync();
            }
            await page.GotoAsync(application + "/beteiligte");
            await page.FillAsync("[name=Name]", "Nirgendwo");
            await PressAsync(page, "Hinzufügen");
            await page.ShouldBeAccessibleAsync();
            await page.GotoAsync(application + "/anlagen");
            await PressAsync(page, "Datei hochladen");
            await page.ShouldBeAccessibleAsync();
            await page.GotoAsync(application + "/mitarbeit");
            await PressAsync(page, "Einladen");
            await page.ShouldBeAccessibleAsync();
        }
    }

    private async Task<(IPage Page, string Application)> BegunAsync()
    {
        var page = await _browser.SignedInAsync(Cast.ClerkOne);
        await page.GotoAsync($"/kommune/{World.Slug}/beginnen");
        await PressAsync(page, "Bewerbung beginnen");
        return (page, new Uri(page.Url).AbsolutePath);
    }

    private Task<(string Title, string Summary)> StoredAsync() => _browser.Host.DbAsync(async db =>
    {
        var texts = (await db.Applications.AsNoTracking().SingleAsync()).Texts;
        return (texts.Title, texts.Summary);
    });

    private Task<string> DescriptionAsync() => _browser.Host.DbAsync(async db => (await db.Applications.AsNoTracking().SingleAsync()).Texts.Description);

    private static Task TabToFieldAsync(IPage page, string name) => TabAsync(page, $"document.activeElement?.name === {System.Text.Json.JsonSerializer.Serialize(name)}", name);

    private static Task TabToAsync(IPage page, string words) => TabAsync(page, $"document.activeElement?.innerText?.trim() === {System.Text.Json.JsonSerializer.Serialize(words)}", words);

    // Nobody is stuck, nothing is skipped: the next stop is reached by the tab key, and the focus can be seen.
    private static async Task TabAsync(IPage page, string isThere, string what)
    {
        for (var stop = 0; stop < 150; stop++)
        {
            if (await page.EvaluateAsync<bool>(isThere)) return;
            await page.Keyboard.PressAsync("Tab");
        }
        throw new InvalidOperationException($"The tab key does not lead to {what}.");
    }

    private static async Task TypeAsync(IPage page, string name, string text)
    {
        await TabToFieldAsync(page, name);
        await page.Keyboard.TypeAsync(text);
    }

    private static async Task ChooseAsync(IPage page, string name)
    {
        await TabToFieldAsync(page, name);
        // From the last choice, "no answer", the arrow leads round to the first; where nothing is chosen, the space key takes the one in focus.
        await page.Keyboard.PressAsync(await page.EvaluateAsync<bool>("document.activeElement.checked && document.activeElement.value === ''") ? "ArrowDown" : "Space");
    }

    private static async Task EnterAsync(IPage page)
    {
        var before = await page.EvaluateAsync<double>("performance.timeOrigin");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForFunctionAsync("before => performance.timeOrigin !== before && document.readyState === 'complete'", before);
    }
}
