using Awards.Domain.Accounts;
using Awards.Domain.Calls;
using Awards.Domain.PreReview;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Stages.PreReview;

/// <summary>What the assignment of pairs looks at, and the conflicts that follow from what is known.</summary>
public static class PairQueries
{
    /// <summary>The facts of a call as they stand: six queries, however many entries.</summary>
    public static async Task<PairFacts> FactsAsync(AwardsDbContext db, Call call, CancellationToken cancellationToken)
    {
        var reviews = (await db.Reviews.Where(review => review.CallId == call.Id).Select(review => new { review.EntryId, review.ReviewerId, review.State }).ToListAsync(cancellationToken)).ToLookup(review => review.EntryId);
        var entries = (await db.Entries.Where(entry => entry.CallId == call.Id).OrderBy(entry => entry.Number).Select(entry => new { entry.Id, entry.Number, entry.ApplicantName, entry.GroupCode }).ToListAsync(cancellationToken))
            .ConvertAll(entry => new PairEntry(entry.Id, call.Definition.EntryNumber(entry.Number), entry.ApplicantName, entry.GroupCode,
                [.. reviews[entry.Id].Where(review => review.State != ReviewState.Replaced).Select(review => new ReviewStanding(review.ReviewerId, review.State))],
                [.. reviews[entry.Id].Where(review => review.State == ReviewState.Replaced).Select(review => review.ReviewerId)]));
        var conflicts = await db.Conflicts.Where(conflict => db.Entries.Any(entry => entry.Id == conflict.EntryId && entry.CallId == call.Id)).Select(conflict => new { conflict.PersonId, conflict.EntryId }).ToListAsync(cancellationToken);
        var applicants = await Grants.ApplicantsAsync(db, call.Id, cancellationToken);
        return new(call.Definition.PairingRules(), entries, await PeopleAsync(db, call, cancellationToken),
            conflicts.Select(conflict => (conflict.PersonId, conflict.EntryId)).Concat(applicants), ReviewDays(call)?.Days ?? 0);
    }

    /// <summary>Everybody who reviews in a call or did, by name; equal names are numbered.</summary>
    public static async Task<List<PairPerson>> PeopleAsync(AwardsDbContext db, Call call, CancellationToken cancellationToken)
    {
        var rows = await db.Users.Where(person => db.RoleAssignments.Any(role => role.PersonId == person.Id && role.CallId == call.Id && role.Role == CallRole.Reviewer)
                || db.Reviews.Any(review => review.ReviewerId == person.Id && review.CallId == call.Id && review.State != ReviewState.Replaced))
            .OrderBy(person => person.DisplayName).ThenBy(person => person.Id)
            .Select(person => new { person.Id, person.DisplayName, Active = db.RoleAssignments.Any(role => role.PersonId == person.Id && role.CallId == call.Id && role.Role == CallRole.Reviewer) }).ToListAsync(cancellationToken);
        var profiles = await db.ReviewerProfiles.AsNoTracking().Where(profile => profile.CallId == call.Id).ToDictionaryAsync(profile => profile.PersonId, cancellationToken);
        var (phase, taken, people) = (ReviewDays(call), new HashSet<string>(), new List<PairPerson>());
        foreach (var row in rows)
        {
            var name = row.DisplayName;
            for (var number = 2; !taken.Add(name); number++) name = $"{row.DisplayName} ({number})";
            var details = profiles.GetValueOrDefault(row.Id)?.Details ?? new ReviewerDetails([]);
            people.Add(new(row.Id, name, row.Active, details, phase is { } days ? ReviewerProfile.DaysAway(details.Absences, days.From, days.To) : 0));
        }
        return people;
    }

    /// <summary>What reviewers would like: 1 for an entry, −1 against it; empty where the call does not ask for it.</summary>
    public static async Task<IReadOnlyDictionary<(Guid Person, Guid Entry), decimal>> WishesAsync(AwardsDbContext db, Call call, CancellationToken cancellationToken) =>
        call.Definition.PairingRules().Wishes
            ? (await db.ReviewerProfiles.AsNoTracking().Where(profile => profile.CallId == call.Id).ToListAsync(cancellationToken))
                .SelectMany(profile => profile.Wishes.Select(wish => (Key: (profile.PersonId, wish.EntryId), Value: wish.Likes ? 1m : -1m))).ToDictionary(each => each.Key, each => each.Value)
            : new Dictionary<(Guid, Guid), decimal>();

