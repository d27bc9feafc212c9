using System.Text.Json.Serialization;
using Awards.Domain.Shared;

namespace Awards.Domain.Calls;

/// <summary>Files to upload; canonical form: ids of stored files joined by ";". Which files they are, the file store knows.</summary>
public sealed record FileQuestion : Question
{
    /// <summary>Kinds that a question can allow.</summary>
    public static IReadOnlyList<string> KnownKinds { get; } = ["pdf", "docx", "xlsx", "png", "jpeg"];

    /// <summary>Most files of one question.</summary>
    public const int MostFiles = 20;

    /// <summary>Largest size that a question can allow, in MB; the installation may allow less.</summary>
    public const int MostMegabytes = 100;

    /// <summary>Allowed kinds, of <see cref="KnownKinds"/>.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = ["pdf"];

    /// <summary>Largest file, in MB.</summary>
    public int MaxMegabytes { get; init; } = 10;

    /// <summary>How many files.</summary>
    public int MaxFiles { get; init; } = 1;

    [JsonIgnore]
    public override AnswerKind Kind => AnswerKind.Nothing;

    public override Outcome<string> Parse(string typed)
    {
        if (typed.Trim().Length == 0) return "";
        var ids = new List<Guid>();
        foreach (var part in typed.Split(AnswerSet.Separator, StringSplitOptions.TrimEntries))
        {
            if (!Guid.TryParseExact(part, "D", out var id)) return new Refusal("answer.not_a_file", "„{0}“ ist keine hochgeladene Datei.", TextRules.Excerpt(part));
            if (!ids.Contains(id)) ids.Add(id);
        }
        return ids.Count > MaxFiles ? TooMany() : Write(ids);
    }

    public override string Print(string value, string language) => Ids(value).Count switch
    {
        0 => "",
        1 => language == "en" ? "1 file" : "1 Datei",
        var count => language == "en" ? $"{count} files" : $"{count} Dateien",
    };

    /// <summary>Why one more file is refused.</summary>
    public Refusal TooMany() => new("answer.too_many_files", "Bei dieser Frage sind höchstens {0} Dateien möglich. Bitte entfernen Sie zuerst eine.", MaxFiles);

    /// <summary>Ids of the files in a canonical answer.</summary>
    public static IReadOnlyList<Guid> Ids(string value) =>
        [.. value.Split(AnswerSet.Separator, StringSplitOptions.RemoveEmptyEntries).Select(part => Guid.TryParse(part, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty)];

    /// <summary>The canonical answer of some files.</summary>
    public static string Write(IEnumerable<Guid> ids) => string.Join(AnswerSet.Separator, ids.Select(id => id.ToString("D")));

    protected override IEnumerable<Refusal> OwnFaults()
    {
        if (Kinds.Count == 0 || Kinds.Except(KnownKinds).Any() || Kinds.Distinct().Count() < Kinds.Count)
            yield return new("question.file_kinds", "Bei der Frage „{0}“ sind diese Arten von Dateien möglich, jede einmal: {1}.", Code, string.Join(", ", KnownKinds));
        if (MaxMegabytes is < 1 or > MostMegabytes) yield return new("question.file_size", "Bei der Frage „{0}“ muss die Höchstgröße zwischen 1 und {1} MB liegen.", Code, MostMegabytes);
        if (MaxFiles is < 1 or > MostFiles) yield return new("question.file_count", "Bei der Frage „{0}“ sind 1 bis {1} Dateien möglich.", Code, MostFiles);
    }
}
