using Awards.Domain.Accounts;
using Awards.Domain.Calls;
using Awards.Domain.Intake;
using Awards.Domain.PreReview;
using Awards.Domain.PreReview.Assigning;
using Awards.Domain.Shared;

namespace Awards.Web.Data.Seeding;

/// <summary>Generated conflicts, and the plan of pairs that was made and released with them.</summary>
/// <param name="Opened">Who got which entry, in the order of the entries.</param>
internal sealed record GeneratedPairs(IReadOnlyList<object> Rows, IReadOnlyList<(Guid Entry, Guid Person)> Opened)
{
    private static readonly ConflictKind[] Declared = [ConflictKind.Resides, ConflictKind.Personal, ConflictKind.Adviser, ConflictKind.Other, ConflictKind.Resides, ConflictKind.Personal];

    /// <summary>The same pairs for the same reviewers and entries.</summary>
    public static GeneratedPairs Make(Call call, DemoOffice office, IReadOnlyList<Entry> entries)
    {
        var begin = call.Phase(PhaseKind.PreReview)!.From;
        var conflicts = Conflicts(office, entries, begin.AddHours(34));
        var statements = office.Reviewers.Select(reviewer => ConflictStatement.Give(call.Id, reviewer.Id, entries.Max(entry => entry.Number), begin.AddHours(35)));
        var facts = new PairFacts(call.Definition.PairingRules(), [.. entries.Select(entry => new PairEntry(entry.Id, call.Definition.EntryNumber(entry.Number), entry.ApplicantName, entry.GroupCode, [], []))],
            [.. office.Reviewers.Select(reviewer => new PairPerson(reviewer.Id, reviewer.Name, true, new ReviewerDetails([])))], conflicts.Where(conflict => conflict.Holds).Select(conflict => (conflict.PersonId, conflict.EntryId)));
        var task = facts.Task(keep: true, seed: 2017);
        var write = new WriteContext(office.Lead, begin.AddHours(58));
        var plan = PairDraft.Make(call.Id, "Plan der Demonstration", task, facts, AssignmentSolver.Solve(task).Fact, write).Fact;
        var released = plan.Release(facts, 0, write).Fact;
        return new([.. office.ActingFor.Select(each => Affiliation.Of(each.Reviewer, each.Municipality)), .. conflicts, .. statements, plan], released.Opened);
    }

    /// <summary>Found ones, those that reviewers declared, and one that the lead set and took back.</summary>
    private static List<ConflictOfInterest> Conflicts(DemoOffice office, IReadOnlyList<Entry> entries, DateTime when)
    {
        var random = new Random(2017);
        var found = ConflictFinder.Find(
            [.. office.ActingFor.Select(each => new ReviewerTies(each.Reviewer, "", [new(each.Municipality, null, null, null)]))],
            [.. entries.Select(entry => new EntryTies(entry.Id, entry.MunicipalityId is { } place ? new(place, null, null, null) : null, [], "", []))]);
        var conflicts = found.Select(each => ConflictOfInterest.Find(each, WriteContext.System(when, "Demonstration"))).ToList();
        foreach (var (reviewer, kind) in office.Reviewers.Zip(Declared))
            conflicts.Add(ConflictOfInterest.Declare(entries[random.Next(entries.Count)].Id, reviewer.Id, kind, new(reviewer.Id, when)));
        var lead = new WriteContext(office.Lead, when, GeneratedReviews.Filler);
        conflicts.Add(ConflictOfInterest.Declare(entries[random.Next(entries.Count)].Id, office.Reviewers[Declared.Length].Id, ConflictKind.Other, lead).Dismiss(lead with { When = when.AddHours(2) }).Fact);
        return conflicts;
    }
}
