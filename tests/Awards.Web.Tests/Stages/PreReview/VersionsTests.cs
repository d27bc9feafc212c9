using System.Net;
using Awards.Domain.PreReview;
using Awards.Testing;
using Microsoft.EntityFrameworkCore;
using static Awards.Web.Tests.Stages.PreReview.ReviewingCase;

namespace Awards.Web.Tests.Stages.PreReview;

/// <summary>Earlier contents of a review, for its author alone.</summary>
public sealed class VersionsTests
{
    [Fact]
    public async Task An_earlier_version_is_compared_and_restored_and_what_was_there_stays_a_version()
    {
        await using var one = await StartAsync();
        var author = await one.SignedInAsync(Cast.Reviewer(1));
        await SaveAsync(one, author, "Erste Begründung", "5");
        await SaveAsync(one, author, "Zweite Begründung", "1");
        var list = await author.GetAsync(one.Address + "/fassungen");
        var links = list.Page.QuerySelectorAll("main li a").Select(link => link.GetAttribute("href")!).ToList();
        links.Count.ShouldBe(2);
        var first = await author.GetAsync(links[1]);
        first.TextsOf("tbody tr").Count.ShouldBe(2);
        first.TextOf("tbody").ShouldContain("Erste Begründung");
        (await author.SubmitAsync(first, "main form:has([name=Chosen])")).Location.ShouldBe(one.Address);
        var review = await one.ReviewAsync();
        (review.Reasons, review.Score).ShouldBe(("Erste Begründung", 5));
        (await one.Host.DbAsync(db => db.ReviewVersions.CountAsync())).ShouldBe(3);
        // The page that was shown before is stale now.
        (await author.SubmitAsync(first, "main form:has([name=Chosen])")).TextOf("[data-errors]").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Automatic_saves_make_one_version_every_few_minutes_and_the_last_ones_are_kept()
    {
        await using var one = await StartAsync();
        var author = await one.SignedInAsync(Cast.Reviewer(1));
        for (var turn = 0; turn < 4; turn++)
        {
            await SaveAsync(one, author, $"Fassung {turn}", "3", autosave: true);
            if (turn == 2) one.Host.Clock.Now += ReviewVersion.Apart;
        }
        (await one.Host.DbAsync(db => db.ReviewVersions.CountAsync())).ShouldBe(2);
        for (var turn = 0; turn < ReviewVersion.Kept + 2; turn++) await SaveAsync(one, author, $"Von Hand {turn}", "3");
        var kept = await one.Host.DbAsync(db => db.ReviewVersions.ToListAsync());
        kept.Count.ShouldBe(ReviewVersion.Kept);
        kept.ShouldAllBe(version => version.Read().Reasons.StartsWith("Von Hand"));
    }

    [Fact]
    public async Task Nobody_but_the_author_finds_versions_and_a_closed_review_restores_none()
    {
        await using var one = await StartAsync();
        var author = await one.SignedInAsync(Cast.Reviewer(1));
        await SaveAsync(one, author, "Erste Begründung", "5");
        await one.World.HandInAsync(one.Reviews[0].Id);
        await one.World.HandInAsync(one.Reviews[1].Id);
        var page = one.Address + "/fassungen";
        var version = await one.Host.DbAsync(db => db.ReviewVersions.Select(each => each.Id).SingleAsync());
        foreach (var address in new[] { page, $"{page}?fassung={version}" })
        {
            (await (await one.SignedInAsync(Cast.Reviewer(2))).GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
            (await (await one.SignedInAsync(Cast.Lead)).GetAsync(address)).Status.ShouldBe(HttpStatusCode.Forbidden);
        }
        (await (await one.SignedInAsync(Cast.Reviewer(2))).GetAsync($"{Pages}/boegen/{one.Reviews[1].Id}/fassungen?fassung={version}")).Status.ShouldBe(HttpStatusCode.NotFound);
        var closed = await author.GetAsync($"{page}?fassung={version}");
        closed.TextOf("main").ShouldContain("Erste Begründung");
        closed.Page.QuerySelector("form:has([name=Chosen])").ShouldBeNull();
    }

    private static async Task SaveAsync(ReviewingCase one, Visitor author, string reasons, string points, bool autosave = false)
    {
        one.Host.Clock.Now += TimeSpan.FromSeconds(1);
        await author.SubmitAsync(await author.GetAsync(one.Address), Form, new() { ["Reasons"] = reasons, ["e-goals"] = points }, autosave: autosave);
    }
}
