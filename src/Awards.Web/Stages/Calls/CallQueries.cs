using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Municipalities;
using Awards.Domain.PreReview;
using Awards.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Stages.Calls;

/// <summary>Reads about calls.</summary>
public static class CallQueries
{
    /// <summary>Where calls stand: five queries, six where groups ask for inhabitants, however many calls and rows.</summary>
    public static async Task<IReadOnlyDictionary<Guid, CallStanding>> StandingsAsync(AwardsDbContext db, IReadOnlyCollection<Call> calls, CancellationToken cancellationToken)
    {
        var ids = calls.Select(call => call.Id).ToList();
        var applications = await db.Applications
            .Where(each => ids.Contains(each.CallId) && (each.Status == ApplicationState.Draft || each.Status == ApplicationState.Submitted || each.Status == ApplicationState.Excluded))
            .GroupBy(each => new { each.CallId, each.Type, each.Status })
            .Select(group => new Applied(group.Key.CallId, group.Key.Type, group.Key.Status, group.Count(), null)).ToListAsync(cancellationToken);
        var banded = calls.Where(call => call.Definition.HasPopulationBands).Select(call => call.Id).ToList();
        if (banded.Count > 0)
        {
            // Where inhabitants decide, each application is looked at on its own.
            var single = await db.Applications.Where(each => banded.Contains(each.CallId) && (each.Status == ApplicationState.Draft || each.Status == ApplicationState.Submitted || each.Status == ApplicationState.Excluded))
                .Select(each => new Applied(each.CallId, each.Type, each.Status, 1, db.Municipalities.Where(municipality => municipality.Id == each.MunicipalityId).Select(municipality => municipality.Population).FirstOrDefault())).ToListAsync(cancellationToken);
            applications = [.. applications.Where(each => !banded.Contains(each.CallId)), .. single];
        }
        var entries = await db.Entries.Where(each => ids.Contains(each.CallId)).GroupBy(each => new { each.CallId, each.GroupCode })
            .Select(group => new Counted(group.Key.CallId, group.Key.GroupCode, group.Count(), 0)).ToListAsync(cancellationToken);
        var reviews = await db.Reviews.Where(each => ids.Contains(each.CallId) && each.State != ReviewState.Replaced)
            .Join(db.Entries, review => review.EntryId, entry => entry.Id, (review, entry) => new { review.CallId, entry.GroupCode, review.State })
            .GroupBy(each => new { each.CallId, each.GroupCode, each.State })
            .Select(group => new { group.Key.CallId, group.Key.GroupCode, group.Key.State, Count = group.Count() }).ToListAsync(cancellationToken);
        var settled = await db.ConsensusResults.Where(each => ids.Contains(each.CallId))
            .Join(db.Entries, result => result.EntryId, entry => entry.Id, (result, entry) => new { result.CallId, entry.GroupCode, Proposed = result.GroupCode })
            .GroupBy(each => new { each.CallId, each.GroupCode, each.Proposed })
            .Select(group => new { group.Key.CallId, group.Key.GroupCode, group.Key.Proposed, Count = group.Count() }).ToListAsync(cancellationToken);
        var awards = await db.Awards.Where(each => ids.Contains(each.CallId)).GroupBy(each => new { each.CallId, each.GroupCode })
            .Select(group => new Counted(group.Key.CallId, group.Key.GroupCode, group.Count(), group.Sum(award => award.Cents))).ToListAsync(cancellationToken);

        CallStanding Standing(Call call)
        {
            GroupStanding Group(AwardGroup group) => OfApplications(group, each => each.Type is { } known && call.Definition.GroupFor(known, each.Population)?.Code == group.Code) with
            {
                Admitted = entries.Where(each => each.Is(call, group)).Sum(each => each.Count),
                Assigned = reviews.Where(each => each.CallId == call.Id && each.GroupCode == group.Code).Sum(each => each.Count),
                HandedIn = reviews.Where(each => each.CallId == call.Id && each.GroupCode == group.Code && each.State == ReviewState.HandedIn).Sum(each => each.Count),
                Settled = settled.Where(each => each.CallId == call.Id && each.GroupCode == group.Code).Sum(each => each.Count),
                Proposed = settled.Where(each => each.CallId == call.Id && each.Proposed == group.Code).Sum(each => each.Count),
                Awarded = awards.Where(each => each.Is(call, group)).Sum(each => each.Count),
                AwardedCents = awards.Where(each => each.Is(call, group)).Sum(each => each.Cents),
            };
            GroupStanding OfApplications(AwardGroup? group, Func<Applied, bool> belongs)
            {
                int Count(ApplicationState status) => applications.Where(each => each.CallId == call.Id && each.Status == status && belongs(each)).Sum(each => each.Count);
                return new(group) { Drafts = Count(ApplicationState.Draft), Pending = Count(ApplicationState.Submitted), Excluded = Count(ApplicationState.Excluded) };
            }
            var groups = call.Definition.AwardGroups.Select(Group).ToList();
            var others = OfApplications(null, each => each.Type is not { } known || call.Definition.GroupFor(known, each.Population) is null);
            return new(others.Drafts + others.Submitted > 0 ? [.. groups, others] : groups);
        }
        return calls.ToDictionary(call => call.Id, Standing);
    }

    private sealed record Applied(Guid CallId, MunicipalityType? Type, ApplicationState Status, int Count, int? Population);

    private sealed record Counted(Guid CallId, string GroupCode, int Count, long Cents)
    {
        public bool Is(Call call, AwardGroup group) => CallId == call.Id && GroupCode == group.Code;
    }
}