    /// <summary>Notes conflicts that nobody has noted yet; gives their number. What the lead dismissed is not found again, what a person took back is.</summary>
    public static async Task<int> ScanAsync(AwardsDbContext db, Call call, WriteContext write, CancellationToken cancellationToken)
    {
        var reviewers = await db.Users.Where(person => db.RoleAssignments.Any(role => role.PersonId == person.Id && role.CallId == call.Id && role.Role == CallRole.Reviewer)).Select(person => new { person.Id, person.Email }).ToListAsync(cancellationToken);
        var ids = reviewers.ConvertAll(person => person.Id);
        var actsFor = (await db.Affiliations.Where(each => ids.Contains(each.PersonId) && each.Standing != Standing.Rejected)
            .Join(db.Municipalities, each => each.MunicipalityId, place => place.Id, (each, place) => new { each.PersonId, place.Id, place.OfficialKey, place.DistrictKey, place.AssociationKey }).ToListAsync(cancellationToken))
            .ToLookup(each => each.PersonId, each => new Belonging(each.Id, each.OfficialKey, each.DistrictKey, each.AssociationKey));
        var entries = await db.Entries.Where(entry => entry.CallId == call.Id).Select(entry => new { entry.Id, entry.MunicipalityId, entry.ApplicationId, entry.Participants }).ToListAsync(cancellationToken);
        var contacts = await db.Applications.Where(application => application.CallId == call.Id).Select(application => new { application.Id, application.Texts.ContactMail }).ToDictionaryAsync(each => each.Id, each => each.ContactMail, cancellationToken);
        var members = (await db.ApplicationMembers.Where(member => ids.Contains(member.PersonId)).Select(member => new { member.ApplicationId, member.PersonId }).ToListAsync(cancellationToken)).ToLookup(member => member.ApplicationId, member => member.PersonId);
        var wanted = entries.Select(entry => entry.MunicipalityId).Concat(entries.SelectMany(entry => entry.Participants.Select(each => each.MunicipalityId))).OfType<Guid>().Distinct().ToList();
        var places = await db.Municipalities.Where(place => wanted.Contains(place.Id)).Select(place => new Belonging(place.Id, place.OfficialKey, place.DistrictKey, place.AssociationKey)).ToDictionaryAsync(place => place.Id, cancellationToken);
        var known = await db.Conflicts.IgnoreQueryFilters().Where(conflict => ids.Contains(conflict.PersonId) && db.Entries.Any(entry => entry.Id == conflict.EntryId && entry.CallId == call.Id)).ToDictionaryAsync(conflict => (conflict.PersonId, conflict.EntryId), cancellationToken);
        var found = ConflictFinder.Find(
            [.. reviewers.Select(person => new ReviewerTies(person.Id, person.Email ?? "", [.. actsFor[person.Id]]))],
            [.. entries.Select(entry => new EntryTies(entry.Id, entry.MunicipalityId is { } place ? places.GetValueOrDefault(place) : null,
                [.. entry.Participants.Select(each => each.MunicipalityId is { } part ? places.GetValueOrDefault(part) : null).OfType<Belonging>()], contacts.GetValueOrDefault(entry.ApplicationId, ""), [.. members[entry.ApplicationId]]))])
            .Where(each => !known.TryGetValue((each.PersonId, each.EntryId), out var conflict) || conflict.IsTakenBack).ToList();
        foreach (var each in found)
        {
            if (known.TryGetValue((each.PersonId, each.EntryId), out var conflict)) conflict.FindAgain(each, write);
            else db.Conflicts.Add(ConflictOfInterest.Find(each, write));
        }
        return found.Count;
    }

    private static (DateOnly From, DateOnly To, int Days)? ReviewDays(Call call)
    {
        if (call.Phase(PhaseKind.PreReview) is not { From: var from, Until: { } until }) return null;
        var (first, last) = (DateOnly.FromDateTime(GermanTime.Local(from)), DateOnly.FromDateTime(GermanTime.Local(until.AddTicks(-1))));
        return (first, last, last.DayNumber - first.DayNumber + 1);
    }
}
