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
            ? new("application.too_early", "Bewerbungen sind ab {0} möglich.", GermanTime.DateAndTime(phase.From))
            : new("application.deadline_passed", "Die Bewerbungsfrist ist am {0} abgelaufen.", GermanTime.Deadline(phase.Until!.Value));
    }

    internal static Refusal? ChangeRefusal(Application application, Call call, int seenVersion, DateTime when)
    {
        if (application.Status != ApplicationState.Draft)
            return new("application.not_draft", "Die Bewerbung ist eingereicht. Um sie zu ändern, öffnen Sie sie bitte zuerst wieder.");
        if (application.Version != seenVersion) return Stale;
        return PhaseRefusal(call, when);
    }

    /// <summary>What is missing before submission: field or question codes in the order of the pages.</summary>
    public static IReadOnlyList<MissingItem> Missing(Application application, CallDefinition call)
    {
        var missing = new List<MissingItem>();
        void Need(string text, string code) { if (string.IsNullOrWhiteSpace(text)) missing.Add(new(code, null)); }
        Need(application.Texts.ContactName, nameof(ApplicationTexts.ContactName));
        Need(application.Texts.ContactMail, nameof(ApplicationTexts.ContactMail));
        Need(application.Texts.Title, nameof(ApplicationTexts.Title));
        Need(application.Texts.Summary, nameof(ApplicationTexts.Summary));
        missing.AddRange(call.Questionnaire.Missing(application.Answers).Select(question => new MissingItem(question.Code, question)));
        return missing;
    }
}

/// <summary>Something that must be filled before submission.</summary>
/// <param name="Code">Name of the text field, or code of the question.</param>
/// <param name="Question">The question; null for a text field.</param>
public sealed record MissingItem(string Code, Question? Question);
