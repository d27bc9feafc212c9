using Awards.Domain.Shared;

namespace Awards.Domain.Calls;

/// <summary>A review sheet as the call defines it: one for the entry, one per single project.</summary>
public sealed record SheetDefinition
{
    /// <summary>"entry" or "project".</summary>
    public required string Code { get; init; }

    /// <summary>Heading.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>Lowest point of the scale.</summary>
    public int Min { get; init; }

    /// <summary>Highest point of the scale.</summary>
    public int Max { get; init; } = 5;

    /// <summary>What the lowest point means.</summary>
    public LocalizedText? MinLabel { get; init; }

    /// <summary>What the highest point means.</summary>
    public LocalizedText? MaxLabel { get; init; }

    /// <summary>Criteria that are rated, with weights.</summary>
    public required IReadOnlyList<SheetItem> Items { get; init; }

    /// <summary>Smallest number of characters of the written reasons.</summary>
    public int MinReasonLength { get; init; } = 20;
}

/// <summary>One rated criterion of a sheet.</summary>
/// <param name="Criterion">Code of the criterion.</param>
/// <param name="WeightTenths">Weight in tenths: 10 = weight 1.0.</param>
public sealed record SheetItem(string Criterion, int WeightTenths = 10);
