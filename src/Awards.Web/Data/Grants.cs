using Awards.Domain.Accounts;
using Awards.Domain.Applications;
using Awards.Domain.Intake;
using Awards.Domain.PreReview;
using Awards.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Data;

/// <summary>Gives and takes roles and municipalities. Each change raises the person's rights version, so that it holds from their next request on. To be called inside a write.</summary>
public static class Grants
{
    /// <summary>Gives roles in a call; those that the person holds stay.</summary>
    public static async Task GiveAsync(AwardsDbContext db, Guid personId, Guid callId, IEnumerable<CallRole> roles, CancellationToken cancellationToken)
    {
        var held = await db.RoleAssignments.Where(role => role.PersonId == personId && role.CallId == callId).Select(role => role.Role).ToListAsync(cancellationToken);
        var given = roles.Except(held).Select(role => RoleAssignment.Give(personId, callId, role)).ToList();
        db.RoleAssignments.AddRange(given);
        if (given.Count > 0) await RaiseAsync(db, personId, cancellationToken);
    }

    /// <summary>Takes a role. Refused for the last lead of a call.</summary>
    public static async Task<Outcome<RoleAssignment>> TakeAsync(AwardsDbContext db, Guid callId, Guid assignmentId, CancellationToken cancellationToken)
    {
        if (await db.RoleAssignments.SingleOrDefaultAsync(role => role.Id == assignmentId && role.CallId == callId, cancellationToken) is not { } role)
            return RoleAssignment.Gone;
        if (role.Role == CallRole.Lead && await db.RoleAssignments.CountAsync(each => each.CallId == callId && each.Role == CallRole.Lead, cancellationToken) == 1) return RoleAssignment.LastLead;
        db.RoleAssignments.Remove(role);
        await RaiseAsync(db, role.PersonId, cancellationToken);
        return role;
    }

    /// <summary>Lets a person act for a municipality. Refused to who reviews an entry of it: nobody is reviewer and applicant of one entry.</summary>
    public static async Task<Outcome<bool>> AffiliateAsync(AwardsDbContext db, Guid personId, Guid municipalityId, CancellationToken cancellationToken)
    {
        if (await db.Affiliations.Where(each => each.PersonId == personId && each.MunicipalityId == municipalityId).Select(each => (Standing?)each.Standing).FirstOrDefaultAsync(cancellationToken) is { } standing)
            return standing == Standing.Rejected ? Affiliation.BarredByOffice : true;
        if (await db.Reviews.AnyAsync(review => review.ReviewerId == personId && review.State != ReviewState.Replaced && db.Entries.Any(entry => entry.Id == review.EntryId && entry.MunicipalityId == municipalityId), cancellationToken))
            return Affiliation.BarredByReview;
        db.Affiliations.Add(Affiliation.Of(personId, municipalityId));
        await RaiseAsync(db, personId, cancellationToken);
        return true;
    }

    /// <summary>The office confirms or rejects that a person acts for a municipality; a rejected one loses the right with the next request.</summary>
    public static async Task<Outcome<Affiliation>> SettleAsync(AwardsDbContext db, Guid affiliationId, Guid municipalityId, Standing standing, WriteContext write, CancellationToken cancellationToken)
    {
        if (await db.Affiliations.SingleOrDefaultAsync(each => each.Id == affiliationId && each.MunicipalityId == municipalityId, cancellationToken) is not { } affiliation)
            return new Refusal("affiliation.gone", /*text*/ "Dieses Konto handelt nicht mehr für die Kommune. Bitte laden Sie die Seite neu.");
        var outcome = affiliation.Settle(standing, write);
        if (!outcome.Refused(out _)) await RaiseAsync(db, affiliation.PersonId, cancellationToken);
        return outcome;
    }

    /// <summary>Lets a person work on an application, with this right from now on. Refused to who reviews its entry.</summary>
    public static async Task<Outcome<ApplicationMember>> JoinAsync(AwardsDbContext db, Guid personId, Guid applicationId, MemberRight right, CancellationToken cancellationToken)
    {
        if (await db.Reviews.AnyAsync(review => review.ReviewerId == personId && review.State != ReviewState.Replaced && db.Entries.Any(entry => entry.Id == review.EntryId && entry.ApplicationId == applicationId), cancellationToken))
            return Affiliation.BarredByReview;
        if (await db.ApplicationMembers.SingleOrDefaultAsync(each => each.ApplicationId == applicationId && each.PersonId == personId, cancellationToken) is { } member)
            return member.Raise(right);
        await RaiseAsync(db, personId, cancellationToken);
        return db.ApplicationMembers.Add(ApplicationMember.Add(applicationId, personId, right)).Entity;
    }

    /// <summary>Persons who stand on an applicant's side of an entry: members of its application, and whoever acts for its municipality.</summary>
    public static IQueryable<Guid> Applicants(AwardsDbContext db, Entry entry)
    {
        var (application, municipality) = (entry.ApplicationId, entry.MunicipalityId);
        return db.ApplicationMembers.Where(member => member.ApplicationId == application).Select(member => member.PersonId)
            .Union(db.Affiliations.Where(each => each.MunicipalityId == municipality).Select(each => each.PersonId));
    }

    /// <summary>The same for all entries of a call: who stands on the applicant's side of which entry.</summary>
    public static async Task<HashSet<(Guid PersonId, Guid EntryId)>> ApplicantsAsync(AwardsDbContext db, Guid callId, CancellationToken cancellationToken) =>
        [.. (await db.Entries.Where(entry => entry.CallId == callId)
            .Join(db.ApplicationMembers, entry => entry.ApplicationId, member => member.ApplicationId, (entry, member) => new { member.PersonId, entry.Id })
            .Union(db.Entries.Where(entry => entry.CallId == callId && entry.MunicipalityId != null)
                .Join(db.Affiliations, entry => entry.MunicipalityId, each => each.MunicipalityId, (entry, each) => new { each.PersonId, entry.Id }))
            .ToListAsync(cancellationToken)).Select(each => (each.PersonId, each.Id))];

    private static async Task RaiseAsync(AwardsDbContext db, Guid personId, CancellationToken cancellationToken)
    {
        var person = db.Users.Local.FirstOrDefault(each => each.Id == personId) ?? await db.Users.SingleAsync(each => each.Id == personId, cancellationToken);
        person.RightsVersion++;
    }
}
