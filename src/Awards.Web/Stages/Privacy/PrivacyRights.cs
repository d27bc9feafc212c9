using Awards.Domain.Accounts;
using Awards.Web.Platform.Security;

namespace Awards.Web.Stages.Privacy;

/// <summary>What one may do with personal data of others.</summary>
public static class PrivacyRights
{
    public const string Retention = "privacy.retention", Correct = "privacy.correct";

    public static IReadOnlyList<Right> All { get; } =
    [
        new(Retention, /*text*/ "Aufbewahrung personenbezogener Daten sehen", CallRole.Lead),
        new(Correct, /*text*/ "Kontaktdaten eingereichter Bewerbungen berichtigen", CallRole.Lead),
    ];
}
