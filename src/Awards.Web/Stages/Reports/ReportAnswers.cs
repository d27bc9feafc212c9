using System.Globalization;
using Awards.Domain.Applications;
using Awards.Domain.PreReview;
using Awards.Domain.Shared;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Reports;

/// <summary>What pages answer to saves.</summary>
public static class ReportAnswers
{
    /// <summary>"14:03" of a UTC instant, in German time.</summary>
    public static string Time(DateTime utc) => GermanTime.Local(utc).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>For the script that saves by itself.</summary>
    public static JsonResult Autosaved(Outcome<ShortReport> outcome, DateTime began, IStringLocalizer<Text> texts) => outcome.Refused(out var refusal)
        ? new(new { conflict = refusal == ApplicationRules.Stale, message = texts.Show(refusal) })
        : new(new { savedAt = Time(began), version = outcome.Fact.Version });
}
