using Awards.Domain.Calls;
using Awards.Domain.Shared;

namespace Awards.Domain.Applications;

/// <summary>Part of an application, described on its own; it can win a prize by itself.</summary>
public sealed class SingleProject
{
    private SingleProject() { }

    public Guid Id { get; private set; }

    /// <summary>1, 2, …</summary>
    public int Position { get; private set; }

    public string Title { get; private set; } = "";
    public string Description { get; private set; } = "";

    /// <summary>What the call's further fields hold, by their code.</summary>
    public AnswerSet Fields { get; private set; } = AnswerSet.Empty;

    /// <summary>What was typed.</summary>
    public ProjectText Text => new(Title, Description) { Fields = Fields };

    internal static SingleProject Create(int position, ProjectText text)
    {
        var project = new SingleProject { Id = Guid.CreateVersion7(), Position = position };
        project.Change(text);
        return project;
    }

    internal void Change(ProjectText text) => (Title, Description, Fields) = (text.Title, text.Description, text.Fields);
}

/// <summary>Title and description of a single project as typed.</summary>
public sealed record ProjectText(string Title, string Description = "")
{
    /// <summary>Longest description that can be kept, in characters; the call's own limit counts.</summary>
    public const int MaxDescription = 40_000;

    /// <summary>Longest further field, in characters.</summary>
    public const int MaxField = 4000;

    /// <summary>What the call's further fields hold, by their code.</summary>
    public AnswerSet Fields { get; init; } = AnswerSet.Empty;

    /// <summary>Nothing typed: no project.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Title) && string.IsNullOrWhiteSpace(Description) && !Fields.Questions.Any();

    /// <summary>Everything that cannot be stored, by property. Nothing typed is no fault.</summary>
    public IEnumerable<(string Property, Refusal Refusal)> Faults()
    {
        if (!IsEmpty && string.IsNullOrWhiteSpace(Title))
            yield return (nameof(Title), new("project.without_title", "Bitte geben Sie dem Einzelprojekt einen Titel."));
        else if (TextRules.Check(Title, ApplicationTexts.MaxLine).Refused(out var refusal)) yield return (nameof(Title), refusal);
        if (TextRules.Check(Description, MaxDescription).Refused(out var tooLong)) yield return (nameof(Description), tooLong);
        foreach (var code in Fields.Questions)
            if (TextRules.Check(Fields[code], MaxField).Refused(out var unfit)) yield return ($"{nameof(Fields)}[{code}]", unfit);
    }
}
