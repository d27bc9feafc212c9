using System.Collections.Immutable;
using System.Text;
using Awards.Domain.Applications;
using Awards.Domain.Intake;
using Awards.Domain.PreReview;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Data.Seeding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Awards.Browser.Tests.PageChecks;

namespace Awards.Browser.Tests;

/// <summary>The pre-review of the reference competition by two reviewers, the lead and an editor: from 142 admitted entries to the proposals and a final short report.</summary>
public sealed class PreReviewTests : IAsyncLifetime
{
    private const string Office = $"/institut/{DemoSeeder.Reference}", Lead = "leitung@demo.example", Editor = "redaktion@demo.example";
    private const int Entries = 142;

    private BrowserHost _browser = null!;

    public async Task InitializeAsync()
    {
        _browser = await BrowserHost.StartAsync();
        await _browser.Host.SeedDemoAsync(DemoStage.Intake);
    }

    public async Task DisposeAsync() => await _browser.DisposeAsync();

    [BrowserFact]
    public async Task From_the_admitted_entries_to_the_proposals()
    {
        await AdmitAsync();
        var barred = await DeclareAsync();
        var lead = await _browser.SignedInAsync(Lead);
        await PlanAsync(lead, barred);
        await TwoReviewersAsync(lead);
        await OthersHandInAsync();
        await ShouldBeGoodAsync(lead, "/auswertung");
        await SessionAsync(lead);
        await ReportAsync(lead);
        (await _browser.Host.CheckAsync()).ShouldBeEmpty();
    }

    /// <summary>The formal check has tests of its own: 142 are admitted, the four organisations excluded.</summary>
    private Task<int> AdmitAsync() => WriteAsync(async db =>
    {
        var call = await db.Calls.SingleAsync(each => each.Slug == DemoSeeder.Reference);
        var write = WriteContext.System(_browser.Host.Clock.Now, "Probe");
        foreach (var application in await db.Applications.Include(each => each.Projects).Where(each => each.CallId == call.Id).OrderBy(each => each.ArrivalNumber).ToListAsync())
        {
            if (application.ArrivalNumber > Entries)
            {
                db.Add(Admission.Exclude(application, write).Fact);
                continue;
            }
            var admitted = Admission.Admit(application, call, application.ArrivalNumber!.Value, null, write with { Why = "Zugelassen" }).Fact;
            db.AddRange(admitted.Entry, admitted.Decision);
        }
        return 0;
    });

    /// <summary>A reviewer declares a conflict with the first entry on the list, takes it back, declares another, and has no further one.</summary>
    private async Task<string> DeclareAsync()
    {
        var page = await _browser.SignedInAsync(Reviewer(1));
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Befangenheit angeben" }).First.ClickAsync();
        await page.WaitForURLAsync(address => address.Contains("/befangenheit", StringComparison.Ordinal));
        await page.ShouldBeAccessibleAsync();
        (await page.Locator("input[name=Beitrag]").CountAsync()).ShouldBe(Entries);
        await PressAsync(page, "Befangenheit vermerken");
        (await page.Locator("[data-errors] li").CountAsync()).ShouldBe(2, "neither entry nor kind");
        await page.ShouldBeAccessibleAsync();
        var box = page.Locator("input[name=Beitrag]").Nth(5);
        var entry = (await box.GetAttributeAsync("value"))!;
        await box.CheckAsync();
        await page.Locator("input[name=Kind]").First.CheckAsync();
        await PressAsync(page, "Befangenheit vermerken");
        await page.ShouldBeAccessibleAsync();
        await PressAsync(page, "Weitere Befangenheiten habe ich nicht");
        return entry;
    }

    private async Task PlanAsync(IPage page, string barred)
    {
        await ShouldBeGoodAsync(page, "/vorpruefung");
        await PressAsync(page, "Nach Befangenheiten suchen");
        await page.ShouldBeAccessibleAsync();
        await page.GotoAsync(Office + "/vorpruefung");
        await page.FillAsync("[name=Name]", "Erster Plan");
        await PressAsync(page, "Plan rechnen");
        await page.ShouldBeAccessibleAsync();
        (await page.Locator("table").First.Locator("tbody tr").AllInnerTextsAsync()).ShouldAllBe(row => Reached(row));
        await PressAsync(page, "Plan freigeben");
        await page.ShouldBeAccessibleAsync();
        (await page.InnerTextAsync(".kern-alert--success")).ShouldContain("284 Prüfbögen sind neu zugeordnet.");
        var first = await PersonAsync(Reviewer(1));
        (await DbAsync(db => db.Reviews.AnyAsync(review => review.EntryId == Guid.Parse(barred) && review.ReviewerId == first))).ShouldBeFalse();
        (await DbAsync(db => db.Reviews.CountAsync(review => review.ReviewerId == first))).ShouldBeInRange(23, 24);
    }

