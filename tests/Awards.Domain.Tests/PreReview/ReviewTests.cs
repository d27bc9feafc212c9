using Awards.Domain.PreReview;
using Awards.Domain.Shared;

namespace Awards.Domain.Tests.PreReview;

public sealed class ReviewTests
{
    private readonly PreReviewCase _case = new();

    [Fact]
    public void An_incomplete_sheet_is_saved_but_not_handed_in()
    {
        var content = _case.Content(_case.First) with { Sheets = [(null, new SheetContent(ReviewSheet.NoRatings.Add("goals", 4)))] };
        Save(content).Fact.Score.ShouldBe(4);
        _case.First.HandIn(_case.Call.Definition, 0, Write).Refusal!.Code.ShouldBe("review.not_rated");
    }

    [Fact]
    public void What_is_missing_is_listed_sheet_by_sheet()
    {
        var content = _case.Content(_case.First);
        content.Missing(_case.Call.Definition).ShouldBeEmpty();
        var project = content.Sheets[1];
        content = content with { Sheets = [content.Sheets[0], (project.ProjectId, project.Sheet with { Ratings = project.Sheet.Ratings.Remove("lasting") })] };
        content.Missing(_case.Call.Definition).ShouldBe([(project.ProjectId, "lasting")]);
    }

    [Fact]
    public void A_vote_and_reasons_of_some_length_are_needed_for_handing_in()
    {
        _ = Save(_case.Content(_case.First, vote: null)).Fact;
        _case.First.HandIn(_case.Call.Definition, 0, Write).Refusal!.Code.ShouldBe("review.without_vote");
        _ = Save(_case.Content(_case.First, reasons: "   zu kurz   ")).Fact;
        _case.First.HandIn(_case.Call.Definition, 0, Write).Refusal!.Code.ShouldBe("review.reasons_too_short");
    }

    [Fact]
    public void Nobody_else_writes_on_it()
    {
        _case.First.Save(_case.Call.Definition, _case.Content(_case.First), 0, PreReviewCase.By(_case.Two)).Refusal!.Code.ShouldBe("review.not_yours");
        _case.First.HandIn(_case.Call.Definition, 0, PreReviewCase.By(_case.Two)).Refusal!.Code.ShouldBe("review.not_yours");
    }

    [Fact]
    public void After_handing_in_it_does_not_change()
    {
        _case.HandIn(_case.First, points: 2);
        Save(_case.Content(_case.First, points: 5)).Refusal!.Code.ShouldBe("review.not_open");
        _case.First.Score.ShouldBe(2);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(6)]
    public void Points_off_the_scale_are_refused(int points) => Save(_case.Content(_case.First, points)).Refusal!.Code.ShouldBe("review.off_scale");

    [Fact]
    public void Criteria_that_cannot_be_judged_do_not_lower_the_score()
    {
        var ratings = _case.Content(_case.First, points: 4).Sheets[0].Sheet.Ratings.SetItem("goals", null);
        Scoring.WeightedMean(_case.Call.Definition.EntrySheet, ratings).ShouldBe(4);
    }

    private WriteContext Write => PreReviewCase.By(_case.One);

    private Outcome<Review> Save(ReviewContent content) => _case.First.Save(_case.Call.Definition, content, 0, Write);
}
