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

    /// <summary>Codes (KS, KA, LK) of the municipality types that belong here by rule; empty for a special category.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>A special category: entries of any group, or single projects, can be awarded here.</summary>
    public bool Special { get; init; }

    /// <summary>True when entries of a type belong here by rule.</summary>
    public bool Takes(MunicipalityType type) => Types.Contains(type.Code());
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
