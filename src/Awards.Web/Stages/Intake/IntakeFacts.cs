using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Intake;
using Awards.Domain.Municipalities;
using Awards.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Stages.Intake;

/// <summary>What the register says about the municipality of an application.</summary>
/// <param name="RegisterType">Null where it is not in the official register.</param>
public sealed record TownFacts(MunicipalityKind? Kind, MunicipalityType? RegisterType, int? Population)
{
    /// <summary>No municipality is linked.</summary>
    public static TownFacts None { get; } = new(null, null, null);

    /// <summary>What can be told of an application by them; without a look at others.</summary>
    public FormalFacts Of(Application application) => new() { Kind = ApplicantKinds.Of(Kind, application.Type, application.IsJoint) };
}

/// <summary>A similar application beside one.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Wanted">Why both are wanted; null = nobody said so.</param>
public sealed record TwinLine(Guid Id, int? Arrival, string Name, string Title, TwinSigns Signs, string? Wanted);

/// <summary>Reads what decisions on applications rest on.</summary>
public static class IntakeFacts
{
    /// <summary>What the register says, in one query.</summary>
    public static async Task<TownFacts> TownAsync(AwardsDbContext db, Guid? municipalityId, CancellationToken cancellationToken) => municipalityId is not { } id ? TownFacts.None
        : await db.Municipalities.Where(town => town.Id == id)
            .Select(town => new TownFacts(town.Kind, town.OfficialKey != null && town.TypeSetAt == null ? town.Type : null, town.Population)).SingleAsync(cancellationToken);

    /// <summary>Where the formal check stands, for a decision: what others look like does not stand against it.</summary>
    public static async Task<(FormalStanding Standing, TownFacts Town)> StandingAsync(AwardsDbContext db, Call call, Application application, CancellationToken cancellationToken, int twins = 0)
    {
        var town = await TownAsync(db, application.MunicipalityId, cancellationToken);
        var checks = await db.FormalChecks.AsNoTracking().Where(check => check.ApplicationId == application.Id).ToListAsync(cancellationToken);
        var keyed = application.Channel is Channel.Post or Channel.Email ? await db.KeyedChecks.AsNoTracking().FirstOrDefaultAsync(check => check.ApplicationId == application.Id, cancellationToken) : null;
        var findings = FormalFindings.Of(application, call, town.Of(application) with { Twins = twins, CountsFrom = keyed?.Arrival.CountsAt(call) });
        return (FormalStanding.Of(call.Definition, findings, checks), town);
    }

    /// <summary>Applications of the call that look like one, in two queries.</summary>
    /// <param name="contacts">The reader may see contacts: only then do their addresses tell anything.</param>
    public static async Task<IReadOnlyList<TwinLine>> TwinsAsync(AwardsDbContext db, Application application, bool contacts, CancellationToken cancellationToken)
    {
        var all = await db.Applications.Where(each => each.CallId == application.CallId && each.Status != ApplicationState.Draft && each.Status != ApplicationState.Withdrawn)
            .Select(each => new { each.Id, each.ArrivalNumber, each.ApplicantName, each.MunicipalityId, each.Texts.Title, Mail = contacts ? each.Texts.ContactMail : "" }).ToListAsync(cancellationToken);
        var wanted = await db.WantedPairs.Where(pair => pair.FirstId == application.Id || pair.SecondId == application.Id).Select(pair => new { pair.FirstId, pair.SecondId, pair.Reason }).ToListAsync(cancellationToken);
        return [.. Duplicates.Among([.. all.Select(each => new TwinCandidate(each.Id, each.MunicipalityId, each.Mail, each.Title))])
            .Where(twins => twins.One == application.Id || twins.Other == application.Id)
            .Select(twins => (Other: all.First(each => each.Id == twins.Besides(application.Id)), twins.Signs))
            .Select(each => new TwinLine(each.Other.Id, each.Other.ArrivalNumber, each.Other.ApplicantName, each.Other.Title, each.Signs,
                wanted.FirstOrDefault(pair => pair.FirstId == each.Other.Id || pair.SecondId == each.Other.Id)?.Reason))];
    }
}
