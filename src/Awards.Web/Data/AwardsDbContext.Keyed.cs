using Awards.Domain.Intake;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Data;

public abstract partial class AwardsDbContext
{
    public DbSet<KeyedCheck> KeyedChecks => Set<KeyedCheck>();
    public DbSet<ArrivalScan> ArrivalScans => Set<ArrivalScan>();
}
