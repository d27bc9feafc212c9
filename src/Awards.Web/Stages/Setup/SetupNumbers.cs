using Awards.Domain.Calls;
using Awards.Domain.Shared;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Setup;

/// <summary>Numbers typed into the set-up, read as strictly as those of applicants.</summary>
public static class SetupNumbers
{
    private static readonly WholeNumberQuestion Reader = new() { Code = "number", Text = "", Max = int.MaxValue };

    /// <summary>A whole number from 0 on; null where nothing was typed, or an error at the field.</summary>
    public static int? Whole(ModelStateDictionary errors, IStringLocalizer<Text> texts, string field, string? typed, bool needed = false)
    {
        var read = Reader.Parse(typed ?? "");
        if (read.Refused(out var refusal)) errors.Add(texts, refusal, field);
        else if (read.Fact.Length > 0) return int.Parse(read.Fact, System.Globalization.CultureInfo.InvariantCulture);
        else if (needed) errors.AddModelError(field, texts["Bitte geben Sie eine Zahl an."]);
        return null;
    }

    /// <summary>The same, kept under the field's name.</summary>
    public static void Whole(ModelStateDictionary errors, IStringLocalizer<Text> texts, string field, string? typed, Dictionary<string, int?> into) =>
        into[field] = Whole(errors, texts, field, typed);

    /// <summary>A number with one decimal, in tenths: "1,5" is 15. Null where nothing was typed, or an error at the field.</summary>
    public static int? Tenths(ModelStateDictionary errors, IStringLocalizer<Text> texts, string field, string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed)) return null;
        var read = TypedNumber.Parse(typed, decimals: 1);
        if (read.Refused(out var refusal)) errors.Add(texts, refusal, field);
        else if (read.Fact is >= 0 and <= 1000) return (int)(read.Fact * 10);
        else errors.AddModelError(field, texts["Bitte geben Sie eine Zahl zwischen 0 und 1000 an."]);
        return null;
    }

    /// <summary>Different numbers of days, divided by commas, the largest first; an error at the field for what is none.</summary>
    public static List<int> Days(ModelStateDictionary errors, IStringLocalizer<Text> texts, string field, string? typed)
    {
        var days = new List<int>();
        foreach (var part in (typed ?? "").Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (int.TryParse(part, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var day)) days.Add(day);
            else errors.AddModelError(field, texts["„{0}“ ist keine Zahl von Tagen. Bitte schreiben Sie zum Beispiel: 14, 3, 1", TextRules.Excerpt(part)]);
        }
        return [.. days.Distinct().OrderDescending()];
    }

    /// <summary>Tenths as people read and type them: 15 is "1,5".</summary>
    public static string Show(int tenths) => TypedNumber.Edit(tenths / 10m);
}
