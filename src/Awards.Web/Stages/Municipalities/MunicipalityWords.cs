using System.Globalization;
using Awards.Domain.Municipalities;
using Awards.Domain.Shared;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Platform.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Municipalities;

/// <summary>What pages say of municipalities.</summary>
public static class MunicipalityWords
{
    /// <summary>Value of the choice that none of the others fits.</summary>
    public const string Unlisted = "unlisted";

    /// <summary>Radio buttons with name, status, district and state.</summary>
    public static IReadOnlyList<Choice> Choices(this IStringLocalizer<Text> texts, IEnumerable<MunicipalityLine> found) =>
        [.. found.Select(each => new Choice(each.Id.ToString(), each.Name, string.Join(", ", new[] { texts.Status(each.Kind, each.TextKey), each.District, FederalStates.Name(each.State) }.Where(word => !string.IsNullOrEmpty(word)))))];

    /// <summary>Legal status by the text key, or else the kind.</summary>
    public static string Status(this IStringLocalizer<Text> texts, MunicipalityKind kind, string? textKey) => texts[textKey is null ? kind.German() : TextKeys.German(textKey)];

    /// <summary>Where the type comes from.</summary>
    public static string Source(this IStringLocalizer<Text> texts, Municipality municipality) =>
        municipality.TypeSetAt is { } at ? texts["Festlegung der Geschäftsstelle vom {0}", GermanTime.Date(at, RequestContext.Language)]
        : municipality.TextKey is { } key ? texts["Textkennzeichen {0} ({1}) im Gemeindeverzeichnis vom {2}", key, texts[TextKeys.German(key)], Day(municipality.Edition!.Value)]
        : texts["Angabe ohne Gemeindeverzeichnis"];

    /// <summary>"30.11.2025", in English "30 November 2025".</summary>
    public static string Day(DateOnly day) => RequestContext.Language == "en" ? day.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB")) : day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);

    /// <summary>"12.345" or a dash.</summary>
    public static string Count(long? number) => number?.ToString("N0", CultureInfo.CurrentCulture) ?? "–";
}
