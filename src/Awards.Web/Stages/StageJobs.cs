using Quartz;

namespace Awards.Web.Stages;

/// <summary>Background jobs that the stages bring along.</summary>
internal static class StageJobs
{
    public static void Add(IQuartzBuilder quartz)
    {
        quartz.ScheduleJob<Applications.ReinstateJob>(
            trigger => trigger.WithIdentity("reinstate").StartNow().WithSimpleSchedule(schedule => schedule.WithInterval(TimeSpan.FromMinutes(1)).RepeatForever()),
            job => job.WithIdentity("reinstate").WithDescription("Wieder geöffnete Bewerbungen nach der Frist"));
        quartz.ScheduleJob<Applications.ReminderJob>(
            trigger => trigger.WithIdentity("reminders").WithCronSchedule("0 7 8-17 * * ?"),
            job => job.WithIdentity("reminders").WithDescription("Erinnerungen an offene Entwürfe"));
        quartz.ScheduleJob<PreReview.ReviewReminderJob>(
            trigger => trigger.WithIdentity("review-reminders").WithCronSchedule("0 17 8-17 * * ?"),
            job => job.WithIdentity("review-reminders").WithDescription("Erinnerungen an offene Prüfbögen"));
        quartz.ScheduleJob<Reports.VolumeJob>(
            trigger => trigger.WithIdentity("volumes").StartNow().WithSimpleSchedule(schedule => schedule.WithInterval(Reports.VolumeMaking.Rhythm).RepeatForever()),
            job => job.WithIdentity("volumes").WithDescription("Bände der Kurzgutachten"));
        quartz.ScheduleJob<Outreach.WaveJob>(
            trigger => trigger.WithIdentity("waves").StartNow().WithSimpleSchedule(schedule => schedule.WithInterval(Outreach.WaveSending.Rhythm).RepeatForever()),
            job => job.WithIdentity("waves").WithDescription("Aussendungen an Kontaktlisten"));
    }
}
