using Awards.Domain.Calls;
using Awards.Domain.PreReview;
using Awards.Domain.PreReview.Assigning;
using Awards.Domain.Shared;

namespace Awards.Domain.Tests.PreReview;

/// <summary>Plans of pairs: made from the facts, moved by hand, released once, and the smallest change afterwards.</summary>
public sealed class PairDraftTests
{
    private static readonly WriteContext Write = new(Guid.CreateVersion7(), new DateTime(2026, 3, 1, 9, 0, 0, DateTimeKind.Utc));
    private static readonly Guid[] People = [.. Enumerable.Range(0, 6).Select(_ => Guid.CreateVersion7())];
    private static readonly Guid[] Entries = [.. Enumerable.Range(0, 12).Select(_ => Guid.CreateVersion7())];

    [Fact]
    public void A_plan_opens_two_reviews_for_every_entry_and_a_second_release_nothing()
    {
        var facts = Facts();
        var draft = Draft(facts);
        var released = draft.Release(facts, 0, Write).Fact;
        released.Opened.Count.ShouldBe(24);
        released.Opened.Distinct().Count().ShouldBe(24);
        released.Taken.ShouldBeEmpty();
        draft.Release(facts, 0, Write).Refusal!.Code.ShouldBe("pairs.released");
    }

    [Fact]
    public void A_second_plan_after_the_release_changes_nothing_and_late_entries_get_theirs()
    {
        var first = Draft(Facts(entries: 10)).Pairs();
        var facts = Facts(held: first);
        var release = Draft(facts).Release(facts, 0, Write).Fact;
        release.Taken.ShouldBeEmpty();
        release.Opened.Select(each => each.Entry).Distinct().ShouldBe(Entries[10..], ignoreOrder: true);
    }

    [Fact]
    public void When_somebody_leaves_only_their_open_reviews_move()
    {
        var pairs = Draft(Facts()).Pairs();
        var finished = pairs.First(each => each.Value.Contains(People[0])).Key;
        var facts = Facts(held: pairs, finished: [(finished, People[0])], without: People[0]);
        var release = Draft(facts).Release(facts, 0, Write).Fact;
        var lost = pairs.Where(each => each.Value.Contains(People[0]) && each.Key != finished).Select(each => each.Key).ToList();
        release.Taken.ShouldBe(lost.Select(entry => (entry, People[0])), ignoreOrder: true);
        release.Opened.Select(each => each.Entry).ShouldBe(lost, ignoreOrder: true);
        release.Opened.ShouldAllBe(each => each.Person != People[0]);
    }

    [Fact]
    public void A_conflict_declared_after_reading_moves_that_review_alone()
    {
        var pairs = Draft(Facts()).Pairs();
        var (entry, team) = pairs.First();
        var facts = Facts(held: pairs, conflicts: [(team[0], entry)]);
        var release = Draft(facts).Release(facts, 0, Write).Fact;
        release.Taken.ShouldBe([(entry, team[0])]);
        release.Opened.Count.ShouldBe(1);
        release.Opened[0].Entry.ShouldBe(entry);
        release.Opened[0].Person.ShouldNotBe(team[0]);
    }

    [Fact]
    public void Where_open_reviews_cannot_stay_as_few_as_possible_move()
    {
        // Three people: everybody but one of each pair is taken, so that a conflict of the third forces others to move.
        var held = Draft(Facts(entries: 3, people: 3)).Pairs();
        var (entry, team) = held.First();
        var third = People[..3].Except(team).Single();
        var facts = Facts(entries: 3, people: 3, held: held, conflicts: [(team[0], entry), (third, entry)]);
        AssignmentSolver.Solve(facts.Task(keep: true, seed: 1)).Fact.Status.ShouldBe(AssignmentStatus.Infeasible);
        AssignmentSolver.Solve(facts.Task(keep: false, seed: 1)).Fact.Status.ShouldBe(AssignmentStatus.Infeasible);
        var capped = Facts(entries: 3, people: 4, held: held, conflicts: [(team[0], entry)], rules: new PairRules { Max = 2 });
        var result = AssignmentSolver.Solve(capped.Task(keep: false, seed: 1)).Fact;
        PairFigures.Changed(capped.Pairs(result), held).ShouldBe([entry]);
    }

    [Fact]
    public void Moves_and_swaps_by_hand_are_checked_and_only_the_counted_figures_remain()
    {
        var facts = Facts(conflicts: [(People[5], Entries[0])]);
        var draft = Draft(facts);
        var (from, other) = (draft.Pairs()[Entries[0]][0], draft.Pairs()[Entries[0]][1]);
        draft.Move(facts, Entries[0], from, other, 0).Refusal!.Code.ShouldBe("pairs.twice");
        draft.Move(facts, Entries[0], from, People[5], 0).Refusal!.Code.ShouldBe("pairs.barred");
        draft.Move(facts, Entries[0], Guid.CreateVersion7(), other, 0).Refusal!.Code.ShouldBe("pairs.gone");
        draft.Move(facts, Entries[0], from, People[5], 7).Refusal!.Code.ShouldBe("stale");
        var to = People[..5].First(person => person != from && person != other);
        draft.Reached().ShouldNotBeNull();
        draft.Move(facts, Entries[0], from, to, 0).Fact.Pairs()[Entries[0]].ShouldBe([to, other]);
        draft.Reached().ShouldBeNull();
        var loads = PairFigures.Of(facts, draft.Pairs()).Loads.ToDictionary(load => load.Person.Id, load => load.Entries);
        (loads[from], loads[to]).ShouldBe((3, 5));

        var second = Entries[1..].First(entry => draft.Pairs()[entry].Contains(from) && !draft.Pairs()[entry].Contains(to) || draft.Pairs()[entry].Contains(from));
        var swap = draft.Swap(facts, (Entries[0], to), (second, from), 0);
        if (swap.Refused(out var refusal)) refusal.Code.ShouldBe("pairs.twice");
        else draft.Pairs()[Entries[0]].ShouldContain(from);
        draft.Swap(facts, (Entries[0], other), (Entries[0], other), 0).Refusal!.Code.ShouldBe("pairs.same_entry");
    }

