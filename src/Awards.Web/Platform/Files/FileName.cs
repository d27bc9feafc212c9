using System.Globalization;
using System.Text;
using Awards.Web.Data;

namespace Awards.Web.Platform.Files;

/// <summary>Makes the name that came with an upload harmless to show and to offer.</summary>
public static class FileName
{
    /// <summary>The last part of a path, without control, format (bidi) and unpaired characters, shortened in the middle so that the ending stays.</summary>
    public static string Clean(string? typed, FileKind kind)
    {
        var last = (typed ?? "").Split('/', '\\')[^1];
        var name = new StringBuilder();
        foreach (var rune in last.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (rune == Rune.ReplacementChar || category is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator) continue;
            name.Append("<>:\"|?*".Contains(rune.ToString(), StringComparison.Ordinal) ? "_" : Rune.IsWhiteSpace(rune) ? " " : rune.ToString());
        }
        var clean = name.ToString().TrimEnd(' ', '.').TrimStart();
        var extension = Path.GetExtension(clean);
        if (!kind.MayEnd(extension)) (clean, extension) = (clean + kind.Extension(), kind.Extension());
        var stem = clean[..^extension.Length].Trim(' ', '.');
        if (stem.Length == 0) stem = "Datei";
        var room = StoredFile.MaxName - extension.Length;
        if (stem.Length > room) stem = stem[..(char.IsHighSurrogate(stem[room - 1]) ? room - 1 : room)];
        return stem + extension;
    }

    /// <summary>The ending as typed, with its dot; empty without one. What no program registers ("Protokoll v1.2 final") is none.</summary>
    public static string ExtensionOf(string? typed)
    {
        var extension = Path.GetExtension((typed ?? "").Split('/', '\\')[^1].TrimEnd(' ', '.'));
        return extension.Length is > 1 and <= 6 && extension.Skip(1).All(char.IsAsciiLetterOrDigit) && extension.Any(char.IsAsciiLetter) ? extension : "";
    }
}
