using System.Text.Json;
using Awards.Domain.Calls;
using Awards.Domain.Shared;
using Awards.Domain.Statistics;

namespace Awards.Domain.Publication;

/// <summary>A named, frozen data state (Datenstand): public tables read it and nothing else.</summary>
public sealed class Snapshot
{
    private Snapshot() { }

    public Guid Id { get; private set; }
    public Guid CallId { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime TakenAt { get; private set; }

    /// <summary>Admitted entries at that moment.</summary>
    public int Entries { get; private set; }

    /// <summary>The German tables as JSON.</summary>
    public string TablesJson { get; private set; } = "[]";

    /// <summary>The English tables as JSON.</summary>
    public string TablesEnglishJson { get; private set; } = "[]";

    /// <summary>Longest name, in characters.</summary>
    public const int MaxName = 200;

    /// <summary>Freezes all tables of a call. Refused without a name, or with one that another snapshot of the call has.</summary>
    public static Outcome<Snapshot> Take(Call call, IReadOnlyCollection<CountedEntry> entries, string name, WriteContext write, IReadOnlyCollection<string>? taken = null)
    {
        if (string.IsNullOrWhiteSpace(name)) return new Refusal("snapshot.without_name", "Bitte geben Sie dem Datenstand einen Namen.");
        if (TextRules.Check(name, MaxName).Refused(out var refusal)) return refusal;
        if (taken?.Contains(name.Trim()) == true)
            return new Refusal("snapshot.name_taken", "Einen Datenstand „{0}“ gibt es schon. Bitte wählen Sie einen anderen Namen.", name.Trim());
        string Tables(string language) => JsonSerializer.Serialize(
            call.Definition.Tables.Select(table => Tabulation.Count(table, call.Definition.Questionnaire, entries, language)), CallDefinition.Json);
        return new Snapshot
        {
            Id = Guid.CreateVersion7(),
            CallId = call.Id,
            Name = name.Trim(),
            TakenAt = write.When,
            Entries = entries.Count,
            TablesJson = Tables("de"),
            TablesEnglishJson = Tables("en"),
        };
    }

    /// <summary>The frozen tables in a language.</summary>
    public IReadOnlyList<StatisticTable> Tables(string language) =>
        JsonSerializer.Deserialize<List<StatisticTable>>(language == "en" ? TablesEnglishJson : TablesJson, CallDefinition.Json) ?? [];
}
