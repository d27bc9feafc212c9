using Awards.Domain.Calls;
using Awards.Domain.Shared;

namespace Awards.Domain.Applications;

public sealed partial class Application
{
    /// <summary>UTC; when it was put before whoever approves it. Null = it was not, or came back.</summary>
    public DateTime? PresentedAt { get; private set; }

    public Guid? PresentedBy { get; private set; }

    /// <summary>UTC; when it was given back instead of being approved. Null = it was not, or was put forward again.</summary>
    public DateTime? ReturnedAt { get; private set; }

    public Guid? ReturnedBy { get; private set; }

    /// <summary>Why it was given back.</summary>
    public string? ReturnReason { get; private set; }

    /// <summary>Waits for approval; nobody changes it meanwhile.</summary>
    public bool IsPresented => Status == ApplicationState.Draft && PresentedAt is not null;

    /// <summary>Something was handed in before; unless it is handed in anew, that counts.</summary>
    public bool IsReopened => Status == ApplicationState.Draft && ContentHash is not null;

    /// <summary>Hands the application in. Submitting what is already submitted gives the same fact again (double click, retry).</summary>
    /// <param name="consents">Those given with the application, the ones of this request among them.</param>
    public Outcome<Application> Submit(Call call, int seenVersion, int arrivalNumber, WriteContext write, IReadOnlyCollection<Privacy.Consent>? consents = null)
    {
        if (Status == ApplicationState.Submitted) return this;
        if (ApplicationRules.OpenRefusal(this, call, seenVersion, write.When) is { } refusal) return refusal;
        if (ApplicationRules.Missing(this, call.Definition).Count > 0) return ApplicationRules.Incomplete;
        if (Privacy.ConsentRules.MissingRefusal(call.Definition, Texts, consents ?? []) is { } missing) return missing;
        Freeze(call, arrivalNumber, write.When);
        return this;
    }

    /// <summary>Hands in what arrived from elsewhere: complete or not, phase or not; empty answers are legal.</summary>
    public void SubmitTakenOver(Call call, int arrivalNumber, DateTime when) => Freeze(call, arrivalNumber, when, keepAll: true);

    /// <summary>Puts the application before whoever may hand it in. Refused while something is missing.</summary>
    public Outcome<Application> Present(Call call, int seenVersion, WriteContext write)
    {
        if (IsPresented) return this;
        if (ApplicationRules.ChangeRefusal(this, call, seenVersion, write.When) is { } refusal) return refusal;
        if (ApplicationRules.Missing(this, call.Definition).Count > 0) return ApplicationRules.Incomplete;
        (PresentedAt, PresentedBy, ReturnedAt, ReturnedBy, ReturnReason) = (write.When, write.Who, null, null, null);
        return this;
    }

    /// <summary>Takes it back from approval, to change it.</summary>
    public Outcome<Application> TakeBack(Call call, WriteContext write)
    {
        if (!IsPresented) return new Refusal("application.not_presented", "Die Bewerbung liegt nicht zur Freigabe vor.");
        if (ApplicationRules.PhaseRefusal(call, write.When) is { } refusal) return refusal;
        (PresentedAt, PresentedBy) = (null, null);
        return this;
    }

    /// <summary>Gives it back instead of approving it. Refused without a reason.</summary>
    public Outcome<Application> Return(Call call, WriteContext write)
    {
        if (string.IsNullOrWhiteSpace(write.Why)) return new Refusal("application.return_needs_reason", "Bitte schreiben Sie, was noch zu ändern ist.");
        if (TextRules.Check(write.Why, ApplicationTexts.MaxNote).Refused(out var unfit)) return unfit;
        if (TakeBack(call, write).Refused(out var refusal)) return refusal;
        (ReturnedAt, ReturnedBy, ReturnReason) = (write.When, write.Who, write.Why.Trim());
        return this;
    }

