namespace Awards.Domain.Calls;

/// <summary>How much an application may hold.</summary>
public sealed record CallLimits
{
    /// <summary>What holds where a call says nothing: the limits of the competition of 2017.</summary>
    public static CallLimits Default { get; } = new();

    /// <summary>Pages (A4) of the text, 1 to 50.</summary>
    public int Pages { get; init; } = 5;

    /// <summary>Words of the short version, 20 to 1,000.</summary>
    public int SummaryWords { get; init; } = 250;

    /// <summary>Characters of the description of a single project, 100 to 20,000.</summary>
    public int ProjectCharacters { get; init; } = 4000;

    /// <summary>Attachments, 0 to 20.</summary>
    public int Attachments { get; init; } = 3;

    /// <summary>Size of one attachment in megabytes, 1 to 100.</summary>
    public int AttachmentMegabytes { get; init; } = 10;

    /// <summary>What a single project can say beside title and description.</summary>
    public IReadOnlyList<ProjectField> ProjectFields { get; init; } = [];
}

/// <summary>A field of a single project.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Label">What people read.</param>
/// <param name="Required">Must be filled before an application can be submitted.</param>
public sealed record ProjectField(string Code, Shared.LocalizedText Label, bool Required = false);

/// <summary>A kind of contribution: a concept, a single measure.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Label">What people read.</param>
public sealed record ContributionKind(string Code, Shared.LocalizedText Label);

/// <summary>Who can enter.</summary>
public enum ApplicantKind
{
    /// <summary>kreisfreie Stadt.</summary>
    IndependentCity,

    /// <summary>kreisangehörige Kommune.</summary>
    DistrictMunicipality,

    /// <summary>Landkreis.</summary>
    District,

    /// <summary>Association of municipalities: Samtgemeinde, Verbandsgemeinde, Amt.</summary>
    Association,

    /// <summary>Borough of a city state.</summary>
    Borough,

    /// <summary>Several municipalities together.</summary>
    JointGroup,

    /// <summary>An organisation that is no municipality.</summary>
    Organisation,
}

/// <summary>How the text of an application is typeset; its pages are counted so.</summary>
public sealed record PageSettings
{
    /// <summary>What holds where a call says nothing.</summary>
    public static PageSettings Default { get; } = new();

    /// <summary>Fonts to choose from; they lie beside the program.</summary>
    public static IReadOnlyList<string> Fonts { get; } = ["Fira Sans"];

    /// <summary>How far below the size a text may be set before it counts as smaller, in tenths of a point: programs round differently.</summary>
    public const int SizeTolerance = 2;

    /// <summary>One of <see cref="Fonts"/>.</summary>
    public string Font { get; init; } = "Fira Sans";

    /// <summary>Size of the text in tenths of a point, 80 to 140.</summary>
    public int SizeTenths { get; init; } = 110;

    /// <summary>Distance of lines in percent of the size, 100 to 200.</summary>
    public int LinePercent { get; init; } = 130;

    /// <summary>Margin on all sides in millimetres, 10 to 50.</summary>
    public int MarginMillimetres { get; init; } = 25;
}
