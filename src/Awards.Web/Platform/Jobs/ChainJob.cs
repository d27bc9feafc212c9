using Awards.Web.Data;
using Quartz;

namespace Awards.Web.Platform.Jobs;

/// <summary>Hangs what was committed onto the chain of the audit trail. Runs every two seconds, one at a time.</summary>
[DisallowConcurrentExecution]
public sealed class ChainJob(AwardsDbContext db, AuditChain chain) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await chain.LinkAsync(db, cancellationToken: cancellationToken);
}
