using Awards.Domain.PreReview;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Data;

public abstract partial class AwardsDbContext
{
    public DbSet<ReviewerProfile> ReviewerProfiles => Set<ReviewerProfile>();
    public DbSet<ConflictStatement> ConflictStatements => Set<ConflictStatement>();
    public DbSet<PairDraft> PairDrafts => Set<PairDraft>();
}
