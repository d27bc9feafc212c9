using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.PreReview;
using Awards.Testing;
using Awards.Web.Data;
using Awards.Web.Data.Seeding;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Tests.Data;

public sealed class DemoStageTests(SeededDemo demo) : IClassFixture<SeededDemo>
{
    private sealed record Counts(int Submitted, int Entries, int Reviews, int HandedIn, int Settled, int Reports, int Awards);

    [Theory]
    [InlineData(DemoStage.Intake, PhaseKind.Intake)]
    [InlineData(DemoStage.Review, PhaseKind.PreReview)]
    [InlineData(DemoStage.Consensus, PhaseKind.PreReview)]
    public async Task The_phase_of_a_stage_runs_and_nothing_lies_in_the_future(DemoStage stage, PhaseKind phase)
    {
        var host = await demo.AtAsync(stage);
        var call = await CallAsync(host);
        call.IsIn(phase, host.Clock.Now).ShouldBeTrue();
        call.ShiftedByDays.ShouldNotBe(0);
        var latest = await host.DbAsync(async db => new[]
        {
            await db.Applications.MaxAsync(each => each.SubmittedAt), await db.IntakeDecisions.MaxAsync(each => (DateTime?)each.DecidedAt), await db.Reviews.MaxAsync(each => each.HandedInAt),
            await db.Conflicts.MaxAsync(each => (DateTime?)each.DeclaredAt), await db.PairDrafts.MaxAsync(each => each.ReleasedAt), await db.ReviewVersions.MaxAsync(each => (DateTime?)each.At),
        }.Max());
        latest!.Value.ShouldBeLessThan(host.Clock.Now);
        (await host.CheckAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task In_the_intake_stage_all_are_submitted_and_nothing_is_decided()
    {
        var host = await demo.AtAsync(DemoStage.Intake);
        (await CountAsync(host)).ShouldBe(new Counts(146, 0, 0, 0, 0, 0, 0));
        (await host.DbAsync(db => db.IntakeDecisions.CountAsync())).ShouldBe(0);
        (await host.DbAsync(db => db.Applications.CountAsync(each => each.MunicipalityId == null && each.IsGenerated && each.ApplicantName.StartsWith("Generierte Organisation")))).ShouldBe(4);
    }

    [Fact]
    public async Task In_the_review_stage_half_of_the_sheets_are_handed_in()
    {
        var host = await demo.AtAsync(DemoStage.Review);
        (await CountAsync(host)).ShouldBe(new Counts(142, 142, 284, 142, 0, 0, 0));
        var done = await host.DbAsync(async db => (await db.Reviews.Select(review => new { review.EntryId, Done = review.State == ReviewState.HandedIn, Begun = review.Score != null }).ToListAsync()));
        done.GroupBy(review => review.EntryId).CountBy(entry => entry.Count(review => review.Done)).OrderBy(each => each.Key).Select(each => each.Value).ShouldBe([50, 42, 50]);
        done.Count(review => review is { Done: false, Begun: true }).ShouldBe(48);
        (await host.DbAsync(db => db.Reviews.CountAsync(review => review.State == ReviewState.HandedIn && review.Reasons != GeneratedReviews.Filler))).ShouldBe(0);
    }

    [Fact]
    public async Task Pairs_keep_to_conflicts_and_one_came_upon_after_reading()
    {
        var host = await demo.AtAsync(DemoStage.Review);
        var conflicts = await host.DbAsync(db => db.Conflicts.IgnoreQueryFilters().ToListAsync());
        conflicts.Select(conflict => conflict.Source).Distinct().Order().ShouldBe([ConflictSource.Reviewer, ConflictSource.Lead, ConflictSource.Found]);
        conflicts.Count(conflict => !conflict.Holds).ShouldBe(1);
        (await host.DbAsync(db => db.Reviews.CountAsync(review => db.Conflicts.Any(conflict => conflict.EntryId == review.EntryId && conflict.PersonId == review.ReviewerId)))).ShouldBe(1);
        (await host.DbAsync(db => db.ConflictStatements.CountAsync())).ShouldBe(12);
        var lead = await host.SignedInAsync("leitung@demo.example");
        var page = await lead.GetAsync($"/institut/{DemoSeeder.Reference}/vorpruefung");
        page.TextOf("main").ShouldContain("Plan der Demonstration");
        page.TextOf(".site-banner").ShouldContain("Der Kalender ist um");
    }

    [Fact]
    public async Task In_the_consensus_stage_all_sheets_are_in_and_nothing_is_settled()
    {
        var host = await demo.AtAsync(DemoStage.Consensus);
        (await CountAsync(host)).ShouldBe(new Counts(142, 142, 284, 284, 0, 0, 0));
    }

    [Fact]
    public async Task In_the_published_stage_every_proposal_has_a_final_report_that_says_it_is_generated()
    {
        var host = await demo.AtAsync(DemoStage.Published);
        var proposals = await host.DbAsync(db => db.ConsensusResults.CountAsync(result => result.Outcome != ConsensusOutcome.DoNotPropose));
        proposals.ShouldBeGreaterThan(21);
        (await CountAsync(host)).ShouldBe(new Counts(142, 142, 284, 284, 142, proposals, 21));
        var reports = await host.DbAsync(db => db.ShortReports.AsNoTracking().ToListAsync());
        reports.ShouldAllBe(report => report.IsGenerated && report.State == ReportState.Final && report.Text.Description.Contains("Generierter Text") && report.Text.Reasons.Contains("Generierter Text"));
        var rules = (await CallAsync(host)).Definition.ReportLimits();
        reports.SelectMany(report => rules.Faults(report.Text)).ShouldBeEmpty();
        (await host.DbAsync(db => db.Awards.CountAsync(award => !db.ShortReports.Any(report => report.EntryId == award.EntryId && report.ProjectId == award.ProjectId)))).ShouldBe(0);
    }

    [Fact]
    public async Task The_same_stage_says_the_same_again_and_a_later_one_goes_on_from_it()
    {
        await using var again = await AwardsHost.StartAsync();
        await again.SeedDemoAsync(DemoStage.Review);
        var review = await VotesAsync(await demo.AtAsync(DemoStage.Review));
        (await VotesAsync(again)).ShouldBe(review);
        var later = (await VotesAsync(await demo.AtAsync(DemoStage.Consensus))).ToHashSet();
        review.Where(each => each.Vote is not null).ShouldAllBe(each => later.Contains(each));
    }

    private static Task<Call> CallAsync(AwardsHost host) => host.DbAsync(db => db.Calls.AsNoTracking().SingleAsync(call => call.Slug == DemoSeeder.Reference));

    private static Task<List<(int Number, string Reviewer, Vote? Vote, double? Score)>> VotesAsync(AwardsHost host) => host.DbAsync(async db =>
        (await (from review in db.Reviews
                join entry in db.Entries on review.EntryId equals entry.Id
                join person in db.Users on review.ReviewerId equals person.Id
                orderby entry.Number, person.DisplayName
                select new { entry.Number, person.DisplayName, review.Vote, review.Score }).ToListAsync()).ConvertAll(each => (each.Number, each.DisplayName, each.Vote, each.Score)));

    private static Task<Counts> CountAsync(AwardsHost host) => host.DbAsync(async db => new Counts(
        await db.Applications.CountAsync(each => each.Status == ApplicationState.Submitted || each.Status == ApplicationState.Admitted),
        await db.Entries.CountAsync(), await db.Reviews.CountAsync(), await db.Reviews.CountAsync(review => review.State == ReviewState.HandedIn),
        await db.ConsensusResults.CountAsync(), await db.ShortReports.CountAsync(), await db.Awards.CountAsync()));
}
