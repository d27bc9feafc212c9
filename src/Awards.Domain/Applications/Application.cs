using Awards.Domain.Calls;
using Awards.Domain.Municipalities;
using Awards.Domain.Shared;

namespace Awards.Domain.Applications;

/// <summary>Where an application stands.</summary>
public enum ApplicationState { Draft, Submitted, Withdrawn, Excluded, Admitted }

/// <summary>How an application arrived. All channels have equal rights afterwards.</summary>
public enum Channel { Web, Email, Post, Import }

/// <summary>The one aggregate an applicant works on, from the first draft to admission or exclusion.</summary>
public sealed partial class Application
{
    private readonly List<SingleProject> _projects = [];

    private Application() { }

    public Guid Id { get; private set; }
    public Guid CallId { get; private set; }

    /// <summary>The municipality that applies; null for organisations and for imports that name none.</summary>
    public Guid? MunicipalityId { get; private set; }

    /// <summary>Name of the applicant as it is shown.</summary>
    public string ApplicantName { get; private set; } = "";

    /// <summary>Sort key of <see cref="ApplicantName"/>.</summary>
    public string ApplicantSort { get; private set; } = "";

    /// <summary>Federal state, two-letter code; null where unknown.</summary>
    public string? State { get; private set; }

    /// <summary>Legal status; null for organisations, which intake excludes.</summary>
    public MunicipalityType? Type { get; private set; }

    /// <summary>Several municipalities enter together.</summary>
    public bool IsJoint { get; private set; }

    public ApplicationState Status { get; private set; }
    public Channel Channel { get; private set; }

    /// <summary>What the applicant wrote.</summary>
    public ApplicationTexts Texts { get; private set; } = ApplicationTexts.Empty;

    /// <summary>Answers to the questionnaire. While a draft, also those that are no longer asked.</summary>
    public AnswerSet Answers { get; private set; } = AnswerSet.Empty;

    /// <summary>Described single projects, in order.</summary>
    public IReadOnlyList<SingleProject> Projects => _projects;

    /// <summary>Municipalities that take part beside the one that applies.</summary>
    public IReadOnlyList<Participant> Participants { get; private set; } = [];

    /// <summary>Uploaded text and attachments. Files that answer questions stand in <see cref="Answers"/>.</summary>
    public ApplicationFiles Files { get; private set; } = ApplicationFiles.None;

    /// <summary>Pages (A4) of the text as it would be printed; null = not measured since it was changed.</summary>
    public int? TextPages { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>UTC instant at which the request of the submission that counts began.</summary>
    public DateTime? SubmittedAt { get; private set; }

    /// <summary>SHA-256 (hex) of what was submitted.</summary>
    public string? ContentHash { get; private set; }

    /// <summary>Number of arrival within the call, from the first submission on.</summary>
    public int? ArrivalNumber { get; private set; }

    /// <summary>Content was generated for a demonstration.</summary>
    public bool IsGenerated { get; private set; }

    /// <summary>Raised with every change; a page posts the one it showed.</summary>
    public int Version { get; private set; }

    /// <summary>Begins a draft for a municipality. Refused unless the application phase runs.</summary>
    public static Outcome<Application> Start(Call call, Municipality municipality, WriteContext write)
    {
        if (ApplicationRules.PhaseRefusal(call, write.When) is { } refusal) return refusal;
        var application = Begin(call, municipality.Name, municipality.State, municipality.Type, Channel.Web, write.When);
        application.MunicipalityId = municipality.Id;
        return application;
    }

    /// <summary>Takes over an entry from elsewhere (seed, import, post) as a draft, without asking for the phase.</summary>
    public static Application TakeOver(Call call, ArrivedEntry entry, DateTime when)
    {
        var application = Begin(call, entry.ApplicantName, entry.State, entry.Type, entry.Channel, when);
        application.MunicipalityId = entry.MunicipalityId;
        application.IsGenerated = entry.IsGenerated;
        application.Texts = entry.Texts;
        application.Answers = entry.Answers;
        application.Participants = entry.Participants;
        application.IsJoint = entry.IsJoint || entry.Participants.Count > 0;
        foreach (var project in entry.Projects) application._projects.Add(SingleProject.Create(application._projects.Count + 1, project));
        return application;
    }

    /// <summary>Texts of the single projects, in order.</summary>
    public IReadOnlyList<ProjectText> ProjectTexts() =>
        [.. _projects.OrderBy(project => project.Position).Select(project => project.Text)];

    internal void MarkSubmittedAgain() => Status = ApplicationState.Submitted;

    private static Application Begin(Call call, string name, string? state, MunicipalityType? type, Channel channel, DateTime when) => new()
    {
        Id = Guid.CreateVersion7(),
        CallId = call.Id,
        ApplicantName = name,
        ApplicantSort = SortKey.Of(name),
        State = state,
        Type = type,
        Channel = channel,
        CreatedAt = when,
    };
}
