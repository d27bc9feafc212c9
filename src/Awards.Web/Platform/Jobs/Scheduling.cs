using Awards.Web.Platform.Files;
using Awards.Web.Platform.Privacy;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;
using Quartz;

namespace Awards.Web.Platform.Jobs;

/// <summary>Background jobs by Quartz, stored in the same database (src/decisions/0004).</summary>
public static class Scheduling
{
    /// <summary>How often the outbox is looked at.</summary>
    private static readonly TimeSpan OutboxRhythm = TimeSpan.FromSeconds(5);

    /// <summary>Committed audit rows are to be chained within five seconds.</summary>
    private static readonly TimeSpan ChainRhythm = TimeSpan.FromSeconds(2);

    /// <summary>When unreferenced files are purged: daily at 3:17.</summary>
    private const string PurgeRhythm = "0 17 3 * * ?";

    /// <summary>When retention is carried out: daily at 2:47.</summary>
    private const string RetentionRhythm = "0 47 2 * * ?";

    public static void AddScheduling(this IServiceCollection services, string connectionString, bool isSqlite, TimeSpan checkIn, Action<IQuartzBuilder> stages)
    {
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(options =>
            {
                options.InstanceName = "awards";
                options.GenerateInstanceId = true;
            });
            quartz.UsePersistentStore(store =>
            {
                store.ProvisionSchema();
                if (isSqlite) store.UseSqlite(SqliteFactory.Instance, connectionString);
                else
                {
                    store.UsePostgres(NpgsqlFactory.Instance, connectionString);
                    store.UseClustering(cluster => cluster.CheckinInterval = cluster.CheckinMisfireThreshold = checkIn);
                }
            });
            quartz.ScheduleJob<OutboxJob>(
                trigger => trigger.WithIdentity("outbox").StartNow().WithSimpleSchedule(schedule => schedule.WithInterval(OutboxRhythm).RepeatForever()),
                job => job.WithIdentity("outbox").WithDescription("Mails aus dem Postausgang"));
            quartz.ScheduleJob<PurgeFilesJob>(
                trigger => trigger.WithIdentity("files").WithCronSchedule(PurgeRhythm),
                job => job.WithIdentity("files").WithDescription("Dateien, auf die nichts mehr verweist"));
            quartz.ScheduleJob<RetentionJob>(
                trigger => trigger.WithIdentity("retention").WithCronSchedule(RetentionRhythm),
                job => job.WithIdentity("retention").WithDescription("Ablauf der Aufbewahrung personenbezogener Daten"));
            quartz.ScheduleJob<ChainJob>(
                trigger => trigger.WithIdentity("chain").StartNow().WithSimpleSchedule(schedule => schedule.WithInterval(ChainRhythm).RepeatForever()),
                job => job.WithIdentity("chain").WithDescription("Verkettung des Protokolls"));
            stages(quartz);
        });
        services.AddQuartzHostedService(options =>
        {
            options.WaitForJobsToComplete = true;
            options.AwaitApplicationStarted = true;
        });
    }
}

/// <summary>Healthy while the scheduler runs.</summary>
public sealed class SchedulerHealth(ISchedulerFactory factory) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var scheduler = await factory.GetScheduler(cancellationToken);
        return scheduler.Status == SchedulerStatus.Running ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The scheduler does not run.");
    }
}
