using System.Text.Json;
using Awards.Domain.Accounts;
using Awards.Domain.Calls;
using Awards.Domain.PreReview;
using Awards.Domain.Privacy;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Platform.Privacy;

/// <summary>
/// Erases an account by anonymising it (src/decisions/0024): an empty account stays, to which reviews, votes and the trail still refer.
/// One transaction; it cannot be undone.
/// </summary>
public sealed class Erasures(AwardsDbContext db, CallCache calls, ErasureFile file, TimeProvider clock)
{
    // One at a time, so that two leads cannot leave together.
    private static readonly Guid Lock = new("00000000-0000-7000-8000-000000000e5a");

    /// <summary>Why an account cannot be erased now, or null.</summary>
    public async Task<Refusal?> RefusalAsync(Guid personId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var led = await db.RoleAssignments.Where(role => role.PersonId == personId && role.Role == CallRole.Lead
            && !db.RoleAssignments.Any(other => other.CallId == role.CallId && other.Role == CallRole.Lead && other.PersonId != personId)).Select(role => role.CallId).ToListAsync(cancellationToken);
        foreach (var call in await calls.ListAsync(db, led, cancellationToken))
            if (!call.HasReached(PhaseKind.Publication, now)) return Erasure.LastLead(call.Definition.Title.De);
        var open = await db.Reviews.CountAsync(review => review.ReviewerId == personId && review.State == ReviewState.Open, cancellationToken);
        if (open > 0) return Erasure.OpenSheets(open);
        var drafts = await db.ShortReports.CountAsync(report => report.WriterId == personId && report.State == ReportState.Draft
            && db.ConsensusResults.Any(result => result.EntryId == report.EntryId && result.ProjectId == report.ProjectId && result.Outcome != ConsensusOutcome.DoNotPropose), cancellationToken);
        return drafts > 0 ? Erasure.OpenReports(drafts) : null;
    }

    /// <summary>Erases it.</summary>
    /// <param name="again">It was erased before and came back with a restored backup: nothing stands against it.</param>
    public async Task<Outcome<Erasure>> EraseAsync(Guid personId, WriteContext write, bool again = false, CancellationToken cancellationToken = default)
    {
        var outcome = await db.WriteAsync(write, AuditAction.PersonErased, async () =>
        {
            if (await db.Erasures.AnyAsync(each => each.PersonId == personId, cancellationToken)
                || await db.Users.AsNoTracking().SingleOrDefaultAsync(each => each.Id == personId, cancellationToken) is not { } person) return Erasure.Gone;
            if (!again && await RefusalAsync(personId, cancellationToken) is { } refusal) return refusal;
            var mail = person.Email ?? "";
            var contacts = await ContactsAsync(mail, write, cancellationToken);
            var mails = await MailsAsync(mail, cancellationToken);
            await OutreachErasure.EraseAsync(db, null, mail, write, cancellationToken);
            await InvitationsAsync(person.Id, mail, write, cancellationToken);
            await ReviewerErasure.ForgetAsync(db, person.Id, callId: null, write, cancellationToken);
            await AccountAsync(person.Id, cancellationToken);
            await AuditErasure.ErasePersonAsync(db, write, personId, cancellationToken);
            if (mail.Length > 0) await AuditErasure.EraseMentionsAsync(db, write, personId, mail, cancellationToken);
            var erasure = Erasure.Of(personId, mail, write.When);
            db.Erasures.Add(erasure);
            db.Record(write, AuditAction.PersonErased, nameof(Person), personId, JsonSerializer.Serialize(new { contacts = new[] { 0, contacts }, mails = new[] { 0, mails } }));
            return (Outcome<Erasure>)erasure;
        }, Lock, cancellationToken);
        if (!outcome.Refused(out _)) await file.AppendAsync(outcome.Fact.PersonId, outcome.Fact.At, cancellationToken);
        return outcome;
    }

    /// <summary>After a restore: erases again what the register beside the database names; gives the number.</summary>
    public async Task<int> RepeatAsync(CancellationToken cancellationToken)
    {
        var count = 0;
        foreach (var personId in await file.ReadAsync(cancellationToken))
            if (!(await EraseAsync(personId, WriteContext.System(clock.GetUtcNow().UtcDateTime, "Datensicherung eingespielt"), again: true, cancellationToken)).Refused(out _)) count++;
        return count;
    }

