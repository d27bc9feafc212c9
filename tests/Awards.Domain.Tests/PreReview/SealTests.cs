using Awards.Domain.PreReview;

namespace Awards.Domain.Tests.PreReview;

public sealed class SealTests
{
    private readonly PreReviewCase _case = new();
    private Review[] Pair => [_case.First, _case.Second];

    [Fact]
    public void Before_both_are_handed_in_only_the_author_reads()
    {
        _case.HandIn(_case.First);
        Seal.MayReadContents(_case.First, _case.One, readerIsLead: false, Pair).ShouldBeTrue();
        Seal.MayReadContents(_case.First, _case.Two, readerIsLead: false, Pair).ShouldBeFalse();
        Seal.MayReadContents(_case.First, _case.Three, readerIsLead: true, Pair).ShouldBeFalse();
        Seal.MayReadContents(_case.Second, _case.One, readerIsLead: false, Pair).ShouldBeFalse();
    }

    [Fact]
    public void Afterwards_partner_and_lead_read_and_others_do_not()
    {
        _case.HandIn(_case.First);
        _case.HandIn(_case.Second);
        Seal.MayReadContents(_case.First, _case.Two, readerIsLead: false, Pair).ShouldBeTrue();
        Seal.MayReadContents(_case.First, _case.Three, readerIsLead: true, Pair).ShouldBeTrue();
        Seal.MayReadContents(_case.First, _case.Three, readerIsLead: false, Pair).ShouldBeFalse();
    }

    [Fact]
    public void Somebody_who_was_replaced_does_not_read_what_the_pair_wrote()
    {
        var taken = Review.Open(_case.Call.Definition, _case.Entry, _case.Three);
        _ = taken.Replace().Fact;
        _case.HandIn(_case.First);
        _case.HandIn(_case.Second);
        Seal.MayReadContents(_case.First, _case.Three, readerIsLead: false, [.. Pair, taken]).ShouldBeFalse();
    }

    [Fact]
    public void Lists_get_neither_votes_nor_figures_under_seal()
    {
        _case.HandIn(_case.First, points: 5);
        var result = PairResult.Of(Pair.Select(Result));
        (result.Assigned, result.HandedIn, result.IsUnsealed, result.IsDiverging).ShouldBe((2, 1, false, false));
        result.Votes.ShouldBeEmpty();
        result.Score.ShouldBeNull();
        result.Spread.ShouldBeNull();
    }

    [Fact]
    public void Once_both_are_handed_in_lists_get_mean_difference_and_votes()
    {
        _case.HandIn(_case.First, points: 5);
        _case.HandIn(_case.Second, points: 2, Vote.NotSuitable);
        var result = PairResult.Of(Pair.Select(Result));
        (result.Score, result.Spread, result.IsDiverging).ShouldBe((3.5, 3, true));
        result.Votes.ShouldBe([Vote.Suitable, Vote.NotSuitable]);
    }

    [Fact]
    public void A_pair_of_which_one_rated_nothing_has_votes_but_no_figures()
    {
        _case.HandIn(_case.First, points: null);
        _case.HandIn(_case.Second, points: 2);
        var result = PairResult.Of(Pair.Select(Result));
        result.IsUnsealed.ShouldBeTrue();
        (result.Score, result.Spread).ShouldBe((null, null));
    }

    [Fact]
    public void Replaced_reviews_do_not_count() =>
        PairResult.Of([new(ReviewState.Replaced, null, 1), new(ReviewState.Open, null, null)]).Assigned.ShouldBe(1);

    private static ReviewResult Result(Review review) => new(review.State, review.Vote, review.Score);
}
