using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Data;

public abstract partial class AwardsDbContext
{
    public DbSet<AuditLink> AuditLinks => Set<AuditLink>();

    /// <summary>True inside <see cref="WriteAsync{T}"/>.</summary>
    internal bool IsWriting => _writing;

    /// <summary>A transaction of the trail itself, which leaves no row in the trail.</summary>
    internal async Task<T> ChainAsync<T>(Guid lockOn, Func<Task<T>> work, CancellationToken cancellationToken)
    {
        using var turn = Gate is null ? null : await Gate.EnterAsync(cancellationToken);
        await using var transaction = await Database.BeginTransactionAsync(cancellationToken);
        await LockAsync(lockOn, cancellationToken);
        var result = await work();
        await base.SaveChangesAsync(true, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        ChangeTracker.Clear();
        return result;
    }
}

/// <summary>How the trail and its chain lie in tables.</summary>
internal static class MappingAudit
{
    private const int DigestLength = 64;

    public static void Model(ModelBuilder builder)
    {
        builder.Entity<AuditRow>(entity =>
        {
            entity.Property(row => row.ActingAs).HasMaxLength(80);
            entity.Property(row => row.ValuesDigest).HasMaxLength(DigestLength);
            entity.Property(row => row.Digest).HasMaxLength(DigestLength);
            entity.HasIndex(row => new { row.CallId, row.At });
            entity.HasIndex(row => row.AboutId);
            entity.HasIndex(row => row.RequestId);
        });
        builder.Entity<AuditValues>().Property(values => values.Salt).HasMaxLength(32);
        builder.Entity<AuditLink>(entity =>
        {
            entity.HasKey(link => link.Sequence);
            entity.Property(link => link.Sequence).ValueGeneratedNever();
            entity.Property(link => link.Previous).HasMaxLength(DigestLength);
            entity.Property(link => link.Hash).HasMaxLength(DigestLength);
            entity.HasIndex(link => link.AuditRowId).IsUnique();
            entity.HasOne<AuditRow>().WithOne().HasForeignKey<AuditLink>(link => link.AuditRowId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
