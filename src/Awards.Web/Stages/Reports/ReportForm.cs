using Awards.Domain.PreReview;
using Awards.Domain.Shared;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Reports;

/// <summary>The fields of a report for the partial _ReportForm.</summary>
/// <param name="Address">Of the page that takes it.</param>
/// <param name="IsWriter">Its writer: can present it; else an editor: can check it.</param>
public sealed record ReportForm(string Address, int Version, ReportText Text, ReportRules Rules, bool IsWriter)
{
    /// <summary>Puts a refusal where it belongs: all that is missing or too long at its field, else above.</summary>
    public static void Show(ModelStateDictionary errors, IStringLocalizer<Text> texts, Refusal refusal, ReportText typed, ReportRules rules)
    {
        if (rules.Faults(typed).Any(fault => fault.Refusal.Code == refusal.Code))
            foreach (var (field, fault) in rules.Faults(typed)) errors.Add(texts, fault, field);
        else errors.Add(texts, refusal, refusal.Code == "report.without_reason" ? "ReturnReason" : "");
    }
}
