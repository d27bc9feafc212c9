using Awards.Domain.PreReview;
using Awards.Testing;
using Awards.Web.Data;
using Awards.Web.Tests.Stages.Jury;
using Microsoft.EntityFrameworkCore;
using static Awards.Web.Tests.Leaks.Readers;

namespace Awards.Web.Tests.Leaks;

/// <summary>
/// The strongest test: whatever hidden data say, or whether they exist, every reader from whom they are hidden gets the same answers to the
/// letter, by the same SQL commands.
/// </summary>
[Collection(nameof(LeakHouse))]
public sealed class SameAnswerTests(LeakHouse house)
{
    private LeakWorld Leak => house.Leak;

    [Fact]
    public Task A_review_that_is_handed_in_under_seal() => SameAsync(Moment.Review, [Lead, Two, Three, Editor, Member, AsReviewer, ClerkOne],
        () => RewriteAsync("VersiegeltEins", Vote.NotSuitable, null, "ganz anders", 0), () => RewriteAsync("VersiegeltEins", Vote.Suitable, 4.37, LeakWorld.Word("VersiegeltEins", "Grund"), 3));

    [Fact]
    public Task A_review_that_is_being_written() => SameAsync(Moment.Review, [Lead, Two, Three, Finance, Chair, AsReviewer],
        () => RewriteAsync("OffenEins", null, null, "", null), () => RewriteAsync("OffenEins", Vote.Suitable, 3, LeakWorld.Word("OffenEins", "Grund"), 3));

    [Fact]
    public Task A_prize_before_publication() => SameAsync(Moment.Jury, [Anonymous, Stranger, ClerkOne, ClerkTwo, One, Two, Three, OtherLead, AsMunicipality, AsReviewer],
        () => DbAsync(db => db.Awards.Where(award => award.CallId == Leak.World.Call.Id).ExecuteDeleteAsync()),
        () => Leak.World.AwardAsync(Leak.Entries["Praemiert"], AwardsHost.Start, reasons: LeakWorld.Word("Praemiert", "Jury")));

    [Fact]
    public Task A_result_of_the_joint_session() => SameAsync(Moment.Jury, [Anonymous, ClerkOne, ClerkTwo, One, Three, OtherLead, AsReviewer], // Two writes its short report
        () => SettleAsync("Praemiert", ConsensusOutcome.DoNotPropose, "nichts"), () => SettleAsync("Praemiert", ConsensusOutcome.ProposeInGroup, LeakWorld.Word("Praemiert", "Beratung")));

    [Theory]
    [InlineData(nameof(Moment.Applying))]
    [InlineData(nameof(Moment.Published))]
    public Task Drafts_submitted_and_excluded_applications(string phase) => SameAsync(Enum.Parse<Moment>(phase), [Anonymous, Stranger, One, Two, Three, Member, Chair, AsReviewer, AsMember, AsMunicipality],
        () => MoveAsync(Leak.World.Other.Id), () => MoveAsync(Leak.World.Call.Id));

    [Fact]
    public Task A_conflict_of_somebody_else() => SameAsync(Moment.Review, [Anonymous, ClerkOne, One, Three, Editor, Finance, Member, AsReviewer],
        () => DbAsync(db => db.Conflicts.Where(conflict => conflict.EntryId == Leak.Entries["Befangen"].Id).ExecuteUpdateAsync(set => set.SetProperty(conflict => conflict.PersonId, Leak.World.Persons[Cast.Stranger]))),
        () => DbAsync(db => db.Conflicts.Where(conflict => conflict.EntryId == Leak.Entries["Befangen"].Id).ExecuteUpdateAsync(set => set.SetProperty(conflict => conflict.PersonId, Leak.World.Persons[Cast.Reviewer(2)]))));

