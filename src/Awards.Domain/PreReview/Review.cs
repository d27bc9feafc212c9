using Awards.Domain.Calls;
using Awards.Domain.Intake;
using Awards.Domain.Shared;

namespace Awards.Domain.PreReview;

/// <summary>Where a review stands. A replaced review was never handed in and counts nowhere.</summary>
public enum ReviewState { Open, HandedIn, Replaced }

/// <summary>The vote at the end of a review.</summary>
public enum Vote
{
    /// <summary>für eine Prämierung geeignet</summary>
    Suitable,

    /// <summary>nicht geeignet</summary>
    NotSuitable,

    /// <summary>für die Sonderkategorie geeignet</summary>
    SuitableForSpecial,
}

/// <summary>One reviewer's work on one entry. Its partner sees nothing of it before both have handed in.</summary>
public sealed class Review
{
    private readonly List<ReviewSheet> _sheets = [];

    private Review() { }

    /// <summary>A random id that reveals no order.</summary>
    public Guid Id { get; private set; }

    public Guid CallId { get; private set; }
    public Guid EntryId { get; private set; }

    /// <summary>The person who reviews.</summary>
    public Guid ReviewerId { get; private set; }

    public ReviewState State { get; private set; }
    public Vote? Vote { get; private set; }

    /// <summary>Written reasons of the vote.</summary>
    public string Reasons { get; private set; } = "";

