using Awards.Domain.Calls;
using Awards.Testing;
using Awards.Web.Stages.Calls;
using Awards.Web.Stages.Setup;
using Microsoft.Playwright;
using static Awards.Browser.Tests.PageChecks;

namespace Awards.Browser.Tests;

/// <summary>The set-up of a call in a real browser.</summary>
public sealed class SetupTests : IAsyncLifetime
{
    private const string Slug = "gruene-hoefe";
    private BrowserHost _browser = null!;

    public async Task InitializeAsync()
    {
        _browser = await BrowserHost.StartAsync();
        await World.CreateAsync(_browser.Host);
    }

    public async Task DisposeAsync() => await _browser.DisposeAsync();

    [BrowserFact]
    public async Task A_questionnaire_with_a_nested_condition_is_built_and_filled_in_the_preview()
    {
        var page = await BeginAsync(1280);
        await page.GotoAsync(SetupLinks.Questionnaire(Slug));
        await page.FillAsync("[name='Rows[0].LabelDe']", "Ihr Hof");
        await PressAsync(page, "Speichern");
        await AddAsync(page, "Ja oder Nein", "Gibt es einen Plan?");
        await AddAsync(page, "ganze Zahl", "Wie viele Bäume stehen dort?");
        await AddAsync(page, "eine Antwort aus mehreren", "Wem gehört der Hof?", async () =>
        {
            await page.FillAsync("[name='Input.Options[0].LabelDe']", "der Kommune");
            await page.FillAsync("[name='Input.Options[1].LabelDe']", "jemand anderem");
        });
        // (a plan and more than five trees) or the municipality's own
        await AddAsync(page, "eine Zeile Text", "Wer pflegt ihn?", async () =>
        {
            await page.SelectOptionAsync("[name='Condition.Groups[0].Lines[0].What']", new SelectOptionValue { Label = "Gibt es einen Plan?: Ja" });
            await page.SelectOptionAsync("[name='Condition.Groups[0].Lines[1].What']", new SelectOptionValue { Label = "Wie viele Bäume stehen dort?" });
            await page.SelectOptionAsync("[name='Condition.Groups[0].Lines[1].Asks']", nameof(Asks.Greater));
            await page.FillAsync("[name='Condition.Groups[0].Lines[1].Value']", "5");
        });
        await page.GetByRole(AriaRole.Link, new() { Name = "Wer pflegt ihn?", Exact = true }).ClickAsync();
        await page.SelectOptionAsync("[name='Condition.Groups[1].Lines[0].What']", new SelectOptionValue { Label = "Wem gehört der Hof?: der Kommune" });
        await page.CheckAsync("[name='Condition.Any']");
        await PressAsync(page, "Speichern");
        (await page.Locator("main strong").First.InnerTextAsync()).ShouldContain("oder");
        await page.ShouldBeAccessibleAsync();

        await page.GotoAsync(SetupLinks.Preview(Slug, "ihr_hof"));
        await page.ShouldBeAccessibleAsync();
        var carer = page.Locator("[data-question='wer_pflegt_ihn']");
        (await carer.IsVisibleAsync()).ShouldBeFalse();
        await page.CheckAsync("[name='Answers[gibt_es_einen_plan]'][value=yes]");
        await page.FillAsync("[name='Answers[wie_viele_baeume_stehen_dort]']", "5");
        (await carer.IsVisibleAsync()).ShouldBeFalse();
        await page.FillAsync("[name='Answers[wie_viele_baeume_stehen_dort]']", "6");
        (await carer.IsVisibleAsync()).ShouldBeTrue();
        await page.CheckAsync("[name='Answers[gibt_es_einen_plan]'][value=no]");
        (await carer.IsVisibleAsync()).ShouldBeFalse();
        await page.CheckAsync("[name='Answers[wem_gehoert_der_hof]'][value=der_kommune]");
        (await carer.IsVisibleAsync()).ShouldBeTrue();
        await page.FillAsync("[name='Answers[wer_pflegt_ihn]']", "das Grünflächenamt");
        await PressAsync(page, "Eingaben prüfen");
        (await page.GetByRole(AriaRole.Main).InnerTextAsync()).ShouldContain("So würde gespeichert");
        await page.ShouldBeAccessibleAsync();
    }

    [BrowserFact]
    public async Task Every_page_is_accessible_empty_filled_and_in_error_wide_and_narrow()
    {
        foreach (var width in new[] { 1280, 320 })
        {
            var page = width == 1280 ? await BeginAsync(width) : await _browser.SignedInAsync(Cast.Lead, width);
            foreach (var slug in new[] { Slug, World.Slug })
            {
                string[] addresses = [SetupLinks.Overview(slug), .. Enum.GetValues<CallPart>().Select(part => SetupLinks.Of(part, slug)), SetupLinks.New, CallLinks.Public(slug)];
                foreach (var address in addresses)
                {
                    await page.GotoAsync(address);
                    await page.ShouldBeAccessibleAsync();
                }
            }
            await page.GotoAsync(SetupLinks.Question(World.Slug, "duration"));
            await page.ShouldBeAccessibleAsync();
            await page.GotoAsync(SetupLinks.Calendar(World.Slug));
            await page.FillAsync("[name='Rows[1].UntilTime']", "spät");
            await PressAsync(page, "Speichern");
            (await page.Locator("[data-errors] a").CountAsync()).ShouldBe(1);
            await page.ShouldBeAccessibleAsync();
            await page.GotoAsync(SetupLinks.New);
            await PressAsync(page, "Anlegen");
            await page.ShouldBeAccessibleAsync();
        }
    }

    private async Task<IPage> BeginAsync(int width)
    {
        var page = await _browser.SignedInAsync(Cast.Lead, width);
        await page.GotoAsync(SetupLinks.New);
        await page.CheckAsync("[name=From][value=leer]");
        await page.FillAsync("[name=Title]", "Grüne Höfe");
        await page.FillAsync("[name=Slug]", Slug);
        await page.FillAsync("[name=NumberPrefix]", "HOF");
        await page.FillAsync("[name=FirstDay]", "2027-03-01");
        await PressAsync(page, "Anlegen");
        return page;
    }

    private static async Task AddAsync(IPage page, string kind, string text, Func<Task>? fill = null)
    {
        await page.GotoAsync(SetupLinks.Section(Slug, "ihr_hof"));
        await page.GetByLabel(kind, new() { Exact = true }).CheckAsync();
        await PressAsync(page, "Weiter");
        await page.FillAsync("[name='Input.TextDe']", text);
        if (fill is not null) await fill();
        await PressAsync(page, "Speichern");
    }
}
