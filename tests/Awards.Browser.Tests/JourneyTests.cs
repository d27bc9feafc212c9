using Awards.Domain.Calls;
using Awards.Testing;
using Awards.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Awards.Browser.Tests.PageChecks;

namespace Awards.Browser.Tests;

/// <summary>One competition, living: from an answer of a municipality to the published table, through the real pages.</summary>
public sealed class JourneyTests : IAsyncLifetime
{
    private const string Title = "Unser Weg: „Gemeinsam“ & <mehr>";

    private BrowserHost _browser = null!;
    private World _world = null!;

    public async Task InitializeAsync()
    {
        _browser = await BrowserHost.StartAsync();
        _world = await World.CreateAsync(_browser.Host);
    }

    public async Task DisposeAsync() => await _browser.DisposeAsync();

    [BrowserFact]
    public async Task From_an_answer_to_the_published_table()
    {
        await ApplyAsync();
        await AdmitAndAssignAsync();
        await ReviewAsync();
        await SettleAsync();
        await AwardAsync();
        await FreezeAsync();
        await PublishAsync();
        (await _browser.Host.CheckAsync()).ShouldBeEmpty();
        await EverythingIsAuditedAsync();
    }

    private async Task ApplyAsync()
    {
        var page = await _browser.SignedInAsync(Cast.ClerkOne);
        await page.ShouldBeAccessibleAsync();
        await page.GotoAsync($"/kommune/{World.Slug}/beginnen");
        await page.ShouldBeAccessibleAsync();
        await PressAsync(page, "Bewerbung beginnen");
        await page.ShouldBeAccessibleAsync();
        var application = new Uri(page.Url).AbsolutePath;

        await page.GotoAsync(application + "/kontakt");
        await page.FillAsync("[name='Input.ContactName']", "Ansprechperson");
        await page.FillAsync("[name='Input.ContactMail']", "amt@musterstadt.example");
        await page.ShouldBeAccessibleAsync();
        await PressAsync(page, "Speichern und weiter");
        await page.ShouldBeAccessibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Weiter", Exact = true }).ClickAsync();
        await page.FillAsync("[name='Input.Title']", Title);
        await page.FillAsync("[name='Input.Summary']", "Menschen lernen einander kennen.");
        if (_world.Call.Definition.Contributions is { Count: > 0 } kinds)
        {
            await page.Locator($"[name='Input.Contribution'][value='{kinds[0].Code}']").CheckAsync();
            await page.Locator("[name='Input.Novelty'][value='New']").CheckAsync();
        }
        await page.ShouldBeAccessibleAsync();
        await PressAsync(page, "Speichern und weiter");
        await page.FillAsync("[name='Input.Description']", "Was wir vorhaben, in einem Satz.");
        await page.ShouldBeAccessibleAsync();
        await PressAsync(page, "Speichern und weiter");
        await page.ShouldBeAccessibleAsync();
        foreach (var section in _world.Call.Definition.Questionnaire.Sections)
        {
            await page.GotoAsync($"{application}/fragebogen/{section.Code}");
            foreach (var question in section.Questions.Where(question => question.Choices.Count > 0))
                await page.Locator($"[name='Answers[{question.Code}]'][value='{question.Choices[0].Code}']").CheckAsync();
            await page.ShouldBeAccessibleAsync();
            await PressAsync(page, "Speichern und weiter");
        }
        await page.GotoAsync(application + "/pruefen");
        await page.ShouldBeAccessibleAsync();
        await PressAsync(page, "Einreichen");
        (await page.Locator("[data-errors] li").CountAsync()).ShouldBe(1, "the tick is missing");
        await page.ShouldBeAccessibleAsync();
        await page.Locator("input[type=checkbox][name=Confirmed]").CheckAsync();
        await PressAsync(page, "Einreichen");
        page.Url.ShouldEndWith("/eingang");
        await page.ShouldBeAccessibleAsync();
        (await page.InnerTextAsync("main")).ShouldContain("M-2026-E001");
        (await page.InnerTextAsync("main")).ShouldContain(Title);
    }

