using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Data;

public abstract partial class AwardsDbContext
{
    public DbSet<MailAttempt> MailAttempts => Set<MailAttempt>();
    public DbSet<MailTemplate> MailTemplates => Set<MailTemplate>();
    public DbSet<MailSuppression> MailSuppressions => Set<MailSuppression>();
}
