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

    internal static SingleProject Create(int position, string title, string description) =>
        new() { Id = Guid.CreateVersion7(), Position = position, Title = title, Description = description };

    internal void Change(ProjectText text) => (Title, Description) = (text.Title, text.Description);
}

/// <summary>Title and description of a single project as typed.</summary>
public sealed record ProjectText(string Title, string Description = "")
{
    /// <summary>Longest description, in characters.</summary>
    public const int MaxDescription = 6000;

    /// <summary>Nothing typed: no project.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Title) && string.IsNullOrWhiteSpace(Description);

    /// <summary>Everything that cannot be stored, by property. Nothing typed is no fault.</summary>
    public IEnumerable<(string Property, Refusal Refusal)> Faults()
    {
        if (!IsEmpty && string.IsNullOrWhiteSpace(Title))
            yield return (nameof(Title), new("project.without_title", "Bitte geben Sie dem Einzelprojekt einen Titel."));
        else if (TextRules.Check(Title, ApplicationTexts.MaxLine).Refused(out var refusal)) yield return (nameof(Title), refusal);
        if (TextRules.Check(Description, MaxDescription).Refused(out var tooLong)) yield return (nameof(Description), tooLong);
    }
}
