using Awards.Domain.Calls;
using Awards.Domain.PreReview;
using Awards.Domain.PreReview.Assigning;
using Awards.Testing;
using Awards.Web.Data;
using Awards.Web.Stages.PreReview;
using Awards.Web.Stages.Setup;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Tests.Stages.Setup;

public sealed class PairRulesTests : IAsyncLifetime
{
    private const string Form = "main form[method=post]";
    private AwardsHost _host = null!;
    private World _world = null!;
    private Visitor _lead = null!;

    private static string Address => SetupLinks.Pairs(World.Slug);

    public async Task InitializeAsync()
    {
        _host = await AwardsHost.StartAsync();
        _world = await World.CreateAsync(_host);
        _lead = await _host.SignedInAsync(Cast.Lead);
    }

    public async Task DisposeAsync()
    {
        _lead.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Rules_are_typed_kept_and_taken_away_again()
    {
        var before = await JsonAsync();
        (await _lead.GetAsync(SetupLinks.Overview(World.Slug))).TextOf("main").ShouldContain("Vorprüfung: Regeln der Paare");
        (await SaveAsync(new()
        {
            ["Min"] = "2",
            ["Max"] = "30",
            ["PairCap"] = "5",
            ["DistinctDepartments"] = "true",
            ["Order"] = "affinity-balance-pairs-mix",
            ["Rows[0].LabelDe"] = "Planung",
            ["Rows[0].LabelEn"] = "Planning",
            ["Rows[0].Required"] = "true",
        })).Location.ShouldBe(Address);
        (await SaveAsync(new() { ["Rows[1].LabelDe"] = "Soziale Arbeit" })).Location.ShouldBe(Address);
        var rules = (await RulesAsync())!;
        (rules.Min, rules.Max, rules.PairCap, rules.DistinctDepartments).ShouldBe((2, 30, 5, true));
        rules.Disciplines!.Select(each => (each.Code, each.Label.De, each.Label.En)).ShouldBe([("planung", "Planung", "Planning"), ("soziale_arbeit", "Soziale Arbeit", null)]);
        rules.Require.ShouldBe(["planung"]);
        rules.Order().ShouldBe([AssignmentGoal.Affinity, AssignmentGoal.Balance, AssignmentGoal.Pairs, AssignmentGoal.Mix]);
        (await _host.DbAsync(db => db.AuditRows.CountAsync(row => row.Action == AuditAction.CallChanged))).ShouldBe(2);

        (await SaveAsync(new() { ["Min"] = "", ["Max"] = "", ["PairCap"] = "", ["DistinctDepartments"] = null, ["Order"] = "balance-pairs-mix-affinity", ["Rows[0].Remove"] = "true", ["Rows[1].Remove"] = "true" })).Location.ShouldBe(Address);
        (await JsonAsync()).ShouldBe(before);
    }

    [Theory]
    [InlineData("Max", "viele", "Max")]
    [InlineData("Max", "1", "Max")]
    [InlineData("Max", "10001", "Max")]
    [InlineData("PairCap", "0", "PairCap")]
    [InlineData("Order", "mix-balance", "Order")]
    [InlineData("Rows[0].LabelEn", "Planning", "Rows[0].LabelDe")]
    public async Task A_fault_stands_at_its_field_and_what_was_typed_stays(string field, string typed, string at)
    {
        var answer = await SaveAsync(new() { ["Min"] = "2", [field] = typed });
        answer.IsRedirect.ShouldBeFalse();
        answer.Page.QuerySelector($"[name='{at}'][aria-invalid=true]").ShouldNotBeNull(answer.TextOf("[data-errors]"));
        answer.Page.QuerySelector("[name=Min]")!.GetAttribute("value").ShouldBe("2");
        (await RulesAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task A_discipline_that_reviewers_have_stays_and_they_are_named()
    {
        await SaveAsync(new() { ["Rows[0].LabelDe"] = "Planung" });
        await _world.WriteAsync(db =>
        {
            var profile = ReviewerProfile.Begin(_world.Call.Id, _world.Persons[Cast.Reviewer(2)]);
            _ = profile.Change(new(["planung"]), ["planung"], 0).Fact;
            db.ReviewerProfiles.Add(profile);
            return Task.FromResult(true);
        });
        var refused = await SaveAsync(new() { ["Rows[0].Remove"] = "true" });
        refused.TextOf("[data-errors]").ShouldContain("Die Fachrichtung „Planung“ haben schon Prüfende: reviewer2. Sie muss bleiben.");
        refused.Page.QuerySelector("[name='Rows[0].Remove'][aria-invalid=true]").ShouldNotBeNull();
        (await SaveAsync(new() { ["Rows[0].LabelDe"] = "Stadtplanung" })).IsRedirect.ShouldBeTrue();
    }

    [Fact]
    public async Task Wishes_are_asked_for_where_the_call_wants_them_and_met_where_nothing_else_decides()
    {
        var entries = new List<Guid>();
        for (var number = 1; number <= 6; number++) entries.Add((await _world.AdmitAsync(number)).Id);
        const string Wish = "form[action*=Wish]";
        var conflicts = PreReviewLinks.Conflicts(World.Slug);
        using var reviewer = await _host.SignedInAsync(Cast.Reviewer(3));
        (await reviewer.GetAsync(conflicts)).Page.QuerySelector(Wish).ShouldBeNull();
        (await SaveAsync(new() { ["Wishes"] = "true" })).IsRedirect.ShouldBeTrue();
        var asked = await reviewer.GetAsync(conflicts);
        (await reviewer.SubmitAsync(asked, Wish, new() { ["Gladly"] = $"{entries[0]}", ["Reluctantly"] = $"{entries[0]}" })).TextOf("[data-errors]").ShouldContain("in beiden Listen angekreuzt");
        (await reviewer.SubmitAsync(asked, Wish, new() { ["Gladly"] = $"{entries[4]}", ["Reluctantly"] = $"{entries[0]}\n{entries[1]}" })).Location.ShouldBe(conflicts);
        (await reviewer.GetAsync(conflicts)).Page.QuerySelectorAll("[name=Reluctantly][checked]").Length.ShouldBe(2);

        var made = await _lead.SubmitAsync(await _lead.GetAsync(PreReviewLinks.Pairs(World.Slug)), "main form:has([name=Order])", new() { ["Name"] = "Mit Wünschen" });
        var plan = await _lead.GetAsync(made.Location!);
        plan.TextOf("main").ShouldContain("„gern“ zählt 1");
        (await _lead.SubmitAsync(plan, "form[action*=Release]")).IsRedirect.ShouldBeTrue();
        var own = await _host.DbAsync(db => db.Reviews.Where(review => review.ReviewerId == _world.Persons[Cast.Reviewer(3)]).Select(review => review.EntryId).ToListAsync());
        own.ShouldBe(entries[2..], ignoreOrder: true);
        (await reviewer.GetAsync(conflicts)).Page.QuerySelector(Wish).ShouldBeNull("everything is assigned");
    }

    [Fact]
    public async Task A_plan_begins_with_the_order_of_the_call_and_keeps_to_its_rules()
    {
        for (var number = 1; number <= 6; number++) await _world.AdmitAsync(number);
        await SaveAsync(new() { ["Order"] = "balance-mix-pairs-affinity", ["Max"] = "3" });
        var page = await _lead.GetAsync(PreReviewLinks.Pairs(World.Slug));
        page.Page.QuerySelector("select[name=Order] option[selected]")!.GetAttribute("value").ShouldBe("balance-mix-pairs-affinity");
        (await _lead.SubmitAsync(page, "main form:has([name=Order])")).TextOf("[data-errors]").ShouldContain("Es gibt keinen Plan");
        await SaveAsync(new() { ["Max"] = "4" });
        (await _lead.SubmitAsync(page, "main form:has([name=Order])")).IsRedirect.ShouldBeTrue();
        (await _host.DbAsync(db => db.PairDrafts.Select(draft => draft.Goals).SingleAsync())).ShouldBe("Balance Mix Pairs Affinity");
    }

    private async Task<Answer> SaveAsync(Dictionary<string, string?> values) => await _lead.SubmitAsync(await _lead.GetAsync(Address), Form, values);

    private Task<string> JsonAsync() => _host.DbAsync(db => db.Calls.Where(call => call.Slug == World.Slug).Select(call => call.DefinitionJson).SingleAsync());

    private async Task<PairRules?> RulesAsync() => (await _host.DbAsync(db => db.Calls.AsNoTracking().SingleAsync(call => call.Slug == World.Slug))).Definition.Pairs;
}
