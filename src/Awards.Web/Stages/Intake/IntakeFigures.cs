using Awards.Domain.Applications;
using Awards.Domain.Intake;
using Awards.Domain.Municipalities;
using Awards.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Stages.Intake;

/// <summary>Figures on who takes part, and when what arrived.</summary>
public sealed record IntakeFigures(Participation Participation, Arrivals Arrivals, int Drafts)
{
    /// <summary>Counts in four queries.</summary>
    public static async Task<IntakeFigures> LoadAsync(AwardsDbContext db, Guid callId, CancellationToken cancellationToken)
    {
        var arrived = await db.Applications.Where(each => each.CallId == callId && each.Status != ApplicationState.Draft && each.SubmittedAt != null)
            .Select(each => new Arrived(each.Type, each.State, each.Status, each.Channel, each.SubmittedAt!.Value)).ToListAsync(cancellationToken);
        var drafts = await db.Applications.CountAsync(each => each.CallId == callId && each.Status == ApplicationState.Draft, cancellationToken);
        var letters = (await db.LettersOfIntent.Where(letter => letter.CallId == callId && letter.WithdrawnAt == null).Select(letter => new { letter.Type, letter.State }).ToListAsync(cancellationToken))
            .ConvertAll(letter => (letter.Type, letter.State));
        var register = (await db.Municipalities.Where(town => town.OfficialKey != null && town.GoneWith == null && town.Type != null && (town.Kind == MunicipalityKind.Municipality || town.Kind == MunicipalityKind.District))
            .GroupBy(town => new { town.Type, town.State }).Select(group => new { group.Key.Type, group.Key.State, Count = group.Count(), Population = group.Sum(town => (long)(town.Population ?? 0)) }).ToListAsync(cancellationToken))
            .ConvertAll(each => new RegisterShare(each.Type!.Value, each.State, each.Count, each.Population));
        return new(Participation.Of(arrived, letters, register), Arrivals.Of(arrived), drafts);
    }
}
