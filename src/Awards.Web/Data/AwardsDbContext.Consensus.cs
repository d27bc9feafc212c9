using Awards.Domain.PreReview.Sessions;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Data;

public abstract partial class AwardsDbContext
{
    public DbSet<ConsensusSession> ConsensusSessions => Set<ConsensusSession>();
}
