using System.Text.RegularExpressions;
using Awards.Domain.Applications;
using Awards.Domain.Municipalities;
using Awards.Domain.PreReview;
using Awards.Domain.Privacy;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Awards.Web.Data;

/// <summary>
/// What the trail shows only as changed, not to what: secrets and what reviews say. A property that is named like a secret is hidden
/// unless it is listed as harmless, so that a new one is safe before anybody thinks of it.
/// </summary>
internal static partial class AuditMask
{
    /// <summary>Named like secrets, but none.</summary>
    private static readonly HashSet<(Type, string)> Harmless =
    [
        (typeof(Application), nameof(Application.ContentHash)), (typeof(Application), nameof(Application.PresentHash)), (typeof(Submission), nameof(Submission.ContentHash)),
        (typeof(Municipality), nameof(Municipality.OfficialKey)), (typeof(Municipality), nameof(Municipality.RegionalKey)), (typeof(Municipality), nameof(Municipality.TextKey)),
        (typeof(Municipality), nameof(Municipality.DistrictKey)), (typeof(Municipality), nameof(Municipality.AssociationKey)), (typeof(Municipality), nameof(Municipality.SearchKey)),
    ];

    private static readonly HashSet<(Type, string)> Sealed =
    [
        (typeof(Review), nameof(Review.Reasons)), (typeof(Review), nameof(Review.Vote)), (typeof(Review), nameof(Review.Score)),
        (typeof(ReviewSheet), nameof(ReviewSheet.Ratings)), (typeof(ReviewSheet), nameof(ReviewSheet.Comment)), (typeof(ReviewSheet), nameof(ReviewSheet.CriterionComments)),
        (typeof(ReviewVersion), nameof(ReviewVersion.Content)),
    ];

    private static readonly HashSet<(Type, string)> Secrets =
    [
        (typeof(DataProtectionKey), nameof(DataProtectionKey.Xml)), (typeof(Consent), nameof(Consent.SubjectDigest)), (typeof(Erasure), nameof(Erasure.MailDigest)),
        // Stands in the rows of the application already.
        (typeof(Submission), nameof(Submission.Content)),
    ];

    /// <summary>All that is shown of Identity's own tables (tokens, passkeys, sign-ins of others).</summary>
    private static readonly HashSet<string> OfIdentity = ["UserId", "LoginProvider", "Name", "ProviderDisplayName", "ClaimType"];

    /// <summary>True for what is under seal: rows name it whether or not it is there or changed, as even that would tell something.</summary>
    public static bool Seals(IReadOnlyProperty property) => Sealed.Contains((property.DeclaringType.ClrType, property.Name));

    public static bool Hides(IReadOnlyProperty property)
    {
        var type = property.DeclaringType is IReadOnlyComplexType complex ? complex.ContainingEntityType.ClrType : property.DeclaringType.ClrType;
        if (type.Namespace == typeof(IdentityUser).Namespace) return !OfIdentity.Contains(property.Name);
        if (Seals(property) || Secrets.Contains((type, property.Name))) return true;
        if (property.ClrType == typeof(byte[])) return true;
        return property.ClrType == typeof(string) && Secret().IsMatch(property.Name) && !Harmless.Contains((type, property.Name));
    }

    [GeneratedRegex("Password|Secret|Token|Stamp|Salt|Credential|Recovery|Otp|(?:Hash|Key|Pin)$")]
    private static partial Regex Secret();
}
