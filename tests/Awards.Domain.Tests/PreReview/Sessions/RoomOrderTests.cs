using Awards.Domain.PreReview.Sessions;

namespace Awards.Domain.Tests.PreReview.Sessions;

public sealed class RoomOrderTests
{
    private static readonly Guid[] People = [.. Enumerable.Range(1, 8).Select(number => new Guid(number, 0, 0, new byte[8]))];

    [Fact]
    public void Who_stays_out_for_the_next_item_does_not_move() => RoomOrder.Moves([Set(0, 1), Set(0, 1), Set(1), Set()]).ShouldBe(4);

    [Fact]
    public void Items_that_the_same_people_leave_for_come_together()
    {
        IReadOnlySet<Guid>[] band = [Set(0), Set(), Set(0), Set(1), Set(0)];
        var order = RoomOrder.Of([band])[0];
        Moves([band], [order]).ShouldBe(4);
        order.Order().ShouldBe([0, 1, 2, 3, 4]);
    }

    [Fact]
    public void A_band_is_entered_with_those_out_who_were_out_before()
    {
        IReadOnlySet<Guid>[][] bands = [[Set(), Set(3)], [Set(), Set(3)]];
        var order = RoomOrder.Of(bands);
        (order[0], order[1]).ShouldSatisfyAllConditions(both => both.Item1.ShouldBe([0, 1]), both => both.Item2.ShouldBe([1, 0]));
    }

    [Fact]
    public void An_order_that_is_good_already_stays()
    {
        IReadOnlySet<Guid>[][] bands = [[Set(2), Set(1), Set(0)], [], [Set(), Set()]];
        var order = RoomOrder.Of(bands);
        order.Count.ShouldBe(3);
        order[0].ShouldBe([0, 1, 2]);
        order[1].ShouldBeEmpty();
        order[2].ShouldBe([0, 1]);
    }

    [Fact]
    public void Small_bands_get_the_best_order_there_is()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var bands = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Band(random, random.Next(0, 5), 4)).ToArray();
            Moves(bands, RoomOrder.Of(bands)).ShouldBe(BruteForce(bands), $"seed {seed}");
        }
    }

    [Theory]
    [InlineData(5)]
    [InlineData(12)]
    [InlineData(40)]
    public void No_order_is_worse_than_the_one_given_and_none_loses_an_item(int size)
    {
        var won = 0;
        for (var seed = 0; seed < 20; seed++)
        {
            var random = new Random(seed);
            var bands = Enumerable.Range(0, 3).Select(_ => Band(random, size, 8)).ToArray();
            var order = RoomOrder.Of(bands);
            for (var at = 0; at < bands.Length; at++) order[at].Order().ShouldBe(Enumerable.Range(0, size));
            var (before, after) = (RoomOrder.Moves(bands.SelectMany(band => band)), Moves(bands, order));
            after.ShouldBeLessThanOrEqualTo(before, $"seed {seed}");
            won += before - after;
        }
        won.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void The_way_along_an_order_says_who_goes_out_and_who_comes_in()
    {
        var changes = RoomChange.Along([Set(0), Set(0, 1), Set(2)]);
        changes.Count.ShouldBe(4);
        (changes[1].Leaving, changes[1].Returning.Count).ShouldSatisfyAllConditions(each => each.Leaving.ShouldBe([People[1]]), each => each.Count.ShouldBe(0));
        changes[2].Returning.ShouldBe([People[0], People[1]]);
        changes[3].Returning.ShouldBe([People[2]]);
        changes.Sum(change => change.Leaving.Count + change.Returning.Count).ShouldBe(RoomOrder.Moves([Set(0), Set(0, 1), Set(2)]));
    }

    private static HashSet<Guid> Set(params int[] people) => [.. people.Select(at => People[at])];

    private static IReadOnlySet<Guid>[] Band(Random random, int size, int people) =>
        [.. Enumerable.Range(0, size).Select(_ => (IReadOnlySet<Guid>)People.Take(people).Where(_ => random.Next(3) == 0).ToHashSet())];

    private static int Moves(IReadOnlyList<IReadOnlyList<IReadOnlySet<Guid>>> bands, IReadOnlyList<IReadOnlyList<int>> order) =>
        RoomOrder.Moves(bands.Zip(order, (band, places) => places.Select(at => band[at])).SelectMany(sets => sets));

    private static int BruteForce(IReadOnlyList<IReadOnlySet<Guid>[]> bands)
    {
        IEnumerable<IEnumerable<IReadOnlySet<Guid>>> ways = [[]];
        foreach (var band in bands) ways = ways.SelectMany(way => Orders(band).Select(order => way.Concat(order)));
        return ways.Min(RoomOrder.Moves);
    }

    private static IEnumerable<IReadOnlySet<Guid>[]> Orders(IReadOnlySet<Guid>[] items) => items.Length == 0 ? [[]]
        : items.SelectMany((item, at) => Orders([.. items.Where((_, other) => other != at)]).Select(rest => (IReadOnlySet<Guid>[])[item, .. rest]));
}
