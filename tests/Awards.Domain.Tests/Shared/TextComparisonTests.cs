using Awards.Domain.Shared;

namespace Awards.Domain.Tests.Shared;

public sealed class TextComparisonTests
{
    [Fact]
    public void Words_that_went_and_came_are_told_apart() =>
        TextComparison.Of("Ein altes Haus steht hier.", "Ein offenes Haus steht da.").ShouldBe(
        [
            new(TextChange.Same, "Ein "), new(TextChange.Removed, "altes "), new(TextChange.Added, "offenes "), new(TextChange.Same, "Haus steht "),
            new(TextChange.Removed, "hier."), new(TextChange.Added, "da."),
        ]);

    [Fact]
    public void Nothing_and_nothing_are_the_same() => TextComparison.Of("", "").ShouldBeEmpty();

    [Fact]
    public void Texts_too_long_to_compare_word_by_word_count_as_replaced()
    {
        var (one, two) = (string.Concat(Enumerable.Repeat("a ", 5000)), string.Concat(Enumerable.Repeat("b ", 5000)));
        TextComparison.Of("x " + one, "x " + two).ShouldBe([new(TextChange.Same, "x "), new(TextChange.Removed, one), new(TextChange.Added, two)]);
    }

    [Fact]
    public void Both_texts_can_be_read_from_the_pieces()
    {
        var random = new Random(6);
        string Text() => string.Concat(Enumerable.Range(0, random.Next(30)).Select(_ => "ab \n"[random.Next(4)]));
        for (var round = 0; round < 500; round++)
        {
            var (before, after) = (Text(), Text());
            var pieces = TextComparison.Of(before, after);
            string.Concat(pieces.Where(piece => piece.Change != TextChange.Added).Select(piece => piece.Text)).ShouldBe(before);
            string.Concat(pieces.Where(piece => piece.Change != TextChange.Removed).Select(piece => piece.Text)).ShouldBe(after);
        }
    }
}
