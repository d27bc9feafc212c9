using Awards.Domain.Calls;
using Awards.Domain.PreReview;

namespace Awards.Domain.Tests.PreReview;

public sealed class ReopeningTests
{
    private readonly PreReviewCase _case = new();
    private Review[] Pair => [_case.First, _case.Second];

    [Fact]
    public void A_reopened_review_puts_the_seal_back_for_everybody()
    {
        _case.HandIn(_case.First);
        _case.HandIn(_case.Second);
        var reopened = _case.First.Reopen(settled: false, PreReviewCase.By(_case.Three, "  Zahlendreher  ")).Fact;
        (reopened.ReviewId, reopened.By, reopened.Why, reopened.At).ShouldBe((_case.First.Id, _case.Three, "Zahlendreher", PreReviewCase.Now));
        (_case.First.State, _case.First.HandedInAt).ShouldBe((ReviewState.Open, null));
        foreach (var review in Pair)
        {
            Seal.MayReadContents(review, _case.Three, readerIsLead: true, Pair).ShouldBeFalse();
            Seal.MayReadContents(review, review.ReviewerId, readerIsLead: false, Pair).ShouldBeTrue();
            Seal.MayReadContents(review, review == _case.First ? _case.Two : _case.One, readerIsLead: false, Pair).ShouldBeFalse();
        }
        PairResult.Of(Pair.Select(review => new ReviewResult(review.State, review.Vote, review.Score))).Score.ShouldBeNull();
        _case.HandIn(_case.First, points: 5);
        Seal.MayReadContents(_case.First, _case.Two, readerIsLead: false, Pair).ShouldBeTrue();
    }

    [Fact]
    public void Reopening_needs_a_reason_a_finished_review_and_an_entry_that_is_not_settled()
    {
        _case.First.Reopen(settled: false, PreReviewCase.By(_case.Three, "Grund")).Refusal!.Code.ShouldBe("review.not_handed_in");
        _case.HandIn(_case.First);
        _case.First.Reopen(settled: false, PreReviewCase.By(_case.Three, "  ")).Refusal!.Code.ShouldBe("review.reopened_without_reason");
        _case.First.Reopen(settled: false, PreReviewCase.By(_case.Three, new string('x', ReviewReopening.MaxWhy + 1))).Refusal!.Code.ShouldBe("text.too_long");
        _case.First.Reopen(settled: true, PreReviewCase.By(_case.Three, "Grund")).Refusal!.Code.ShouldBe("review.settled");
        _case.First.State.ShouldBe(ReviewState.HandedIn);
    }

    [Fact]
    public void A_version_is_kept_by_hand_and_every_few_minutes_but_not_twice_the_same()
    {
        _ = _case.First.Save(_case.Call.Definition, _case.Content(_case.First), 0, PreReviewCase.By(_case.One)).Fact;
        var first = ReviewVersion.Due(_case.First, VersionOccasion.Automatic, null, PreReviewCase.By(_case.One))!;
        var soon = PreReviewCase.By(_case.One) with { When = PreReviewCase.Now + ReviewVersion.Apart - TimeSpan.FromSeconds(1) };
        ReviewVersion.Due(_case.First, VersionOccasion.Saved, first, soon).ShouldBeNull();
        _ = _case.First.Save(_case.Call.Definition, _case.Content(_case.First, points: null, vote: null), 0, PreReviewCase.By(_case.One)).Fact;
        ReviewVersion.Due(_case.First, VersionOccasion.Automatic, first, soon).ShouldBeNull();
        ReviewVersion.Due(_case.First, VersionOccasion.Saved, first, soon).ShouldNotBeNull();
        ReviewVersion.Due(_case.First, VersionOccasion.Automatic, first, soon with { When = PreReviewCase.Now + ReviewVersion.Apart }).ShouldNotBeNull();
        var read = first.Read();
        (read.Vote, read.Reasons, read.Sheets.Count).ShouldBe((Vote.Suitable, "Eine Begründung, die lang genug ist.", 3));
        read.Sheets.Single(sheet => sheet.ProjectId is null).Sheet.Ratings.ShouldBe(_case.Content(_case.First).Sheets[0].Sheet.Ratings);
    }

    [Fact]
    public void A_restored_version_leaves_out_what_the_sheet_no_longer_asks_for()
    {
        _ = _case.First.Save(_case.Call.Definition, _case.Content(_case.First, points: null, vote: Vote.SuitableForSpecial), 0, PreReviewCase.By(_case.One)).Fact;
        var version = ReviewVersion.Due(_case.First, VersionOccasion.Saved, null, PreReviewCase.By(_case.One))!;
        var call = _case.Call.Definition with
        {
            EntrySheet = _case.Call.Definition.EntrySheet with { Items = [new("goals") { MustBeRated = true }, new("quality")], Votes = [new(Vote.Suitable), new(Vote.NotSuitable)] },
        };
        var restored = version.Restorable(call);
        restored.Vote.ShouldBeNull();
        restored.Sheets.Single(sheet => sheet.ProjectId is null).Sheet.Ratings.Keys.ShouldBe(["quality"]);
    }

    [Fact]
    public void A_municipality_reads_nothing_by_default_and_a_setting_says_when_it_would_be_early()
    {
        ReviewVisibility.Default.TellsMunicipalityEarly.ShouldBeFalse();
        foreach (var phase in ReviewVisibility.Phases)
        {
            ReviewVisibility.Default.Of(ReviewAudience.Municipality, phase).ShouldBe(new(ReviewAudience.Municipality, phase));
            ReviewVisibility.Default.Of(ReviewAudience.Jury, phase).ShouldBe(new(ReviewAudience.Jury, phase, Names: false, Contents: true));
        }
        new ReviewVisibility { Rules = [new(ReviewAudience.Municipality, PhaseKind.Jury, Contents: true)] }.TellsMunicipalityEarly.ShouldBeTrue();
        new ReviewVisibility { Rules = [new(ReviewAudience.Municipality, PhaseKind.Publication, Names: true, Contents: true)] }.TellsMunicipalityEarly.ShouldBeFalse();
    }
}
