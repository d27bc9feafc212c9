using Awards.Domain.Applications;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Data;

public abstract partial class AwardsDbContext
{
    public DbSet<AnswerFile> AnswerFiles => Set<AnswerFile>();
}
