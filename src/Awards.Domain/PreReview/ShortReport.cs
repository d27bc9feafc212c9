using Awards.Domain.Calls;
using Awards.Domain.Shared;

namespace Awards.Domain.PreReview;

/// <summary>Where a short report stands.</summary>
public enum ReportState
{
    /// <summary>Its writer works on it.</summary>
    Draft,

    /// <summary>Its writer presented it: an editor looks at it.</summary>
    Presented,

    /// <summary>An editor found it good.</summary>
    Checked,

    /// <summary>It goes to the jury and does not change any more.</summary>
    Final,
}

/// <summary>What a report says.</summary>
/// <param name="Description">Short description of the entry.</param>
/// <param name="Reasons">Why it is proposed.</param>
public sealed record ReportText(string Description, string Reasons)
{
    /// <summary>Nothing written yet.</summary>
    public static ReportText Empty { get; } = new("", "");

    /// <summary>As stored: line ends are "\n", no blanks at the ends.</summary>
    public static ReportText Read(string? description, string? reasons) => new(TextRules.Lines(description), TextRules.Lines(reasons));
}

/// <summary>Who acts on a report.</summary>
/// <param name="IsLead">Leads the call.</param>
/// <param name="IsEditor">Edits in the call; a lead may do what an editor may.</param>
public readonly record struct ReportActor(Guid Person, bool IsLead, bool IsEditor)
{
    /// <summary>May check reports.</summary>
    public bool MayCheck => IsLead || IsEditor;
}

/// <summary>The short report (Kurzgutachten) on a proposal: of an entry, or of one of its single projects. Draft, presented, checked, final; back with a reason.</summary>
public sealed class ShortReport
{
    private readonly List<ReportVersion> _versions = [];

    private ShortReport() { }

    /// <summary>A random id: reports are made in an order that tells about proposals.</summary>
    public Guid Id { get; private set; }

    public Guid CallId { get; private set; }
    public Guid EntryId { get; private set; }

    /// <summary>The single project it is about; null for the entry as a whole.</summary>
    public Guid? ProjectId { get; private set; }

    /// <summary>Who writes it; null while nobody was given it.</summary>
    public Guid? WriterId { get; private set; }

    public ReportState State { get; private set; }
    public string Description { get; private set; } = "";
    public string Reasons { get; private set; } = "";

    /// <summary>Why it came back last; "" while it did not, or was presented again since.</summary>
    public string ReturnReason { get; private set; } = "";

    /// <summary>UTC instant of the last step: given, presented, returned, checked, final.</summary>
    public DateTime StateSince { get; private set; }

    /// <summary>Its text was generated for a demonstration, which every print says.</summary>
    public bool IsGenerated { get; private set; }

    /// <summary>Raised with every change.</summary>
    public int Version { get; private set; }

    /// <summary>Kept texts, 1, 2, 3 …</summary>
    public IReadOnlyList<ReportVersion> Versions => _versions;

    /// <summary>What it says now.</summary>
    public ReportText Text => new(Description, Reasons);

    /// <summary>Longest text of a field that can be kept, in characters; the call's limits of words count.</summary>
    public const int MaxText = 20_000;

    /// <summary>Longest reason of a return, in characters.</summary>
    public const int MaxReturnReason = 2000;

    /// <summary>An empty report on a proposal. Refused where nothing is proposed.</summary>
    public static Outcome<ShortReport> Begin(ConsensusResult proposal, WriteContext write) => proposal.IsProposal
        ? new ShortReport { Id = SecretId.New(), CallId = proposal.CallId, EntryId = proposal.EntryId, ProjectId = proposal.ProjectId, StateSince = write.When }
        : new Refusal("report.not_proposed", "Ein Kurzgutachten gibt es nur zu Beiträgen, die der Jury vorgeschlagen sind.");