    private async Task AdmitAndAssignAsync()
    {
        var page = await _browser.SignedInAsync(Cast.Lead);
        await page.ShouldBeAccessibleAsync();
        await page.GotoAsync($"/institut/{World.Slug}");
        await page.ShouldBeAccessibleAsync();
        await page.GotoAsync($"/institut/{World.Slug}/bewerbungen");
        await page.ShouldBeAccessibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = Title }).Or(page.Locator("main a[href*='/bewerbungen/0']")).First.ClickAsync();
        await page.ShouldBeAccessibleAsync();
        await PressAsync(page, "Als Beitrag zulassen");
        await page.ShouldBeAccessibleAsync();
        await page.GotoAsync($"/institut/{World.Slug}/vorpruefung");
        await page.ShouldBeAccessibleAsync();
        await PressAsync(page, "Plan rechnen");
        await page.ShouldBeAccessibleAsync();
        await PressAsync(page, "Plan freigeben");
        await page.ShouldBeAccessibleAsync();
        await page.GotoAsync($"/institut/{World.Slug}/beitraege");
        await page.ShouldBeAccessibleAsync();
    }

    private async Task ReviewAsync()
    {
        var assigned = await _browser.Host.DbAsync(db => db.Reviews.Select(review => review.ReviewerId).ToListAsync());
        assigned.Count.ShouldBe(2);
        foreach (var mail in Enumerable.Range(1, 3).Select(Cast.Reviewer).Where(mail => assigned.Contains(_world.Persons[mail])))
        {
            var page = await _browser.SignedInAsync(mail);
            await page.ShouldBeAccessibleAsync();
            await page.Locator("main a[href*='/boegen/']").First.ClickAsync();
            await page.ShouldBeAccessibleAsync();
            (await page.InnerTextAsync("main")).ShouldContain(Title);
            foreach (var points in await page.Locator("main input[type=radio][value='4']").AllAsync()) await points.CheckAsync();
            await PressAsync(page, "Prüfbogen abgeben");
            (await page.Locator("[data-errors] li").CountAsync()).ShouldBeGreaterThanOrEqualTo(1, "vote and reasons are missing");
            await page.ShouldBeAccessibleAsync();
            await page.GetByLabel("geeignet", new() { Exact = true }).CheckAsync();
            await page.GetByLabel("Begründung des Votums").FillAsync("Ein tragfähiger Ansatz mit klaren Zielen.");
            await PressAsync(page, "Prüfbogen abgeben");
            await page.ShouldBeAccessibleAsync();
        }
    }

    private async Task SettleAsync()
    {
        var page = await _browser.SignedInAsync(Cast.Lead);
        await page.GotoAsync($"/institut/{World.Slug}/vorschlaege");
        await page.ShouldBeAccessibleAsync();
        await page.GotoAsync($"/institut/{World.Slug}/beitraege/1");
        await page.ShouldBeAccessibleAsync();
        (await page.InnerTextAsync("main")).ShouldContain("Ein tragfähiger Ansatz");
        await page.Locator("input[type=radio][name=Outcome]").First.CheckAsync();
        await page.FillAsync("textarea[name=Reasons]", "Beide Voten stimmen überein.");
        await PressAsync(page, "Ergebnis speichern");
        await page.ShouldBeAccessibleAsync();
    }

    private async Task AwardAsync()
    {
        var page = await _browser.SignedInAsync(Cast.JuryChair);
        await page.ShouldBeAccessibleAsync();
        await page.GotoAsync($"/jury/{World.Slug}");
        await page.ShouldBeAccessibleAsync();
        await page.GotoAsync($"/jury/{World.Slug}/beitraege/1");
        await page.ShouldBeAccessibleAsync();
        await page.GotoAsync($"/jury/{World.Slug}/beitraege/1/preis");
        await page.Locator("input[type=radio][name='Input.Prize']").First.CheckAsync();
        if (await page.Locator("input[type=radio][name='Input.Subject']").CountAsync() > 0) await page.Locator("input[type=radio][name='Input.Subject']").First.CheckAsync();
        await page.ShouldBeAccessibleAsync();
        await PressAsync(page, "Preis festhalten");
        await page.ShouldBeAccessibleAsync();
        await page.GotoAsync($"/jury/{World.Slug}");
        (await page.InnerTextAsync("main")).ShouldContain("25.000 Euro");
    }

    private async Task FreezeAsync()
    {
        var page = await _browser.SignedInAsync(Cast.Lead);
        await page.GotoAsync($"/institut/{World.Slug}/tabellen");
        await page.ShouldBeAccessibleAsync();
        await page.GotoAsync($"/institut/{World.Slug}/tabellen/festhalten");
        await page.ShouldBeAccessibleAsync();
        await page.FillAsync("[name=Name]", "Zur Veröffentlichung");
        await PressAsync(page, "Datenstand festhalten");
        await page.ShouldBeAccessibleAsync();
    }

    private async Task PublishAsync()
    {
        var page = await _browser.WindowAsync();
        string[] addresses = [$"/wettbewerbe/{World.Slug}/beitraege", $"/wettbewerbe/{World.Slug}/beitraege/1", $"/wettbewerbe/{World.Slug}/preise", $"/wettbewerbe/{World.Slug}/tabellen"];
        foreach (var address in addresses)
        {
            await page.GotoAsync(address);
            await page.ShouldBeAccessibleAsync();
            (await page.InnerTextAsync("main")).ShouldNotContain(Title, Case.Insensitive, "nothing is public yet");
        }

        _browser.Host.Clock.Now = _world.Call.Phase(PhaseKind.Publication)!.From;
        foreach (var width in new[] { 1280, 320 })
        {
            var reader = await _browser.WindowAsync(width);
            foreach (var address in addresses.Append($"/wettbewerbe/{World.Slug}").Append("/"))
            {
                await reader.GotoAsync(address);
                await reader.ShouldBeAccessibleAsync();
            }
            foreach (var address in addresses[..3])
            {
                await reader.GotoAsync(address);
                (await reader.InnerTextAsync("main")).ShouldContain(Title);
            }
            await reader.GotoAsync(addresses[3]);
            (await reader.InnerTextAsync("main")).ShouldContain("100,0");
        }
    }

    private async Task EverythingIsAuditedAsync()
    {
        var actions = await _browser.Host.DbAsync(db => db.AuditRows.Where(row => row.PersonId != null).Select(row => row.Action).Distinct().ToListAsync());
        foreach (var action in new[]
        {
            AuditAction.SignedIn, AuditAction.ApplicationStarted, AuditAction.ApplicationSaved, AuditAction.ApplicationSubmitted, AuditAction.ApplicationAdmitted,
            AuditAction.PairsAssigned, AuditAction.ReviewHandedIn, AuditAction.ConsensusSettled, AuditAction.AwardRecorded, AuditAction.SnapshotTaken,
        })
            actions.ShouldContain(action);
    }
}
