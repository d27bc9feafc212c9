using Awards.Domain.Applications;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Data;

public abstract partial class AwardsDbContext
{
    public DbSet<Submission> Submissions => Set<Submission>();
    public DbSet<ApplicationChange> ApplicationChanges => Set<ApplicationChange>();
    public DbSet<LetterOfIntent> LettersOfIntent => Set<LetterOfIntent>();
    public DbSet<ApplicationReminder> ApplicationReminders => Set<ApplicationReminder>();
}
