using System.Globalization;
using System.Text;

namespace Awards.Domain.Shared;

/// <summary>Stored sort and search keys, the same on both databases: DIN 5007-1 (ä = a, ß = ss), lower case, no marks.</summary>
public static class SortKey
{
    /// <summary>The longest key that is stored, in characters.</summary>
    public const int MaxLength = 200;

    /// <summary>The key of a name or title. Leading quotation marks do not count.</summary>
    public static string Of(string text)
    {
        var key = new StringBuilder(text.Length);
        // What is no character (a half of a pair, U+FFFE) cannot be normalised, and nobody can search for it.
        var readable = string.Concat(text.EnumerateRunes().Where(rune => (rune.Value & 0xFFFE) != 0xFFFE && rune.Value is < 0xFDD0 or > 0xFDEF));
        foreach (var c in readable.Normalize(NormalizationForm.FormD))
        {
            if (key.Length >= MaxLength) break;
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            if (c == 'ß') key.Append("ss");
            else if (char.IsLetterOrDigit(c)) key.Append(char.ToLowerInvariant(c));
            else if (key.Length > 0 && key[^1] != ' ') key.Append(' ');
        }
        return key.ToString(0, Math.Min(key.Length, MaxLength)).TrimEnd();
    }
}
