using System.Collections.Concurrent;
using Awards.Domain.Calls;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Data;

/// <summary>Calls with their parsed definitions. Each look-up asks the database for the version, so that no node serves an old one.</summary>
public sealed class CallCache
{
    private readonly ConcurrentDictionary<string, Call> _bySlug = new();

    /// <summary>The call of an address, or null.</summary>
    public async Task<Call?> FindAsync(AwardsDbContext db, string slug, CancellationToken cancellationToken = default)
    {
        var stamp = await db.Calls.Where(call => call.Slug == slug).Select(call => new { call.Id, call.Version }).FirstOrDefaultAsync(cancellationToken);
        if (stamp is null) return null;
        if (_bySlug.TryGetValue(slug, out var cached) && cached.Id == stamp.Id && cached.Version == stamp.Version) return cached;
        return _bySlug[slug] = await db.Calls.AsNoTracking().FirstAsync(call => call.Slug == slug, cancellationToken);
    }

    /// <summary>All calls, newest first, with at most two queries however many there are.</summary>
    public async Task<IReadOnlyList<Call>> AllAsync(AwardsDbContext db, CancellationToken cancellationToken = default) =>
        await FreshAsync(db, db.Calls, cancellationToken);

    /// <summary>The calls of some ids, newest first, with at most two queries however many they are.</summary>
    public async Task<IReadOnlyList<Call>> ListAsync(AwardsDbContext db, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken = default) =>
        await FreshAsync(db, db.Calls.Where(call => ids.Contains(call.Id)), cancellationToken);

    private async Task<IReadOnlyList<Call>> FreshAsync(AwardsDbContext db, IQueryable<Call> calls, CancellationToken cancellationToken)
    {
        var stamps = await calls.Select(call => new { call.Id, call.Slug, call.Version }).ToListAsync(cancellationToken);
        var stale = stamps.Where(stamp => !_bySlug.TryGetValue(stamp.Slug, out var cached) || cached.Id != stamp.Id || cached.Version != stamp.Version).Select(stamp => stamp.Id).ToList();
        if (stale.Count > 0)
        {
            foreach (var call in await db.Calls.AsNoTracking().Where(call => stale.Contains(call.Id)).ToListAsync(cancellationToken)) _bySlug[call.Slug] = call;
        }
        return [.. stamps.Select(stamp => _bySlug[stamp.Slug]).OrderByDescending(call => call.Definition.Phases.Select(phase => phase.From).DefaultIfEmpty().Min()).ThenBy(call => call.Slug, StringComparer.Ordinal)];
    }

    /// <summary>The call of an id; throws when there is none, because ids come from rows that refer to it.</summary>
    public async Task<Call> GetAsync(AwardsDbContext db, Guid id, CancellationToken cancellationToken = default)
    {
        var known = _bySlug.Values.FirstOrDefault(call => call.Id == id);
        var slug = known?.Slug ?? await db.Calls.Where(call => call.Id == id).Select(call => call.Slug).FirstAsync(cancellationToken);
        return await FindAsync(db, slug, cancellationToken) ?? throw new InvalidOperationException("The call is gone.");
    }
}
