using Quartz;

namespace Awards.Web.Stages.Reports;

/// <summary>Makes the jury's volumes, one node at a time.</summary>
[DisallowConcurrentExecution]
public sealed class VolumeJob(VolumeMaking making) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await making.RunAsync(cancellationToken);
}
