using System.Security.Claims;
using Awards.Domain.Accounts;
using Awards.Web.Platform.Security;

namespace Awards.Web.Stages.Intake;

/// <summary>What one may see of applications beyond their texts.</summary>
public static class IntakeRights
{
    public const string Contacts = "intake.contacts";

    /// <summary>Recording what came by post or mail.</summary>
    public const string Key = "intake.key";

    // Who checks applications and texts asks back; whoever pays prizes need not know the contact persons of all applications.
    private static readonly CallRole[] OfContacts = [CallRole.Lead, CallRole.Editor];

    public static IReadOnlyList<Right> All { get; } = [new(Contacts, /*text*/ "Ansprechpersonen von Bewerbungen sehen", OfContacts), new(Key, /*text*/ "Eingänge per Post und E-Mail erfassen und gegenprüfen", OfContacts)];

    /// <summary>True for whoever may see contact persons in a call.</summary>
    public static bool MaySeeContacts(this ClaimsPrincipal user, Guid callId) => user.Holds(callId, OfContacts);
}
