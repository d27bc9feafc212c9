namespace Awards.Documents;

/// <summary>The receipt (Eingangsbestätigung) of a submitted application: what arrived, from whom, when.</summary>
public sealed record ReceiptModel
{
    /// <summary>Name of the template that shows this model.</summary>
    public const string Template = "receipt";

    /// <summary>"de" or "en": the language of the labels and of the document.</summary>
    public required string Language { get; init; }

    /// <summary>Title of the call in that language.</summary>
    public required string CallTitle { get; init; }

    /// <summary>The short number people quote, for example "ZHH-2017-042".</summary>
    public required string ReferenceNumber { get; init; }

    /// <summary>Name of the applicant as the application states it.</summary>
    public required string Applicant { get; init; }

    /// <summary>Person or department to turn to.</summary>
    public string? ContactPerson { get; init; }

    /// <summary>E-mail address of the contact.</summary>
    public string? ContactEmail { get; init; }

    /// <summary>Telephone number of the contact.</summary>
    public string? ContactPhone { get; init; }

    /// <summary>Title of the application.</summary>
    public required string Title { get; init; }

    /// <summary>Time of arrival as people read it, with weekday and time zone.</summary>
    public required string SubmittedAtText { get; init; }

    /// <summary>Time of arrival in UTC. It is the date of the PDF as well, so that the same model gives the same bytes.</summary>
    public required DateTime SubmittedAtUtc { get; init; }

    /// <summary>SHA-256 of the frozen application in hexadecimal digits.</summary>
    public required string ContentHash { get; init; }

    /// <summary>The questionnaire by section.</summary>
    public required IReadOnlyList<ReceiptSection> Sections { get; init; }

    /// <summary>Longer texts such as the description.</summary>
    public required IReadOnlyList<ReceiptText> Texts { get; init; }

    /// <summary>The single projects in their order.</summary>
    public required IReadOnlyList<ReceiptProject> SingleProjects { get; init; }

    /// <summary>A notice in a box, where the content was generated for a demonstration.</summary>
    public string? GeneratedNotice { get; init; }

    /// <summary>Name of the institute that issues the receipt.</summary>
    public required string IssuedBy { get; init; }
}

/// <summary>A section of the questionnaire.</summary>
public sealed record ReceiptSection(string Title, IReadOnlyList<ReceiptAnswer> Answers);

/// <summary>A question and its answer as text; an empty answer is shown as "Keine Antwort".</summary>
public sealed record ReceiptAnswer(string Question, string Answer);

/// <summary>A longer text with its heading; empty lines part its paragraphs.</summary>
public sealed record ReceiptText(string Title, string Text);

/// <summary>A single project.</summary>
public sealed record ReceiptProject(string Title, string Description);
