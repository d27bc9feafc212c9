using Awards.Domain.Accounts;
using Awards.Web.Platform.Security;

namespace Awards.Web.Stages.Enquiries;

/// <summary>What one may do with questions to the office.</summary>
public static class EnquiryRights
{
    public const string Answer = "enquiries.answer";

    public static IReadOnlyList<Right> All { get; } =
    [
        new(Answer, /*text*/ "Anfragen lesen, beantworten und als häufige Frage veröffentlichen", CallRole.Lead, CallRole.Editor),
    ];
}
