namespace Awards.Domain.Municipalities;

/// <summary>The two digits by which the register names the federal states.</summary>
public static class RegisterStates
{
    private static readonly string[] Codes = ["SH", "HH", "NI", "HB", "NW", "HE", "RP", "BW", "BY", "SL", "BE", "BB", "MV", "SN", "ST", "TH"];

    /// <summary>"05" gives "NW"; null for anything else.</summary>
    public static string? CodeOf(string digits) => int.TryParse(digits, out var number) && number is >= 1 and <= 16 ? Codes[number - 1] : null;

    /// <summary>"NW" gives "05"; null for anything else.</summary>
    public static string? DigitsOf(string code) => Array.IndexOf(Codes, code) is >= 0 and var at ? $"{at + 1:00}" : null;
}
