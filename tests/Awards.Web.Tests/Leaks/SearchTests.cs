using System.Collections.Concurrent;

namespace Awards.Web.Tests.Leaks;

/// <summary>Whoever searches for what is hidden gets the answer, the order and the counts of one who searches for what does not exist.</summary>
[Collection(nameof(LeakHouse))]
public sealed class SearchTests(LeakHouse house)
{
    private const string Nowhere = "kanarinirgendwo";

    /// <summary>Title of an entry that the office may see, and everybody once it is published.</summary>
    private const string Known = "kanaripaartitel";

    [Theory]
    [InlineData(nameof(Moment.Jury))]
    [InlineData(nameof(Moment.Published))]
    public async Task Searching_for_what_is_hidden_is_searching_for_nothing(string phase)
    {
        var moment = Enum.Parse<Moment>(phase);
        house.Move(moment);
        var faults = new ConcurrentBag<string>();
        var told = new ConcurrentBag<Reader>();
        var searches = new ConcurrentBag<(string Path, string Field)>();
        await Parallel.ForEachAsync(Readers.All.Where(reader => reader.Specimen is null), new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (reader, _) =>
        {
            var visitor = await house.VisitAsync(reader, moment);
            var walk = await house.WalkAsync(reader, moment);
            var hidden = LeakTable.Canaries.Except(LeakTable.SeenBy(reader, moment)).ToList();
            foreach (var (path, field) in walk.Searches)
            {
                searches.Add((path, field));
                var nothing = await AnswerAsync(Nowhere);
                if (await AnswerAsync(Known) != nothing) told.Add(reader);
                foreach (var word in hidden)
                    if (await AnswerAsync(word) != nothing) faults.Add($"{reader} learns something by {path}?{field}={word}");

                async Task<string> AnswerAsync(string word)
                {
                    var heard = await Walk.HearAsync(visitor, $"{path}?{field}={word}");
                    return SameAnswer.Plain(heard).Replace(word, "?", StringComparison.OrdinalIgnoreCase);
                }
            }
        });
        faults.ShouldBeEmpty(string.Join('\n', faults.Order(StringComparer.Ordinal)));
        // Who may see it finds it: the comparison is able to tell.
        told.Distinct().ShouldBe(moment == Moment.Published ? Readers.All.Where(reader => reader.Specimen is null) : [Readers.Lead, Readers.Editor, Readers.Finance], ignoreOrder: true);
        // The walk must have met the searches that there are.
        searches.Select(each => each.Field).Distinct().Order(StringComparer.Ordinal).ShouldBe(["ab", "an", "anfrage", "bis", "nummer", "suche"]);
    }
}
