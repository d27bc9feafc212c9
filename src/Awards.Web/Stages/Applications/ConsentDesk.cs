using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Privacy;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Stages.Applications;

/// <summary>A consent that a call asks for, and the agreement that holds now; null = not given.</summary>
public sealed record ConsentState(ConsentDefinition Definition, Consent? Held)
{
    /// <summary>Name of its box.</summary>
    public string Field => $"Consents[{Definition.Code}]";
}

/// <summary>Consents given with an application.</summary>
public sealed class ConsentDesk(AwardsDbContext db)
{
    /// <summary>All that the call asks for, in its order.</summary>
    public async Task<IReadOnlyList<ConsentState>> OfAsync(Application application, Call call, CancellationToken cancellationToken)
    {
        var given = await db.Consents.AsNoTracking().Where(each => each.ApplicationId == application.Id && each.WithdrawnAt == null).ToListAsync(cancellationToken);
        return [.. call.Definition.PrivacyRules().Consents.Select(consent => new ConsentState(consent, ConsentRules.Held(consent, application.Texts, given)))];
    }

    /// <summary>Makes those hold that are ticked, and no other; inside a write. Gives all that are not withdrawn.</summary>
    public async Task<IReadOnlyCollection<Consent>> SettleAsync(Application application, Call call, IReadOnlySet<string> ticked, WriteContext write, CancellationToken cancellationToken)
    {
        var given = await db.Consents.Where(each => each.ApplicationId == application.Id && each.WithdrawnAt == null).ToListAsync(cancellationToken);
        var fresh = ConsentRules.Settle(application, call.Definition, given, ticked, write);
        db.Consents.AddRange(fresh);
        return [.. given.Where(each => each.WithdrawnAt is null), .. fresh];
    }

    /// <summary>Codes of the boxes that a form ticks.</summary>
    public static IReadOnlySet<string> Ticked(Call call, IFormCollection form) =>
        call.Definition.PrivacyRules().Consents.Where(consent => form[$"Consents[{consent.Code}]"].Contains("true")).Select(consent => consent.Code).ToHashSet();
}
