namespace Awards.Web.Data.Seeding;

/// <summary>How far the reference competition is in the demo.</summary>
public enum DemoStage
{
    /// <summary>The application phase runs; everything is a draft.</summary>
    Open,

    /// <summary>All are submitted, nothing is decided; four come from organisations and cannot be admitted.</summary>
    Intake,

    /// <summary>Pairs review: half of the sheets are handed in.</summary>
    Review,

    /// <summary>All sheets are handed in, the joint session has settled nothing yet.</summary>
    Consensus,

    /// <summary>Over and published, with the real dates.</summary>
    Published,
}

/// <summary>Names of the demo's stages on the command line.</summary>
public static class DemoStages
{
    /// <summary>Every stage that can be seeded.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Enum.GetNames<DemoStage>().Select(name => name.ToLowerInvariant())];

    /// <summary>The stage of a name, or null.</summary>
    public static DemoStage? Parse(string name) =>
        Names.Contains(name) ? Enum.Parse<DemoStage>(name, ignoreCase: true) : null;

    /// <summary>The name of a stage.</summary>
    public static string Name(this DemoStage stage) => stage.ToString().ToLowerInvariant();
}
