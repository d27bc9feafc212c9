using System.Globalization;
using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Intake;
using Awards.Domain.Jury;
using Awards.Domain.PreReview;
using Awards.Domain.Shared;

namespace Awards.Web.Data.Seeding;

/// <summary>Takes the reference competition from submission as far as a stage, at the end its 21 real awards. Dates are those of its calendar, times of day are generated.</summary>
internal sealed class ReferenceCourse(SeedFiles files, Call call, IReadOnlyList<ReferenceApplication> applications, DemoOffice office, DateTime now)
{
    /// <summary>How many more entries than the awarded ones were proposed; the real number is not published.</summary>
    private const int FurtherProposals = 19;

    private readonly DateTime _deadline = call.Phase(PhaseKind.Application)!.Until!.Value;

    /// <summary>What is to be saved beside the applications, which it submits.</summary>
    public IReadOnlyList<object> Until(DemoStage stage)
    {
        foreach (var reference in applications)
            reference.Application.SubmitTakenOver(call, reference.Number, _deadline.AddMinutes(-7 * (applications.Count - reference.Number + 1)));
        if (stage == DemoStage.Intake) return [];

        var rows = new List<object>();
        var entries = Admit(rows);
        var winners = Winners(files, call, applications, entries);
        var pairs = GeneratedPairs.Make(call, office, [.. entries.Values]);
        var work = new GeneratedReviews(call, entries.Values, now).Write(pairs.Opened, winners.Select(winner => winner.Entry.Id).ToHashSet(), half: stage == DemoStage.Review);
        rows.AddRange([.. pairs.Rows, .. work.Rows]);
        if (stage != DemoStage.Published) return rows;

        var end = call.Phase(PhaseKind.PreReview)!.Until!.Value;
        var results = Consensus(call, entries.Values, work.Reviews, winners, end.AddDays(-7)).ToList();
        rows.AddRange(results);
        rows.AddRange(results.Where(result => result.IsProposal).Select(result => GeneratedReviews.Report(result, work.Reviews.First(review => review.EntryId == result.EntryId).ReviewerId, end.AddDays(-2))));
        rows.AddRange(Awards(call, winners, end.AddHours(15)));
        return rows;
    }

    private Dictionary<int, Entry> Admit(List<object> rows)
    {
        var entries = new Dictionary<int, Entry>();
        foreach (var reference in applications)
        {
            if (reference.Number >= ReferenceApplications.FirstOrganisation)
            {
                rows.Add(Admission.Exclude(reference.Application, WriteContext.System(_deadline.AddDays(10), "Nicht von einer Kommune eingereicht.")).Fact);
                continue;
            }
            var admitted = Admission.Admit(reference.Application, call, reference.Number, null, new(null, _deadline.AddDays(10), reference.AdmissionNote)).Fact;
            entries[reference.Number] = admitted.Entry;
            rows.AddRange([admitted.Entry, admitted.Decision]);
        }
        return entries;
    }

    private sealed record Winner(Entry Entry, AwardGroup Group, long Cents, Guid? ProjectId);

    private static List<Winner> Winners(SeedFiles files, Call call, IReadOnlyList<ReferenceApplication> applications, Dictionary<int, Entry> entries) =>
        [.. files.Rows("calls", call.Slug, "winners.csv").Select(row =>
        {
            var reference = applications.Single(each => each.PrizeEuro > 0 && each.Application.ApplicantName == row["municipality"]);
            var entry = entries[reference.Number];
            var special = row["award_group"] == "Sonderkategorie";
            var group = special ? call.Definition.AwardGroups.First(each => each.Special) : call.Definition.GroupFor(entry.Type)!;
            var project = special && row["title"] != entry.Title ? entry.Projects.Single(each => each.Title == row["title"]).Id : (Guid?)null;
            return new Winner(entry, group, long.Parse(row["prize_eur"], CultureInfo.InvariantCulture) * 100, project);
        })];

    private static IEnumerable<ConsensusResult> Consensus(Call call, IEnumerable<Entry> entries, IReadOnlyList<Review> reviews, List<Winner> winners, DateTime when)
    {
        var write = WriteContext.System(when, "Demonstration");
        var pairs = reviews.ToLookup(review => review.EntryId);
        var byEntry = winners.ToDictionary(winner => winner.Entry.Id);
        var further = entries.Where(entry => !byEntry.ContainsKey(entry.Id) && pairs[entry.Id].All(review => review.Vote == Vote.Suitable))
            .OrderByDescending(entry => pairs[entry.Id].Sum(review => review.Score)).ThenBy(entry => entry.Number).Take(FurtherProposals).Select(entry => entry.Id).ToHashSet();
        foreach (var entry in entries)
        {
            var winner = byEntry.GetValueOrDefault(entry.Id);
            var outcome = winner is { Group.Special: true } ? ConsensusOutcome.ProposeSpecial
                : winner is not null || further.Contains(entry.Id) ? ConsensusOutcome.ProposeInGroup
                : ConsensusOutcome.DoNotPropose;
            yield return ConsensusResult.Settle(call, entry, [.. pairs[entry.Id]], new(outcome, GeneratedReviews.Filler, winner?.ProjectId), write).Fact;
        }
    }

    private static List<Award> Awards(Call call, List<Winner> winners, DateTime when)
    {
        var awards = new List<Award>();
        foreach (var winner in winners)
            awards.Add(Award.Record(call, winner.Entry, new(winner.Group.Code, winner.Cents, winner.ProjectId), awards, WriteContext.System(when, "Entscheidung der Jury vom 22. März 2018, einstimmig")).Fact);
        return awards;
    }
}
