using Awards.Domain.Calls;
using Awards.Domain.Municipalities;
using Awards.Domain.PreReview;
using Awards.Domain.PreReview.Scores;
using Awards.Testing;
using Awards.Web.Data.Seeding;

namespace Awards.Domain.Tests.PreReview.Scores;

public sealed class ScoreReportTests
{
    private static readonly CallDefinition Call = AwardsHost.Seed.Call(DemoSeeder.Today);
    private static readonly Guid[] People = [.. Enumerable.Range(1, 6).Select(number => new Guid(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]))];
    private static readonly string Group = Call.AwardGroups[0].Code, Other = Call.AwardGroups[1].Code;
    private int _number;

    [Fact]
    public void A_pair_needs_two_reviews()
    {
        ScoredEntry.Of(People[0], 1, MunicipalityType.District, Group, []).ShouldBeNull();
        ScoredEntry.Of(People[0], 1, MunicipalityType.District, Group, [Review(0, 5)]).ShouldBeNull();
    }

    [Fact]
    public void Means_of_a_criterion_need_both_and_abstentions_are_counted()
    {
        var entry = Entry(Review(1, 4, abstainedFrom: 0), Review(0, 1));
        entry.First.ReviewerId.ShouldBe(People[0]);
        var criteria = entry.Criteria(Call.EntrySheet);
        (criteria[0].Mean, criteria[0].Difference, criteria[0].Rated, criteria[0].Abstained).ShouldBe((null, null, 1, 1));
        (criteria[1].Mean, criteria[1].Difference, criteria[1].Rated, criteria[1].Abstained).ShouldBe((2.5, 3, 2, 0));
        var ranked = Report(entry).Ranking.ShouldHaveSingleItem();
        (ranked.Rated, ranked.Abstained).ShouldBe((2 * Call.EntrySheet.Items.Count - 1, 1));
    }

    [Fact]
    public void Ranks_are_those_within_the_group()
    {
        var report = Report(Entry(Review(0, 2), Review(1, 3)), Entry(Review(0, 5), Review(1, 5), group: Other), Entry(Review(0, 4), Review(1, 4)), Entry(Review(2, 3), Review(1, 2)), Entry(Review(2, null), Review(1, 2)));
        report.Ranking.Select(ranked => (ranked.Entry.GroupCode, ranked.Rank, ranked.Entry.Number)).ShouldBe([(Group, 1, 3), (Group, 2, 1), (Group, 2, 4), (Group, null, 5), (Other, 1, 2)]);
    }

    [Fact]
    public void From_fewer_than_two_entries_nothing_is_computed()
    {
        var report = ScoreReport.Of(Call, [new(MunicipalityType.District, Group), new(MunicipalityType.District, Group), new(MunicipalityType.District, Group)], [Entry(Review(0, 4), Review(1, 2))]);
        var slice = report.Groups.ShouldHaveSingleItem();
        (slice.Entries, slice.Unsealed, slice.Sealed, slice.Counts, slice.Diverging).ShouldBe((3, 1, 2, false, 0));
        foreach (var each in new[] { slice, report.All, report.Types.ShouldHaveSingleItem() })
        {
            each.Scores.ShouldBeNull();
            each.Spread.ShouldBeNull();
            each.Criteria.ShouldBeEmpty();
            each.Votes.ShouldBeEmpty();
            each.Agreement.Same.Why.ShouldBe(Lacking.TooFew);
        }
        report.Criteria.ShouldBeEmpty();
        report.Reviewers.ShouldBeEmpty();
    }

    [Fact]
    public void A_slice_has_scores_criteria_votes_and_agreement()
    {
        var slice = Report(Entry(Review(0, 5), Review(1, 3)), Entry(Review(2, 1, Vote.NotSuitable), Review(1, 2)), Entry(Review(0, 4, abstainedFrom: 0), Review(1, 4))).Groups[0];
        slice.Scores.ShouldBe(Summary.Of([4, 1.5, 4]));
        slice.Spread!.Counts.Sum().ShouldBe(3);
        slice.Diverging.ShouldBe(1);
        var first = slice.Criteria[0];
        (first.Rated, first.Abstained).ShouldBe((5, 1));
        first.Points.ShouldBe(Summary.Of([5, 3, 1, 2, 4]));
        first.Counts.ShouldBe([0, 1, 1, 1, 1, 1]);
        slice.Votes.Select(vote => (vote.Vote, vote.Reviews)).ShouldBe([(Vote.Suitable, 5), (Vote.NotSuitable, 1), (Vote.SuitableForSpecial, 0)]);
        slice.Votes[0].Scores!.Count.ShouldBe(5);
        slice.Votes[1].Scores.ShouldBeNull(); // one person's
        slice.Agreement.Same.Value!.Value.ShouldBe(2 / 3.0, 1e-12);
        slice.Agreement.Interval.N.ShouldBe(3);
    }

    [Fact]
    public void A_criterion_that_one_person_rated_has_no_figures()
    {
        var slice = Report(Entry(Review(0, 5), Review(1, 3, abstainedFrom: 0)), Entry(Review(0, 2), Review(1, 2, abstainedFrom: 0))).Groups[0];
        (slice.Criteria[0].Points, slice.Criteria[0].Rated, slice.Criteria[0].Abstained).ShouldBe((null, 2, 2));
        slice.Criteria[0].Counts.ShouldBeEmpty();
        slice.Criteria[1].Points!.Count.ShouldBe(4);
    }

    [Fact]
    public void Severity_is_the_mean_difference_to_the_partner()
    {
        var reviewers = Report(Entry(Review(0, 5), Review(1, 3)), Entry(Review(0, 4), Review(1, 3)), Entry(Review(0, null), Review(2, 1))).Reviewers;
        reviewers.Select(each => (each.ReviewerId, each.Reviews)).ShouldBe([(People[0], 3), (People[1], 2), (People[2], 1)]);
        reviewers[0].Severity.ShouldBe(Measured.Of(1.5, 2));
        reviewers[1].Severity.ShouldBe(Measured.Of(-1.5, 2));
        reviewers[2].Severity.ShouldBe(Measured.None(Lacking.TooFew, 0));
        reviewers[0].Scores.ShouldBe(Summary.Of([5, 4]));
        reviewers[2].Scores.ShouldBeNull();
        reviewers.ShouldAllBe(each => each.Unnormalised == Lacking.FewerThanFive);
    }

    [Fact]
    public void A_strict_and_a_mild_reviewer_are_alike_once_normalised()
    {
        // The same order of the same entries, two points apart.
        var report = Report([.. new[] { 1, 2, 3, 2, 1 }.Select(points => Entry(Review(0, points), Review(1, points + 2)))]);
        report.Reviewers.ShouldAllBe(each => each.Unnormalised == null);
        var all = Summary.Of([1, 2, 3, 2, 1, 3, 4, 5, 4, 3])!;
        report.Reviewers[0].Normalised(2, all).ShouldBe(report.Reviewers[1].Normalised(4, all));
        report.Ranking.Select(ranked => ranked.Normalised!.Value).Average().ShouldBe(all.Mean, 1e-12);
        report.Ranking.ShouldAllBe(ranked => ranked.Entry.Score != ranked.Normalised || ranked.Entry.Score == all.Mean);
    }

    [Fact]
    public void Four_reviews_or_always_the_same_points_are_not_normalised()
    {
        var four = Report([.. Enumerable.Range(1, 4).Select(points => Entry(Review(0, points), Review(1, points)))]);
        four.Ranking.ShouldAllBe(ranked => ranked.Normalised == null && ranked.Rank != null);
        var same = Report([.. Enumerable.Range(1, 5).Select(points => Entry(Review(0, points), Review(1, 3)))]);
        same.Reviewers.Select(each => each.Unnormalised).ShouldBe([null, Lacking.NoVariation]);
        same.Ranking.ShouldAllBe(ranked => ranked.Normalised == null);
    }

    private static ScoreReport Report(params ScoredEntry[] entries) => ScoreReport.Of(Call, [.. entries.Select(entry => new CountedEntry(entry.Type, entry.GroupCode))], entries);

    private ScoredEntry Entry(ScoredReview one, ScoredReview two, string? group = null) => ScoredEntry.Of(Guid.CreateVersion7(), ++_number, MunicipalityType.District, group ?? Group, [one, two])!;

    private static ScoredReview Review(int person, int? points, Vote vote = Vote.Suitable, int? abstainedFrom = null)
    {
        var ratings = ReviewSheet.NoRatings.AddRange(Call.EntrySheet.Items.Select((item, at) => KeyValuePair.Create(item.Criterion, at == abstainedFrom ? null : points)));
        return new(People[person], vote, Scoring.WeightedMean(Call.EntrySheet, ratings), ratings);
    }
}
