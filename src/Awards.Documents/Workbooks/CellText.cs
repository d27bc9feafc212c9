using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Awards.Documents.Workbooks;

/// <summary>Texts in cells: what XML cannot hold stands as _x0007_, as the format has it.</summary>
internal static partial class CellText
{
    /// <summary>The text as it stands in the file.</summary>
    public static string Write(string text)
    {
        var safe = Escaped().Replace(text, match => "_x005F" + match.Value);
        if (safe.All(letter => letter is >= ' ' and < '\ud800' or '\n' or '\t')) return safe;
        var written = new StringBuilder();
        for (var at = 0; at < safe.Length; at++)
        {
            if (char.IsHighSurrogate(safe[at]) && at + 1 < safe.Length && char.IsLowSurrogate(safe[at + 1])) written.Append(safe[at++]).Append(safe[at]);
            else if (safe[at] is (< ' ' and not ('\n' or '\t')) or '\ufffe' or '\uffff' || char.IsSurrogate(safe[at])) written.Append(CultureInfo.InvariantCulture, $"_x{(int)safe[at]:X4}_");
            else written.Append(safe[at]);
        }
        return written.ToString();
    }

    /// <summary>The text as it was meant.</summary>
    public static string Read(string text) => Escaped().Replace(text, match => ((char)int.Parse(match.Value.AsSpan(2, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_")]
    private static partial Regex Escaped();
}
