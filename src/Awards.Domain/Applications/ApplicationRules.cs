using Awards.Domain.Calls;
using Awards.Domain.Shared;

namespace Awards.Domain.Applications;

/// <summary>Rules of applications as small named predicates.</summary>
public static class ApplicationRules
{
    /// <summary>Somebody else saved in between.</summary>
    public static Refusal Stale { get; } = new("stale",
        "Inzwischen hat jemand anderes gespeichert. Ihre Eingaben stehen noch hier; bitte vergleichen Sie sie mit dem gespeicherten Stand und speichern Sie erneut.");

    /// <summary>Something is missing or over its limit.</summary>
    public static Refusal Incomplete { get; } = new("application.incomplete", "Die Bewerbung ist noch nicht vollständig. Die Prüfseite nennt, was fehlt.");

    /// <summary>Why nothing can be handed in now, or null while the application phase runs.</summary>
    public static Refusal? PhaseRefusal(Call call, DateTime when)
    {
        if (call.IsIn(PhaseKind.Application, when)) return null;
        var phase = call.Phase(PhaseKind.Application);
        if (phase is null) return new("application.no_phase", "Für diesen Wettbewerb sind keine Bewerbungen vorgesehen.");
        return when < phase.From
            ? new("application.too_early", "Bewerbungen sind ab {0} möglich.", Shown.DateAndTime(phase.From))
            : new("application.deadline_passed", "Die Bewerbungsfrist ist am {0} abgelaufen.", Shown.Deadline(phase.Until!.Value));
    }

    /// <summary>Why a municipality that already applied cannot begin another application unasked, or null: it may enter twice, but not by a double click.</summary>
    /// <param name="applicant">Name of the municipality.</param>
    /// <param name="existing">Its applications in the call that are not withdrawn.</param>
    /// <param name="another">True when the person said that it is to be a further one.</param>
    public static Refusal? SecondRefusal(string applicant, int existing, bool another) => existing == 0 || another ? null
        : new("application.already_started", "Für {0} gibt es schon eine Bewerbung. Wenn Sie mit einem weiteren Beitrag teilnehmen wollen, kreuzen Sie das bitte an.", applicant);

    /// <summary>Why nothing in the application can be changed now, or null while it is a draft that waits for nobody and the application phase runs.</summary>
    public static Refusal? ClosedRefusal(Application application, Call call, DateTime when) => application.Status switch
    {
        ApplicationState.Draft when application.IsPresented => PhaseRefusal(call, when)
            ?? new("application.presented", "Die Bewerbung liegt zur Freigabe vor. Um sie zu ändern, nehmen Sie sie bitte zuerst zurück."),
        ApplicationState.Draft => PhaseRefusal(call, when),
        ApplicationState.Withdrawn => new("application.withdrawn", "Die Bewerbung ist zurückgezogen. Um sie zu ändern, nehmen Sie sie bitte zuerst wieder auf."),
        _ => new("application.not_draft", "Die Bewerbung ist eingereicht. Um sie zu ändern, öffnen Sie sie bitte zuerst wieder."),
    };

    internal static Refusal? ChangeRefusal(Application application, Call call, int seenVersion, DateTime when) =>
        ClosedRefusal(application, call, when) ?? (application.Version == seenVersion ? null : Stale);

    // What waits for approval may be handed in: that is the approval.
    internal static Refusal? OpenRefusal(Application application, Call call, int seenVersion, DateTime when) =>
        application.IsPresented ? PhaseRefusal(call, when) ?? (application.Version == seenVersion ? null : Stale) : ChangeRefusal(application, call, seenVersion, when);

    /// <summary>What is missing or over its limit before submission, in the order of the pages.</summary>
    public static IReadOnlyList<MissingItem> Missing(Application application, CallDefinition call) =>
        [.. ContentRules.Missing(SubmittedContent.Of(application), call, application.TextPages), .. Unanswered(application.Answers, call)];

    /// <summary>Required questions that are asked and have no answer.</summary>
    public static IEnumerable<MissingItem> Unanswered(AnswerSet answers, CallDefinition call) =>
        call.Questionnaire.Missing(answers).Select(question => new MissingItem(question.Code, question));
}

/// <summary>Something that must be filled or mended before submission.</summary>
/// <param name="Code">Key of the field (<see cref="ApplicationFields"/>), or code of the question.</param>
/// <param name="Question">The question; null for another field.</param>
/// <param name="Fault">What is wrong with it; null = it is empty.</param>
public sealed record MissingItem(string Code, Question? Question, Refusal? Fault = null);
