namespace Awards.Documents;

/// <summary>A chart of bars. Whoever shows it puts its figures beside it as a table.</summary>
public sealed record ChartModel
{
    /// <summary>"bars" lie and suit long names; "columns" stand and suit days.</summary>
    public required string Kind { get; init; }

    /// <summary>What it shows; its text alternative.</summary>
    public required string Title { get; init; }

    /// <summary>"de" or "en": how numbers are written.</summary>
    public required string Language { get; init; }

    /// <summary>Unit of the values; "" = pieces.</summary>
    public string Unit { get; init; } = "";

    /// <summary>What is compared, in order.</summary>
    public required IReadOnlyList<string> Categories { get; init; }

    /// <summary>Values by category.</summary>
    public required IReadOnlyList<ChartSeries> Series { get; init; }

    /// <summary>Series lie upon each other.</summary>
    public bool Stacked { get; init; }
}

/// <summary>A row of values, one for each category.</summary>
public sealed record ChartSeries(string Name, IReadOnlyList<double> Values);

/// <summary>A map of the sixteen states with a value each. Shapes: @svg-maps/germany, CC BY 4.0, to be credited beside it.</summary>
/// <param name="Title">What it shows; its text alternative.</param>
/// <param name="Language">"de" or "en": how numbers are written.</param>
public sealed record StateMapModel(string Title, string Language, IReadOnlyList<StateValue> Values);

/// <summary>The value of a state.</summary>
/// <param name="Code">Two-letter code as in ISO 3166-2:DE.</param>
public sealed record StateValue(string Code, string Label, double Value);
