using Awards.Domain.PreReview;
using Awards.Domain.PreReview.Scores;

namespace Awards.Web.Stages.PreReview;

/// <summary>German words of the pre-review, the keys of their translation.</summary>
public static class PreReviewWords
{
    public static string Of(Vote vote) => vote switch
    {
        Vote.Suitable => /*text*/ "geeignet",
        Vote.NotSuitable => /*text*/ "nicht geeignet",
        Vote.SuitableForSpecial => /*text*/ "für die Sonderkategorie geeignet",
        _ => throw new ArgumentOutOfRangeException(nameof(vote), vote, null),
    };

    public static string Of(ReviewState state) => state switch
    {
        ReviewState.Open => /*text*/ "offen",
        ReviewState.HandedIn => /*text*/ "abgegeben",
        ReviewState.Replaced => /*text*/ "neu vergeben",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    public static string Of(ConflictKind kind) => kind switch
    {
        ConflictKind.Employed => /*text*/ "dort beschäftigt",
        ConflictKind.Resides => /*text*/ "wohnhaft dort",
        ConflictKind.Mandate => /*text*/ "Mandat oder Ehrenamt dort",
        ConflictKind.Adviser => /*text*/ "berät oder hat beraten",
        ConflictKind.Personal => /*text*/ "persönliche Beziehung",
        ConflictKind.Other => /*text*/ "anderer Grund",
        ConflictKind.SameMunicipality => /*text*/ "handelt für die Kommune",
        ConflictKind.SameDistrict => /*text*/ "handelt für den Landkreis oder eine Kommune darin",
        ConflictKind.SameAssociation => /*text*/ "handelt für den Gemeindeverband oder eine Kommune darin",
        ConflictKind.Participant => /*text*/ "handelt für eine beteiligte Kommune",
        ConflictKind.MailDomain => /*text*/ "E-Mail-Adresse aus demselben Haus",
        ConflictKind.Applicant => /*text*/ "arbeitet an der Bewerbung mit",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static string Of(ConsensusOutcome outcome) => outcome switch
    {
        ConsensusOutcome.ProposeInGroup => /*text*/ "in der Gruppe vorgeschlagen",
        ConsensusOutcome.ProposeSpecial => /*text*/ "für die Sonderkategorie vorgeschlagen",
        ConsensusOutcome.DoNotPropose => /*text*/ "nicht vorgeschlagen",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, null),
    };

    public static string Of(ConflictSource source) => source switch
    {
        ConflictSource.Reviewer => /*text*/ "selbst angezeigt",
        ConflictSource.Lead => /*text*/ "von der Leitung vermerkt",
        ConflictSource.Found => /*text*/ "gefunden",
        _ => throw new ArgumentOutOfRangeException(nameof(source), source, null),
    };

    /// <summary>The kinds of conflict that a person declares, as a choice offers them: stable code and German words.</summary>
    public static IReadOnlyList<(string Code, ConflictKind Kind)> Conflicts { get; } = [.. Enum.GetValues<ConflictKind>().Where(kind => kind <= ConflictKind.Other).Select(kind => (kind.ToString(), kind))];

    /// <summary>Why a figure lacks, short enough for a cell.</summary>
    public static string Of(Lacking why) => why switch
    {
        Lacking.TooFew => /*text*/ "zu wenige",
        Lacking.NoVariation => /*text*/ "alles gleich",
        Lacking.NoDifferenceBetween => /*text*/ "alle Mittelwerte gleich",
        Lacking.FewerThanFive => /*text*/ "weniger als fünf Prüfbögen",
        _ => throw new ArgumentOutOfRangeException(nameof(why), why, null),
    };

    public static string Of(VersionOccasion occasion) => occasion switch
    {
        VersionOccasion.Automatic => /*text*/ "von selbst gespeichert",
        VersionOccasion.Saved => /*text*/ "mit der Schaltfläche gespeichert",
        VersionOccasion.HandedIn => /*text*/ "abgegeben",
        VersionOccasion.Reopened => /*text*/ "vor dem Wiederöffnen",
        VersionOccasion.Restored => /*text*/ "wiederhergestellt",
        _ => throw new ArgumentOutOfRangeException(nameof(occasion), occasion, null),
    };

    /// <summary>State of a sheet for task lists: open, progress or done.</summary>
    public static string Status(SheetProgress progress) => progress.IsDone ? "done" : progress.Rated > 0 ? "progress" : "open";

    /// <summary>The kind of a posted code; null for anything else.</summary>
    public static ConflictKind? ReadConflict(string? code)
    {
        foreach (var (known, kind) in Conflicts)
            if (known == code) return kind;
        return null;
    }

    /// <summary>How far the pair of an entry is.</summary>
    public static string Of(PairResult pair) => pair switch
    {
        { Assigned: 0 } => /*text*/ "ohne Prüfende",
        { Assigned: 1, HandedIn: 0 } => /*text*/ "nur eine Person, offen",
        { Assigned: 1 } => /*text*/ "nur eine Person, abgegeben",
        { HandedIn: 0 } => /*text*/ "beide offen",
        { HandedIn: 1 } => /*text*/ "eine abgegeben, eine offen",
        _ => /*text*/ "beide abgegeben",
    };
}
