using System.Security.Claims;
using Awards.Domain.Accounts;
using Awards.Web.Platform.Security;

namespace Awards.Web.Stages.Intake;

/// <summary>What one may see of applications beyond their texts.</summary>
public static class IntakeRights
{
    public const string Contacts = "intake.contacts";

    public const string Work = "intake.work";
    public const string Decide = "intake.decide";

    private static readonly CallRole[] OfWork = [CallRole.Lead, CallRole.Editor];
    /// <summary>Recording what came by post or mail.</summary>
    public const string Key = "intake.key";

    // Who checks applications and texts asks back; whoever pays prizes need not know the contact persons of all applications.
    private static readonly CallRole[] OfContacts = [CallRole.Lead, CallRole.Editor];

    public static IReadOnlyList<Right> All { get; } = [
        new(Contacts, /*text*/ "Ansprechpersonen von Bewerbungen sehen", OfContacts),
        new(Work, /*text*/ "Bewerbungen formal prüfen, Unterlagen nachfordern", OfWork),
        new(Decide, /*text*/ "Bewerbungen zulassen und ausschließen, einzeln und gesammelt", CallRole.Lead),
        new(Key, /*text*/ "Eingänge per Post und E-Mail erfassen und gegenprüfen", OfContacts),
    ];

    /// <summary>True for whoever checks applications and asks for missing pieces.</summary>
    public static bool MayCheck(this ClaimsPrincipal user, Guid callId) => user.Holds(callId, OfWork);

    /// <summary>True for whoever decides on applications.</summary>
    public static bool MayDecide(this ClaimsPrincipal user, Guid callId) => user.Holds(callId, CallRole.Lead);

    /// <summary>What the person may search for: contacts by their right, and reviews only where the pre-review is theirs to arrange.</summary>
    public static Domain.Intake.SearchScope SearchScope(this ClaimsPrincipal user, Domain.Calls.Call call) => new(call, user.MaySeeContacts(call.Id), user.Holds(call.Id, CallRole.Lead));

    /// <summary>True for whoever may see contact persons in a call.</summary>
    public static bool MaySeeContacts(this ClaimsPrincipal user, Guid callId) => user.Holds(callId, OfContacts);
}
