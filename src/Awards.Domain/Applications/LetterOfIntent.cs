using Awards.Domain.Calls;
using Awards.Domain.Municipalities;
using Awards.Domain.Shared;

namespace Awards.Domain.Applications;

/// <summary>One short page by which a municipality says before its own deadline that it means to apply. Binds nobody.</summary>
public sealed class LetterOfIntent
{
    /// <summary>Longest description of what is planned, in characters.</summary>
    public const int MaxPlan = 1500;

    private LetterOfIntent() { }

    public Guid Id { get; private set; }
    public Guid CallId { get; private set; }
    public Guid MunicipalityId { get; private set; }

    /// <summary>Name as it is shown.</summary>
    public string ApplicantName { get; private set; } = "";

    /// <summary>Federal state, two-letter code; null where unknown.</summary>
    public string? State { get; private set; }

    /// <summary>Legal status; null for organisations.</summary>
    public MunicipalityType? Type { get; private set; }

    public string ContactName { get; private set; } = "";
    public string ContactMail { get; private set; } = "";

    /// <summary>What the municipality thinks of entering with; may be empty.</summary>
    public string Plan { get; private set; } = "";

    /// <summary>UTC instant at which the request of the last handing-in began.</summary>
    public DateTime SubmittedAt { get; private set; }

    public Guid SubmittedBy { get; private set; }

    /// <summary>UTC; null = it stands.</summary>
    public DateTime? WithdrawnAt { get; private set; }

    /// <summary>Raised with every change.</summary>
    public int Version { get; private set; }

    /// <summary>It was handed in and not withdrawn.</summary>
    public bool Stands => WithdrawnAt is null;

    /// <summary>Hands one in for a municipality. Refused outside its phase, and for what the form would refuse.</summary>
    public static Outcome<LetterOfIntent> Submit(Call call, Municipality municipality, string name, string mail, string plan, WriteContext write)
    {
        var letter = new LetterOfIntent { Id = Guid.CreateVersion7(), CallId = call.Id, MunicipalityId = municipality.Id, ApplicantName = municipality.Name, State = municipality.State, Type = municipality.Type };
        return letter.Change(call, name, mail, plan, write);
    }

    /// <summary>Hands it in anew, also one that was withdrawn; the last version counts. Refused as <see cref="Submit"/> is.</summary>
    public Outcome<LetterOfIntent> Change(Call call, string name, string mail, string plan, WriteContext write)
    {
        if (PhaseRefusal(call, write.When) is { } refusal) return refusal;
        var contact = new ApplicationTexts { ContactName = TextRules.OneLine(name), ContactMail = TextRules.OneLine(mail) };
        if (contact.ContactName.Length == 0 || contact.ContactMail.Length == 0) return new Refusal("application.contact_missing", "Bitte geben Sie Name und E-Mail-Adresse an.");
        if (contact.Check().Refused(out refusal)) return refusal;
        if (TextRules.Check(TextRules.Lines(plan), MaxPlan).Refused(out refusal)) return refusal;
        (ContactName, ContactMail, Plan, SubmittedAt, SubmittedBy, WithdrawnAt) =
            (contact.ContactName, contact.ContactMail, TextRules.Lines(plan), write.When, write.Who ?? throw new InvalidOperationException("Nobody hands it in."), null);
        return this;
    }

    /// <summary>Takes it back. Refused outside its phase.</summary>
    public Outcome<LetterOfIntent> Withdraw(Call call, WriteContext write)
    {
        if (PhaseRefusal(call, write.When) is { } refusal) return refusal;
        WithdrawnAt ??= write.When;
        return this;
    }

    /// <summary>Takes the contact person and the plan out, for good.</summary>
    public void Erase() => (ContactName, ContactMail, Plan) = ("", "", "");

    /// <summary>Why no letter of intent can be handed in now, or null.</summary>
    public static Refusal? PhaseRefusal(Call call, DateTime when)
    {
        if (call.IsIn(PhaseKind.LetterOfIntent, when)) return null;
        return call.Phase(PhaseKind.LetterOfIntent) is not { } phase ? new("letter.no_phase", "Für diesen Wettbewerb sind keine Absichtserklärungen vorgesehen.")
            : when < phase.From ? new("letter.too_early", "Absichtserklärungen sind ab {0} möglich.", Shown.DateAndTime(phase.From))
            : new("letter.deadline_passed", "Die Frist für Absichtserklärungen ist am {0} abgelaufen.", Shown.Deadline(phase.Until!.Value));
    }

    /// <summary>Why an application cannot begin without one, or null: where the call requires it, it must stand.</summary>
    public static Refusal? RequiredRefusal(Call call, LetterOfIntent? letter) => !call.Definition.LetterOfIntentRequired || letter?.Stands == true ? null
        : new("letter.required", "Dieser Wettbewerb nimmt nur Bewerbungen von Kommunen an, die vorher eine Absichtserklärung abgegeben haben.");
}
