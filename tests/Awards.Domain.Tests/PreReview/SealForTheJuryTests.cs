using Awards.Domain.PreReview;

namespace Awards.Domain.Tests.PreReview;

public sealed class SealForTheJuryTests
{
    [Theory]
    [InlineData(true, ReviewState.HandedIn, ReviewState.HandedIn, true)]
    [InlineData(false, ReviewState.HandedIn, ReviewState.HandedIn, false)]
    [InlineData(true, ReviewState.HandedIn, ReviewState.Open, false)]
    [InlineData(true, ReviewState.HandedIn, ReviewState.Replaced, false)]
    public void The_jury_reads_reviews_once_both_are_handed_in_and_the_entry_is_settled(bool settled, ReviewState one, ReviewState two, bool open) =>
        Seal.IsOpenToJury(settled, [one, two]).ShouldBe(open);
}
