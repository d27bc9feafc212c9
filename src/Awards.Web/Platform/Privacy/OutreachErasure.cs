using System.Text.Json;
using Awards.Domain.Enquiries;
using Awards.Domain.Outreach;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Platform.Privacy;

/// <summary>Takes addresses out of contact lists, mailings and questions; all of it inside a write.</summary>
internal static class OutreachErasure
{
    private const int Part = 200;

    /// <summary>Deletes a list with all its contacts. Waves to it stay, with their figures and without addresses.</summary>
    public static async Task DeleteListAsync(AwardsDbContext db, Guid listId, WriteContext write, CancellationToken cancellationToken)
    {
        var count = await RemoveAsync(db, await db.Contacts.Where(each => each.ListId == listId).Select(each => each.Id).ToListAsync(cancellationToken), write, cancellationToken);
        await db.ContactUploads.Where(each => each.ListId == listId).ExecuteDeleteAsync(cancellationToken);
        await db.ContactLists.Where(each => each.Id == listId).ExecuteDeleteAsync(cancellationToken);
        db.Record(write, AuditAction.ContactListDeleted, nameof(ContactList), listId, JsonSerializer.Serialize(new { rows = new[] { count, 0 } }));
    }

    /// <summary>Deletes contacts, and what the trail says of them; gives their number.</summary>
    public static async Task<int> RemoveAsync(AwardsDbContext db, IReadOnlyCollection<Guid> contactIds, WriteContext write, CancellationToken cancellationToken)
    {
        foreach (var part in contactIds.Chunk(Part))
        {
            await db.Contacts.Where(each => part.Contains(each.Id)).ExecuteDeleteAsync(cancellationToken);
            await AuditErasure.EraseAsync(db, write, nameof(Contact), part, cancellationToken);
        }
        if (contactIds.Count > 0) db.Record(write, AuditAction.ContactErased, nameof(Contact), contactIds.Count == 1 ? contactIds.First() : Guid.Empty, JsonSerializer.Serialize(new { rows = new[] { contactIds.Count, 0 } }));
        return contactIds.Count;
    }

    /// <summary>Erases an address in a call (null = in all): contacts, uploaded files that may hold it, what came back, questions, mails of waves. In a call it is kept from coming back by a note that it unsubscribed, which holds no address.</summary>
    public static async Task<int> EraseAsync(AwardsDbContext db, Guid? callId, string mail, WriteContext write, CancellationToken cancellationToken)
    {
        var (hash, lower) = (AddressKey.Of(mail), mail.Trim().ToLowerInvariant());
        if (lower.Length == 0) return 0;
        var lists = await db.Contacts.Where(each => each.AddressHash == hash && (callId == null || each.CallId == callId)).Select(each => each.ListId).ToListAsync(cancellationToken);
        var count = await RemoveAsync(db, await db.Contacts.Where(each => each.AddressHash == hash && (callId == null || each.CallId == callId)).Select(each => each.Id).ToListAsync(cancellationToken), write, cancellationToken);
        await db.ContactUploads.Where(each => lists.Contains(each.ListId)).ExecuteDeleteAsync(cancellationToken);
        var bounces = await db.Bounces.Where(each => each.AddressHash == hash && (callId == null || each.CallId == callId)).Select(each => each.Id).ToListAsync(cancellationToken);
        await db.Bounces.Where(each => bounces.Contains(each.Id)).ExecuteDeleteAsync(cancellationToken);
        await AuditErasure.EraseAsync(db, write, nameof(Bounce), bounces, cancellationToken);
#pragma warning disable CA1304, CA1311, CA1862, RS0030 // lower() of the database
        var asked = await db.Enquiries.Where(each => each.Mail.ToLower() == lower && (callId == null || each.CallId == callId)).Select(each => each.Id).ToListAsync(cancellationToken);
        count += await EraseEnquiriesAsync(db, asked, write, cancellationToken);
        var sent = db.Outbox.Where(each => each.Recipient.ToLower() == lower && each.CallId != null && (callId == null || each.CallId == callId)
            && (db.WaveMails.Any(wave => wave.MailId == each.Id) || asked.Contains(each.ObjectId!.Value)));
#pragma warning restore CA1304, CA1311, CA1862, RS0030
        await sent.Where(each => each.State == OutboxState.Waiting).ExecuteUpdateAsync(set => set.SetProperty(each => each.State, OutboxState.Suppressed), cancellationToken);
        count += await Mails.EraseAsync(db, sent, cancellationToken);
        foreach (var id in await db.WaveMails.Where(each => each.AddressHash == hash && (callId == null || each.CallId == callId)).Select(each => each.Id).ToListAsync(cancellationToken))
        {
            var nobody = SecretId.New().ToString("N");
            await db.WaveMails.Where(each => each.Id == id).ExecuteUpdateAsync(set => set.SetProperty(each => each.AddressHash, nobody), cancellationToken);
        }
        if (callId is not null && !await db.MailSuppressions.AnyAsync(each => each.AddressHash == hash && (each.CallId == null || each.CallId == callId), cancellationToken))
            db.MailSuppressions.Add(MailSuppression.Create(mail, callId, write.When));
        return count;
    }

    /// <summary>Takes out who asked, what they wrote and what they read.</summary>
    public static async Task<int> EraseEnquiriesAsync(AwardsDbContext db, IReadOnlyCollection<Guid> ids, WriteContext write, CancellationToken cancellationToken)
    {
        if (ids.Count == 0) return 0;
        foreach (var enquiry in await db.Enquiries.Where(each => ids.Contains(each.Id)).ToListAsync(cancellationToken)) enquiry.Erase(write.When);
        await db.SaveBulkAsync(cancellationToken);
        await AuditErasure.EraseAsync(db, write, nameof(Enquiry), ids, cancellationToken);
        return ids.Count;
    }
}
