namespace Awards.Documents;

/// <summary>A letter of the competition office, for those whom no mail reaches.</summary>
public sealed record LetterModel
{
    /// <summary>Name of the template that shows this model.</summary>
    public const string Template = "letter";

    /// <summary>"de" or "en": the language of the labels and of the document.</summary>
    public required string Language { get; init; }

    /// <summary>Who writes.</summary>
    public required string Sender { get; init; }

    /// <summary>To whom, a line each.</summary>
    public required IReadOnlyList<string> Recipient { get; init; }

    /// <summary>Day of the letter as people read it.</summary>
    public required string DateText { get; init; }

    /// <summary>The same day as a UTC instant; it is the date of the PDF.</summary>
    public required DateTime DateUtc { get; init; }

    /// <summary>What it is about.</summary>
    public required string Subject { get; init; }

    /// <summary>The number to quote; "" = none.</summary>
    public string Reference { get; init; } = "";

    /// <summary>The text; empty lines part paragraphs.</summary>
    public required string Body { get; init; }
}
