using Awards.Domain.Applications;
using Awards.Domain.Municipalities;
using Awards.Domain.Outreach;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Stages.Outreach;

/// <summary>A list with its figures.</summary>
/// <param name="Contacts">All of them.</param>
/// <param name="Addresses">Those with an address.</param>
public sealed record ListLine(Guid Id, string Name, DateTime CreatedAt, int Contacts, int Addresses)
{
    public int Missing => Contacts - Addresses;
}

/// <summary>A wave with its figures.</summary>
public sealed record WaveLine(Guid Id, string Name, WaveKind Kind, WaveState State, DateTime? PlannedFor, DateTime? StartedAt, string? List, int Written);

/// <summary>A contact as the list shows it.</summary>
public sealed record ContactLine(Guid Id, string Name, string? State, string Office, string Mail, string Source, bool OptedOut, bool Undeliverable);

/// <summary>One page of a list.</summary>
public sealed record ContactPage(IReadOnlyList<ContactLine> Rows, int Matching, int Page, int Pages);

/// <summary>What the office reads of its contacts and waves.</summary>
public static class OutreachQueries
{
    /// <summary>All lists of a call, newest first. One query.</summary>
    public static Task<List<ListLine>> ListsAsync(AwardsDbContext db, Guid callId, CancellationToken cancellationToken) => db.ContactLists.AsNoTracking()
        .Where(list => list.CallId == callId).OrderByDescending(list => list.CreatedAt).ThenBy(list => list.Id)
        .Select(list => new ListLine(list.Id, list.Name, list.CreatedAt, db.Contacts.Count(each => each.ListId == list.Id), db.Contacts.Count(each => each.ListId == list.Id && each.AddressHash != null))).ToListAsync(cancellationToken);

    /// <summary>All waves of a call, newest first. One query.</summary>
    public static Task<List<WaveLine>> WavesAsync(AwardsDbContext db, Guid callId, CancellationToken cancellationToken) => db.Waves.AsNoTracking()
        .Where(wave => wave.CallId == callId).OrderByDescending(wave => wave.CreatedAt).ThenBy(wave => wave.Id)
        .Select(wave => new WaveLine(wave.Id, wave.Name, wave.Kind, wave.State, wave.PlannedFor, wave.StartedAt, db.ContactLists.Where(list => list.Id == wave.ListId).Select(list => list.Name).FirstOrDefault(),
            db.WaveMails.Count(mail => mail.WaveId == wave.Id && mail.Outcome == WaveOutcome.Written))).ToListAsync(cancellationToken);

    /// <summary>A list of the call, or null.</summary>
    public static Task<ContactList?> ListAsync(AwardsDbContext db, Guid callId, Guid id, CancellationToken cancellationToken) =>
        db.ContactLists.AsNoTracking().SingleOrDefaultAsync(list => list.Id == id && list.CallId == callId, cancellationToken);

