using Awards.Domain.PreReview;
using Awards.Domain.PreReview.Sessions;

namespace Awards.Domain.Tests.PreReview.Sessions;

public sealed class ConsensusAgendaTests
{
    private static readonly ILookup<Guid, Guid> Nobody = Array.Empty<Guid>().ToLookup(id => id);

    [Theory]
    [InlineData("5+ 4+ 2- 1-", 3.0)]
    [InlineData("5+ 3+ 2.5+ 1-", 1.75)]
    [InlineData("5- 4+ 3+ 1-", 2.0)]
    [InlineData("4+ 4- 4-", 4.0)]
    public void The_border_contradicts_the_fewest_votes_and_lies_in_the_widest_gap(string entries, double border) =>
        CloseCalls.Border(entries.Split(' ').Select(Read)).ShouldNotBeNull().ShouldBe(border, 1e-9);

    [Theory]
    [InlineData("5+ 4+")]
    [InlineData("2-")]
    public void A_group_in_which_all_or_none_are_proposed_has_no_border(string entries) => CloseCalls.Border(entries.Split(' ').Select(Read)).ShouldBeNull();

    [Fact]
    public void Diverging_votes_come_first_then_close_calls_then_the_rest()
    {
        AgendaEntry[] entries =
        [
            Entry(1, "a", 5, 5), Entry(2, "a", 3, 3), Entry(3, "a", 2, 2, Vote.NotSuitable, Vote.NotSuitable), Entry(4, "a", 0, 0, Vote.NotSuitable, Vote.NotSuitable),
            Entry(5, "a", 5, 2, Vote.Suitable, Vote.NotSuitable), Entry(6, "b", 5, 1, Vote.Suitable, Vote.NotSuitable), Entry(7, "b", 4, 4), Sealed(8),
        ];
        Numbers(entries, ConsensusAgenda.Of(["a", "b"], entries, Nobody)).ShouldBe(["6 Diverging", "5 Diverging", "2 Close", "3 Close", "1 Agreeing", "4 Agreeing", "7 Agreeing"]);
        Numbers(entries, ConsensusAgenda.Of(["b", "a"], entries, Nobody, marginTenths: 4)).ShouldBe(["6 Diverging", "5 Diverging", "7 Agreeing", "1 Agreeing", "2 Agreeing", "3 Agreeing", "4 Agreeing"]);
    }

    [Fact]
    public void What_is_settled_stands_on_no_agenda_but_counts_for_the_border()
    {
        AgendaEntry[] entries = [Entry(1, "a", 4, 4), Entry(2, "a", 3, 3), Entry(3, "a", 3, 3) with { Proposed = false }];
        Numbers(entries, ConsensusAgenda.Of(["a"], entries, Nobody)).ShouldBe(["2 Close", "1 Close"], ignoreOrder: true);
        Numbers(entries, ConsensusAgenda.Of(["a"], [.. entries.Take(2)], Nobody)).ShouldBe(["1 Agreeing", "2 Agreeing"]);
    }

    [Fact]
    public void Only_equal_differences_change_places_so_that_fewer_people_leave()
    {
        var person = Guid.CreateVersion7();
        AgendaEntry[] entries = [.. new[] { 5, 3, 3, 3 }.Select((points, at) => Entry(at + 1, "a", points, 0, Vote.Suitable, Vote.NotSuitable))];
        var barred = new[] { entries[0].Id, entries[3].Id }.ToLookup(id => id, _ => person);
        Numbers(entries, ConsensusAgenda.Of(["a"], entries, barred)).ShouldBe(["1 Diverging", "4 Diverging", "2 Diverging", "3 Diverging"]);
    }

    [Fact]
    public void The_same_facts_in_another_order_give_the_same_agenda()
    {
        for (var seed = 0; seed < 30; seed++)
        {
            var random = new Random(seed);
            var people = Enumerable.Range(0, 6).Select(_ => Guid.CreateVersion7()).ToArray();
            AgendaEntry[] entries = [.. Enumerable.Range(1, 40).Select(number => Entry(number, number % 3 == 0 ? "a" : "b", random.Next(6), random.Next(6), (Vote)random.Next(3), (Vote)random.Next(3)))];
            var pairs = entries.SelectMany(entry => people.Where(_ => random.Next(5) == 0).Select(person => (Entry: entry.Id, Person: person))).ToList();
            var (one, shuffled) = (entries, entries.ToArray());
            random.Shuffle(shuffled);
            var agenda = ConsensusAgenda.Of(["a", "b"], one, pairs.ToLookup(pair => pair.Entry, pair => pair.Person));
            ConsensusAgenda.Of(["a", "b"], shuffled, pairs.AsEnumerable().Reverse().ToLookup(pair => pair.Entry, pair => pair.Person)).ShouldBe(agenda);
            agenda.Select(place => place.EntryId).ShouldBe(entries.Select(entry => entry.Id), ignoreOrder: true);
            var plain = ConsensusAgenda.Bands(["a", "b"], entries).SelectMany(band => band.Entries).Select(entry => entry.Id);
            int Moves(IEnumerable<Guid> order) => RoomOrder.Moves(order.Select(id => pairs.Where(pair => pair.Entry == id).Select(pair => pair.Person).ToHashSet()));
            Moves(agenda.Select(place => place.EntryId)).ShouldBeLessThan(Moves(plain));
        }
    }

    private static (double, bool) Read(string entry) => (double.Parse(entry[..^1], System.Globalization.CultureInfo.InvariantCulture), entry[^1] == '+');

    private static IEnumerable<string> Numbers(AgendaEntry[] entries, IEnumerable<AgendaPlace> places) => places.Select(place => $"{entries.Single(entry => entry.Id == place.EntryId).Number} {place.Part}");

    private static AgendaEntry Entry(int number, string group, double one, double two, Vote first = Vote.Suitable, Vote second = Vote.Suitable) =>
        new(Guid.CreateVersion7(), number, group, PairResult.Of([new(ReviewState.HandedIn, first, one), new(ReviewState.HandedIn, second, two)]));

    private static AgendaEntry Sealed(int number) => new(Guid.CreateVersion7(), number, "a", PairResult.Of([new(ReviewState.HandedIn, Vote.Suitable, 3), new(ReviewState.Open, null, null)]));
}
