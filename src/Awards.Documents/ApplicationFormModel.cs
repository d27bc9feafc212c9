namespace Awards.Documents;

/// <summary>The application form of a call, to print and fill in by hand.</summary>
public sealed record ApplicationFormModel
{
    /// <summary>Name of the template that shows this model.</summary>
    public const string Template = "form";

    /// <summary>"de" or "en": the language of the labels and of the document.</summary>
    public required string Language { get; init; }

    /// <summary>Title of the call in that language.</summary>
    public required string CallTitle { get; init; }

    /// <summary>Name of the institute that takes the form.</summary>
    public required string Organiser { get; init; }

    /// <summary>Until when it must have come, in words; null = no deadline.</summary>
    public string? Deadline { get; init; }

    /// <summary>The date of the PDF, so that the same model gives the same bytes; UTC.</summary>
    public required DateTime Date { get; init; }

    /// <summary>Chapters.</summary>
    public required IReadOnlyList<PrintedPart> Parts { get; init; }
}

/// <summary>A chapter of a form.</summary>
public sealed record PrintedPart(string Title, IReadOnlyList<PrintedLine> Lines);

/// <summary>A line of a form.</summary>
/// <param name="Kind">"heading", "note", "line", "lines", "choice", "mark" or "participants".</param>
public sealed record PrintedLine(string Kind, string Label)
{
    /// <summary>Help below the label.</summary>
    public string Hint { get; init; } = "";

    /// <summary>Marked with an asterisk.</summary>
    public bool Required { get; init; }

    /// <summary>Boxes to tick, for a choice.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>Room to write, in millimetres, for several lines.</summary>
    public int Height { get; init; }
}
