using Awards.Domain.Accounts;
using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Intake;
using Awards.Domain.Jury;
using Awards.Domain.Municipalities;
using Awards.Domain.PreReview;
using Awards.Domain.Publication;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Data;

/// <summary>The database. Reads use the sets; every write goes through <see cref="Writing.WriteAsync{T}"/>.</summary>
public abstract partial class AwardsDbContext(DbContextOptions options) : IdentityUserContext<Person, Guid>(options)
{
    public DbSet<Municipality> Municipalities => Set<Municipality>();
    public DbSet<Call> Calls => Set<Call>();
    public DbSet<RoleAssignment> RoleAssignments => Set<RoleAssignment>();
    public DbSet<Affiliation> Affiliations => Set<Affiliation>();
    public DbSet<Application> Applications => Set<Application>();
    public DbSet<ApplicationMember> ApplicationMembers => Set<ApplicationMember>();
    public DbSet<IntakeDecision> IntakeDecisions => Set<IntakeDecision>();
    public DbSet<Entry> Entries => Set<Entry>();
    public DbSet<ConflictOfInterest> Conflicts => Set<ConflictOfInterest>();
    public DbSet<Review> Reviews => Set<Review>();
    public DbSet<ConsensusResult> ConsensusResults => Set<ConsensusResult>();
    public DbSet<Award> Awards => Set<Award>();
    public DbSet<Snapshot> Snapshots => Set<Snapshot>();
    public DbSet<AuditRow> AuditRows => Set<AuditRow>();
    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    /// <summary>The gate that writers pass; null where the database arranges writers by itself.</summary>
    public abstract WriteGate? Gate { get; }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => Mapping.Conventions(configurationBuilder);

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        Mapping.Model(builder);
    }

    /// <summary>Holds a lock on one object (a call) until the transaction ends, where the database does not arrange writers by itself.</summary>
    internal abstract Task LockAsync(Guid id, CancellationToken cancellationToken);
}

/// <summary>The database in one SQLite file.</summary>
public sealed class SqliteAwardsDbContext(DbContextOptions<SqliteAwardsDbContext> options) : AwardsDbContext(options)
{
    private WriteGate? _gate;

    public override WriteGate Gate => _gate ??= WriteGate.For(Database.GetConnectionString()!);

    internal override Task LockAsync(Guid id, CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>The database on a PostgreSQL server.</summary>
public sealed class PostgresAwardsDbContext(DbContextOptions<PostgresAwardsDbContext> options) : AwardsDbContext(options)
{
    public override WriteGate? Gate => null;

    internal override Task LockAsync(Guid id, CancellationToken cancellationToken) =>
        Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({BitConverter.ToInt64(id.ToByteArray(), 8)})", cancellationToken);
}
