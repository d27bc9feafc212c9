using System.Security.Claims;
using Awards.Domain.Accounts;
using Awards.Web.Platform.Security;

namespace Awards.Web.Stages.Accounts;

/// <summary>Addresses of signing in and out, and where a person begins.</summary>
public static class AccountLinks
{
    public const string SignIn = "/anmelden";
    public const string SignOut = "/abmelden";

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
}
