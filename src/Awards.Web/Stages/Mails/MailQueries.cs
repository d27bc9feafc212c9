using Awards.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Stages.Mails;

/// <summary>A mail in the list.</summary>
public sealed record MailRow(Guid Id, DateTime CreatedAt, string Recipient, string Subject, OutboxState State, int Attempts, string? LastError);

/// <summary>One page of the list, and how many there are.</summary>
/// <param name="Rows">Rows of this page, newest first.</param>
/// <param name="Matching">How many the filter lets through.</param>
/// <param name="Page">The page shown; the last one where the address asks for more.</param>
/// <param name="Pages">At least 1.</param>
/// <param name="Counts">All mails, by state.</param>
public sealed record MailPage(IReadOnlyList<MailRow> Rows, int Matching, int Page, int Pages, IReadOnlyDictionary<OutboxState, int> Counts);

/// <summary>What the list of mails is shown from.</summary>
/// <param name="Link">The address of the list with a filter.</param>
/// <param name="Open">The address of a mail; null = there is none.</param>
public sealed record MailListView(MailPage List, MailFilter Filter, Func<MailFilter, string> Link, Func<Guid, string>? Open);

/// <summary>An attempt of the server or an act of a person, in order of time.</summary>
/// <param name="What">German, the key of its translation.</param>
/// <param name="Who">Null for the system.</param>
public sealed record MailEvent(DateTime At, string What, string? Detail, string? Who);

/// <summary>What the office reads of the mails of a call, and of those about accounts, which belong to none.</summary>
public static class MailQueries
{
    /// <summary>One page of the mails of a call, null = of no call, in three queries.</summary>
    public static async Task<MailPage> ListAsync(AwardsDbContext db, Guid? callId, MailFilter filter, CancellationToken cancellationToken)
    {
        var all = db.Outbox.AsNoTracking().Where(mail => mail.CallId == callId);
        var counts = await all.GroupBy(mail => mail.State).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        var found = all;
        foreach (var (code, state) in MailFilter.States)
            if (filter.State == code) found = found.Where(mail => mail.State == state);
        if (filter.Recipient is { } typed)
        {
            var part = typed.ToLowerInvariant();
#pragma warning disable CA1304, CA1311, CA1862, RS0030 // lower() of the database
            found = found.Where(mail => mail.Recipient.ToLower().Contains(part));
#pragma warning restore CA1304, CA1311, CA1862, RS0030
        }
        var matching = await found.CountAsync(cancellationToken);
        var pages = Math.Max(1, (matching + MailFilter.Size - 1) / MailFilter.Size);
        var page = Math.Min(filter.Page, pages);
        var rows = await found.OrderByDescending(mail => mail.CreatedAt).ThenByDescending(mail => mail.Id).Skip((page - 1) * MailFilter.Size).Take(MailFilter.Size)
            .Select(mail => new MailRow(mail.Id, mail.CreatedAt, mail.Recipient, mail.Subject, mail.State, mail.Attempts, mail.LastError)).ToListAsync(cancellationToken);
        return new(rows, matching, page, pages, counts);
    }

    /// <summary>A mail of the call, or null.</summary>
    public static Task<OutboxMessage?> FindAsync(AwardsDbContext db, Guid callId, Guid id, CancellationToken cancellationToken) =>
        db.Outbox.AsNoTracking().FirstOrDefaultAsync(mail => mail.Id == id && mail.CallId == callId, cancellationToken);

    /// <summary>What happened to it, newest last.</summary>
    public static async Task<IReadOnlyList<MailEvent>> HistoryAsync(AwardsDbContext db, Guid id, CancellationToken cancellationToken)
    {
        var attempts = await db.MailAttempts.AsNoTracking().Where(attempt => attempt.MailId == id).ToListAsync(cancellationToken);
        var acts = await db.AuditRows.Where(row => row.ObjectId == id && (row.Action == AuditAction.MailSentAgain || row.Action == AuditAction.MailSettledByHand))
            .Select(row => new { row.At, row.Action, row.Why, Who = db.Users.Where(person => person.Id == row.PersonId).Select(person => person.DisplayName).FirstOrDefault() }).ToListAsync(cancellationToken);
        return [.. attempts.Select(attempt => new MailEvent(attempt.BeganAt, MailWords.Of(attempt.Result), attempt.Error, null))
            .Concat(acts.Select(act => new MailEvent(act.At, MailWords.Of(act.Action)!, act.Why, act.Who))).OrderBy(each => each.At)];
    }
}