    /// <summary>The last two figures of a row of goals are what was reached and the bound.</summary>
    private static bool Reached(string row) => row.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is [.., var reached, var bound] && reached == bound;

    /// <summary>Both reviewers of an entry vote against each other; neither sees anything of the other before both handed in.</summary>
    private async Task TwoReviewersAsync(IPage lead)
    {
        var first = await PersonAsync(Reviewer(1));
        var group = await DbAsync(db => db.Entries.Where(each => each.Title.Length > 0).Select(each => each.GroupCode).Distinct().ToListAsync());
        group.ShouldContain("districts");
        var entry = await DbAsync(db => db.Reviews.Where(review => review.ReviewerId == first).Join(db.Entries.Where(each => each.GroupCode == "districts"), review => review.EntryId, each => each.Id, (_, each) => each).OrderBy(each => each.Number).FirstAsync());
        var pair = await DbAsync(db => db.Reviews.Where(review => review.EntryId == entry.Id).Join(db.Users, review => review.ReviewerId, person => person.Id, (_, person) => person.Email!).ToListAsync());
        const string First = "Die Ziele sind klar, die Wege dahin gut begründet.", Second = "Es fehlen überprüfbare Ziele und eine Auswertung der Wirkungen.";
        var one = await SheetAsync(Reviewer(1), entry.Number, 5, "geeignet", First);
        (await one.InnerTextAsync("main")).ShouldContain("Den Prüfbogen der zweiten Person sehen Sie hier, sobald auch sie abgegeben hat.");
        (await one.InnerTextAsync("main")).ShouldNotContain(Second);
        await lead.GotoAsync($"{Office}/beitraege/{entry.Number}");
        (await lead.InnerTextAsync("main")).ShouldNotContain(First);
        var two = await SheetAsync(pair.Single(mail => mail != Reviewer(1)), entry.Number, 1, "nicht geeignet", Second);
        (await two.InnerTextAsync("main")).ShouldContain(First);
        await one.ReloadAsync();
        (await one.InnerTextAsync("main")).ShouldContain(Second);
        await one.ShouldBeAccessibleAsync();
        await lead.ReloadAsync();
        (await lead.InnerTextAsync("main")).ShouldContain(First);
        await lead.ShouldBeAccessibleAsync();
    }

    /// <summary>Fills a sheet by the page and hands it in; gives the page that follows.</summary>
    private async Task<IPage> SheetAsync(string mail, int number, int points, string vote, string reasons)
    {
        var page = await _browser.SignedInAsync(mail);
        await page.GotoAsync("/vorpruefung");
        await page.ShouldBeAccessibleAsync();
        await page.Locator("main a[href*='/boegen/']").GetByText($"-{number:000},").First.ClickAsync();
        await page.WaitForURLAsync(address => address.Contains("/boegen/", StringComparison.Ordinal));
        await page.ShouldBeAccessibleAsync();
        await PressAsync(page, "Prüfbogen abgeben");
        (await page.Locator("[data-errors] li").CountAsync()).ShouldBeGreaterThan(1, "everything is missing");
        await page.ShouldBeAccessibleAsync();
        foreach (var rating in await page.Locator($"main .rating input[type=radio][value='{points}']").AllAsync()) await rating.CheckAsync();
        foreach (var comment in await page.Locator("main textarea[aria-required=true], main textarea[required]").AllAsync()) await comment.FillAsync("Anmerkung zur Bewertung.");
        foreach (var comment in await page.GetByLabel("Anmerkung zu:").AllAsync()) await comment.FillAsync("Anmerkung zur Bewertung.");
        await page.GetByLabel(vote, new() { Exact = true }).CheckAsync();
        await page.GetByLabel("Begründung des Votums").FillAsync(reasons);
        await PressAsync(page, "Prüfbogen abgeben");
        (await page.InnerTextAsync("main")).ShouldContain("Abgegeben am");
        await page.ShouldBeAccessibleAsync();
        return page;
    }

