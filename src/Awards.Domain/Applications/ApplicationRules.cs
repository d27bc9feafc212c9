using Awards.Domain.Calls;
using Awards.Domain.Shared;

namespace Awards.Domain.Applications;

/// <summary>Rules of applications as small named predicates.</summary>
public static class ApplicationRules
{
    /// <summary>Somebody else saved in between.</summary>
    public static Refusal Stale { get; } = new("stale",
        "Inzwischen hat jemand anderes gespeichert. Ihre Eingaben stehen noch hier; bitte vergleichen Sie sie mit dem gespeicherten Stand und speichern Sie erneut.");

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

    /// <summary>Why nothing in the application can be changed now, or null while it is a draft and the application phase runs.</summary>
    public static Refusal? ClosedRefusal(Application application, Call call, DateTime when) => application.Status == ApplicationState.Draft
        ? PhaseRefusal(call, when)
        : new("application.not_draft", "Die Bewerbung ist eingereicht. Um sie zu ändern, öffnen Sie sie bitte zuerst wieder.");

    internal static Refusal? ChangeRefusal(Application application, Call call, int seenVersion, DateTime when) =>
        ClosedRefusal(application, call, when) ?? (application.Version == seenVersion ? null : Stale);

    /// <summary>What is missing before submission: field or question codes in the order of the pages.</summary>
    public static IReadOnlyList<MissingItem> Missing(Application application, CallDefinition call) => Missing(application.Texts, application.Answers, call);

    /// <summary>What is missing before submission, by texts and answers.</summary>
    public static IReadOnlyList<MissingItem> Missing(ApplicationTexts texts, AnswerSet answers, CallDefinition call)
    {
        var missing = new List<MissingItem>();
        void Need(string text, string code) { if (string.IsNullOrWhiteSpace(text)) missing.Add(new(code, null)); }
        Need(texts.ContactName, nameof(ApplicationTexts.ContactName));
        Need(texts.ContactMail, nameof(ApplicationTexts.ContactMail));
        Need(texts.Title, nameof(ApplicationTexts.Title));
        Need(texts.Summary, nameof(ApplicationTexts.Summary));
        missing.AddRange(call.Questionnaire.Missing(answers).Select(question => new MissingItem(question.Code, question)));
        return missing;
    }
}

/// <summary>Something that must be filled before submission.</summary>
/// <param name="Code">Name of the text field, or code of the question.</param>
/// <param name="Question">The question; null for a text field.</param>
public sealed record MissingItem(string Code, Question? Question);
