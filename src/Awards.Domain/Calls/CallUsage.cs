namespace Awards.Domain.Calls;

/// <summary>Answers of one application, as far as a change of the questionnaire could harm them.</summary>
/// <param name="Label">How the office finds it: its number of arrival, or the name of the applicant.</param>
/// <param name="Handed">Handed in, or an entry already.</param>
/// <param name="Answers">All stored answers, also those that are not asked for at the moment.</param>
public sealed record StoredAnswers(string Label, bool Handed, AnswerSet Answers);

/// <summary>What already refers to a call's definition.</summary>
public sealed record CallUsage
{
    /// <summary>Nothing does.</summary>
    public static CallUsage None { get; } = new();

    /// <summary>Every application with at least one answer, and every one handed in.</summary>
    public IReadOnlyList<StoredAnswers> Answers { get; init; } = [];

    /// <summary>Codes of award groups that entries, proposals or awards are in.</summary>
    public IReadOnlySet<string> Groups { get; init; } = new HashSet<string>();

    /// <summary>Sheets were handed out to reviewers.</summary>
    public bool HasReviews { get; init; }

    /// <summary>Names of the reviewers who have a discipline, by its code.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Disciplines { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Awards were recorded.</summary>
    public bool HasAwards { get; init; }

    /// <summary>Most single projects that an application describes.</summary>
    public int MostProjects { get; init; }
}