    /// <summary>All other sheets, with points that are the same in every run.</summary>
    private Task<int> OthersHandInAsync() => WriteAsync(async db =>
    {
        var call = (await db.Calls.SingleAsync(each => each.Slug == DemoSeeder.Reference)).Definition;
        var numbers = await db.Entries.ToDictionaryAsync(each => each.Id, each => each.Number);
        var random = new Random(7);
        foreach (var entry in (await db.Reviews.Include(review => review.Sheets).Where(review => review.State == ReviewState.Open).ToListAsync()).GroupBy(review => review.EntryId).OrderBy(group => numbers[group.Key]))
        {
            var level = random.Next(1, 5);
            foreach (var review in entry.OrderBy(review => review.ReviewerId))
            {
                var vote = level > 2 ^ random.Next(6) == 0 ? Vote.Suitable : Vote.NotSuitable;
                var content = new ReviewContent([.. review.Sheets.Select(sheet =>
                {
                    var items = call.SheetOf(sheet.ProjectId).Items;
                    return (sheet.ProjectId, new SheetContent(items.ToImmutableSortedDictionary(item => item.Criterion, _ => (int?)Math.Clamp(level + random.Next(-1, 2), 0, 5), StringComparer.Ordinal))
                    {
                        Comments = ReviewSheet.NoComments.AddRange(items.Where(item => item.Comment == Awards.Domain.Calls.CommentRule.Required).Select(item => KeyValuePair.Create(item.Criterion, "Generierte Anmerkung."))),
                    });
                })], vote, "Generierte Begründung für die Probe, lang genug für jedes Votum.");
                var write = new WriteContext(review.ReviewerId, _browser.Host.Clock.Now);
                _ = review.Save(call, content, review.Version, write).Fact;
                _ = review.HandIn(call, review.Version, write).Fact;
            }
        }
        return 0;
    });

