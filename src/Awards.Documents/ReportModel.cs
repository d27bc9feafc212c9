namespace Awards.Documents;

/// <summary>One short report as a document of its own.</summary>
public sealed record ReportModel
{
    /// <summary>Name of the template that shows this model.</summary>
    public const string Template = "report";

    /// <summary>"de" or "en": the language of the labels and of the document.</summary>
    public required string Language { get; init; }

    /// <summary>Fixed words of that language.</summary>
    public VolumeWords Words => VolumeWords.In(Language);

    /// <summary>Title of the call in that language.</summary>
    public required string CallTitle { get; init; }

    /// <summary>Name of the institute.</summary>
    public required string IssuedBy { get; init; }

    /// <summary>When the data were read, as people read it.</summary>
    public required string DataText { get; init; }

    /// <summary>The same as a UTC instant; it is the date of the PDF, so that the same model gives the same bytes.</summary>
    public required DateTime DataUtc { get; init; }

    /// <summary>The report.</summary>
    public required ReportPage Report { get; init; }
}

/// <summary>The jury's volume: per award group contents, overview and all reports.</summary>
public sealed record VolumeModel
{
    /// <summary>Name of the template that shows this model.</summary>
    public const string Template = "volume";

    /// <summary>"de" or "en": the language of the labels and of the document.</summary>
    public required string Language { get; init; }

    /// <summary>Fixed words of that language.</summary>
    public VolumeWords Words => VolumeWords.In(Language);

    /// <summary>Title of the call in that language.</summary>
    public required string CallTitle { get; init; }

    /// <summary>Name of the institute.</summary>
    public required string IssuedBy { get; init; }

    /// <summary>When the data were read, as people read it.</summary>
    public required string DataText { get; init; }

    /// <summary>The same as a UTC instant; it is the date of PDF and DOCX, so that the same model gives the same bytes.</summary>
    public required DateTime DataUtc { get; init; }

    /// <summary>What must be said before everything else: drafts, generated texts. A box each.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];

    /// <summary>Groups in order; those without reports are left out.</summary>
    public required IReadOnlyList<VolumeGroup> Groups { get; init; }
}

/// <summary>The reports of an award group, in order.</summary>
public sealed record VolumeGroup(string Title, IReadOnlyList<ReportPage> Reports);

/// <summary>A short report as it is printed.</summary>
public sealed record ReportPage
{
    /// <summary>Short number of the entry: "ZHH-2017-042".</summary>
    public required string Number { get; init; }

    /// <summary>Name of the municipality.</summary>
    public required string Name { get; init; }

    /// <summary>Title of the entry, or of the single project that is proposed.</summary>
    public required string Title { get; init; }

    /// <summary>Municipality type, for the overview.</summary>
    public required string Type { get; init; }

    /// <summary>Name of the federal state, for the overview.</summary>
    public required string State { get; init; }

    /// <summary>The table about municipality and entry; what has no value is left out.</summary>
    public required IReadOnlyList<ReportFact> Facts { get; init; }

    /// <summary>Empty lines part paragraphs.</summary>
    public required string Description { get; init; }

    /// <summary>Empty lines part paragraphs.</summary>
    public required string Reasons { get; init; }

    /// <summary>"Entwurf: noch nicht geprüft"; null for a final report.</summary>
    public string? DraftNote { get; init; }

    /// <summary>Where the content was generated for a demonstration: says so.</summary>
    public string? GeneratedNotice { get; init; }

    /// <summary>Heading and entry of the contents.</summary>
    public string Heading => $"{Number} {Name}";
}

/// <summary>A row of the table about municipality and entry.</summary>
public sealed record ReportFact(string Label, string Value);

/// <summary>Fixed words of short reports and volumes.</summary>
public sealed record VolumeWords
{
    private static readonly VolumeWords German = new();

    private static readonly VolumeWords English = new()
    {
        Volume = "Short reports on the proposals",
        Report = "Short report",
        Data = "Data of",
        Groups = "Award groups",
        Contents = "Contents",
        Overview = "Overview",
        Facts = "About the municipality and the entry",
        Fact = "Item",
        Value = "Value",
        Description = "Short description",
        Reasons = "Reasons",
        Draft = "Draft",
        Empty = "Not yet written",
        Number = "Number",
        Name = "Municipality",
        Type = "Type",
        State = "State",
        Title = "Title",
        Page = "Page",
        Of = "of",
        None = "There is no report for this volume yet.",
    };

    public string Volume { get; init; } = "Kurzgutachten zu den Vorschlägen";
    public string Report { get; init; } = "Kurzgutachten";
    public string Data { get; init; } = "Datenstand";
    public string Groups { get; init; } = "Prämierungsgruppen";
    public string Contents { get; init; } = "Inhalt";
    public string Overview { get; init; } = "Übersicht";
    public string Facts { get; init; } = "Angaben zu Kommune und Beitrag";
    public string Fact { get; init; } = "Angabe";
    public string Value { get; init; } = "Inhalt";
    public string Description { get; init; } = "Kurzbeschreibung";
    public string Reasons { get; init; } = "Begründung";
    public string Draft { get; init; } = "Entwurf";
    public string Empty { get; init; } = "Noch nicht geschrieben";
    public string Number { get; init; } = "Nummer";
    public string Name { get; init; } = "Kommune";
    public string Type { get; init; } = "Typ";
    public string State { get; init; } = "Land";
    public string Title { get; init; } = "Titel";
    public string Page { get; init; } = "Seite";
    public string Of { get; init; } = "von";
    public string None { get; init; } = "Für diesen Band gibt es noch kein Kurzgutachten.";

    /// <summary>Those of a language, "de" or "en".</summary>
    public static VolumeWords In(string language) => language == "en" ? English : German;
}