    [Fact]
    public void A_plan_that_breaks_a_rule_by_now_is_not_released()
    {
        var draft = Draft(Facts());
        var team = draft.Pairs()[Entries[0]];
        draft.Release(Facts(conflicts: [(team[0], Entries[0])]), 0, Write).Refusal!.Code.ShouldBe("pairs.barred");
        draft.Release(Facts(without: team[0]), 0, Write).Refusal!.Code.ShouldBe("pairs.not_active");
        draft.Release(Facts(rules: new PairRules { Max = 3 }), 0, Write).Refusal!.Code.ShouldBe("pairs.over");
        var others = new Dictionary<Guid, IReadOnlyList<Guid>>(Draft(Facts()).Pairs()) { [Entries[0]] = [.. People.Except(team).Take(2)] };
        draft.Release(Facts(held: others, finished: [(Entries[0], others[Entries[0]][0])]), 0, Write).Refusal!.Code.ShouldBe("pairs.drops_finished");
        draft.ReleasedAt.ShouldBeNull();
    }

    [Fact]
    public void A_plan_that_was_made_before_others_were_released_takes_nothing_away()
    {
        var (one, two) = (Draft(Facts()), Draft(Facts(rules: new PairRules { Goals = [AssignmentGoal.Mix] })));
        var held = one.Pairs();
        two.Swap(Facts(), (Entries[0], two.Pairs()[Entries[0]][0]), Other(two), 0);
        two.Release(Facts(held: held), 0, Write).Refusal!.Code.ShouldBe("pairs.outdated");
    }

    [Fact]
    public void There_is_no_draft_without_a_plan_and_the_reason_names_the_entry()
    {
        var facts = Facts(conflicts: [.. People[1..].Select(person => (person, Entries[3]))]);
        var task = facts.Task(keep: true, seed: 1);
        var refusal = PairDraft.Make(Guid.CreateVersion7(), "Plan", task, facts, AssignmentSolver.Solve(task).Fact, Write).Refusal!;
        refusal.Code.ShouldBe("pairs.no_plan");
        refusal.ToString().ShouldContain("M-004");
    }

    [Fact]
    public void Who_is_away_part_of_the_time_takes_fewer_of_a_limited_number_and_who_is_away_all_of_it_none()
    {
        var rules = new PairRules { Max = 10 };
        PairFacts With(int away) => new(rules, [.. Entries.Select((entry, at) => new PairEntry(entry, Number(at), "", "", [], []))], [new(People[0], "p0", true, new ReviewerDetails([]), away)], [], reviewDays: 30);
        With(0).Max(With(0).People[0]).ShouldBe(10);
        With(15).Max(With(15).People[0]).ShouldBe(5);
        With(30).Max(With(30).People[0]).ShouldBe(0);
    }

    private static (Guid, Guid) Other(PairDraft draft)
    {
        var team = draft.Pairs()[Entries[0]];
        var entry = Entries[1..].First(each => draft.Pairs()[each].All(person => !team.Contains(person)));
        return (entry, draft.Pairs()[entry][0]);
    }

    private static string Number(int at) => $"M-{at + 1:000}";

    private static PairDraft Draft(PairFacts facts)
    {
        var task = facts.Task(keep: true, seed: 1);
        return PairDraft.Make(Guid.CreateVersion7(), "Plan", task, facts, AssignmentSolver.Solve(task).Fact, Write).Fact;
    }

    private static PairFacts Facts(int entries = 12, int people = 6, IReadOnlyDictionary<Guid, IReadOnlyList<Guid>>? held = null, IReadOnlyList<(Guid Entry, Guid Person)>? finished = null,
        Guid? without = null, IReadOnlyList<(Guid Person, Guid Entry)>? conflicts = null, PairRules? rules = null) => new(rules ?? PairRules.Default,
        [.. Entries[..entries].Select((entry, at) => new PairEntry(entry, Number(at), $"Musterstadt {at}", at % 3 == 0 ? "A" : "B",
            [.. (held?.GetValueOrDefault(entry) ?? []).Select(person => new ReviewStanding(person, finished?.Contains((entry, person)) == true ? ReviewState.HandedIn : ReviewState.Open))], []))],
        [.. People[..people].Select((person, at) => new PairPerson(person, $"p{at}", person != without, new ReviewerDetails([])))], conflicts ?? []);
}
