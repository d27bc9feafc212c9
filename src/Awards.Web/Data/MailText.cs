using System.Globalization;
using System.Text;

namespace Awards.Web.Data;

/// <summary>Makes texts harmless for mails: no character begins a new header line, none is lost on the way to the database.</summary>
public static class MailText
{
    /// <summary>One line: control characters, line and paragraph separators and halves of characters become blanks.</summary>
    public static string OneLine(string? text) => Clean(text ?? "", keepLines: false).Trim();

    /// <summary>Several lines, ended by "\n"; other control characters are taken out.</summary>
    public static string Lines(string? text) => Clean((text ?? "").ReplaceLineEndings("\n"), keepLines: true);

    /// <summary>Cut to a length in characters, never within one.</summary>
    public static string Cut(string text, int length)
    {
        if (text.Length <= length) return text;
        var end = length - 1;
        if (char.IsHighSurrogate(text[end - 1])) end--;
        return text[..end] + "…";
    }

    private static string Clean(string text, bool keepLines)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (keepLines && rune.Value is (int)'\n' or (int)'\t') clean.Append((char)rune.Value);
            else if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator || (rune.Value & 0xFFFE) == 0xFFFE) clean.Append(' ');
            else clean.Append(rune.ToString());
        }
        return clean.ToString();
    }
}
