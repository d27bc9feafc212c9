using System.Text.Json.Serialization;
using Awards.Domain.Municipalities;
using Awards.Domain.Shared;

namespace Awards.Domain.Calls;

/// <summary>Entries that are judged together (Prämierungsgruppe).</summary>
public sealed record AwardGroup
{
    /// <summary>Stable code.</summary>
    public required string Code { get; init; }

    /// <summary>What people read.</summary>
    public required LocalizedText Label { get; init; }

    /// <summary>Codes (KS, KA, LK) of the municipality types that belong here by rule; empty for a special category, or where only inhabitants count.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>Takes municipalities from this number of inhabitants on; null = from none on.</summary>
    public int? FromPopulation { get; init; }

    /// <summary>Takes municipalities below this number of inhabitants; null = no limit.</summary>
    public int? BelowPopulation { get; init; }

    /// <summary>A special category: entries of any group, or single projects, can be awarded here.</summary>
    public bool Special { get; init; }

    /// <summary>True when the number of inhabitants decides, too.</summary>
    [JsonIgnore]
    public bool HasBand => FromPopulation is not null || BelowPopulation is not null;

    /// <summary>True when entries of a type and a number of inhabitants belong here by rule; never for a special category.</summary>
    /// <param name="population">Null = unknown.</param>
    public bool Takes(MunicipalityType type, int? population)
    {
        if (Special || (Types.Count == 0 && !HasBand) || (Types.Count > 0 && !Types.Contains(type.Code()))) return false;
        return !HasBand || (population is { } known && known >= (FromPopulation ?? 0) && (BelowPopulation is null || known < BelowPopulation));
    }

    /// <summary>True when an entry could belong to both by rule.</summary>
    public bool Overlaps(AwardGroup other)
    {
        if (Special || other.Special || (Types.Count == 0 && !HasBand) || (other.Types.Count == 0 && !other.HasBand)) return false;
        if (Types.Count > 0 && other.Types.Count > 0 && !Types.Intersect(other.Types).Any()) return false;
        return (FromPopulation ?? 0) < (other.BelowPopulation ?? int.MaxValue) && (other.FromPopulation ?? 0) < (BelowPopulation ?? int.MaxValue);
    }
}

/// <summary>A kind of prize.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Label">What people read.</param>
/// <param name="Cents">Amount in cents, greater than zero.</param>
/// <param name="Groups">Codes of the award groups in which it can be given.</param>
public sealed record PrizeKind(string Code, LocalizedText Label, long Cents, IReadOnlyList<string> Groups);

/// <summary>A criterion by which entries are judged.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Label">What people read.</param>
public sealed record Criterion(string Code, LocalizedText Label);