    /// <summary>One page of a list, in two queries.</summary>
    public static async Task<ContactPage> ContactsAsync(AwardsDbContext db, ContactList list, ContactFilter filter, CancellationToken cancellationToken)
    {
        var (listId, callId) = (list.Id, list.CallId);
        var rows = db.Contacts.AsNoTracking().Where(each => each.ListId == listId);
        if (filter.Search is { } typed)
        {
            var (name, mail) = (SortKey.Of(typed), typed.ToLowerInvariant());
#pragma warning disable CA1304, CA1311, CA1862, RS0030 // lower() of the database
            rows = name.Length == 0 ? rows.Where(each => each.Mail.ToLower().Contains(mail)) : rows.Where(each => each.NameSort.Contains(name) || each.Mail.ToLower().Contains(mail));
#pragma warning restore CA1304, CA1311, CA1862, RS0030
        }
        var (optedOut, dead) = (OptedOut(db, callId), Undeliverable(db, callId));
        rows = filter.Standing switch
        {
            ContactFilter.Missing => rows.Where(each => each.AddressHash == null),
            ContactFilter.OptedOut => rows.Where(each => optedOut.Contains(each.AddressHash!)),
            ContactFilter.Undeliverable => rows.Where(each => dead.Contains(each.AddressHash!)),
            ContactFilter.Reachable => rows.Where(each => each.AddressHash != null && !optedOut.Contains(each.AddressHash) && !dead.Contains(each.AddressHash)),
            _ => rows,
        };
        var matching = await rows.CountAsync(cancellationToken);
        var pages = Math.Max(1, (matching + ContactFilter.Size - 1) / ContactFilter.Size);
        var page = Math.Min(filter.Page, pages);
        var lines = await rows.OrderBy(each => each.NameSort).ThenBy(each => each.Office).ThenBy(each => each.Id).Skip((page - 1) * ContactFilter.Size).Take(ContactFilter.Size)
            .Select(each => new ContactLine(each.Id, each.Name, each.State, each.Office, each.Mail, each.Source, optedOut.Contains(each.AddressHash!), dead.Contains(each.AddressHash!))).ToListAsync(cancellationToken);
        return new(lines, matching, page, pages);
    }

    /// <summary>Hashes of the addresses that want no mailings of a call.</summary>
    public static IQueryable<string> OptedOut(AwardsDbContext db, Guid callId) =>
        db.MailSuppressions.Where(each => each.CallId == null || each.CallId == callId).Select(each => each.AddressHash);

    /// <summary>Hashes of the addresses that mail came back from for good.</summary>
    public static IQueryable<string> Undeliverable(AwardsDbContext db, Guid callId) =>
        db.Bounces.Where(each => each.CallId == callId && each.Kind == BounceKind.Hard && each.LiftedAt == null).Select(each => each.AddressHash);

    /// <summary>When each municipality began its applications in a call, with where they stand; withdrawn ones left out.</summary>
    public static async Task<ILookup<Guid, (DateTime BeganAt, ApplicationState Status)>> ApplicationsAsync(AwardsDbContext db, Guid callId, CancellationToken cancellationToken) =>
        (await db.Applications.AsNoTracking().Where(each => each.CallId == callId && each.MunicipalityId != null && each.Status != ApplicationState.Withdrawn)
            .Select(each => new { Id = each.MunicipalityId!.Value, each.CreatedAt, each.Status }).ToListAsync(cancellationToken)).ToLookup(each => each.Id, each => (each.CreatedAt, each.Status));

    /// <summary>Which of some municipalities have a draft or an application in a call that they did not withdraw.</summary>
    public static Task<HashSet<Guid>> AppliedAsync(AwardsDbContext db, Guid callId, IReadOnlyCollection<Guid?> municipalities, CancellationToken cancellationToken) =>
        db.Applications.Where(each => each.CallId == callId && each.Status != ApplicationState.Withdrawn && municipalities.Contains(each.MunicipalityId)).Select(each => each.MunicipalityId!.Value).ToHashSetAsync(cancellationToken);

    /// <summary>When each municipality handed in its letter of intent in a call.</summary>
    public static async Task<ILookup<Guid, DateTime>> LettersAsync(AwardsDbContext db, Guid callId, CancellationToken cancellationToken) =>
        (await db.LettersOfIntent.Where(letter => letter.CallId == callId && letter.WithdrawnAt == null).Select(letter => new { letter.MunicipalityId, letter.SubmittedAt }).ToListAsync(cancellationToken))
            .ToLookup(letter => letter.MunicipalityId, letter => letter.SubmittedAt);

    /// <summary>How many addresses a wave decided about, by outcome.</summary>
    public static Task<Dictionary<WaveOutcome, int>> OutcomesAsync(AwardsDbContext db, Guid waveId, CancellationToken cancellationToken) =>
        db.WaveMails.Where(mail => mail.WaveId == waveId).GroupBy(mail => mail.Outcome).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(each => each.Key, each => each.Count, cancellationToken);
}
