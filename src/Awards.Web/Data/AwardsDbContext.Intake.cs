using Awards.Domain.Intake;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Data;

public abstract partial class AwardsDbContext
{
    public DbSet<FormalCheck> FormalChecks => Set<FormalCheck>();
    public DbSet<MissingPieceRequest> MissingPieceRequests => Set<MissingPieceRequest>();
    public DbSet<MissingPieceFile> MissingPieceFiles => Set<MissingPieceFile>();
    public DbSet<WantedPair> WantedPairs => Set<WantedPair>();
    public DbSet<BulkRun> BulkRuns => Set<BulkRun>();
}
