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
        application.IsJoint = entry.IsJoint;
        application.IsGenerated = entry.IsGenerated;
        application.Texts = entry.Texts;
        application.Answers = entry.Answers;
        foreach (var project in entry.Projects) application._projects.Add(SingleProject.Create(application._projects.Count + 1, project.Title, project.Description));
        return application;
    }

    /// <summary>Replaces texts and single projects. Refused after submission, outside the phase, or when somebody else changed them since.</summary>
    public Outcome<Application> Describe(Call call, ApplicationTexts texts, IReadOnlyList<ProjectText> projects, int seenVersion, WriteContext write)
    {
        if (ApplicationRules.ChangeRefusal(this, call, seenVersion, write.When) is { } refusal) return refusal;
        if (texts.Check().Refused(out refusal)) return refusal;
        var kept = projects.Where(project => !project.IsEmpty).ToList();
        if (kept.Count > call.Definition.MaxSingleProjects)
            return new Refusal("application.too_many_projects", "Es sind höchstens {0} Einzelprojekte möglich.", call.Definition.MaxSingleProjects);
        if (kept.SelectMany(project => project.Faults()).Select(fault => fault.Refusal).FirstOrDefault() is { } fault) return fault;

        Texts = texts;
        _projects.Sort((one, two) => one.Position.CompareTo(two.Position));
        for (var at = 0; at < kept.Count; at++)
        {
            if (at < _projects.Count) _projects[at].Change(kept[at]);
            else _projects.Add(SingleProject.Create(at + 1, kept[at].Title, kept[at].Description));
        }
        if (_projects.Count > kept.Count) _projects.RemoveRange(kept.Count, _projects.Count - kept.Count);
        return this;
    }

    /// <summary>Replaces the answers to some questions (canonical values by code). Refused as <see cref="Describe"/> is.</summary>
    public Outcome<Application> Answer(Call call, IReadOnlyDictionary<string, string> values, int seenVersion, WriteContext write)
    {
        if (ApplicationRules.ChangeRefusal(this, call, seenVersion, write.When) is { } refusal) return refusal;
        var answers = Answers;
        foreach (var (code, value) in values)
        {
            if (call.Definition.Questionnaire.Find(code) is not { } question)
                return new Refusal("answer.unknown_question", "Die Frage „{0}“ gibt es in diesem Fragebogen nicht.", code);
            var parsed = question.Check(value);
            if (parsed.Refused(out refusal)) return refusal;
            answers = answers.With(code, parsed.Fact);
        }
        Answers = answers;
        return this;
    }

    /// <summary>Hands the application in. Submitting what is already submitted gives the same fact again (double click, retry).</summary>
    /// <param name="consents">Those given with the application, the ones of this request among them.</param>
    public Outcome<Application> Submit(Call call, int seenVersion, int arrivalNumber, WriteContext write, IReadOnlyCollection<Privacy.Consent>? consents = null)
    {
        if (Status == ApplicationState.Submitted) return this;
        if (ApplicationRules.ChangeRefusal(this, call, seenVersion, write.When) is { } refusal) return refusal;
        if (ApplicationRules.Missing(this, call.Definition).Count > 0)
            return new Refusal("application.incomplete", "Die Bewerbung ist noch nicht vollständig. Die Prüfseite nennt, was fehlt.");
        if (Privacy.ConsentRules.MissingRefusal(call.Definition, Texts, consents ?? []) is { } missing) return missing;
        Freeze(call, arrivalNumber, write.When);
        return this;
    }

    /// <summary>Hands in what arrived from elsewhere: complete or not, phase or not; empty answers are legal.</summary>
    public void SubmitTakenOver(Call call, int arrivalNumber, DateTime when) => Freeze(call, arrivalNumber, when, keepAll: true);

    /// <summary>Takes a submitted application back to a draft, until the deadline.</summary>
    public Outcome<Application> Reopen(Call call, int seenVersion, WriteContext write)
    {
        if (Version != seenVersion) return ApplicationRules.Stale;
        if (Status != ApplicationState.Submitted)
            return new Refusal("application.not_submitted", "Nur eine eingereichte Bewerbung kann wieder geöffnet werden.");
        if (ApplicationRules.PhaseRefusal(call, write.When) is { } refusal) return refusal;
        Status = ApplicationState.Draft;
        return this;
    }

    /// <summary>Texts of the single projects, in order.</summary>
    public IReadOnlyList<ProjectText> ProjectTexts() =>
        [.. _projects.OrderBy(project => project.Position).Select(project => new ProjectText(project.Title, project.Description))];

    internal void MarkAdmitted() => Status = ApplicationState.Admitted;

    internal void MarkExcluded() => Status = ApplicationState.Excluded;

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

    private void Freeze(Call call, int arrivalNumber, DateTime when, bool keepAll = false)
    {
        if (!keepAll) Answers = call.Definition.Questionnaire.Asked(Answers);
        Status = ApplicationState.Submitted;
        SubmittedAt = when;
        ArrivalNumber ??= arrivalNumber;
        (ContentHash, PresentHash) = (Applications.ContentHash.Of(this), null);
    }
}
