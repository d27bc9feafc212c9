using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Municipalities;

namespace Awards.Domain.Intake;

/// <summary>Things that are true of an application, or that belong to it.</summary>
[Flags]
public enum SearchMarks
{
    None = 0,

    /// <summary>It looks like another one.</summary>
    Twin = 1,

    /// <summary>Arrived after the deadline.</summary>
    Late = 2,

    /// <summary>Required answers are missing.</summary>
    Incomplete = 4,

    /// <summary>Has reviews.</summary>
    Review = 8,

    /// <summary>Every line of the formal check is settled.</summary>
    Checked = 16,

    /// <summary>Has an open request for a missing piece.</summary>
    Request = 32,

    /// <summary>Has files.</summary>
    File = 64,
}

/// <summary>What must be loaded for a search beyond the row itself.</summary>
[Flags]
public enum SearchNeeds
{
    None = 0,
    Answers = 1,
    Projects = 2,
    Contacts = 4,
    Twins = 8,
    Incomplete = 16,
    Reviews = 32,
    Checks = 64,
    Requests = 128,
    Files = 256,
}

/// <summary>An application as searches see it. Texts are sort keys.</summary>
public sealed record SearchRow
{
    public required string Name { get; init; }
    public required string Title { get; init; }
    public required ApplicationState Status { get; init; }
    public required Channel Channel { get; init; }
    public MunicipalityType? Type { get; init; }
    public string? State { get; init; }
    public bool IsJoint { get; init; }

    /// <summary>UTC.</summary>
    public DateTime? SubmittedAt { get; init; }

    public int? Arrival { get; init; }
    public int? Entry { get; init; }

    /// <summary>Code of the award group as of admission.</summary>
    public string? Group { get; init; }

    /// <summary>Titles of the single projects, where a search needs them.</summary>
    public string Projects { get; init; } = "";

    /// <summary>Name of the contact person, where a search needs it.</summary>
    public string Contact { get; init; } = "";

    /// <summary>Address of the contact in lower case, where a search needs it.</summary>
    public string Mail { get; init; } = "";

    /// <summary>Answers, where a search needs them.</summary>
    public AnswerSet Answers { get; init; } = AnswerSet.Empty;

    /// <summary>What is true of it, as far as a search needs to know.</summary>
    public SearchMarks Marks { get; init; }
}

/// <summary>What a searcher may look into. What they may not see does not exist for them.</summary>
/// <param name="Call">The call, whose questions, groups and numbers can be searched for.</param>
/// <param name="Contacts">They may see contact persons.</param>
/// <param name="Reviews">They may know which applications have reviews.</param>
public sealed record SearchScope(Call Call, bool Contacts, bool Reviews);

/// <summary>A search that was understood.</summary>
public sealed record SearchQuery(Func<SearchRow, bool> Matches, SearchNeeds Needs)
{
    /// <summary>Finds everything.</summary>
    public static SearchQuery Everything { get; } = new(_ => true, SearchNeeds.None);
}
