using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Data;

/// <summary>Hangs committed audit rows onto the chain, each once. One process at a time does so; the others wait.</summary>
public sealed class AuditChain(TimeProvider clock)
{
    /// <summary>Rows linked in one transaction.</summary>
    public const int Batch = 500;

    /// <summary>
    /// A row can be committed after younger ones, so that what is missing is looked for and not counted on from the last one. The usual look
    /// goes back this far behind the youngest linked row, along the key; once in this time everything is looked through.
    /// </summary>
    private static readonly TimeSpan LookBack = TimeSpan.FromHours(1);

    private static readonly Guid Lock = new("0a0d17ed-c4a1-7000-8000-000000000001");

    private readonly System.Threading.Lock _state = new();
    private DateTime _nextFull = DateTime.MinValue;

    /// <summary>Links what is not linked yet; gives the number of rows.</summary>
    /// <param name="everything">Looks through all rows, however old.</param>
    public async Task<int> LinkAsync(AwardsDbContext db, bool everything = false, CancellationToken cancellationToken = default)
    {
        var full = everything | FullIsDue();
        var linked = 0;
        while (true)
        {
            var added = await db.ChainAsync(Lock, () => AddAsync(db, full, cancellationToken), cancellationToken);
            linked += added;
            if (added < Batch) return linked;
        }
    }

    private bool FullIsDue()
    {
        lock (_state)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            if (now < _nextFull) return false;
            _nextFull = now + LookBack;
            return true;
        }
    }

    private async Task<int> AddAsync(AwardsDbContext db, bool full, CancellationToken cancellationToken)
    {
        var last = await db.AuditLinks.AsNoTracking().OrderByDescending(link => link.Sequence).FirstOrDefaultAsync(cancellationToken);
        var from = full || last is null ? Guid.Empty : Earlier(last.AuditRowId);
        var rows = await Unlinked(db, from).OrderBy(row => row.Id).Take(Batch).ToListAsync(cancellationToken);
        var (sequence, previous) = (last?.Sequence ?? 0, last?.Hash ?? AuditDigest.Start);
        var now = clock.GetUtcNow().UtcDateTime;
        now = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
        foreach (var row in rows)
        {
            sequence++;
            // Over what stands in the row now, not over the digest it brings: the two are compared when the chain is checked.
            var hash = AuditDigest.OfLink(sequence, previous, row.Id, AuditDigest.Of(row), now);
            db.AuditLinks.Add(new() { Sequence = sequence, AuditRowId = row.Id, Previous = previous, Hash = hash, ChainedAt = now });
            previous = hash;
        }
        return rows.Count;
    }

    /// <summary>Rows from an id on that the chain does not hold yet.</summary>
    internal static IQueryable<AuditRow> Unlinked(AwardsDbContext db, Guid from)
    {
        var rows = db.AuditRows.AsNoTracking();
        if (from != Guid.Empty) rows = rows.Where(row => row.Id.CompareTo(from) >= 0);
        return rows.Where(row => !db.AuditLinks.Any(link => link.AuditRowId == row.Id));
    }

    /// <summary>The smallest version 7 id made <see cref="LookBack"/> before this one.</summary>
    internal static Guid Earlier(Guid id)
    {
        var bytes = id.ToByteArray(bigEndian: true);
        var milliseconds = 0L;
        foreach (var each in bytes.AsSpan(0, 6)) milliseconds = milliseconds << 8 | each;
        milliseconds = Math.Max(0, milliseconds - (long)LookBack.TotalMilliseconds);
        var earlier = new byte[16];
        for (var at = 5; at >= 0; at--, milliseconds >>= 8) earlier[at] = (byte)milliseconds;
        return new Guid(earlier, bigEndian: true);
    }
}
