using Awards.Domain.Applications;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Platform.Privacy;

/// <summary>Contact persons of applications.</summary>
internal static class Contacts
{
    /// <summary>Takes them out of applications and letters of intent, by their ids, out of what was kept of submissions, out of the history and the trail's values, and ends the consents given for them; inside a write. The trail gets no row with the old values.</summary>
    public static async Task EraseAsync(AwardsDbContext db, WriteContext write, IReadOnlyCollection<Guid> applicationIds, CancellationToken cancellationToken)
    {
        if (applicationIds.Count == 0) return;
        foreach (var application in await db.Applications.Include(each => each.Projects).Where(each => applicationIds.Contains(each.Id)).ToListAsync(cancellationToken)) application.EraseContact();
        foreach (var letter in await db.LettersOfIntent.Where(each => applicationIds.Contains(each.Id)).ToListAsync(cancellationToken)) letter.Erase();
        foreach (var submission in await db.Submissions.Where(each => applicationIds.Contains(each.ApplicationId)).ToListAsync(cancellationToken)) submission.Erase();
        await db.SaveBulkAsync(cancellationToken);
        await db.ApplicationChanges.Where(each => applicationIds.Contains(each.ApplicationId) && ApplicationFields.ContactKeys.Contains(each.Field)).ExecuteDeleteAsync(cancellationToken);
        await AuditErasure.EraseAsync(db, write, nameof(LetterOfIntent), await db.LettersOfIntent.Where(each => applicationIds.Contains(each.Id)).Select(each => each.Id).ToListAsync(cancellationToken), cancellationToken);
        await EndConsentsAsync(db, write, applicationIds, cancellationToken);
        await AuditErasure.EraseContactsAsync(db, write, applicationIds, cancellationToken);
    }

    /// <summary>Ends the consents of applications whose contact person is gone.</summary>
    public static async Task EndConsentsAsync(AwardsDbContext db, WriteContext write, IReadOnlyCollection<Guid> applicationIds, CancellationToken cancellationToken)
    {
        await db.Consents.Where(each => applicationIds.Contains(each.ApplicationId) && each.WithdrawnAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(each => each.WithdrawnAt, write.When), cancellationToken);
        await db.Consents.Where(each => applicationIds.Contains(each.ApplicationId)).ExecuteUpdateAsync(set => set.SetProperty(each => each.SubjectDigest, ""), cancellationToken);
    }
}

/// <summary>Mails that were written.</summary>
internal static class Mails
{
    /// <summary>Empties mails and what servers said about them; inside a write. Gives their number.</summary>
    public static async Task<int> EraseAsync(AwardsDbContext db, IQueryable<OutboxMessage> mails, CancellationToken cancellationToken)
    {
        var ids = mails.Select(each => each.Id);
        await db.MailAttempts.Where(each => ids.Contains(each.MailId)).ExecuteUpdateAsync(set => set.SetProperty(each => each.Error, (string?)null), cancellationToken);
        return await mails.ExecuteUpdateAsync(set => set.SetProperty(each => each.Recipient, "").SetProperty(each => each.Subject, "").SetProperty(each => each.Body, "")
            .SetProperty(each => each.LastError, (string?)null), cancellationToken);
    }
}