    /// <summary>A final report with neutral filler, for demonstrations.</summary>
    public static ShortReport Generated(ConsensusResult proposal, ReportText text, Guid writer, DateTime when)
    {
        var report = Begin(proposal, new(writer, when)).Fact;
        (report.WriterId, report.Description, report.Reasons, report.IsGenerated, report.State) = (writer, text.Description, text.Reasons, true, ReportState.Final);
        report.Keep(new(writer, when));
        return report;
    }

    /// <summary>True while it is about what is proposed now; else the proposal was withdrawn or changed, and the report rests.</summary>
    public bool IsAbout(ConsensusResult? proposal) => proposal is { IsProposal: true } && proposal.EntryId == EntryId && proposal.ProjectId == ProjectId;

    /// <summary>The lead gives it to somebody. Refused to who is not among those who may write it, and once it is checked.</summary>
    /// <param name="mayWrite">Reviewers of the entry without a conflict, and the lead.</param>
    public Outcome<ShortReport> Assign(Guid writer, IReadOnlyCollection<Guid> mayWrite, ReportActor actor, WriteContext write)
    {
        if (!actor.IsLead) return NotLead;
        if (!mayWrite.Contains(writer))
            return new Refusal("report.foreign_writer", "Ein Kurzgutachten schreibt, wer den Beitrag geprüft hat und nicht befangen ist, oder die Leitung.");
        if (State is ReportState.Checked or ReportState.Final)
            return new Refusal("report.assigned_late", "Dieses Kurzgutachten ist schon geprüft. Geben Sie es zuerst zurück, dann kann es neu vergeben werden.");
        if (WriterId == writer) return this;
        if (State == ReportState.Presented) State = ReportState.Draft;
        (WriterId, StateSince) = (writer, write.When);
        return this;
    }

    /// <summary>Saves what was typed; too long and incomplete texts too. Refused to whose turn it is not, and when it changed since.</summary>
    /// <param name="keep">Keeps the text as a version; saving by itself does not.</param>
    public Outcome<ShortReport> Save(ReportText text, int seenVersion, bool keep, ReportActor actor, WriteContext write)
    {
        if (!MayWrite(actor)) return NotYourTurn;
        if (Version != seenVersion) return Applications.ApplicationRules.Stale;
        if (TextRules.Check(text.Description, MaxText).Refused(out var refusal) || TextRules.Check(text.Reasons, MaxText).Refused(out refusal)) return refusal;
        if (text != Text) IsGenerated = false;
        (Description, Reasons) = (text.Description, text.Reasons);
        if (keep) Keep(write);
        return this;
    }

    /// <summary>The writer hands it to the editors. Refused while something is missing or too long, each with its number of words.</summary>
    public Outcome<ShortReport> Present(ReportRules rules, int seenVersion, ReportActor actor, WriteContext write)
    {
        if (State == ReportState.Presented && WriterId == actor.Person) return this;
        if (State != ReportState.Draft || WriterId != actor.Person) return NotYourTurn;
        if (Version != seenVersion) return Applications.ApplicationRules.Stale;
        if (rules.Faults(Text).FirstOrDefault() is { Refusal: { } refusal }) return refusal;
        return Move(ReportState.Presented, "", write);
    }

    /// <summary>An editor finds it good. Refused to who wrote it, and while words are over the limit.</summary>
    public Outcome<ShortReport> Check(ReportRules rules, int seenVersion, ReportActor actor, WriteContext write)
    {
        if (!actor.MayCheck) return NotYourTurn;
        if (State != ReportState.Presented) return NotPresented;
        if (Version != seenVersion) return Applications.ApplicationRules.Stale;
        if (WriterId == actor.Person) return new Refusal("report.own", "Sie haben dieses Kurzgutachten selbst geschrieben. Bitte lassen Sie es von jemand anderem prüfen.");
        if (rules.Faults(Text).FirstOrDefault() is { Refusal: { } refusal }) return refusal;
        return Move(ReportState.Checked, "", write);
    }

