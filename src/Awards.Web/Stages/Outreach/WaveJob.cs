using Quartz;

namespace Awards.Web.Stages.Outreach;

/// <summary>Sends waves, one node at a time.</summary>
[DisallowConcurrentExecution]
public sealed class WaveJob(WaveSending sending) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await sending.RunAsync(cancellationToken);
}
