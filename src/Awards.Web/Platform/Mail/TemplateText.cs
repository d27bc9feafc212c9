using System.Text;
using System.Text.RegularExpressions;
using Awards.Domain.Shared;
using Awards.Web.Data;

namespace Awards.Web.Platform.Mail;

/// <summary>Texts with placeholders such as {{eingangsnummer}}. Values are data: they are inserted once and never looked at for placeholders.</summary>
public static partial class TemplateText
{
    /// <summary>What is wrong with a text, or null: a placeholder that the kind does not have, or a bracket that belongs to none.</summary>
    public static Refusal? Check(MailKind kind, string text)
    {
        var permitted = string.Join(", ", kind.Placeholders.Select(placeholder => "{{" + placeholder.Name + "}}"));
        foreach (Match match in Placeholder().Matches(text))
            if (kind.Placeholders.All(placeholder => placeholder.Name != match.Groups[1].Value))
                return new("mail.unknown_placeholder", /*text*/ "Den Platzhalter „{0}“ gibt es hier nicht. Möglich sind: {1}.", match.Value, permitted);
        var bracket = Bracket().Match(Placeholder().Replace(text, match => new string(' ', match.Length)));
        return bracket.Success
            ? new("mail.wrong_brackets", /*text*/ "Geschweifte Klammern stehen nur um Platzhalter, je zwei auf beiden Seiten. Bitte prüfen Sie die Stelle „{0}“. Möglich sind: {1}.", Around(text, bracket.Index), permitted)
            : null;
    }

    /// <summary>Subject: one line.</summary>
    public static string FillLine(string text, IReadOnlyDictionary<string, string> values) => MailText.OneLine(Insert(text, values));

    /// <summary>Text: a line that consists of empty placeholders and words around them is left out; more than one blank line becomes one.</summary>
    public static string FillText(string text, IReadOnlyDictionary<string, string> values)
    {
        var filled = new StringBuilder();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var used = Placeholder().Matches(line).Select(match => match.Groups[1].Value).ToList();
            if (used.Count > 0 && used.TrueForAll(name => string.IsNullOrWhiteSpace(values[name]))) continue;
            filled.Append(Insert(line, values)).Append('\n');
        }
        return MailText.Lines(ManyBlankLines().Replace(filled.ToString(), "\n\n")).Trim('\n');
    }

    private static string Insert(string text, IReadOnlyDictionary<string, string> values) =>
        Placeholder().Replace(text, match => values.TryGetValue(match.Groups[1].Value, out var value) ? value
            : throw new KeyNotFoundException($"The mail has no value for {match.Value}."));

    private static string Around(string text, int at) => MailText.OneLine(text[Math.Max(0, at - 15)..Math.Min(text.Length, at + 25)]);

    [GeneratedRegex(@"\{\{\s*([\p{L}\p{N}_]+)\s*\}\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"[{}]")]
    private static partial Regex Bracket();

    [GeneratedRegex(@"\n{3,}")]
    private static partial Regex ManyBlankLines();
}
