using System.Text.Json;
using Awards.Domain.Calls;
using Awards.Domain.PreReview;
using Awards.Domain.Shared;

namespace Awards.Domain.Tests.PreReview;

/// <summary>What a call can demand of its sheets beside points.</summary>
public sealed class SheetRulesTests
{
    [Fact]
    public void A_stored_definition_of_before_reads_with_its_defaults()
    {
        var sheet = JsonSerializer.Deserialize<SheetDefinition>("""{"code":"entry","title":{"de":"Bogen"},"items":[{"criterion":"goals","weightTenths":15}],"minReasonLength":30}""", CallDefinition.Json)!;
        var item = sheet.Items.Single();
        (item.Criterion, item.WeightTenths, item.Comment, item.MustBeRated, item.Independent, item.Anchors).ShouldBe(("goals", 15, CommentRule.None, false, false, null));
        (sheet.MaxReasonLength, sheet.Votes, sheet.Anchors).ShouldBe((Review.MaxReasons, null, null));
        JsonSerializer.Serialize(item, CallDefinition.Json).ShouldNotContain("independent");
    }

    [Fact]
    public void An_anchor_is_that_of_the_criterion_then_of_the_sheet_then_the_name_of_an_end()
    {
        var item = new SheetItem("goals") { Anchors = [new(3, "eigene Drei")] };
        var sheet = new SheetDefinition { Code = "entry", Title = "Bogen", MinLabel = "unten", MaxLabel = "oben", Anchors = [new(3, "Drei"), new(4, "Vier")], Items = [item, new("quality")] };
        sheet.Anchor(item, 3)!.De.ShouldBe("eigene Drei");
        sheet.Anchor(item, 4).ShouldBeNull();
        sheet.Anchor(item, 5)!.De.ShouldBe("oben");
        sheet.Anchor(sheet.Items[1], 3)!.De.ShouldBe("Drei");
        sheet.Anchor(sheet.Items[1], 0)!.De.ShouldBe("unten");
    }

    [Fact]
    public void Independent_criteria_do_not_count_and_weights_have_one_decimal()
    {
        var sheet = new SheetDefinition { Code = "entry", Title = "Bogen", Items = [new("goals", 15), new("quality", 5), new("impression", 1000) { Independent = true }] };
        Scoring.WeightedMean(sheet, ReviewSheet.NoRatings.Add("goals", 4).Add("quality", 0).Add("impression", 5)).ShouldBe(3);
        Scoring.WeightedMean(sheet, ReviewSheet.NoRatings.Add("impression", 5)).ShouldBeNull();
    }

    [Fact]
    public void A_comment_that_is_demanded_is_missed_when_handing_in_only()
    {
        var one = Case(item => item.Criterion == "goals" ? item with { Comment = CommentRule.Required } : item);
        var content = one.Content(one.First);
        _ = Save(one, content).Fact;
        one.First.HandIn(one.Call.Definition, 0, PreReviewCase.By(one.One)).Refusal!.Code.ShouldBe("review.not_commented");
        content.Uncommented(one.Call.Definition).Select(each => each.Criterion).ShouldBe(["goals"]);
        _ = Save(one, Commented(content, "goals", "Was dazu zu sagen ist")).Fact;
        one.First.HandIn(one.Call.Definition, 0, PreReviewCase.By(one.One)).Fact.State.ShouldBe(ReviewState.HandedIn);
    }

    [Fact]
    public void A_comment_nobody_asked_for_is_refused_and_an_empty_one_is_none()
    {
        var one = Case(item => item.Criterion == "goals" ? item with { Comment = CommentRule.Allowed } : item);
        Save(one, Commented(one.Content(one.First), "quality", "Hier nicht")).Refusal!.Code.ShouldBe("review.no_comment");
        Save(one, Commented(one.Content(one.First), "goals", new string('x', ReviewSheet.MaxComment + 1))).Refusal!.Code.ShouldBe("text.too_long");
        Save(one, Commented(one.Content(one.First), "goals", "  \n")).Fact.Sheets[0].CriterionComments.ShouldBeEmpty();
    }

    [Fact]
    public void Not_ratable_is_refused_where_it_is_not_offered()
    {
        var one = Case(item => item.Criterion == "goals" ? item with { MustBeRated = true } : item);
        Save(one, one.Content(one.First, points: null)).Refusal!.Code.ShouldBe("review.must_be_rated");
    }

    [Fact]
    public void Votes_and_the_length_of_their_reasons_are_those_of_the_call()
    {
        var one = new PreReviewCase(call => call with { EntrySheet = call.EntrySheet with { Votes = [new(Vote.Suitable, 5, 10), new(Vote.NotSuitable, 40)] } });
        Save(one, one.Content(one.First, vote: Vote.SuitableForSpecial)).Refusal!.Code.ShouldBe("review.unknown_vote");
        _ = Save(one, one.Content(one.First, vote: Vote.NotSuitable, reasons: "Zu kurz für dieses Votum.")).Fact;
        HandIn(one).Refusal!.Code.ShouldBe("review.reasons_too_short");
        _ = Save(one, one.Content(one.First, reasons: "Zu lang für dieses Votum.")).Fact;
        HandIn(one).Refusal!.Code.ShouldBe("review.reasons_too_long");
        _ = Save(one, one.Content(one.First, reasons: "Genau so.")).Fact;
        HandIn(one).Fact.Vote.ShouldBe(Vote.Suitable);
    }

    [Fact]
    public void Progress_is_told_sheet_by_sheet()
    {
        var one = Case(item => item.Criterion == "goals" ? item with { Comment = CommentRule.Required } : item);
        var sheet = one.Call.Definition.EntrySheet;
        SheetProgress.Of(sheet, null, new(ReviewSheet.NoRatings.Add("goals", null).Add("gone", 3))).ShouldBe(new(null, 1, sheet.Items.Count, 1));
        SheetProgress.Of(sheet, null, one.Content(one.First).Sheets[0].Sheet).IsDone.ShouldBeFalse();
        SheetProgress.Of(sheet, null, Commented(one.Content(one.First), "goals", "Ja").Sheets[0].Sheet).IsDone.ShouldBeTrue();
    }

    private static PreReviewCase Case(Func<SheetItem, SheetItem> change) =>
        new(call => call with { EntrySheet = call.EntrySheet with { Items = [.. call.EntrySheet.Items.Select(change)] } });

    private static ReviewContent Commented(ReviewContent content, string criterion, string comment) =>
        content with { Sheets = [(null, content.Sheets[0].Sheet with { Comments = ReviewSheet.NoComments.Add(criterion, comment) }), .. content.Sheets.Skip(1)] };

    private static Outcome<Review> Save(PreReviewCase one, ReviewContent content) => one.First.Save(one.Call.Definition, content, 0, PreReviewCase.By(one.One));

    private static Outcome<Review> HandIn(PreReviewCase one) => one.First.HandIn(one.Call.Definition, 0, PreReviewCase.By(one.One));
}