    /// <summary>An editor gives it back to its writer, with a reason.</summary>
    public Outcome<ShortReport> Return(string? reason, int seenVersion, ReportActor actor, WriteContext write)
    {
        if (!actor.MayCheck) return NotYourTurn;
        if (State is not (ReportState.Presented or ReportState.Checked)) return NotPresented;
        if (Version != seenVersion) return Applications.ApplicationRules.Stale;
        return ReasonOf(reason).Refused(out var refusal) ? refusal : Move(ReportState.Draft, TextRules.Lines(reason), write);
    }

    /// <summary>It goes to the jury as it is.</summary>
    public Outcome<ShortReport> Finish(int seenVersion, ReportActor actor, WriteContext write)
    {
        if (!actor.MayCheck) return NotYourTurn;
        if (State != ReportState.Checked) return new Refusal("report.not_checked", "Endgültig wird ein Kurzgutachten erst, wenn es geprüft ist.");
        return Version != seenVersion ? Applications.ApplicationRules.Stale : Move(ReportState.Final, "", write);
    }

    /// <summary>The lead opens a final report again, with a reason: it goes back to its writer.</summary>
    public Outcome<ShortReport> Reopen(string? reason, int seenVersion, ReportActor actor, WriteContext write)
    {
        if (!actor.IsLead) return NotLead;
        if (State != ReportState.Final) return new Refusal("report.not_final", "Dieses Kurzgutachten ist nicht endgültig; es kann zurückgegeben werden.");
        if (Version != seenVersion) return Applications.ApplicationRules.Stale;
        return ReasonOf(reason).Refused(out var refusal) ? refusal : Move(ReportState.Draft, TextRules.Lines(reason), write);
    }

    /// <summary>True while this person may change the text: a draft its writer, a presented one whoever checks and did not write it.</summary>
    public bool MayWrite(ReportActor actor) => State switch
    {
        ReportState.Draft => WriterId == actor.Person,
        ReportState.Presented => actor.MayCheck && WriterId != actor.Person,
        _ => false,
    };

    private static Refusal NotYourTurn { get; } = new("report.not_your_turn", "Dieses Kurzgutachten liegt gerade bei jemand anderem oder ist endgültig. Ihre Eingaben stehen unten; gespeichert sind sie nicht.");

    private static Refusal NotLead { get; } = new("report.not_lead", "Das kann nur die Leitung.");

    private static Refusal NotPresented { get; } = new("report.not_presented", "Dieses Kurzgutachten liegt nicht zur Prüfung vor. Bitte laden Sie die Seite neu.");

    private static Outcome<string> ReasonOf(string? reason) => string.IsNullOrWhiteSpace(reason)
        ? new Refusal("report.without_reason", "Bitte sagen Sie, warum das Kurzgutachten zurückgeht.")
        : TextRules.Check(reason, MaxReturnReason);

    private ShortReport Move(ReportState state, string reason, WriteContext write)
    {
        Keep(write);
        (State, ReturnReason, StateSince) = (state, reason, write.When);
        return this;
    }

    // What did not change since is no version of its own.
    private void Keep(WriteContext write)
    {
        if (_versions.MaxBy(version => version.Number)?.Text == Text || Text == ReportText.Empty) return;
        _versions.Add(ReportVersion.Of(_versions.Count + 1, Text, write));
    }
}

/// <summary>A text of a report as it was kept.</summary>
public sealed class ReportVersion
{
    private ReportVersion() { }

    public Guid Id { get; private set; }

    /// <summary>1, 2, 3 …</summary>
    public int Number { get; private set; }

    public string Description { get; private set; } = "";
    public string Reasons { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime KeptAt { get; private set; }

    /// <summary>Who wrote it or carried out the step; null for the system.</summary>
    public Guid? KeptBy { get; private set; }

    public ReportText Text => new(Description, Reasons);

    internal static ReportVersion Of(int number, ReportText text, WriteContext write) =>
        new() { Id = SecretId.New(), Number = number, Description = text.Description, Reasons = text.Reasons, KeptAt = write.When, KeptBy = write.Who };
}
