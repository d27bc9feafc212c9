using System.Security.Claims;
using Awards.Domain.Accounts;
using Awards.Web.Platform.Security;

namespace Awards.Web.Stages.Accounts;

/// <summary>Addresses of signing in and out and of one's account, and where a person begins.</summary>
public static class AccountLinks
{
    public const string SignIn = "/anmelden";
    public const string SignInCode = "/anmelden/code";
    public const string SignInLink = "/anmelden/link";
    public const string SingleSignOn = "/anmelden/sso";
    public const string SingleSignOnLink = "/konto/sso";
    public const string Register = "/registrieren";
    public const string SignOut = "/abmelden";
    public const string Account = "/konto";
    public const string Password = "/konto/passwort";
    public const string SecondFactor = SessionCookies.SecondFactorPath;
    public const string RecoveryCodes = "/konto/wiederherstellungscodes";
    public const string Passkeys = "/konto/passkeys";
    public const string Sessions = "/konto/sitzungen";
    public const string Prove = RecentProofAttribute.Path;

    /// <summary>Where a member of an application works.</summary>
    public static string ApplicationOf(Guid id) => $"/kommune/bewerbungen/{id}";

    /// <summary>Roles and invitations of a call.</summary>
    public static string Persons(string call) => $"/institut/{call}/personen";

    /// <summary>Who may do what.</summary>
    public static string Rights(string call) => $"/institut/{call}/rechte";

    /// <summary>Begins to look at pages as somebody else.</summary>
    public static string Specimen(string call) => $"/institut/{call}/ansicht";

    /// <summary>An address with the page to go to afterwards.</summary>
    public static string With(string address, string? returnUrl) => string.IsNullOrEmpty(returnUrl) ? address : $"{address}?zurueck={Uri.EscapeDataString(returnUrl)}";

    /// <summary>The link of a mail that signs in.</summary>
    public static string ByLink(string secret, string? returnUrl) => With($"{SignInLink}/{secret}", returnUrl);

    /// <summary>The link of an invitation or registration.</summary>
    public static string Invitation(string secret) => $"/einladung/{secret}";

    /// <summary>Start pages of the personas that a person is, the most urgent first.</summary>
    public static IReadOnlyList<(string Label, string Href)> Starts(ClaimsPrincipal user)
    {
        var starts = new List<(string, string)>();
        if (user.Holds(null, CallRole.Lead, CallRole.Editor, CallRole.Finance)) starts.Add((/*text*/ "Geschäftsstelle", "/institut"));
        if (user.Holds(null, CallRole.Reviewer)) starts.Add((/*text*/ "Vorprüfung", "/vorpruefung"));
        if (user.Holds(null, CallRole.JuryMember, CallRole.JuryDeputy, CallRole.JuryChair)) starts.Add((/*text*/ "Jury", "/jury"));
        if (user.ActsForMunicipality()) starts.Add((/*text*/ "Meine Bewerbungen", "/kommune"));
        return starts;
    }

    /// <summary>Where a person goes after signing in.</summary>
    public static string Landing(ClaimsPrincipal user, string? returnUrl, bool returnIsLocal) =>
        returnIsLocal && returnUrl is not null ? returnUrl
        : user.HasClaim(AwardsClaims.NeedsFactor, "1") ? SecondFactor
        : Starts(user).Select(start => start.Href).FirstOrDefault("/");
}
