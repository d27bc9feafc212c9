using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Municipalities;
using Awards.Domain.Shared;

namespace Awards.Domain.Intake;

/// <summary>An admitted application: number, frozen answers, award group and municipality type as of admission. Everything later refers to it.</summary>
public sealed class Entry
{
    private readonly List<EntryProject> _projects = [];

    private Entry() { }

    public Guid Id { get; private set; }
    public Guid CallId { get; private set; }
    public Guid ApplicationId { get; private set; }
    public Guid? MunicipalityId { get; private set; }

    /// <summary>Number within the call, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Type as of admission.</summary>
    public MunicipalityType Type { get; private set; }

    /// <summary>Where the type was taken from: "Register", "Angabe der Bewerbung", "Festlegung der Geschäftsstelle: …".</summary>
    public string TypeSource { get; private set; } = "";

    /// <summary>Code of the award group as of admission.</summary>
    public string GroupCode { get; private set; } = "";

    /// <summary>Where the group was taken from: "Regel des Wettbewerbs", "Festlegung der Geschäftsstelle: …"; "" = admitted before it was noted.</summary>
    public string GroupSource { get; private set; } = "";

    public string ApplicantName { get; private set; } = "";
    public string ApplicantSort { get; private set; } = "";
    public string? State { get; private set; }
    public bool IsJoint { get; private set; }
    public string Title { get; private set; } = "";
    public string TitleSort { get; private set; } = "";
    public string Department { get; private set; } = "";
    public string Website { get; private set; } = "";
    public string Summary { get; private set; } = "";
    public string Description { get; private set; } = "";

    /// <summary>Code of the kind of contribution; "" = not said.</summary>
    public string Contribution { get; private set; } = "";

    /// <summary>Whether it was new; null = not said.</summary>
    public Novelty? Novelty { get; private set; }

    /// <summary>What it centres on.</summary>
    public string Focus { get; private set; } = "";

    public string ThirdParties { get; private set; } = "";
    public string Embedding { get; private set; } = "";

    /// <summary>Municipalities that take part beside the one that applied.</summary>
    public IReadOnlyList<Participant> Participants { get; private set; } = [];

    /// <summary>Uploaded text and attachments.</summary>
    public ApplicationFiles Files { get; private set; } = ApplicationFiles.None;

    /// <summary>Answers as of admission, for ever.</summary>
    public AnswerSet Answers { get; private set; } = AnswerSet.Empty;

    /// <summary>Answers were generated for a demonstration: never public per entry.</summary>
    public bool IsGenerated { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime AdmittedAt { get; private set; }

    /// <summary>UTC; null while it takes part. What was excluded after admission keeps its number and stays on record; nobody meets it any more.</summary>
    public DateTime? ExcludedAt { get; private set; }

    public IReadOnlyList<EntryProject> Projects => _projects;

    /// <summary>Takes away what the municipality wrote, as it was taken from the excluded application.</summary>
    public void EraseContent()
    {
        (Title, TitleSort, Department, Website, Summary, Description, Focus, ThirdParties, Embedding) = ("", "", "", "", "", "", "", "", "");
        (Contribution, Novelty, Participants, Files, Answers) = ("", null, [], ApplicationFiles.None, AnswerSet.Empty);
        foreach (var project in _projects) project.EraseContent();
    }

    internal void Exclude(DateTime when) => ExcludedAt = when;

    internal void Restore() => ExcludedAt = null;

    internal static Entry From(Application application, int number, MunicipalityType type, string typeSource, AwardGroup group, DateTime when, string groupSource = Admission.ByRule)
    {
        var entry = new Entry
        {
            Id = Guid.CreateVersion7(),
            CallId = application.CallId,
            ApplicationId = application.Id,
            MunicipalityId = application.MunicipalityId,
            Number = number,
            Type = type,
            TypeSource = typeSource,
            GroupCode = group.Code,
            GroupSource = groupSource,
            ApplicantName = application.ApplicantName,
            ApplicantSort = application.ApplicantSort,
            State = application.State,
            IsJoint = application.IsJoint,
            Title = application.Texts.Title,
            TitleSort = SortKey.Of(application.Texts.Title),
            Department = application.Texts.Department,
            Website = application.Texts.Website,
            Summary = application.Texts.Summary,
            Description = application.Texts.Description,
            Contribution = application.Texts.Contribution,
            Novelty = application.Texts.Novelty,
            Focus = application.Texts.Focus,
            ThirdParties = application.Texts.ThirdParties,
            Embedding = application.Texts.Embedding,
            Participants = application.Participants,
            Files = application.Files,
            Answers = application.Answers,
            IsGenerated = application.IsGenerated,
            AdmittedAt = when,
        };
        entry._projects.AddRange(application.Projects.OrderBy(project => project.Position)
            .Select(project => EntryProject.Create(project)));
        return entry;
    }
}

/// <summary>A single project of an entry, as of admission.</summary>
public sealed class EntryProject
{
    private EntryProject() { }

    public Guid Id { get; private set; }
    public int Position { get; private set; }
    public string Title { get; private set; } = "";
    public string Description { get; private set; } = "";

    /// <summary>What the call's further fields held, by their code.</summary>
    public AnswerSet Fields { get; private set; } = AnswerSet.Empty;

    internal void EraseContent() => (Title, Description, Fields) = ("", "", AnswerSet.Empty);

    internal static EntryProject Create(SingleProject project) =>
        new() { Id = Guid.CreateVersion7(), Position = project.Position, Title = project.Title, Description = project.Description, Fields = project.Fields };
}
