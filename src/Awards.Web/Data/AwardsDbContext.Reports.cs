using Awards.Domain.PreReview;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Data;

public abstract partial class AwardsDbContext
{
    public DbSet<ShortReport> ShortReports => Set<ShortReport>();
    public DbSet<ReportVolume> ReportVolumes => Set<ReportVolume>();
}
