using System.Globalization;

namespace Awards.Domain.Shared;

/// <summary>Amounts of money are whole cents everywhere; this shows and reads them.</summary>
public static class Money
{
    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>"25.000 Euro", with cents only where there are some: "12,50 Euro"; in English "25,000 euros".</summary>
    public static string Show(long cents, string language = "de")
    {
        var culture = language == "en" ? English : German;
        return (cents % 100 == 0 ? (cents / 100).ToString("N0", culture) : (cents / 100m).ToString("N2", culture)) + (language == "en" ? " euros" : " Euro");
    }

    /// <summary>Reads "25.000", "25000" or "12,50" as cents; refuses everything else ("1.5" is not 15).</summary>
    public static Outcome<long> Parse(string typed)
    {
        var text = typed.Trim().Replace("Euro", "", StringComparison.OrdinalIgnoreCase).Replace("€", "").Trim();
        var parts = text.Split(',');
        var whole = parts[0].Split('.');
        var grouped = whole.Length == 1 || (whole[0].Length is > 0 and <= 3 && whole.Skip(1).All(group => group.Length == 3));
        var digits = string.Concat(whole);
        var fraction = parts.Length > 1 ? parts[1] : "";
        if (parts.Length > 2 || !grouped || digits.Length is 0 or > 13 || fraction.Length is not (0 or 2)
            || !digits.All(char.IsAsciiDigit) || !fraction.All(char.IsAsciiDigit) || (parts.Length > 1 && fraction.Length == 0))
            return new Refusal("money.unreadable", "Bitte geben Sie den Betrag als Zahl in Euro an, zum Beispiel 25.000 oder 12,50.");
        return long.Parse(digits, CultureInfo.InvariantCulture) * 100
            + (fraction.Length == 2 ? int.Parse(fraction, CultureInfo.InvariantCulture) : 0);
    }
}
