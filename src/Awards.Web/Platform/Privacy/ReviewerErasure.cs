using Awards.Domain.Calls;
using Awards.Domain.PreReview;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Platform.Privacy;

/// <summary>
/// Takes people out of the pre-review (src/decisions/0042): what was entered about them goes, their finished work stays and is nobody's. Inside a write.
/// </summary>
public static class ReviewerErasure
{
    private const string Name = "Vorprüfer/in";

    /// <summary>People whose names still stand at reviews, conflicts or short reports of a call, or of whom a profile is there.</summary>
    public static IQueryable<Guid> Named(AwardsDbContext db, Guid callId)
    {
        var (entries, conflicts) = (db.Entries.IgnoreQueryFilters().Where(entry => entry.CallId == callId), db.Conflicts.IgnoreQueryFilters());
        return db.Users.Where(person => !person.Email!.EndsWith(Anonymous.Domain)
            && (db.Reviews.Any(review => review.CallId == callId && review.ReviewerId == person.Id) || conflicts.Any(conflict => conflict.PersonId == person.Id && entries.Any(entry => entry.Id == conflict.EntryId))
                || db.ShortReports.Any(report => report.CallId == callId && report.WriterId == person.Id) || db.ReviewerProfiles.Any(profile => profile.CallId == callId && profile.PersonId == person.Id)
                || db.ConflictStatements.Any(statement => statement.CallId == callId && statement.PersonId == person.Id))).Select(person => person.Id);
    }

    /// <summary>Who reviewed in a call becomes a number. Conflicts go with it, so that pairs and conflicts still fit together.</summary>
    public static async Task DisownAsync(AwardsDbContext db, Call call, IReadOnlyList<Guid> people, WriteContext write, CancellationToken cancellationToken)
    {
        // Plans tell by their ids who the numbers were.
        await DropPlansAsync(db, call.Id, write, cancellationToken);
        var entries = db.Entries.IgnoreQueryFilters().Where(entry => entry.CallId == call.Id).Select(entry => entry.Id);
        var number = await db.Users.CountAsync(person => person.DisplayName.StartsWith(Name) && person.Email!.EndsWith(Anonymous.Domain)
            && (db.Reviews.Any(review => review.CallId == call.Id && review.ReviewerId == person.Id) || db.Conflicts.Any(conflict => conflict.PersonId == person.Id && entries.Contains(conflict.EntryId))
                || db.ShortReports.Any(report => report.CallId == call.Id && report.WriterId == person.Id)), cancellationToken);
        foreach (var person in people)
        {
            await ForgetAsync(db, person, call.Id, write, cancellationToken);
            var nobody = Person.Create(Anonymous.Address(), $"{Name} {++number}");
            nobody.EmailConfirmed = false;
            db.Users.Add(nobody);
            await db.SaveBulkAsync(cancellationToken);
            var reviews = await db.Reviews.IgnoreQueryFilters().Where(review => review.CallId == call.Id && review.ReviewerId == person).Select(review => review.Id).ToListAsync(cancellationToken);
            await db.Reviews.IgnoreQueryFilters().Where(review => reviews.Contains(review.Id)).ExecuteUpdateAsync(set => set.SetProperty(review => review.ReviewerId, nobody.Id), cancellationToken);
            await db.Conflicts.Where(conflict => conflict.PersonId == person && entries.Contains(conflict.EntryId)).ExecuteUpdateAsync(set => set
                .SetProperty(conflict => conflict.PersonId, nobody.Id).SetProperty(conflict => conflict.DeclaredBy, conflict => conflict.DeclaredBy == person ? nobody.Id : conflict.DeclaredBy), cancellationToken);
            var reports = await db.ShortReports.Where(report => report.CallId == call.Id && report.WriterId == person).Select(report => report.Id).ToListAsync(cancellationToken);
            await db.ShortReports.Where(report => reports.Contains(report.Id)).ExecuteUpdateAsync(set => set.SetProperty(report => report.WriterId, nobody.Id), cancellationToken);
            var kept = await db.ShortReports.Where(report => report.CallId == call.Id).SelectMany(report => report.Versions).Where(version => version.KeptBy == person).Select(version => version.Id).ToListAsync(cancellationToken);
            await db.Set<ReportVersion>().Where(version => kept.Contains(version.Id)).ExecuteUpdateAsync(set => set.SetProperty(version => version.KeptBy, nobody.Id), cancellationToken);
            await AuditErasure.EraseAsync(db, write, nameof(Review), reviews, cancellationToken);
            await AuditErasure.EraseAsync(db, write, nameof(ShortReport), reports, cancellationToken);
            await AuditErasure.EraseAsync(db, write, nameof(ReportVersion), kept, cancellationToken);
        }
    }

    /// <summary>
    /// Deletes what was entered about a person and what was kept for them alone: profile, statements, reminders, earlier versions of their reviews, conflicts
    /// that hold no longer. Those that hold stay without their trail.
    /// </summary>
    /// <param name="callId">Null = in all calls.</param>
    public static async Task ForgetAsync(AwardsDbContext db, Guid person, Guid? callId, WriteContext write, CancellationToken cancellationToken)
    {
        var reviews = db.Reviews.IgnoreQueryFilters().Where(review => review.ReviewerId == person && (callId == null || review.CallId == callId)).Select(review => review.Id);
        await db.ReviewVersions.Where(version => reviews.Contains(version.ReviewId)).ExecuteDeleteAsync(cancellationToken);
        await db.ReviewReminders.Where(each => each.PersonId == person && (callId == null || each.CallId == callId)).ExecuteDeleteAsync(cancellationToken);
        var statements = await db.ConflictStatements.Where(each => each.PersonId == person && (callId == null || each.CallId == callId)).Select(each => each.Id).ToListAsync(cancellationToken);
        await db.ConflictStatements.Where(each => statements.Contains(each.Id)).ExecuteDeleteAsync(cancellationToken);
        var profiles = await db.ReviewerProfiles.Where(each => each.PersonId == person && (callId == null || each.CallId == callId)).Select(each => each.Id).ToListAsync(cancellationToken);
        await db.ReviewerProfiles.Where(each => profiles.Contains(each.Id)).ExecuteDeleteAsync(cancellationToken);
        var conflicts = await db.Conflicts.IgnoreQueryFilters().Where(each => each.PersonId == person && db.Entries.Any(entry => entry.Id == each.EntryId && (callId == null || entry.CallId == callId)))
            .Select(each => each.Id).ToListAsync(cancellationToken);
        await db.Conflicts.IgnoreQueryFilters().Where(each => conflicts.Contains(each.Id) && each.DismissedAt != null).ExecuteDeleteAsync(cancellationToken);
        await AuditErasure.EraseAsync(db, write, nameof(ConflictStatement), statements, cancellationToken);
        await AuditErasure.EraseAsync(db, write, nameof(ReviewerProfile), profiles, cancellationToken);
        await AuditErasure.EraseAsync(db, write, nameof(ConflictOfInterest), conflicts, cancellationToken);
    }

    private static async Task DropPlansAsync(AwardsDbContext db, Guid callId, WriteContext write, CancellationToken cancellationToken)
    {
        var plans = await db.PairDrafts.Where(draft => draft.CallId == callId).Select(draft => draft.Id).ToListAsync(cancellationToken);
        await db.PairDrafts.Where(draft => plans.Contains(draft.Id)).ExecuteDeleteAsync(cancellationToken);
        await AuditErasure.EraseAsync(db, write, nameof(PairDraft), plans, cancellationToken);
    }
}
