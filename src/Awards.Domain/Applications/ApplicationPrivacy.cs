using Awards.Domain.Calls;
using Awards.Domain.Shared;

namespace Awards.Domain.Applications;

public sealed partial class Application
{
    /// <summary>SHA-256 (hex) of what stands now, where contact data was corrected or something was erased after submission; null = as submitted.</summary>
    public string? PresentHash { get; private set; }

    /// <summary>UTC; when texts and answers were erased. Null = they are there.</summary>
    public DateTime? ErasedAt { get; private set; }

    /// <summary>Corrects the contact person of what is handed in (Art. 16 GDPR). Refused for drafts, without a reason, and for what the form would refuse.</summary>
    public Outcome<Application> CorrectContact(string name, string mail, int seenVersion, WriteContext write)
    {
        if (Status == ApplicationState.Draft) return new Refusal("application.draft_is_theirs", "Einen Entwurf ändert die Kommune selbst.");
        if (Version != seenVersion) return ApplicationRules.Stale;
        if (string.IsNullOrWhiteSpace(write.Why)) return new Refusal("application.correction_needs_reason", "Bitte geben Sie an, wer um die Berichtigung gebeten hat und warum.");
        var corrected = Texts with { ContactName = TextRules.OneLine(name), ContactMail = TextRules.OneLine(mail) };
        if (corrected.ContactName.Length == 0 || corrected.ContactMail.Length == 0)
            return new Refusal("application.contact_missing", "Bitte geben Sie Name und E-Mail-Adresse an.");
        if (corrected.Check().Refused(out var refusal)) return refusal;
        if (corrected == Texts) return this;
        Texts = corrected;
        PresentHash = Applications.ContentHash.Of(this);
        return this;
    }

    /// <summary>Takes name, address and telephone number of the contact person out, for good.</summary>
    public void EraseContact()
    {
        if (Texts.ContactName.Length + Texts.ContactMail.Length + Texts.ContactPhone.Length == 0) return;
        Texts = Texts with { ContactName = "", ContactMail = "", ContactPhone = "" };
        if (ContentHash is not null) PresentHash = Applications.ContentHash.Of(this);
    }

    /// <summary>Takes all texts, answers and single projects out, for good; applicant, state and number stay. Throws for an admitted one, whose entry counts.</summary>
    public void EraseContent(DateTime now)
    {
        if (Status == ApplicationState.Admitted) throw new InvalidOperationException($"Application {Id} is admitted.");
        (Texts, Answers, Participants, Files, TextPages, ErasedAt) = (ApplicationTexts.Empty, AnswerSet.Empty, [], ApplicationFiles.None, null, now);
        _projects.Clear();
        if (ContentHash is not null) PresentHash = Applications.ContentHash.Of(this);
    }
}
