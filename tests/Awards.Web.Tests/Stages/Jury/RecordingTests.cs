using System.Net;
using Awards.Domain.Intake;
using Awards.Domain.Jury;
using Awards.Domain.Municipalities;
using Awards.Domain.PreReview;
using Awards.Testing;
using Awards.Web.Data;
using Awards.Web.Stages.Jury;
using Awards.Web.Stages.Jury.Jury;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Tests.Stages.Jury;

public sealed class RecordingTests : IAsyncLifetime
{
    private const string Form = "main form";
    private AwardsHost _host = null!;
    private World _world = null!;
    private Visitor _chair = null!;

    public async Task InitializeAsync()
    {
        _host = await AwardsHost.StartAsync();
        // Money for two large prizes.
        _world = await World.CreateAsync(_host, definition => definition with { BudgetCents = 2 * JuryWorld.Large });
        _chair = await _host.SignedInAsync(Cast.JuryChair);
    }

    public async Task DisposeAsync()
    {
        _chair.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task A_member_who_is_not_the_chair_neither_sees_nor_sends_the_form()
    {
        await _world.SettledAsync(1);
        using var member = await _host.SignedInAsync(Cast.JuryMember);
        (await member.GetAsync(JuryLinks.Prize(World.Slug, 1))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await member.PostRawAsync(JuryLinks.Prize(World.Slug, 1), new() { ["Input.Prize"] = "districts:outstanding" })).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await AwardsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_chair_records_an_award_and_the_trail_says_so()
    {
        var entry = await _world.SettledAsync(1, MunicipalityType.District);
        var answer = await RecordAsync(await FormAsync(1), "districts:outstanding", PrizeModel.WholeEntry, "Weil es trägt.");
        answer.Location.ShouldBe(JuryLinks.Entry(World.Slug, 1));
        var award = (await AwardsAsync()).Single();
        (award.EntryId, award.ProjectId, award.GroupCode, award.Cents, award.Reasons, award.RecordedBy, award.RecordedAt)
            .ShouldBe((entry.Id, null, "districts", JuryWorld.Large, "Weil es trägt.", _world.Persons[Cast.JuryChair], _host.Clock.Now));
        var row = await _host.DbAsync(db => db.AuditRows.SingleAsync(each => each.Action == AuditAction.AwardRecorded));
        (row.ObjectId, row.ObjectType, row.PersonId).ShouldBe((award.Id, nameof(Award), _world.Persons[Cast.JuryChair]));
        (await _chair.GetAsync(answer.Location!)).TextOf("[role=status]").ShouldContain("Der Preis für M-2026-001 ist festgehalten.");
        (await _host.CheckAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_single_project_wins_in_the_special_category()
    {
        var entry = await _world.SettledAsync(1, outcome: ConsensusOutcome.DoNotPropose);
        (await RecordAsync(await FormAsync(1), "special:remarkable", entry.Projects[1].Id.ToString())).IsRedirect.ShouldBeTrue();
        (await AwardsAsync()).Single().ProjectId.ShouldBe(entry.Projects[1].Id);
        (await _chair.GetAsync(JuryLinks.Call(World.Slug))).TextOf("#gruppe-special").ShouldContain("Einzelprojekt: Einzelprojekt B (Beitrag: Beitrag 1)");
    }

    [Fact]
    public async Task Nothing_is_chosen_beforehand_and_what_is_missing_is_said()
    {
        await _world.SettledAsync(1);
        var form = await FormAsync(1);
        form.Page.QuerySelectorAll("[checked]").ShouldBeEmpty();
        var answer = await _chair.SubmitAsync(form, Form, new() { ["Input.Reasons"] = "Getipptes bleibt." });
        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.TextsOf("[data-errors] a").ShouldBe(["Bitte wählen Sie einen Preis.", "Bitte wählen Sie, wofür der Preis vergeben wird."]);
        answer.TextOf("textarea").ShouldBe("Getipptes bleibt.");
        (await AwardsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_prize_of_another_group_and_a_project_of_another_entry_are_refused()
    {
        await _world.SettledAsync(1, MunicipalityType.District);
        var other = await _world.SettledAsync(2, MunicipalityType.IndependentCity);
        (await RecordAsync(await FormAsync(1), "independent_cities:outstanding", PrizeModel.WholeEntry)).TextOf("[data-errors]").ShouldContain("Bitte wählen Sie einen Preis.");
        (await RecordAsync(await FormAsync(1), "special:remarkable", other.Projects[0].Id.ToString())).TextOf("[data-errors]").ShouldContain("Bitte wählen Sie, wofür");
        (await AwardsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_single_project_in_the_own_group_is_refused_at_its_field_with_everything_kept()
    {
        var entry = await _world.SettledAsync(1, MunicipalityType.District);
        var answer = await RecordAsync(await FormAsync(1), "districts:outstanding", entry.Projects[0].Id.ToString(), "Bleibt stehen.");
        answer.TextOf("[data-errors] a[href='#Input_Subject']").ShouldBe("Ein Einzelprojekt kann nur in einer Sonderkategorie prämiert werden.");
        answer.Page.QuerySelectorAll("[checked]").Select(box => box.GetAttribute("value")).ShouldBe(["districts:outstanding", entry.Projects[0].Id.ToString()]);
        answer.TextOf("textarea").ShouldBe("Bleibt stehen.");
    }

    [Fact]
    public async Task An_award_over_the_budget_is_refused_with_what_is_left()
    {
        foreach (var number in new[] { 1, 2 }) await _world.AwardAsync(await _world.SettledAsync(number), _host.Clock.Now);
        await _world.SettledAsync(3, MunicipalityType.District);
        var answer = await RecordAsync(await FormAsync(3), "districts:outstanding", PrizeModel.WholeEntry);
        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.TextOf("[data-errors]").ShouldContain("Das übersteigt das Budget: 0 Euro sind noch frei, 25.000 Euro wären nötig.");
        (await AwardsAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Two_chairs_who_record_at_once_cannot_spend_the_same_money()
    {
        await _world.AwardAsync(await _world.SettledAsync(1), _host.Clock.Now);
        foreach (var number in new[] { 2, 3, 4, 5 }) await _world.SettledAsync(number, MunicipalityType.District);
        var forms = new List<(Visitor Chair, Answer Form)>();
        foreach (var number in new[] { 2, 3, 4, 5 })
        {
            var chair = await _host.SignedInAsync(Cast.JuryChair);
            forms.Add((chair, await chair.GetAsync(JuryLinks.Prize(World.Slug, number))));
        }
        var answers = await Task.WhenAll(forms.Select(each => each.Chair.SubmitAsync(each.Form, Form, new() { ["Input.Prize"] = "districts:outstanding", ["Input.Subject"] = PrizeModel.WholeEntry })));
        answers.Count(answer => answer.IsRedirect).ShouldBe(1);
        answers.Count(answer => answer.Status == HttpStatusCode.OK && answer.TextOf("[data-errors]").Contains("Budget", StringComparison.Ordinal)).ShouldBe(3);
        (await AwardsAsync()).Sum(award => award.Cents).ShouldBe(2 * JuryWorld.Large);
        (await _host.CheckAsync()).ShouldBeEmpty();
        foreach (var (chair, _) in forms) chair.Dispose();
    }

    [Fact]
    public async Task The_second_tab_for_the_same_entry_is_refused_and_keeps_its_words()
    {
        await _world.SettledAsync(1, MunicipalityType.District);
        var (first, second) = (await FormAsync(1), await FormAsync(1));
        (await RecordAsync(first, "districts:outstanding", PrizeModel.WholeEntry)).IsRedirect.ShouldBeTrue();
        var answer = await RecordAsync(second, "special:remarkable", PrizeModel.WholeEntry, "Zweites Fenster");
        answer.TextOf("[data-errors]").ShouldContain("Dieser Beitrag ist bereits prämiert.");
        answer.TextOf("textarea").ShouldBe("Zweites Fenster");
        (await AwardsAsync()).Single().GroupCode.ShouldBe("districts");
    }

    [Fact]
    public async Task An_entry_that_is_not_settled_cannot_be_awarded_by_a_forged_form()
    {
        await _world.SettledAsync(1, MunicipalityType.District);
        await _world.ReviewedAsync(2, MunicipalityType.District);
        var page = await FormAsync(1);
        page.Page.QuerySelector(Form)!.SetAttribute("action", JuryLinks.Prize(World.Slug, 2));
        (await RecordAsync(page, "districts:outstanding", PrizeModel.WholeEntry)).TextOf("[data-errors]").ShouldContain("noch nicht gemeinsam beraten");
        page.Page.QuerySelector(Form)!.SetAttribute("action", JuryLinks.Prize(World.Slug, 99));
        (await RecordAsync(page, "districts:outstanding", PrizeModel.WholeEntry)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await AwardsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Withdrawing_needs_a_reason_which_the_trail_keeps()
    {
        var award = await AwardedAsync(1);
        var form = await FormAsync(1);
        (await WithdrawAsync(form, " ")).TextOf("[data-errors] a[href='#Input_Why']").ShouldBe("Bitte begründen Sie, warum der Preis zurückgenommen wird.");
        (await AwardsAsync()).Count.ShouldBe(1);
        (await WithdrawAsync(form, "Nummer verwechselt")).Location.ShouldBe(JuryLinks.Entry(World.Slug, 1));
        (await AwardsAsync()).ShouldBeEmpty();
        var row = await _host.DbAsync(db => db.AuditRows.Include(each => each.Values).SingleAsync(each => each.Action == AuditAction.AwardWithdrawn));
        (row.ObjectId, row.Why, row.PersonId).ShouldBe((award.Id, "Nummer verwechselt", _world.Persons[Cast.JuryChair]));
        row.Values!.Json.ShouldContain("2500000");
        (await RecordAsync(await FormAsync(1), "districts:outstanding", PrizeModel.WholeEntry)).IsRedirect.ShouldBeTrue();
    }

    [Fact]
    public async Task A_tab_that_shows_a_withdrawn_award_does_not_withdraw_the_next_one()
    {
        await AwardedAsync(1);
        var (first, second) = (await FormAsync(1), await FormAsync(1));
        await WithdrawAsync(first, "Irrtum");
        await RecordAsync(await FormAsync(1), "districts:outstanding", PrizeModel.WholeEntry);
        var answer = await WithdrawAsync(second, "Irrtum");
        answer.TextOf("[data-errors]").ShouldContain("Diesen Preis gibt es nicht mehr.");
        (await AwardsAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task From_publication_on_nothing_changes_any_more()
    {
        await AwardedAsync(1);
        await _world.SettledAsync(2, MunicipalityType.District);
        var (withdrawal, record) = (await FormAsync(1), await FormAsync(2));
        _host.Clock.Now = _world.Publication();
        using var chair = await _host.SignedInAsync(Cast.JuryChair);
        (await chair.SubmitAsync(withdrawal with { Page = (await Renewed(chair, withdrawal)).Page }, Form, new() { ["Input.Why"] = "Zu spät" })).TextOf("[data-errors]").ShouldContain("Die Preise sind seit");
        (await chair.SubmitAsync(record with { Page = (await Renewed(chair, record)).Page }, Form, new() { ["Input.Prize"] = "districts:outstanding", ["Input.Subject"] = PrizeModel.WholeEntry })).TextOf("[data-errors]").ShouldContain("Die Preise sind seit");
        (await AwardsAsync()).Count.ShouldBe(1);
        (await chair.GetAsync(JuryLinks.Prize(World.Slug, 2))).Page.QuerySelector(Form).ShouldBeNull();
    }

    /// <summary>The old form with the token of a new sign-in: the old cookie has run out by publication.</summary>
    private static async Task<Answer> Renewed(Visitor visitor, Answer old)
    {
        var token = (await visitor.GetAsync("/")).Page.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        old.Page.QuerySelector($"{Form} [name=__RequestVerificationToken]")!.SetAttribute("value", token);
        return old;
    }

    private async Task<Award> AwardedAsync(int number)
    {
        var entry = await _world.SettledAsync(number, MunicipalityType.District);
        return await _world.AwardAsync(entry, _host.Clock.Now);
    }

    private async Task<Answer> FormAsync(int number) => await _chair.GetAsync(JuryLinks.Prize(World.Slug, number));

    private Task<Answer> RecordAsync(Answer form, string prize, string subject, string reasons = "") =>
        _chair.SubmitAsync(form, Form, new() { ["Input.Prize"] = prize, ["Input.Subject"] = subject, ["Input.Reasons"] = reasons });

    private Task<Answer> WithdrawAsync(Answer form, string why) => _chair.SubmitAsync(form, Form, new() { ["Input.Why"] = why });

    private Task<List<Award>> AwardsAsync() => _host.DbAsync(db => db.Awards.AsNoTracking().Where(award => award.CallId == _world.Call.Id).ToListAsync());
}
