using System.Collections.Concurrent;
using Awards.Testing;

namespace Awards.Web.Tests.Leaks;

/// <summary>Role × phase × route × channel against the table: nobody meets a canary that is not theirs, and everybody meets all of their own.</summary>
[Collection(nameof(LeakHouse))]
public sealed class MatrixTests(LeakHouse house)
{
    /// <summary>Mail addresses of the populated call, and whose they are. Null = of nobody who looks here.</summary>
    private static readonly Dictionary<string, Reader?> Addressees = new()
    {
        [Contact("Ausgeschlossen")] = Readers.ClerkOne,
        [Contact("Eingereicht")] = Readers.ClerkTwo,
        [Cast.Stranger] = Readers.Stranger,
        [Cast.OtherLead] = Readers.OtherLead,
        [LeakWorld.Word("Einladung", "Mail").ToLowerInvariant() + "@jury.example"] = null,
    };

    [Theory]
    [InlineData(nameof(Moment.Applying))]
    [InlineData(nameof(Moment.Intake))]
    [InlineData(nameof(Moment.Review))]
    [InlineData(nameof(Moment.Consensus))]
    [InlineData(nameof(Moment.Jury))]
    [InlineData(nameof(Moment.Published))]
    public async Task Everybody_meets_what_the_table_gives_them_and_nothing_else(string phase)
    {
        var moment = Enum.Parse<Moment>(phase);
        house.Move(moment);
        var mails = await house.MailsAsync();
        var faults = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(Readers.All, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (reader, _) =>
        {
            var walk = await house.WalkAsync(reader, moment);
            foreach (var (recipient, text) in mails.Where(mail => Addressees[mail.Recipient] == reader)) walk.Note(new("mail to " + recipient, default, text, null));
            var allowed = LeakTable.SeenBy(reader, moment);
            foreach (var (word, address) in walk.Found.Where(each => !allowed.Contains(each.Key))) faults.Add($"{reader} must not see {word}: {address}");
            foreach (var word in allowed.Where(word => !walk.Found.ContainsKey(word))) faults.Add($"{reader} should see {word} and meets it nowhere");
        });
        faults.ShouldBeEmpty(string.Join('\n', faults.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task Every_canary_of_the_table_is_planted_and_every_planted_one_is_in_the_table()
    {
        var planted = await Database.WordsAsync(house.Host);
        LeakTable.Canaries.Where(word => char.IsLetter(word[0])).Except(planted).ShouldBeEmpty("in the table, but nowhere in the database");
        planted.Except(LeakTable.Canaries).ShouldBeEmpty("in the database, but not in the table");
    }

    [Fact]
    public async Task A_mail_holds_nothing_that_its_receiver_may_not_see()
    {
        foreach (var (recipient, text) in await house.MailsAsync())
        {
            Addressees.ShouldContainKey(recipient);
            if (Addressees[recipient] is not { } reader) continue;
            Walk.Words(text).Except(LeakTable.SeenBy(reader, Moment.Applying)).ShouldBeEmpty(recipient);
        }
    }

    private static string Contact(string word) => LeakWorld.Word(word, "Mail").ToLowerInvariant() + "@musterstadt.example";
}