    /// <summary>Reads everything, changes what is hidden, reads everything again, and puts back what was.</summary>
    private async Task SameAsync(Moment moment, Reader[] readers, Func<Task> change, Func<Task> back)
    {
        house.Move(moment);
        await WarmAsync(moment);
        var open = new Dictionary<Reader, List<string>>();
        var before = new Dictionary<Reader, Dictionary<string, string>>();
        foreach (var reader in readers) open[reader] = [.. (await house.WalkAsync(reader, moment)).Open.Where(Comparable)];
        foreach (var reader in readers)
        {
            before[reader] = await SameAnswer.RecordAsync(house, await house.VisitAsync(reader, moment), open[reader]);
        }
        await change();
        try
        {
            await WarmAsync(moment);
            foreach (var reader in readers)
            {
                var after = await SameAnswer.RecordAsync(house, await house.VisitAsync(reader, moment), open[reader]);
                foreach (var (address, answer) in before[reader]) after[address].ShouldBe(answer, $"{reader} on {address}");
            }
        }
        finally
        {
            await back();
            await WarmAsync(moment);
        }
    }

    /// <summary>The trail grows by reading exports and has a test of its own; a PDF says when it was made; a second factor is a new one with each look.</summary>
    private static bool Comparable(string address) =>
        !address.Contains("/protokoll", StringComparison.Ordinal) && !address.EndsWith(".pdf", StringComparison.Ordinal) && !address.StartsWith("/konto/zweiter-faktor", StringComparison.Ordinal)
        // Each download is in the next one.
        && address != "/konto/daten.zip";

    // Lists that the server remembers are read anew after each change; only whoever reads first pays for it.
    private async Task WarmAsync(Moment moment) => await (await house.VisitAsync(Lead, moment)).GetAsync($"/institut/{World.Slug}/beitraege");

    private Task<int> DbAsync(Func<AwardsDbContext, Task<int>> work) => house.Host.DbAsync(work);

    // Straight into the database: what is handed in does not change by itself. A new version makes the server forget what it remembers.
    private Task<bool> RewriteAsync(string word, Vote? vote, double? score, string reasons, int? points) => Leak.World.WriteAsync(async db =>
    {
        var review = await db.Reviews.Include(each => each.Sheets).SingleAsync(each => each.Id == Leak.Reviews[word].Id);
        var entry = db.Entry(review);
        (entry.Property(each => each.Vote).CurrentValue, entry.Property(each => each.Score).CurrentValue, entry.Property(each => each.Reasons).CurrentValue) = (vote, score, reasons);
        entry.Property(each => each.Version).CurrentValue++;
        foreach (var sheet in review.Sheets)
        {
            var criteria = (sheet.ProjectId is null ? Leak.World.Call.Definition.EntrySheet : Leak.World.Call.Definition.ProjectSheet!).Items.Select(item => item.Criterion);
            db.Entry(sheet).Property(each => each.Ratings).CurrentValue = points is null ? ReviewSheet.NoRatings : ReviewSheet.NoRatings.AddRange(criteria.Select(criterion => KeyValuePair.Create(criterion, points)));
            db.Entry(sheet).Property(each => each.Comment).CurrentValue = points is 3 ? LeakWorld.Word(word, sheet.ProjectId is null ? "Bogen" : "Projektbogen") : "";
        }
        await db.SaveBulkAsync();
        return true;
    });

    private Task<int> SettleAsync(string word, ConsensusOutcome outcome, string reasons) => DbAsync(db => db.ConsensusResults.Where(result => result.EntryId == Leak.Entries[word].Id)
        .ExecuteUpdateAsync(set => set.SetProperty(result => result.Outcome, outcome).SetProperty(result => result.Reasons, reasons)));

    private async Task MoveAsync(Guid call)
    {
        Guid[] ids = [Leak.Applications["Entwurf"].Id, Leak.Applications["Eingereicht"].Id, Leak.Applications["Ausgeschlossen"].Id];
        await DbAsync(db => db.Applications.Where(each => ids.Contains(each.Id)).ExecuteUpdateAsync(set => set.SetProperty(each => each.CallId, call)));
    }
}
