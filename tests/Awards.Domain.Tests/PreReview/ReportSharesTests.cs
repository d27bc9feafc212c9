using Awards.Domain.PreReview;

namespace Awards.Domain.Tests.PreReview;

public sealed class ReportSharesTests
{
    private static readonly Guid[] People = [.. Enumerable.Range(1, 5).Select(number => new Guid(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]))];
    private static readonly Dictionary<Guid, int> Nothing = [];

    [Fact]
    public void A_report_without_candidates_gets_nobody() =>
        ReportShares.Distribute([[], [People[0]]], Nothing).ShouldBe([null, People[0]]);

    [Fact]
    public void What_persons_have_already_counts() =>
        ReportShares.Distribute([[People[0], People[1]], [People[0], People[1]]], new Dictionary<Guid, int> { [People[0]] = 3 }).ShouldBe([People[1], People[1]]);

    [Fact]
    public void A_chain_of_hand_overs_evens_out_what_the_first_look_left_uneven()
    {
        var (a, b, c) = (People[0], People[1], People[2]);
        var loads = Loads(ReportShares.Distribute([[a, b], [a, c], [a], [a]], Nothing));
        (loads[a], loads[b], loads[c]).ShouldBe((2, 1, 1));
    }

    /// <summary>All distributions of 200 random small cases are tried: none has a smaller sum of squares.</summary>
    [Fact]
    public void No_distribution_is_evener()
    {
        var random = new Random(6);
        for (var round = 0; round < 200; round++)
        {
            IReadOnlyList<IReadOnlyList<Guid>> candidates = [.. Enumerable.Range(0, random.Next(1, 9)).Select(_ => (IReadOnlyList<Guid>)[.. new[] { People[random.Next(5)], People[random.Next(5)] }.Distinct()])];
            var writers = ReportShares.Distribute(candidates, Nothing);
            for (var at = 0; at < writers.Count; at++) candidates[at].ShouldContain(writers[at]!.Value);
            Squares(writers).ShouldBe(Best(candidates, 0, []));
        }
    }

    private static int Best(IReadOnlyList<IReadOnlyList<Guid>> candidates, int at, List<Guid?> chosen) =>
        at == candidates.Count ? Squares(chosen) : candidates[at].Min(person => Best(candidates, at + 1, [.. chosen, person]));

    private static int Squares(IEnumerable<Guid?> writers) => Loads(writers).Values.Sum(load => load * load);

    private static Dictionary<Guid, int> Loads(IEnumerable<Guid?> writers) => writers.OfType<Guid>().CountBy(writer => writer).ToDictionary();
}