    /// <summary>Takes a submitted application back to a draft, until the deadline. What was handed in counts until something else is.</summary>
    public Outcome<Application> Reopen(Call call, int seenVersion, WriteContext write)
    {
        if (Version != seenVersion) return ApplicationRules.Stale;
        if (Status != ApplicationState.Submitted)
            return new Refusal("application.not_submitted", "Nur eine eingereichte Bewerbung kann wieder geöffnet werden.");
        if (ApplicationRules.PhaseRefusal(call, write.When) is { } refusal) return refusal;
        Status = ApplicationState.Draft;
        return this;
    }

    /// <summary>Takes part no longer. Refused after the deadline, when the office must be asked, and for what is decided.</summary>
    public Outcome<Application> Withdraw(Call call, int seenVersion, WriteContext write)
    {
        if (Status == ApplicationState.Withdrawn) return this;
        if (Version != seenVersion) return ApplicationRules.Stale;
        if (Status is not (ApplicationState.Draft or ApplicationState.Submitted))
            return new Refusal("application.decided", "Über die Bewerbung ist schon entschieden. Bitte wenden Sie sich an die Geschäftsstelle.");
        if (ApplicationRules.PhaseRefusal(call, write.When) is { } refusal) return refusal;
        (Status, PresentedAt, PresentedBy) = (ApplicationState.Withdrawn, null, null);
        return this;
    }

    /// <summary>Takes up again what was withdrawn, as a draft. Refused after the deadline.</summary>
    public Outcome<Application> Resume(Call call, int seenVersion, WriteContext write)
    {
        if (Version != seenVersion) return ApplicationRules.Stale;
        if (Status != ApplicationState.Withdrawn) return new Refusal("application.not_withdrawn", "Diese Bewerbung ist nicht zurückgezogen.");
        if (ApplicationRules.PhaseRefusal(call, write.When) is { } refusal) return refusal;
        // Whoever withdrew wanted nothing of it to count.
        (Status, SubmittedAt, ContentHash, PresentHash) = (ApplicationState.Draft, null, null, null);
        return this;
    }

    /// <summary>Puts the last submission in force again after the deadline, where it was reopened and not handed in anew. Refused before, and where nothing was handed in.</summary>
    /// <param name="last">The last submission that is not withdrawn; null = there is none.</param>
    public Outcome<Application> ReinstateSubmission(Call call, Submission? last, WriteContext write)
    {
        if (last is null || !IsReopened || last.ApplicationId != Id || last.ContentHash != ContentHash || last.Content.Length == 0)
            return new Refusal("application.nothing_to_reinstate", "Hier ist nichts eingereicht, das wieder gelten könnte.");
        if (call.IsIn(PhaseKind.Application, write.When)) return new Refusal("application.still_open", "Die Bewerbungsfrist läuft noch.");
        var content = SubmittedContent.FromJson(last.Content);
        (Texts, Answers, Participants, Files, IsJoint) = (content.Texts, content.Answers, content.Participants, content.Files, content.Participants.Count > 0 || IsJoint);
        _projects.Clear();
        _projects.AddRange(content.Projects.Select((project, at) => SingleProject.Create(at + 1, project)));
        (Status, TextPages, PresentedAt, PresentedBy) = (ApplicationState.Submitted, null, null, null);
        return this;
    }

    internal void MarkAdmitted() => Status = ApplicationState.Admitted;

    internal void MarkExcluded() => Status = ApplicationState.Excluded;

    private void Freeze(Call call, int arrivalNumber, DateTime when, bool keepAll = false)
    {
        if (!keepAll) Answers = call.Definition.Questionnaire.Asked(Answers);
        (Status, SubmittedAt, PresentedAt, PresentedBy, ReturnedAt, ReturnedBy, ReturnReason) = (ApplicationState.Submitted, when, null, null, null, null, null);
        ArrivalNumber ??= arrivalNumber;
        (ContentHash, PresentHash) = (Applications.ContentHash.Of(this), null);
    }
}
