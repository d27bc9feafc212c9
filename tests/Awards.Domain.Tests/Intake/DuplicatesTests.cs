using Awards.Domain.Intake;

namespace Awards.Domain.Tests.Intake;

public sealed class DuplicatesTests
{
    [Theory]
    [InlineData("Integration durch Sport", "Integration durch  SPORT!", 1)]
    [InlineData("Zusammen leben in Musterstadt", "Zusammenleben in der Musterstadt", 0.8)]
    [InlineData("Beitrag 1", "Beitrag 2", 0)]
    [InlineData("", "", 0)]
    [InlineData("Haus der Begegnung im Quartier", "Sprachkurse für alle Generationen", 0)]
    public void Titles_are_compared_by_their_letters(string one, string other, double least)
    {
        var similarity = Duplicates.Similarity(one, other);
        if (least == 0) similarity.ShouldBeLessThan(Duplicates.LeastSimilarity);
        else similarity.ShouldBeInRange(least, 1);
        similarity.ShouldBe(Duplicates.Similarity(other, one));
    }

    [Fact]
    public void Signs_of_a_pair_come_together_and_empty_ones_do_not_count()
    {
        var town = Guid.CreateVersion7();
        TwinCandidate[] all = [Of(town, "amt@stadt.example", "Haus der Begegnung"), Of(town, "AMT@stadt.example", "Haus der Begegnung"), Of(null, "", ""), Of(null, "", ""), Of(null, "amt@stadt.example", "Ein ganz anderer Titel")];
        var pairs = Duplicates.Among(all);
        pairs.Select(pair => pair.Signs).ShouldBe([TwinSigns.Municipality | TwinSigns.Mail | TwinSigns.Title, TwinSigns.Mail, TwinSigns.Mail]);
        pairs[0].Besides(all[0].Id).ShouldBe(all[1].Id);
    }

    [Fact]
    public void Looking_only_at_rare_parts_finds_what_comparing_all_with_all_finds()
    {
        var random = new Random(7);
        string[] words = ["Integration", "durch", "Sport", "Sprache", "in", "der", "Stadt", "Nachbarschaft", "gemeinsam", "leben", "Haus", "Begegnung", "für", "alle", "Garten", "Kulturen"];
        List<TwinCandidate> all = [.. Enumerable.Range(0, 300).Select(_ => Of(null, "", string.Join(' ', Enumerable.Range(0, random.Next(2, 6)).Select(_ => words[random.Next(words.Length)]))))];
        var expected = all.SelectMany((one, at) => all.Skip(at + 1).Where(other => Duplicates.Similarity(one.Title, other.Title) >= Duplicates.LeastSimilarity).Select(other => Duplicates.Ordered(one.Id, other.Id))).ToHashSet();
        expected.Count.ShouldBeGreaterThan(10);
        Duplicates.Among(all).Select(pair => Duplicates.Ordered(pair.One, pair.Other)).ToHashSet().SetEquals(expected).ShouldBeTrue();
    }

    [Fact]
    public void Both_can_be_wanted_with_a_reason()
    {
        var (one, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        WantedPair.Say(one, one, other, new(null, DateTime.UnixEpoch, " ")).Refusal!.Code.ShouldBe("twin.needs_reason");
        WantedPair.Say(one, one, one, new(null, DateTime.UnixEpoch, "x")).Refusal!.Code.ShouldBe("twin.itself");
        var pair = WantedPair.Say(one, other, one, new(null, DateTime.UnixEpoch, "Zwei Beiträge")).Fact;
        (pair.FirstId, pair.SecondId).ShouldBe(Duplicates.Ordered(one, other));
    }

    private static TwinCandidate Of(Guid? town, string mail, string title) => new(Guid.CreateVersion7(), town, mail, title);
}