    private async Task SessionAsync(IPage page)
    {
        await ShouldBeGoodAsync(page, "/sitzungen");
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Sitzung planen" }).ClickAsync();
        await page.WaitForURLAsync(address => address.Contains("/planen", StringComparison.Ordinal));
        await page.ShouldBeAccessibleAsync();
        await PressAsync(page, "Speichern");
        await page.ShouldBeAccessibleAsync();
        await page.FillAsync("[name=Title]", "Landkreise");
        await page.FillAsync("[name=Day]", _browser.Host.Clock.Now.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        await page.FillAsync("[name=Time]", "10:00");
        await page.FillAsync("[name=Place]", "Sitzungssaal");
        foreach (var box in await page.Locator("[name=Seats]").AllAsync()) await box.CheckAsync();
        await page.Locator("[name=Groups][value=districts]").CheckAsync();
        await PressAsync(page, "Speichern");
        await page.ShouldBeAccessibleAsync();
        var address = new Uri(page.Url).AbsolutePath;
        await PressAsync(page, "Sitzung beginnen");
        (await DbAsync(db => db.ConsensusSessions.SelectMany(session => session.Items).CountAsync())).ShouldBe(await DbAsync(db => db.Entries.CountAsync(each => each.GroupCode == "districts")));
        await PressAsync(page, "Ersten Beitrag aufrufen");
        await page.ShouldBeAccessibleAsync();

        // The largest difference is on top: the entry of the two who voted against each other.
        (await page.InnerTextAsync("#jetzt")).ShouldContain("Es fehlen überprüfbare Ziele");
        var projector = await page.Context.NewPageAsync();
        await projector.GotoAsync(address + "/projektion");
        (await projector.InnerTextAsync("main")).ShouldContain("Es fehlen überprüfbare Ziele");
        await projector.ShouldBeAccessibleAsync();
        var called = await projector.InnerTextAsync("h1");
        await PressAsync(page, "Ergebnis speichern");
        (await page.Locator("[data-errors] li").CountAsync()).ShouldBeGreaterThan(0, "neither result nor reasons");
        await page.ShouldBeAccessibleAsync();
        await page.Locator("#jetzt [name=Outcome]").First.CheckAsync();
        await page.FillAsync("#jetzt [name=Reasons]", "Die Ziele überzeugen; die Auswertung ist vereinbart.");
        await PressAsync(page, "Ergebnis speichern");
        (await page.Locator("#jetzt button").AllInnerTextsAsync()).ShouldContain("Nächster Beitrag");
        await PressAsync(page, "Nächster Beitrag");
        await projector.WaitForFunctionAsync("before => document.querySelector('h1').innerText !== before", called);
        var seat = await _browser.SignedInAsync(Reviewer(2));
        await seat.GotoAsync(address.Replace("/institut/", "/vorpruefung/", StringComparison.Ordinal));
        await seat.ShouldBeAccessibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Einige Beiträge im Block entscheiden" }).ClickAsync();
        await page.WaitForURLAsync(each => each.EndsWith("/block", StringComparison.Ordinal));
        await page.ShouldBeAccessibleAsync();
        var ticks = await page.Locator("[name=Ticked]").AllAsync();
        ticks.Count.ShouldBeGreaterThan(3);
        foreach (var tick in ticks) await tick.CheckAsync();
        await PressAsync(page, "Angekreuzte entscheiden");
        await page.ShouldBeAccessibleAsync();
        await page.GotoAsync(address);
        await PressAsync(page, "Sitzung schließen");
        await page.ShouldBeAccessibleAsync();
        var minutes = await page.APIRequest.GetAsync($"{_browser.Url}{address}/niederschrift.pdf");
        minutes.Status.ShouldBe(200);
        Encoding.ASCII.GetString((await minutes.BodyAsync())[..5]).ShouldBe("%PDF-");
        (await DbAsync(db => db.ConsensusResults.CountAsync())).ShouldBe(ticks.Count + 1);
        // What was voted stays beside what was settled.
        (await DbAsync(db => db.Reviews.CountAsync(review => review.Vote == Vote.Suitable || review.Vote == Vote.NotSuitable))).ShouldBe(2 * Entries);
        await ShouldBeGoodAsync(page, "/vorschlaege");
    }

    /// <summary>The proposals get their writers; one report is written, checked and made final.</summary>
    private async Task ReportAsync(IPage lead)
    {
        await ShouldBeGoodAsync(lead, "/kurzgutachten");
        await ShouldBeGoodAsync(lead, "/kurzgutachten/verteilen");
        await PressAsync(lead, "Gleichmäßig verteilen");
        await lead.ShouldBeAccessibleAsync();
        var given = await DbAsync(db => db.ShortReports.Join(db.Users, report => report.WriterId, person => person.Id, (report, person) => new { report.Id, person.Email }).ToListAsync());
        given.Count.ShouldBe(await DbAsync(db => db.ConsensusResults.CountAsync(result => result.Outcome != ConsensusOutcome.DoNotPropose)));
        var one = given[0];

        var writer = await _browser.SignedInAsync(one.Email!);
        await writer.GotoAsync($"/vorpruefung/{DemoSeeder.Reference}/kurzgutachten/{one.Id}");
        await writer.ShouldBeAccessibleAsync();
        await writer.FillAsync("[name=Description]", "Der Landkreis verbindet Beratung, Sprache und Arbeit an einem Ort.");
        await PressAsync(writer, "Zur Prüfung vorlegen");
        (await writer.Locator("[data-errors] li").CountAsync()).ShouldBe(1, "the reasons are missing");
        await writer.ShouldBeAccessibleAsync();
        await writer.FillAsync("[name=Reasons]", "Beide Prüfende halten die Verbindung für übertragbar.");
        await PressAsync(writer, "Zur Prüfung vorlegen");
        await writer.ShouldBeAccessibleAsync();

        var editor = await _browser.SignedInAsync(Editor);
        await editor.GotoAsync($"{Office}/kurzgutachten/{one.Id}");
        await editor.ShouldBeAccessibleAsync();
        await PressAsync(editor, "Als geprüft kennzeichnen");
        await editor.ShouldBeAccessibleAsync();
        await PressAsync(editor, "Endgültig machen");
        await editor.ShouldBeAccessibleAsync();
        var report = await DbAsync(db => db.ShortReports.SingleAsync(each => each.Id == one.Id));
        report.State.ShouldBe(ReportState.Final);
        await ShouldBeGoodAsync(lead, "/kurzgutachten/baende");
    }

    private static string Reviewer(int number) => $"vorpruefung{number:00}@demo.example";

    private static async Task ShouldBeGoodAsync(IPage page, string address)
    {
        await page.GotoAsync(Office + address);
        await page.ShouldBeAccessibleAsync();
    }

    private Task<Guid> PersonAsync(string mail) => DbAsync(db => db.Users.Where(person => person.Email == mail).Select(person => person.Id).SingleAsync());

    private Task<T> DbAsync<T>(Func<AwardsDbContext, Task<T>> read) => _browser.Host.DbAsync(read);

    private Task<int> WriteAsync(Func<AwardsDbContext, Task<int>> work) => DbAsync(async db =>
        (await db.WriteAsync(WriteContext.System(_browser.Host.Clock.Now, "Probe"), AuditAction.SeedLoaded, async () => (Outcome<int>)await work(db))).Fact);
}
