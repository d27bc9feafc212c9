using System.Text.Json.Serialization;
using Awards.Domain.PreReview.Assigning;
using Awards.Domain.Shared;

namespace Awards.Domain.Calls;

/// <summary>A field of knowledge that a reviewer may have.</summary>
public sealed record Discipline(string Code, LocalizedText Label);

/// <summary>How pairs are assigned in a call.</summary>
public sealed record PairRules
{
    /// <summary>No bounds, no rules, the usual order of goals.</summary>
    public static PairRules Default { get; } = new();

    /// <summary>Fewest entries of each reviewer who has no number of the own.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Min { get; init; }

    /// <summary>Most entries of each reviewer who has no number of the own; null = as many as it comes.</summary>
    public int? Max { get; init; }

    /// <summary>How often two people may meet; null = as often as it comes.</summary>
    public int? PairCap { get; init; }

    /// <summary>Disciplines to choose from.</summary>
    public IReadOnlyList<Discipline>? Disciplines { get; init; }

    /// <summary>Codes of disciplines of which every entry needs somebody.</summary>
    public IReadOnlyList<string>? Require { get; init; }

    /// <summary>No two of one department.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool DistinctDepartments { get; init; }

    /// <summary>Goals after the balance, in their order; null = pairs, mix, affinity.</summary>
    public IReadOnlyList<AssignmentGoal>? Goals { get; init; }

    /// <summary>What cannot hold.</summary>
    public IEnumerable<Refusal> Faults()
    {
        if (Min < 0 || Max < 0 || Min > Max) yield return new("pairs.min_max", "Die Mindestzahl der Beiträge je Person liegt über der Höchstzahl oder unter null.");
        if (PairCap < 1) yield return new("pairs.cap", "Zwei Personen müssen mindestens einen Beitrag gemeinsam prüfen dürfen.");
        if ((Require ?? []).FirstOrDefault(code => (Disciplines ?? []).All(known => known.Code != code)) is { } unknown) yield return new("pairs.require", "Verlangt wird die Fachrichtung „{0}“, die es nicht gibt.", unknown);
    }
}
