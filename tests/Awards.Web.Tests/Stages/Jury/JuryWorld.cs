using Awards.Domain.Calls;
using Awards.Domain.Intake;
using Awards.Domain.Jury;
using Awards.Domain.Municipalities;
using Awards.Domain.PreReview;
using Awards.Domain.Shared;
using Awards.Testing;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Tests.Stages.Jury;

/// <summary>Steps of the jury's tests.</summary>
internal static class JuryWorld
{
    public const long Large = 2_500_000, Small = 1_000_000;

    /// <summary>An entry that the pre-review has settled.</summary>
    public static async Task<Entry> SettledAsync(this World world, int number, MunicipalityType? type = null, ConsensusOutcome outcome = ConsensusOutcome.ProposeInGroup, int points = 4)
    {
        var entry = await world.ReviewedAsync(number, type, points);
        await world.SettleAsync(entry, outcome);
        return entry;
    }

    /// <summary>An entry whose pair has handed in, and nobody has settled it.</summary>
    public static async Task<Entry> ReviewedAsync(this World world, int number, MunicipalityType? type = null, int points = 4)
    {
        var entry = await world.AdmitAsync(number, type);
        foreach (var review in await world.AssignAsync(entry)) await world.HandInAsync(review.Id, points);
        return entry;
    }

    /// <summary>An award in the entry's own group, or in the special category.</summary>
    public static Task<Award> AwardAsync(this World world, Entry entry, DateTime when, Guid? projectId = null, string reasons = "") => world.WriteAsync(async db =>
    {
        var soFar = await db.Awards.Where(award => award.CallId == world.Call.Id).ToListAsync();
        var choice = projectId is null ? new AwardChoice(entry.GroupCode, Large, null, reasons) : new AwardChoice("special", Small, projectId, reasons);
        var award = Award.Record(world.Call, entry, choice, soFar, WriteContext.System(when, "Test")).Fact;
        db.Awards.Add(award);
        return award;
    });

    /// <summary>First instant at which the results are public.</summary>
    public static DateTime Publication(this World world) => world.Call.Phase(PhaseKind.Publication)!.From;
}
