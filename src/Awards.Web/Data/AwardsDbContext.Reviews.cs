using Awards.Domain.PreReview;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Data;

public abstract partial class AwardsDbContext
{
    public DbSet<ReviewVersion> ReviewVersions => Set<ReviewVersion>();
    public DbSet<ReviewReopening> ReviewReopenings => Set<ReviewReopening>();
    public DbSet<ReviewReminder> ReviewReminders => Set<ReviewReminder>();
}
