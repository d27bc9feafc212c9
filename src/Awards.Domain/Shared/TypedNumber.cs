using System.Globalization;
using System.Text.RegularExpressions;

namespace Awards.Domain.Shared;

/// <summary>Numbers with decimals as people in Germany type them ("1.250,5"), and as files hold them ("1250.5").</summary>
public static partial class TypedNumber
{
    /// <summary>Most decimals.</summary>
    public const int MostDecimals = 6;

    /// <summary>Reads "1.250,5"; refuses what could mean something else ("1.5" is not 15) and more decimals than allowed.</summary>
    public static Outcome<decimal> Parse(string typed, int decimals)
    {
        var text = typed.Trim();
        if (PointForComma().IsMatch(text))
            return new Refusal("number.point", "Bitte schreiben Sie Nachkommastellen mit einem Komma, zum Beispiel 1,5, und Tausender mit einem Punkt, zum Beispiel 1.250.");
        if (!Typed().IsMatch(text)) return new Refusal("number.unreadable", "Bitte geben Sie eine Zahl an, zum Beispiel 1.250,5.");
        var number = decimal.Parse(Group().Replace(text, "").Replace(',', '.'), CultureInfo.InvariantCulture);
        return TooMany(number, decimals) ?? (Outcome<decimal>)number;
    }

    /// <summary>Reads "1250.5".</summary>
    public static Outcome<decimal> Read(string canonical, int decimals)
    {
        if (!Canonical().IsMatch(canonical)) return new Refusal("number.not_canonical", "In Dateien steht eine Zahl ohne Tausenderpunkt und mit Dezimalpunkt, zum Beispiel 1250.5.");
        var number = decimal.Parse(canonical, CultureInfo.InvariantCulture);
        return TooMany(number, decimals) ?? (Outcome<decimal>)number;
    }

    /// <summary>"1250.5": without superfluous zeros.</summary>
    public static string Write(decimal number) => number.ToString("0.######", CultureInfo.InvariantCulture);

    /// <summary>As people read it: "1.250,5", in English "1,250.5".</summary>
    public static string Show(decimal number, string language = "de") => number.ToString("#,0.######", CultureInfo.GetCultureInfo(language == "en" ? "en-GB" : "de-DE"));

    /// <summary>As it is typed, without thousands: "1250,5".</summary>
    public static string Edit(decimal number) => Write(number).Replace('.', ',');

    private static Refusal? TooMany(decimal number, int decimals) => decimal.Round(number, decimals) == number ? null
        : decimals == 0 ? new("number.no_decimals", "Bitte geben Sie eine Zahl ohne Nachkommastellen an.")
        : new("number.decimals", "Bitte geben Sie höchstens {0} Nachkommastellen an.", decimals);

    [GeneratedRegex(@"^-?(?:[0-9]{1,15}|[0-9]{1,3}(?:[.\u00a0\u202f][0-9]{3}){1,4})(?:,[0-9]{1,9})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Typed();

    [GeneratedRegex(@"^-?[0-9]+\.(?:[0-9]{1,2}|[0-9]{4,})\z", RegexOptions.CultureInvariant)]
    private static partial Regex PointForComma();

    [GeneratedRegex(@"[.\u00a0\u202f]", RegexOptions.CultureInvariant)]
    private static partial Regex Group();

    [GeneratedRegex(@"^-?[0-9]{1,15}(?:\.[0-9]{1,9})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Canonical();
}