    /// <summary>Enters into the file what only the database knows, as after a crash or from another server.</summary>
    public async Task SyncAsync(CancellationToken cancellationToken)
    {
        var known = await file.ReadAsync(cancellationToken);
        foreach (var erasure in await db.Erasures.AsNoTracking().Where(each => !known.Contains(each.PersonId)).ToListAsync(cancellationToken))
            await file.AppendAsync(erasure.PersonId, erasure.At, cancellationToken);
    }

#pragma warning disable CA1304, CA1311, CA1862, RS0030 // lower() of the database
    private async Task<int> ContactsAsync(string mail, WriteContext write, CancellationToken cancellationToken)
    {
        var lower = mail.ToLowerInvariant();
        if (lower.Length == 0) return 0;
        var ids = await db.Applications.Where(each => each.Texts.ContactMail.ToLower() == lower).Select(each => each.Id).ToListAsync(cancellationToken);
        ids.AddRange(await db.LettersOfIntent.Where(each => each.ContactMail.ToLower() == lower).Select(each => each.Id).ToListAsync(cancellationToken));
        await Contacts.EraseAsync(db, write, ids, cancellationToken);
        return ids.Count;
    }

    private async Task<int> MailsAsync(string mail, CancellationToken cancellationToken)
    {
        var lower = mail.ToLowerInvariant();
        if (lower.Length == 0) return 0;
        var hash = MailSuppression.HashOf(mail);
        await db.MailSuppressions.Where(each => each.AddressHash == hash).ExecuteDeleteAsync(cancellationToken);
        var theirs = db.Outbox.Where(each => each.Recipient.ToLower() == lower || each.Body.ToLower().Contains(lower));
        await db.Outbox.Where(each => each.Recipient.ToLower() == lower && each.State == OutboxState.Waiting)
            .ExecuteUpdateAsync(set => set.SetProperty(each => each.State, OutboxState.Suppressed), cancellationToken);
        return await Mails.EraseAsync(db, theirs, cancellationToken);
    }

    private async Task InvitationsAsync(Guid personId, string mail, WriteContext write, CancellationToken cancellationToken)
    {
        var lower = mail.ToLowerInvariant();
        var ids = await db.Invitations.Where(each => each.Mail.ToLower() == lower || each.AcceptedBy == personId).Select(each => each.Id).ToListAsync(cancellationToken);
        await db.Invitations.Where(each => ids.Contains(each.Id)).ExecuteDeleteAsync(cancellationToken);
        await AuditErasure.EraseAsync(db, write, nameof(Invitation), ids, cancellationToken);
    }
#pragma warning restore CA1304, CA1311, CA1862, RS0030

    private async Task AccountAsync(Guid id, CancellationToken cancellationToken)
    {
        await db.Sessions.Where(each => each.PersonId == id).ExecuteDeleteAsync(cancellationToken);
        await db.MailLinks.Where(each => each.PersonId == id).ExecuteDeleteAsync(cancellationToken);
        await db.AddressChanges.Where(each => each.PersonId == id).ExecuteDeleteAsync(cancellationToken);
        await db.RoleAssignments.Where(each => each.PersonId == id).ExecuteDeleteAsync(cancellationToken);
        await db.Affiliations.Where(each => each.PersonId == id).ExecuteDeleteAsync(cancellationToken);
        await db.ApplicationMembers.Where(each => each.PersonId == id).ExecuteDeleteAsync(cancellationToken);
        await db.UserClaims.Where(each => each.UserId == id).ExecuteDeleteAsync(cancellationToken);
        await db.UserLogins.Where(each => each.UserId == id).ExecuteDeleteAsync(cancellationToken);
        await db.UserTokens.Where(each => each.UserId == id).ExecuteDeleteAsync(cancellationToken);
        await db.UserPasskeys.Where(each => each.UserId == id).ExecuteDeleteAsync(cancellationToken);
        var address = Anonymous.Address();
        var (normalized, stamp) = (address.ToUpperInvariant(), SecretId.New().ToString("N"));
        await db.Users.Where(each => each.Id == id).ExecuteUpdateAsync(set => set
            .SetProperty(each => each.DisplayName, Erasure.Name)
            .SetProperty(each => each.UserName, address).SetProperty(each => each.NormalizedUserName, normalized)
            .SetProperty(each => each.Email, address).SetProperty(each => each.NormalizedEmail, normalized).SetProperty(each => each.EmailConfirmed, false)
            .SetProperty(each => each.PasswordHash, (string?)null).SetProperty(each => each.LastCodeHash, (string?)null).SetProperty(each => each.PhoneNumber, (string?)null)
            .SetProperty(each => each.TwoFactorEnabled, false).SetProperty(each => each.IsDemo, false)
            .SetProperty(each => each.SecurityStamp, stamp).SetProperty(each => each.RightsVersion, each => each.RightsVersion + 1), cancellationToken);
    }
}