    /// <summary>Weighted mean of the entry sheet, unrounded; null while nothing is rated.</summary>
    public double? Score { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? HandedInAt { get; private set; }

    /// <summary>Raised with every change.</summary>
    public int Version { get; private set; }

    /// <summary>The sheet of the entry and those of its single projects.</summary>
    public IReadOnlyList<ReviewSheet> Sheets => _sheets;

    /// <summary>All that others may know of it under seal.</summary>
    public ReviewStanding Standing => new(ReviewerId, State);

    /// <summary>UTC; null while it counts. The entry was excluded after admission: the review stays on record and nobody meets it any more.</summary>
    public DateTime? SetAsideAt { get; private set; }

    internal void SetAside(DateTime when) => SetAsideAt = when;

    internal void TakeUp() => SetAsideAt = null;

    /// <summary>An open review with an empty sheet for the entry and for each single project.</summary>
    public static Review Open(CallDefinition call, Entry entry, Guid reviewerId)
    {
        var review = new Review { Id = SecretId.New(), CallId = entry.CallId, EntryId = entry.Id, ReviewerId = reviewerId };
        review._sheets.Add(ReviewSheet.Empty(null));
        if (call.ProjectSheet is not null) review._sheets.AddRange(entry.Projects.Select(project => ReviewSheet.Empty(project.Id)));
        return review;
    }

    /// <summary>Saves ratings, vote and reasons; incomplete ones too. Refused after handing in, to others, or when it changed since.</summary>
    public Outcome<Review> Save(CallDefinition call, ReviewContent content, int seenVersion, WriteContext write)
    {
        if (ReviewerId != write.Who) return new Refusal("review.not_yours", "Dieser Prüfbogen gehört einer anderen Person.");
        if (State != ReviewState.Open) return new Refusal("review.not_open", "Dieser Prüfbogen ist abgegeben oder wurde neu vergeben und kann nicht mehr geändert werden.");
        if (Version != seenVersion) return Applications.ApplicationRules.Stale;
        if (content.Vote is { } vote && call.VoteRules().All(rule => rule.Vote != vote))
            return new Refusal("review.unknown_vote", "Dieses Votum gibt es bei diesem Wettbewerb nicht. Bitte wählen Sie eines aus der Liste.");
        if (TextRules.Check(content.Reasons, MaxReasons).Refused(out var refusal)) return refusal;
        foreach (var (projectId, sheet) in content.Sheets)
        {
            if (_sheets.SingleOrDefault(own => own.ProjectId == projectId) is not { } own)
                return new Refusal("review.unknown_sheet", "Dieser Prüfbogen gehört nicht zu diesem Beitrag.");
            if (own.Fill(call.SheetOf(projectId), sheet).Refused(out refusal)) return refusal;
        }
        Vote = content.Vote;
        Reasons = content.Reasons;
        Rescore(call);
        return this;
    }

    /// <summary>Computes the score anew, as after a change of weights.</summary>
    public void Rescore(CallDefinition call) => Score = Scoring.WeightedMean(call.EntrySheet, EntrySheet.Ratings);

    /// <summary>A copy to try out a save on.</summary>
    public Review Trial()
    {
        var copy = new Review { Id = Id, CallId = CallId, EntryId = EntryId, ReviewerId = ReviewerId, State = State, Version = Version };
        copy._sheets.AddRange(_sheets.Select(sheet => ReviewSheet.Empty(sheet.ProjectId)));
        return copy;
    }

    /// <summary>Hands the review in: it counts from now on and does not change any more. Refused while something is missing.</summary>
    public Outcome<Review> HandIn(CallDefinition call, int seenVersion, WriteContext write)
    {
        if (ReviewerId != write.Who) return new Refusal("review.not_yours", "Dieser Prüfbogen gehört einer anderen Person.");
        if (State == ReviewState.HandedIn) return this;
        if (State != ReviewState.Open) return new Refusal("review.not_open", "Dieser Prüfbogen ist abgegeben oder wurde neu vergeben und kann nicht mehr geändert werden.");
        if (Version != seenVersion) return Applications.ApplicationRules.Stale;
        if (Sheets.Any(sheet => sheet.Content.Unrated(call.SheetOf(sheet.ProjectId)).Any()))
            return new Refusal("review.not_rated", "Bitte bewerten Sie alle Kriterien, auch die der Einzelprojekte, oder wählen Sie „nicht beurteilbar“.");
        if (Sheets.Any(sheet => !sheet.IsComplete(call.SheetOf(sheet.ProjectId))))
            return new Refusal("review.not_commented", "Bitte schreiben Sie alle Anmerkungen, die auf dem Prüfbogen verlangt sind.");
        if (AgainstVote(call, Vote, Reasons) is { } against) return against;
        State = ReviewState.HandedIn;
        HandedInAt = write.When;
        return this;
    }

    /// <summary>Why a vote with its reasons cannot be handed in: missing, or the reasons too short or too long; null = it can.</summary>
    public static Refusal? AgainstVote(CallDefinition call, Vote? chosen, string reasons)
    {
        if (chosen is not { } vote) return new Refusal("review.without_vote", "Bitte geben Sie ein Votum ab.");
        var (length, sheet) = (reasons.Trim().Length, call.EntrySheet);
        if (length < sheet.MinReasons(vote)) return new Refusal("review.reasons_too_short", "Bitte begründen Sie Ihr Votum mit mindestens {0} Zeichen.", sheet.MinReasons(vote));
        return length > sheet.MaxReasons(vote)
            ? new Refusal("review.reasons_too_long", "Bitte begründen Sie Ihr Votum mit höchstens {0} Zeichen; es sind jetzt {1}.", sheet.MaxReasons(vote), length) : null;
    }

    /// <summary>Takes an open review away from its reviewer. Refused when it is handed in: finished work stays.</summary>
    public Outcome<Review> Replace()
    {
        if (State == ReviewState.Replaced)
            return new Refusal("review.already_replaced", "Dieser Prüfbogen wurde inzwischen schon neu vergeben.");
        if (State == ReviewState.HandedIn)
            return new Refusal("review.finished", "Dieser Prüfbogen ist schon abgegeben und bleibt bei der Person, die ihn ausgefüllt hat.");
        State = ReviewState.Replaced;
        return this;
    }

    /// <summary>
    /// Opens a handed-in review again for its author: from now on the seal of the entry holds for everybody once more. Refused without a reason
    /// (<see cref="WriteContext.Why"/>), for one that is not handed in, and once the joint session has settled the entry.
    /// </summary>
    /// <param name="settled">The joint session has settled the entry.</param>
    public Outcome<ReviewReopening> Reopen(bool settled, WriteContext write)
    {
        if (State != ReviewState.HandedIn) return new Refusal("review.not_handed_in", "Dieser Prüfbogen ist nicht abgegeben. Er muss nicht wieder geöffnet werden.");
        if (settled) return new Refusal("review.settled", "Über diesen Beitrag ist schon beraten worden. Die Prüfbögen bleiben deshalb, wie sie sind.");
        var reopened = ReviewReopening.Of(this, write);
        if (reopened.Refused(out _)) return reopened;
        State = ReviewState.Open;
        HandedInAt = null;
        return reopened;
    }

    /// <summary>Longest written reasons, in characters.</summary>
    public const int MaxReasons = 8000;

    private ReviewSheet EntrySheet => _sheets.Single(sheet => sheet.ProjectId is null);
}

/// <summary>What a reviewer typed.</summary>
/// <param name="Sheets">The sheet of the entry (no project) and those of its single projects.</param>
public sealed record ReviewContent(IReadOnlyList<(Guid? ProjectId, SheetContent Sheet)> Sheets, Vote? Vote, string Reasons)
{
    /// <summary>What a review holds.</summary>
    public static ReviewContent Of(Review review) => new([.. review.Sheets.Select(sheet => (sheet.ProjectId, sheet.Content))], review.Vote, review.Reasons);

    /// <summary>Criteria that have neither points nor "nicht beurteilbar", in the order of the sheets.</summary>
    public IEnumerable<(Guid? ProjectId, string Criterion)> Missing(CallDefinition call) =>
        Sheets.SelectMany(sheet => sheet.Sheet.Unrated(call.SheetOf(sheet.ProjectId)).Select(criterion => (sheet.ProjectId, criterion)));

    /// <summary>Criteria whose comment must be there and is not, in the order of the sheets.</summary>
    public IEnumerable<(Guid? ProjectId, string Criterion)> Uncommented(CallDefinition call) =>
        Sheets.SelectMany(sheet => sheet.Sheet.Uncommented(call.SheetOf(sheet.ProjectId)).Select(criterion => (sheet.ProjectId, criterion)));
}
