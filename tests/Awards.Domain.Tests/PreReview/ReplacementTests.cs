using Awards.Domain.PreReview;
using Awards.Domain.Shared;

namespace Awards.Domain.Tests.PreReview;

public sealed class ReplacementTests
{
    private readonly PreReviewCase _case = new();

    [Fact]
    public void An_open_review_goes_to_somebody_else_with_empty_sheets()
    {
        var opened = Carry(_case.Three).Fact;
        _case.First.State.ShouldBe(ReviewState.Replaced);
        (opened.ReviewerId, opened.State, opened.EntryId).ShouldBe((_case.Three, ReviewState.Open, _case.Entry.Id));
        opened.Sheets.Count.ShouldBe(3);
    }

    [Fact]
    public void It_is_refused_without_a_reason() => Carry(_case.Three, why: " ").Refusal!.Code.ShouldBe("replacement.without_reason");

    [Fact]
    public void It_is_refused_for_the_partner_for_the_same_person_and_for_who_has_a_conflict()
    {
        Carry(_case.Two).Refusal!.Code.ShouldBe("replacement.not_possible");
        Carry(_case.One).Refusal!.Code.ShouldBe("replacement.not_possible");
        Carry(_case.Three, conflicted: _case.Three).Refusal!.Code.ShouldBe("replacement.not_possible");
        _case.First.State.ShouldBe(ReviewState.Open);
    }

    [Fact]
    public void Finished_work_stays_and_nothing_is_replaced_twice()
    {
        _case.HandIn(_case.First);
        Carry(_case.Three).Refusal!.Code.ShouldBe("review.finished");
        _ = _case.Second.Replace().Fact;
        _case.Second.Replace().Refusal!.Code.ShouldBe("review.already_replaced");
    }

    private Outcome<Review> Carry(Guid successor, string why = "Krankheit", params Guid[] conflicted) =>
        Replacement.Carry(_case.First, successor, _case.Call.Definition, _case.Entry, [_case.One, _case.Two], conflicted, PreReviewCase.By(Guid.CreateVersion7(), why));
}
