using Awards.Domain.Calls;
using Awards.Domain.PreReview;
using Awards.Domain.Shared;
using Awards.Testing;
using Awards.Web.Stages.PreReview;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Tests.Stages.PreReview;

/// <summary>Reviewers with open sheets are reminded on the chosen days, once each.</summary>
public sealed class ReviewReminderTests
{
    [Fact]
    public async Task Each_reviewer_with_open_sheets_is_reminded_once_a_chosen_day()
    {
        await using var one = await ReviewingCase.StartAsync(call => call with { ReviewReminderDays = [3, 1] });
        var end = one.World.Call.Phase(PhaseKind.PreReview)!.Until!.Value;
        await one.World.AssignAsync(await one.World.AdmitAsync(2), 1, 3);
        await one.World.HandInAsync(one.Reviews[1].Id);
        await one.World.WriteAsync(db =>
        {
            db.Conflicts.Add(ConflictOfInterest.Declare(one.Entry.Id, one.World.Persons[Cast.Reviewer(1)], ConflictKind.Personal, WriteContext.System(one.Host.Clock.Now, "Test")));
            return Task.FromResult(true);
        });
        one.Host.Clock.Now = GermanTime.ShiftDays(end, -4).AddHours(-12);
        (await RemindAsync(one)).ShouldBe(0);
        one.Host.Clock.Now = GermanTime.ShiftDays(end, -3).AddHours(-12);
        var left = GermanTime.DaysLeft(end, one.Host.Clock.Now);
        one.Host.Clock.Now = one.Host.Clock.Now.AddDays(left - 3);
        (await RemindAsync(one)).ShouldBe(2);
        (await RemindAsync(one)).ShouldBe(0);
        var mails = await one.Host.DbAsync(db => db.Outbox.Where(mail => mail.Kind == "review-reminder").ToListAsync());
        mails.Select(mail => mail.Recipient).Order().ShouldBe([Cast.Reviewer(1), Cast.Reviewer(3)]);
        mails.ShouldAllBe(mail => mail.Subject == "Noch offene Prüfbögen: 1" && !mail.Body.Contains("Musterstadt"));
        one.Host.Clock.Now = one.Host.Clock.Now.AddDays(2);
        (await RemindAsync(one)).ShouldBe(2);
        one.Host.Clock.Now = end.AddMinutes(1);
        (await RemindAsync(one)).ShouldBe(0);
    }

    private static Task<int> RemindAsync(ReviewingCase one) => one.RunAsync<ReviewReminderJob, int>(job => job.RemindAsync(CancellationToken.None));
}
