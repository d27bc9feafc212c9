using System.Globalization;

namespace Awards.Domain.Statistics;

/// <summary>Commercial rounding (half up) to one decimal, computed in whole numbers so that no float decides a tie.</summary>
public static class Percent
{
    /// <summary>"83.8" for 119 of 142; null where the base is 0. Count and base must not be negative.</summary>
    public static string? Of(int count, int total)
    {
        if (total == 0) return null;
        var tenths = ((long)count * 2000 + total) / (2L * total);
        return string.Create(CultureInfo.InvariantCulture, $"{tenths / 10}.{tenths % 10}");
    }

    /// <summary>As printed: decimal comma, an en dash where there is no base.</summary>
    public static string Show(string? percent, string language = "de") =>
        percent is null ? "–" : language == "en" ? percent : percent.Replace('.', ',');
}
