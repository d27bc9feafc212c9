using Awards.Domain.Calls;
using Awards.Domain.PreReview;
using Awards.Domain.Shared;

namespace Awards.Web.Stages.Calls;

/// <summary>How far the entries of an award group are. Group null: applications without a municipality type.</summary>
public sealed record GroupStanding(AwardGroup? Group)
{
    public int Drafts { get; init; }

    /// <summary>Submitted, and intake has not decided yet.</summary>
    public int Pending { get; init; }

    public int Excluded { get; init; }
    public int Admitted { get; init; }

    /// <summary>Reviews that have a reviewer, handed in or not.</summary>
    public int Assigned { get; init; }

    public int HandedIn { get; init; }
    public int Settled { get; init; }
    public int Proposed { get; init; }
    public int Awarded { get; init; }
    public long AwardedCents { get; init; }

    /// <summary>Everything that was handed in.</summary>
    public int Submitted => Pending + Excluded + Admitted;

    /// <summary>Reviews that the pre-review needs.</summary>
    public int Needed => Admitted * PairFacts.PairSize;

    public int MissingReviews => Math.Max(0, Needed - HandedIn);
}

/// <summary>Where a call stands.</summary>
public sealed record CallStanding(IReadOnlyList<GroupStanding> Groups)
{
    public GroupStanding Total { get; } = new((AwardGroup?)null)
    {
        Drafts = Groups.Sum(group => group.Drafts),
        Pending = Groups.Sum(group => group.Pending),
        Excluded = Groups.Sum(group => group.Excluded),
        Admitted = Groups.Sum(group => group.Admitted),
        Assigned = Groups.Sum(group => group.Assigned),
        HandedIn = Groups.Sum(group => group.HandedIn),
        Settled = Groups.Sum(group => group.Settled),
        Proposed = Groups.Sum(group => group.Proposed),
        Awarded = Groups.Sum(group => group.Awarded),
        AwardedCents = Groups.Sum(group => group.AwardedCents),
    };

    /// <summary>What everything waits for, in one sentence: the earliest step that is not done. A German text with its values, to be translated.</summary>
    public Sentence Bottleneck(Call call, DateTime now, string language) =>
        Waiting(language) ?? (call.IsIn(PhaseKind.Application, now) ? WhileOpen(call, language) : null) ?? Outside(call, now, language);

    private Sentence? Waiting(string language)
    {
        if (Total.Pending > 0)
            return Counted(Total.Pending, /*text*/ "Über eine eingereichte Bewerbung ist noch nicht entschieden.", /*text*/ "Über {0} eingereichte Bewerbungen ist noch nicht entschieden.");
        if (Total.Needed > Total.Assigned)
            return new(/*text*/ "Zur Vorprüfung fehlen noch Prüfende: {0} von {1} Prüfbögen sind zugeteilt.", Total.Assigned, Total.Needed);
        if (Total.MissingReviews > 0) return Missing(language);
        if (Total.Admitted > Total.Settled)
            return Counted(Total.Admitted - Total.Settled, /*text*/ "Über einen Beitrag ist noch nicht gemeinsam beraten.", /*text*/ "Über {0} Beiträge ist noch nicht gemeinsam beraten.");
        if (Total is { Proposed: > 0, Awarded: 0 })
            return Counted(Total.Proposed, /*text*/ "Die Jury hat über einen Vorschlag zu entscheiden.", /*text*/ "Die Jury hat über {0} Vorschläge zu entscheiden.");
        return null;
    }

    private Sentence Missing(string language)
    {
        if (Total.MissingReviews == 1) return new(/*text*/ "Es fehlt noch ein Prüfbogen.");
        var worst = Groups.Where(group => group.MissingReviews > 0).OrderByDescending(group => group.MissingReviews).ToList();
        return worst.Count == 1 || worst[0].Group is null
            ? new(/*text*/ "Es fehlen noch {0} Prüfbögen.", Total.MissingReviews)
            : new(/*text*/ "Es fehlen noch {0} Prüfbögen, die meisten in der Gruppe „{1}“: {2}.", Total.MissingReviews, worst[0].Group!.Label.In(language), worst[0].MissingReviews);
    }

    private Sentence? WhileOpen(Call call, string language)
    {
        var until = call.Phase(PhaseKind.Application)!.Until is { } end ? GermanTime.Deadline(end, language) : "–";
        return Total.Drafts == 0 && Total.Submitted == 0
            ? new(/*text*/ "Noch hat sich niemand beworben. Bewerbungen sind möglich bis {0}.", until)
            : new(/*text*/ "Die Bewerbungsphase läuft bis {0}. Begonnen und noch nicht eingereicht: {1}.", until, Total.Drafts);
    }

    private Sentence Outside(Call call, DateTime now, string language)
    {
        if (call.Phase(PhaseKind.Application) is { } application && now < application.From)
            return new(/*text*/ "Die Bewerbungsphase beginnt am {0}.", GermanTime.Date(application.From, language));
        if (Total.Submitted == 0) return new(/*text*/ "Es ist keine Bewerbung eingegangen.");
        if (call.Phase(PhaseKind.Publication) is not { } publication) return new(/*text*/ "Alle Beiträge sind beraten. Preise: {0}.", Total.Awarded);
        return now >= publication.From
            ? new(/*text*/ "Der Wettbewerb ist entschieden und seit {0} veröffentlicht.", GermanTime.Date(publication.From, language))
            : new(/*text*/ "Alle Beiträge sind beraten. Preise: {0}. Veröffentlicht wird am {1}.", Total.Awarded, GermanTime.Date(publication.From, language));
    }

    private static Sentence Counted(int count, string one, string many) => count == 1 ? new(one) : new(many, count);
}

/// <summary>A German text with its values: the key of the translation.</summary>
public sealed record Sentence(string Text, params object[] Values);
