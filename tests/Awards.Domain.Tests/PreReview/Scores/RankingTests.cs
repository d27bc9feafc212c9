using Awards.Domain.PreReview.Scores;

namespace Awards.Domain.Tests.PreReview.Scores;

public sealed class RankingTests
{
    [Fact]
    public void Equal_values_share_a_rank_and_the_next_one_skips() => Ranking.Of([3.5, null, 4, 3.5, 1, 3.5]).ShouldBe([2, null, 1, 2, 5, 2]);

    [Fact]
    public void What_looks_equal_when_rounded_is_ranked_all_the_same() => Ranking.Of([3.444, 3.4441, 3.4442]).ShouldBe([3, 2, 1]);

    [Fact]
    public void The_last_digits_of_a_double_make_no_rank()
    {
        var (one, other) = (0.1 + 0.2, 0.3);
        one.ShouldNotBe(other);
        Ranking.Of([one, other, 0.2]).ShouldBe([1, 1, 3]);
    }

    [Fact]
    public void A_chain_of_neighbours_is_not_drawn_together() => Ranking.Of([1, 1 - 0.8e-12, 1 - 1.6e-12]).ShouldBe([1, 1, 3]);

    [Fact]
    public void No_values_no_ranks() => Ranking.Of([]).ShouldBeEmpty();
}
