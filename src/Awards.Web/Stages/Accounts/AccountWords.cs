using Awards.Domain.Accounts;
using Awards.Web.Data;

namespace Awards.Web.Stages.Accounts;

/// <summary>German words for roles and ways of signing in; translated where they are shown.</summary>
public static class AccountWords
{
    public static string Role(CallRole role) => role switch
    {
        CallRole.Lead => /*text*/ "Leitung",
        CallRole.Reviewer => /*text*/ "Vorprüfung",
        CallRole.Editor => /*text*/ "Redaktion",
        CallRole.Finance => /*text*/ "Finanzen",
        CallRole.JuryMember => /*text*/ "Jurymitglied",
        CallRole.JuryDeputy => /*text*/ "Jury, Stellvertretung",
        CallRole.JuryChair => /*text*/ "Juryvorsitz",
        _ => role.ToString(),
    };

    /// <summary>What somebody may do with an application.</summary>
    public static string Right(Domain.Applications.MemberRight right) => right switch
    {
        Domain.Applications.MemberRight.Sign => /*text*/ "bearbeiten und einreichen",
        Domain.Applications.MemberRight.Edit => /*text*/ "bearbeiten",
        _ => /*text*/ "lesen",
    };

    public static string Method(SignInMethod method) => method switch
    {
        SignInMethod.Passkey => /*text*/ "Passkey",
        SignInMethod.MailLink => /*text*/ "Anmeldelink",
        SignInMethod.SingleSignOn => /*text*/ "Single Sign-on",
        _ => /*text*/ "Passwort",
    };
}
