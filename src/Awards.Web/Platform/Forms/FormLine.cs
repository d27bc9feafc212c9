using Awards.Domain.Applications;
using Awards.Domain.Calls;

namespace Awards.Web.Platform.Forms;

/// <summary>What a line of a form asks for.</summary>
public enum FormKind
{
    /// <summary>Nothing: a heading over the lines below.</summary>
    Heading,

    /// <summary>Nothing: a sentence.</summary>
    Note,

    /// <summary>A text of one line.</summary>
    Line,

    /// <summary>A text of several lines.</summary>
    Lines,

    /// <summary>One of some options.</summary>
    Choice,

    /// <summary>An x, or nothing.</summary>
    Mark,

    Number,
    Day,

    /// <summary>Name, type and state of a municipality that takes part.</summary>
    Participant,
}

/// <summary>A line of the application form, on paper or in a workbook.</summary>
public sealed record FormLine(FormKind Kind, string Label)
{
    /// <summary>Stable key: one of <see cref="ApplicationFields"/>, of <see cref="FormKeys"/>, or "" where nothing is asked for.</summary>
    public string Key { get; init; } = "";

    /// <summary>Help, limits and conditions.</summary>
    public string Hint { get; init; } = "";

    public bool Required { get; init; }

    public IReadOnlyList<FormOption> Options { get; init; } = [];

    /// <summary>Longest text in characters; 0 = not said.</summary>
    public int MaxLength { get; init; }

    /// <summary>Smallest and largest number.</summary>
    public (decimal Min, decimal Max)? Range { get; init; }

    public bool Whole { get; init; }

    /// <summary>First and last day; null = any.</summary>
    public (DateOnly? First, DateOnly? Last) Days { get; init; }
}

/// <summary>An option of a line; labels differ within a line.</summary>
public sealed record FormOption(string Code, string Label);

/// <summary>A part of the form: a sheet of a workbook, a chapter on paper.</summary>
public sealed record FormPart(string Title, IReadOnlyList<FormLine> Lines);

/// <summary>What a filled form says.</summary>
/// <param name="Applicant">Who applies, as typed; type and state null where they were left out.</param>
/// <param name="Content">Everything else; without files.</param>
public sealed record FormContent(Participant Applicant, SubmittedContent Content)
{
    /// <summary>Nothing filled in.</summary>
    public static FormContent Empty { get; } = new(new(""), new(ApplicationTexts.Empty, [], [], ApplicationFiles.None, AnswerSet.Empty));
}

/// <summary>Keys of lines that <see cref="ApplicationFields"/> has none for.</summary>
public static class FormKeys
{
    public const string ApplicantName = "applicant.name", ApplicantType = "applicant.type", ApplicantState = "applicant.state";

    /// <summary>Key of an option to mark with an x.</summary>
    public static string Mark(string question, string option) => $"{ApplicationFields.Answer(question)}:{option}";

    /// <summary>Key of the words that go with an option.</summary>
    public static string Words(string question, string option) => $"{ApplicationFields.Answer(question)}:{option}=";

    /// <summary>Key of the line of a municipality that takes part.</summary>
    /// <param name="number">From 1.</param>
    public static string Participant(int number) => System.FormattableString.Invariant($"participant.{number}");
}
