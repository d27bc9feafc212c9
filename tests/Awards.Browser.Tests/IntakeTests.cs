using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Intake;
using Awards.Domain.Municipalities;
using Awards.Testing;
using Awards.Web.Stages.Intake;
using Awards.Web.Stages.Setup;
using Microsoft.Playwright;
using static Awards.Browser.Tests.PageChecks;

namespace Awards.Browser.Tests;

/// <summary>The intake in a real browser, wide and narrow.</summary>
public sealed class IntakeTests : IAsyncLifetime
{
    private BrowserHost _browser = null!;
    private World _world = null!;

    public async Task InitializeAsync()
    {
        _browser = await BrowserHost.StartAsync();
        _world = await World.CreateAsync(_browser.Host, call => call with { FormalChecks = [new("town", "Von einer Kommune", "Keine Organisation"), new("length", "Text nicht zu lang")] });
    }

    public async Task DisposeAsync() => await _browser.DisposeAsync();

    [BrowserFact]
    public async Task Every_page_of_the_intake_is_accessible_empty_filled_and_in_error_wide_and_narrow()
    {
        foreach (var width in new[] { 1280, 320 })
        {
            var lead = await _browser.SignedInAsync(Cast.Lead, width);
            await VisitAsync(lead, IntakeLinks.Figures(World.Slug), SetupLinks.FormalChecks(World.Slug));
        }
        var first = await _world.SubmitAsync(1, texts: new ApplicationTexts { Title = "Nachbarschaft im Park", Summary = "Kurz", ContactMail = "kontakt@musterstadt.example" }, projects: [new("A"), new("B"), new("C")]);
        await _world.SubmitAsync(1, texts: new ApplicationTexts { Title = "Nachbarschaft im Park" });
        var joint = await _world.WriteAsync(db =>
        {
            var arrived = Application.TakeOver(_world.Call, new ArrivedEntry { ApplicantName = "Gemeinschaft mehrerer Kommunen", Channel = Channel.Post, Answers = AnswerSet.Empty, Type = MunicipalityType.District, IsJoint = true }, _browser.Host.Clock.Now);
            arrived.SubmitTakenOver(_world.Call, 90, _browser.Host.Clock.Now);
            db.Applications.Add(arrived);
            db.MissingPieceRequests.Add(MissingPieceRequest.Ask(first, "Der Beschluss fehlt.", new(2026, 4, 1), new(null, _browser.Host.Clock.Now)).Fact);
            return Task.FromResult(arrived);
        });
        foreach (var width in new[] { 1280, 320 })
        {
            var lead = await _browser.SignedInAsync(Cast.Lead, width);
            var list = IntakeLinks.Applications(World.Slug);
            await VisitAsync(lead, list, list + "?suche=lnd:NW", list + "?suche=ist:dublette&spalten=eingang,datum,titel,zustand,typ,land,kanal,beitrag,gruppe,projekte,pruefung,nachforderung,dublette,kontakt,mail",
                IntakeLinks.Application(World.Slug, first.Id), IntakeLinks.Application(World.Slug, joint.Id), IntakeLinks.Check(World.Slug, first.Id), IntakeLinks.Pieces(World.Slug, first.Id),
                IntakeLinks.Figures(World.Slug), SetupLinks.FormalChecks(World.Slug), $"/institut/{World.Slug}/sammelaktion");
            await lead.GotoAsync(IntakeLinks.Figures(World.Slug));
            foreach (var picture in await lead.Locator("img.chart").AllAsync())
            {
                await picture.ScrollIntoViewIfNeededAsync();
                await lead.WaitForFunctionAsync("picture => picture.complete && picture.naturalWidth > 0", await picture.ElementHandleAsync());
            }
            await lead.GotoAsync(IntakeLinks.Application(World.Slug, joint.Id));
            await PressAsync(lead, "Als Beitrag zulassen");
            await lead.ShouldBeAccessibleAsync();
            await lead.GotoAsync(IntakeLinks.Pieces(World.Slug, first.Id));
            await PressAsync(lead, "Nachfordern");
            await lead.ShouldBeAccessibleAsync();
            var clerk = await _browser.SignedInAsync(Cast.ClerkOne, width);
            await VisitAsync(clerk, "/kommune", $"/kommune/bewerbungen/{first.Id}", IntakeLinks.OwnPieces(first.Id));
            await PressAsync(clerk, "Antwort absenden");
            await clerk.ShouldBeAccessibleAsync();
        }
    }

    [BrowserFact]
    public async Task Several_are_chosen_in_the_list_and_the_result_says_what_was_done()
    {
        await _world.SubmitAsync(1);
        await _world.SubmitAsync(2);
        var lead = await _browser.SignedInAsync(Cast.Lead, 320);
        await lead.GotoAsync(IntakeLinks.Applications(World.Slug));
        await lead.CheckAsync("input[aria-label='Musterstadt 2 auswählen']");
        await lead.Locator("#bulk summary", new() { HasTextString = "Ausschließen" }).ClickAsync();
        await lead.FillAsync("[name=Reason]", "Keine Kommune");
        await PressAsync(lead, "Diese Bewerbungen ausschließen");
        (await lead.GetByRole(AriaRole.Main).InnerTextAsync()).ShouldContain("Getan: 1. Nicht getan: 0.");
        await lead.ShouldBeAccessibleAsync();
    }

    private static async Task VisitAsync(IPage page, params string[] addresses)
    {
        foreach (var address in addresses)
        {
            await page.GotoAsync(address);
            foreach (var closed in await page.Locator("main details:not([open]) > summary").AllAsync())
                if (await closed.IsVisibleAsync()) await closed.ClickAsync();
            await page.ShouldBeAccessibleAsync();
        }
    }
}
