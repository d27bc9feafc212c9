using Awards.Domain.PreReview;
using Awards.Domain.Shared;
using Awards.Testing;
using Awards.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Tests.Platform.Checking;

public sealed class PreReviewCheckTests : IAsyncLifetime
{
    private AwardsHost _host = null!;
    private World _world = null!;

    public async Task InitializeAsync() => _world = await World.CreateAsync(_host = await AwardsHost.StartAsync());

    public async Task DisposeAsync() => await _host.DisposeAsync();

    public static TheoryData<string, Func<AwardsDbContext, Guid, Task<int>>> Broken() => new()
    {
        { "abgegeben, obwohl die Befangenheit schon vermerkt war", (db, other) => db.Conflicts.ExecuteUpdateAsync(set => set.SetProperty(each => each.DeclaredAt, AwardsHost.Start.AddDays(-1))) },
        { "abgegeben, ohne dass alle Kriterien bewertet sind", (db, other) => db.Set<ReviewSheet>().Where(each => each.ProjectId != null && db.Reviews.Any(review => review.ReviewerId == other && review.Sheets.Contains(each))).ExecuteUpdateAsync(set => set.SetProperty(each => each.Ratings, ReviewSheet.NoRatings)) },
        { "aufgehoben ohne Begründung", (db, other) => db.Conflicts.IgnoreQueryFilters().Where(each => each.DismissedAt != null).ExecuteUpdateAsync(set => set.SetProperty(each => each.DismissedWhy, "")) },
        { "selbst angezeigt, aber von jemand anderem aufgehoben", (db, other) => db.Conflicts.IgnoreQueryFilters().Where(each => each.DismissedAt != null).ExecuteUpdateAsync(set => set.SetProperty(each => each.DismissedBy, other)) },
        { "gilt für Beiträge, die es nicht gibt", (db, other) => db.ConflictStatements.ExecuteUpdateAsync(set => set.SetProperty(each => each.UpTo, 2)) },
        { "Die Fachrichtung alchemy gibt es nicht", (db, other) => db.ReviewerProfiles.ExecuteUpdateAsync(set => set.SetProperty(each => each.Disciplines, new List<string> { "alchemy" })) },
        { "zu einem Einzelprojekt eines anderen Beitrags", (db, other) => db.ShortReports.ExecuteUpdateAsync(set => set.SetProperty(each => each.ProjectId, other)) },
        { "vorgelegt ohne Text oder ohne Verfasser", (db, other) => db.ShortReports.ExecuteUpdateAsync(set => set.SetProperty(each => each.Reasons, "")) },
    };

    [Theory]
    [MemberData(nameof(Broken), DisableDiscoveryEnumeration = true)]
    public async Task What_cannot_be_is_named(string sentence, Func<AwardsDbContext, Guid, Task<int>> spoil)
    {
        var entry = await _world.AdmitAsync(1);
        var reviews = await _world.AssignAsync(entry);
        foreach (var review in reviews) await _world.HandInAsync(review.Id);
        var result = await _world.SettleAsync(entry);
        await _world.WriteAsync(db =>
        {
            WriteContext By(int reviewer, string? why = null) => new(_world.Persons[Cast.Reviewer(reviewer)], _host.Clock.Now.AddDays(1), why);
            // Finished before the conflict was declared.
            db.AddRange(ConflictOfInterest.Declare(entry.Id, reviews[0].ReviewerId, ConflictKind.Resides, By(1)),
                ConflictOfInterest.Declare(entry.Id, reviews[1].ReviewerId, ConflictKind.Other, By(2)).Dismiss(By(2, "Irrtum")).Fact,
                ConflictStatement.Give(_world.Call.Id, reviews[0].ReviewerId, 1, _host.Clock.Now), ReviewerProfile.Begin(_world.Call.Id, reviews[0].ReviewerId),
                ShortReport.Generated(result, new("Kurzbeschreibung", "Begründung"), reviews[1].ReviewerId, _host.Clock.Now));
            return Task.FromResult(true);
        });
        (await _host.CheckAsync()).ShouldBeEmpty();
        (await _host.DbAsync(db => spoil(db, reviews[0].ReviewerId))).ShouldBeGreaterThan(0);
        (await _host.CheckAsync()).ShouldHaveSingleItem().ShouldContain(sentence);
    }

    [Fact]
    public async Task An_open_review_of_somebody_with_a_conflict_waits_and_is_no_fault()
    {
        var entry = await _world.AdmitAsync(1);
        var review = (await _world.AssignAsync(entry))[0];
        await _world.WriteAsync(db =>
        {
            db.Conflicts.Add(ConflictOfInterest.Declare(entry.Id, review.ReviewerId, ConflictKind.Resides, new(review.ReviewerId, _host.Clock.Now)));
            return Task.FromResult(true);
        });
        (await _host.CheckAsync()).ShouldBeEmpty();
    }
}
