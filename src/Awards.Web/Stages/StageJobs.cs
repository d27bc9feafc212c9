using Quartz;

namespace Awards.Web.Stages;

/// <summary>Background jobs that the stages bring along.</summary>
internal static class StageJobs
{
    public static void Add(IQuartzBuilder quartz) => quartz.ScheduleJob<Outreach.WaveJob>(
        trigger => trigger.WithIdentity("waves").StartNow().WithSimpleSchedule(schedule => schedule.WithInterval(Outreach.WaveSending.Rhythm).RepeatForever()),
        job => job.WithIdentity("waves").WithDescription("Aussendungen an Kontaktlisten"));
}
