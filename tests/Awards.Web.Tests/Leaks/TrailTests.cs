using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Awards.Domain.PreReview;
using Awards.Domain.Shared;
using Awards.Testing;
using Awards.Web.Data;
using Awards.Web.Stages.Trail;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Tests.Leaks;

/// <summary>The trail tells that a review under seal was written and handed in, and nothing of what it says, not even which parts are empty.</summary>
public sealed partial class TrailTests
{
    [Fact]
    public async Task The_trail_of_a_sealed_review_is_the_same_whatever_it_says()
    {
        var high = await TrailAsync(5, Vote.Suitable, "Anmerkung", "Eine Begründung, die lang genug ist für eine Abgabe.");
        high.ShouldNotBeEmpty();
        (await TrailAsync(0, Vote.NotSuitable, "Ganz anders", "Keine Begründung, die irgendjemand lesen sollte, noch nicht.")).ShouldBe(high);
        (await TrailAsync(null, Vote.NotSuitable, "", "Nichts ist beurteilbar, und das ist auch schon viel gesagt.")).ShouldBe(high);
    }

    private static async Task<List<string>> TrailAsync(int? points, Vote vote, string comment, string reasons)
    {
        await using var host = await AwardsHost.StartAsync();
        var world = await World.CreateAsync(host);
        var entry = await world.AdmitAsync(4);
        var id = (await world.AssignAsync(entry))[0].Id;
        var write = new WriteContext(world.Persons[Cast.Reviewer(1)], host.Clock.Now, CallId: world.Call.Id);
        foreach (var (action, handIn) in new[] { (AuditAction.ReviewSaved, false), (AuditAction.ReviewHandedIn, true) })
        {
            _ = (await host.DbAsync(db => db.WriteAsync(write, action, async () =>
            {
                var review = await db.Reviews.Include(each => each.Sheets).SingleAsync(each => each.Id == id);
                return handIn ? review.HandIn(world.Call.Definition, review.Version, write) : review.Save(world.Call.Definition, Content(), review.Version, write);

                ReviewContent Content() => new([.. review.Sheets.Select(sheet => (sheet.ProjectId, new SheetContent(
                    (sheet.ProjectId is null ? world.Call.Definition.EntrySheet : world.Call.Definition.ProjectSheet!).Items.ToImmutableSortedDictionary(item => item.Criterion, _ => points, StringComparer.Ordinal), comment)))], vote, reasons);
            }))).Fact;
        }
        using var lead = await host.SignedInAsync(Cast.Lead);
        var file = await lead.GetAsync(TrailLinks.File(World.Slug, new TrailFilter { PersonId = world.Persons[Cast.Reviewer(1)] }));
        return [.. Id().Replace(file.Text, "ID").Split('\n').Order(StringComparer.Ordinal)];
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex Id();
}
