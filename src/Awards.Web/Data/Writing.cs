using Awards.Domain.Applications;
using Awards.Domain.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Awards.Web.Data;

public abstract partial class AwardsDbContext
{
    private bool _writing;

    /// <summary>
    /// One write: a transaction in which <paramref name="decide"/> loads, lets the domain decide and adds what is new. A refusal undoes
    /// everything. Audit rows are made from the changes and saved in the same transaction; a change by somebody else in between
    /// comes back as the refusal "stale". Nothing changed: nothing is written, no audit row either.
    /// </summary>
    /// <param name="lockOn">Lets only one such write at a time through for this object (numbers, budgets).</param>
    public async Task<Outcome<T>> WriteAsync<T>(WriteContext write, AuditAction action, Func<Task<Outcome<T>>> decide,
        Guid? lockOn = null, CancellationToken cancellationToken = default)
    {
        using var turn = Gate is null ? null : await Gate.EnterAsync(cancellationToken);
        await using var transaction = await Database.BeginTransactionAsync(cancellationToken);
        if (lockOn is { } id) await LockAsync(id, cancellationToken);
        _writing = true;
        try
        {
            var outcome = await decide();
            if (outcome.Refused(out _))
            {
                ChangeTracker.Clear();
                return outcome;
            }
            await SaveAuditedAsync(write, action, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return outcome;
        }
        catch (DbUpdateConcurrencyException)
        {
            ChangeTracker.Clear();
            return ApplicationRules.Stale;
        }
        finally
        {
            _writing = false;
        }
    }

    /// <summary>Adds an audit row for something that changes no row of its own: a sign-in, a download, an import as a whole.</summary>
    public void Record(WriteContext write, AuditAction action, string objectType, Guid objectId, string? values = null) =>
        AuditRows.Add(AuditTrail.Row(write, action, objectType, objectId, values));

    /// <summary>A write of its own that is nothing but an audit row.</summary>
    public async Task RecordAsync(WriteContext write, AuditAction action, string objectType, Guid objectId, CancellationToken cancellationToken = default) =>
        await WriteAsync(write, action, () =>
        {
            Record(write, action, objectType, objectId);
            return Task.FromResult<Outcome<Guid>>(objectId);
        }, cancellationToken: cancellationToken);

    /// <summary>A write of its own that is nothing but an audit row, with values.</summary>
    public async Task RecordAsync(WriteContext write, AuditAction action, string objectType, Guid objectId, string values, CancellationToken cancellationToken = default) =>
        await WriteAsync(write, action, () =>
        {
            Record(write, action, objectType, objectId, values);
            return Task.FromResult<Outcome<Guid>>(objectId);
        }, cancellationToken: cancellationToken);

    /// <summary>Saves a part of a bulk write (seed, import) without a row per object; call inside <see cref="WriteAsync{T}"/> and <see cref="Record"/> the whole.</summary>
    public async Task SaveBulkAsync(CancellationToken cancellationToken = default)
    {
        if (!_writing) throw new InvalidOperationException("A bulk save belongs into WriteAsync.");
        await base.SaveChangesAsync(true, cancellationToken);
        ChangeTracker.Clear();
    }

    /// <summary>Only for Identity's stores, which save by themselves. Everything else goes through <see cref="WriteAsync{T}"/>.</summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (_writing) return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        var changed = ChangeTracker.Entries().Where(AuditTrail.IsAudited).ToList();
        if (changed.Find(entry => entry.Metadata.ClrType != typeof(Person) && entry.Metadata.ClrType.Namespace != typeof(Microsoft.AspNetCore.Identity.IdentityUser).Namespace) is { } foreign)
            throw new InvalidOperationException($"{foreign.Metadata.ClrType.Name} is written without who, when and why. Use WriteAsync.");
        using var turn = Gate is null ? null : await Gate.EnterAsync(cancellationToken);
        AuditRows.AddRange(AuditTrail.RowsFor(changed, WriteContext.System(TimeProvider.System.GetUtcNow().UtcDateTime, "Konto"), AuditAction.AccountChanged));
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <summary>Refused: a synchronous save cannot wait at the gate.</summary>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Use WriteAsync.");

    private async Task SaveAuditedAsync(WriteContext write, AuditAction action, CancellationToken cancellationToken)
    {
        ChangeTracker.DetectChanges();
        var changed = ChangeTracker.Entries().Where(AuditTrail.IsAudited).ToList();
        RaiseVersions(changed);
        AuditRows.AddRange(AuditTrail.RowsFor(ChangeTracker.Entries().ToList(), write, action));
        await base.SaveChangesAsync(true, cancellationToken);
    }

    /// <summary>A changed object, or one whose parts changed, gets the next version; the old one is compared in the UPDATE.</summary>
    private void RaiseVersions(List<EntityEntry> changed)
    {
        foreach (var root in changed.Select(RootOf).Where(root => root.State is EntityState.Modified or EntityState.Unchanged).Distinct().ToList())
        {
            if (root.Metadata.FindProperty(Mapping.Version) is null) continue;
            var version = root.Property(Mapping.Version);
            version.CurrentValue = (int)version.OriginalValue! + 1;
        }
    }

    private EntityEntry RootOf(EntityEntry entry)
    {
        if (!Mapping.PartsOf.TryGetValue(entry.Metadata.ClrType, out var root)) return entry;
        var key = entry.Metadata.GetForeignKeys().Single(foreign => foreign.PrincipalEntityType.ClrType == root).Properties[0].Name;
        var id = entry.Property(key).CurrentValue ?? entry.Property(key).OriginalValue;
        return ChangeTracker.Entries().FirstOrDefault(other => other.Metadata.ClrType == root && Equals(other.Property("Id").CurrentValue, id)) ?? entry;
    }
}
