using System.Globalization;
using System.Text.Json.Serialization;
using Awards.Domain.Shared;

namespace Awards.Domain.Calls;

/// <summary>A whole number; canonical form: digits, with "-" where negative.</summary>
public sealed record WholeNumberQuestion : Question
{
    /// <summary>Smallest allowed number.</summary>
    public long Min { get; init; }

    /// <summary>Largest allowed number.</summary>
    public long Max { get; init; } = 999_999_999;

    /// <summary>Unit shown behind the field: "Personen".</summary>
    public LocalizedText? Unit { get; init; }

    [JsonIgnore]
    public override AnswerKind Kind => AnswerKind.Number;

    public override Outcome<string> Parse(string typed)
    {
        var text = typed.Trim();
        if (text.Length == 0) return "";
        var groups = text.TrimStart('-').Split('.', '\u00a0', '\u202f');
        var grouped = groups.Length == 1 || (groups[0].Length is > 0 and <= 3 && groups.Skip(1).All(group => group.Length == 3));
        var digits = string.Concat(groups);
        if (!grouped || digits.Length is 0 or > 18 || !digits.All(char.IsAsciiDigit) || text.LastIndexOf('-') > 0)
            return new Refusal("answer.not_whole", "Bitte geben Sie eine ganze Zahl ohne Nachkommastellen an, zum Beispiel 1250.");
        var number = long.Parse(digits, CultureInfo.InvariantCulture) * (text[0] == '-' ? -1 : 1);
        return number < Min || number > Max
            ? new Refusal("answer.out_of_range", "Bitte geben Sie eine Zahl von {0} bis {1} an.", Min, Max)
            : number.ToString(CultureInfo.InvariantCulture);
    }

    protected override IEnumerable<Refusal> OwnFaults()
    {
        if (OrderFault(Min <= Max) is { } order) yield return order;
    }

    public override string Print(string value, string language) =>
        long.TryParse(value, CultureInfo.InvariantCulture, out var number)
            ? number.ToString("N0", CultureInfo.GetCultureInfo(language == "en" ? "en-GB" : "de-DE")) + (Unit is null ? "" : " " + Unit.In(language))
            : value;
}

/// <summary>One line of text, kept as typed.</summary>
public sealed record ShortTextQuestion : Question
{
    /// <summary>Longest allowed text, in characters.</summary>
    public int MaxLength { get; init; } = 200;

    /// <summary>The most that <see cref="MaxLength"/> can be.</summary>
    public const int MostCharacters = 1000;

    [JsonIgnore]
    public override AnswerKind Kind => AnswerKind.Text;

    public override Outcome<string> Parse(string typed) => TextRules.Check(TextRules.OneLine(typed), MaxLength);

    protected override IEnumerable<Refusal> OwnFaults() => TextRules.LengthFaults(Code, MaxLength, MostCharacters);
}

/// <summary>Several lines of text, kept as typed; line ends are stored as "\n".</summary>
public sealed record LongTextQuestion : Question
{
    /// <summary>Longest allowed text, in characters.</summary>
    public int MaxLength { get; init; } = 4000;

    /// <summary>The most that <see cref="MaxLength"/> can be.</summary>
    public const int MostCharacters = 50_000;

    [JsonIgnore]
    public override AnswerKind Kind => AnswerKind.Text;

    public override Outcome<string> Parse(string typed) => TextRules.Check(TextRules.Lines(typed).Trim(), MaxLength);

    protected override IEnumerable<Refusal> OwnFaults() => TextRules.LengthFaults(Code, MaxLength, MostCharacters);
}

/// <summary>What every text typed by people must keep to.</summary>
public static class TextRules
{
    /// <summary>Refuses more than <paramref name="maxLength"/> characters and characters no database stores; else the text.</summary>
    public static Outcome<string> Check(string text, int maxLength)
    {
        if (text.Length > maxLength)
            return new Refusal("text.too_long", "Der Text hat {0} Zeichen, erlaubt sind {1}. Bitte kürzen Sie ihn.", text.Length, maxLength);
        if (Unreadable(text) is not { } at) return text;
        var from = Math.Max(0, at - ShownBefore);
        if (from > 0 && char.IsLowSurrogate(text[from])) from++;
        var before = text[from..at].Trim();
        return before.Length == 0
            ? new Refusal("text.unreadable_character", "Der Text enthält ein Zeichen, das nicht gespeichert werden kann. Bitte geben Sie die Stelle neu ein.")
            : new Refusal("text.unreadable_character", "Der Text enthält nach „{0}“ ein unsichtbares Zeichen, das nicht gespeichert werden kann. Bitte löschen Sie die Stelle und geben Sie sie neu ein.", before);
    }

    /// <summary>A text of one line: line ends become spaces, blanks around it are taken away.</summary>
    public static string OneLine(string? text) => (text ?? "").ReplaceLineEndings(" ").Trim();

    /// <summary>A text of several lines: line ends become "\n", blanks at its end are taken away.</summary>
    public static string Lines(string? text) => (text ?? "").ReplaceLineEndings("\n").TrimEnd();

    /// <summary>The beginning of a text, harmless to print in a message: control characters as "·", cut after 40 characters.</summary>
    public static string Excerpt(string text)
    {
        var harmless = new string([.. text.Take(40).Select(c => char.IsControl(c) ? '·' : c)]);
        return text.Length > 40 ? harmless + " …" : harmless;
    }

    internal static IEnumerable<Refusal> LengthFaults(string question, int maxLength, int most)
    {
        if (maxLength < 1 || maxLength > most) yield return new("question.max_length", "Bei der Frage „{0}“ muss die Höchstzahl der Zeichen zwischen 1 und {1} liegen.", question, most);
    }

    /// <summary>Characters of the text that a refusal quotes to show the place.</summary>
    private const int ShownBefore = 20;

    /// <summary>Place of the first character that PostgreSQL, XML (DOCX, XLSX) or UTF-8 cannot hold; null where there is none.</summary>
    private static int? Unreadable(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            // HTML reads the codes from 80 to 9F as other characters: such a text would change on its way through a form.
            if (text[i] is (< ' ' and not ('\t' or '\n' or '\r')) or (>= '\u007f' and <= '\u009f') or '\ufffe' or '\uffff') return i;
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return i;
            i++;
        }
        return null;
    }
}
