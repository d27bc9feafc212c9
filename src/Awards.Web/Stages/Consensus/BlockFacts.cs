using System.Globalization;
using System.Text.RegularExpressions;
using Awards.Domain.Calls;
using Awards.Domain.PreReview;
using Awards.Domain.PreReview.Sessions;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Stages.PreReview;
using Awards.Web.Stages.PreReview.Office;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Stages.Consensus;

/// <summary>An entry ticked in a block.</summary>
/// <param name="Seen">What its reviews added up to when it was shown: <see cref="BlockFacts.Stamp"/>.</param>
public sealed record BlockEntry(Guid EntryId, int Seen);

/// <summary>What a block decision rests on, for one entry.</summary>
/// <param name="Stamp">Sum of the versions of its reviews: rises with every change of one of them.</param>
/// <param name="IsSettled">There is a result.</param>
/// <param name="Vote">The words of its votes.</param>
public sealed partial record BlockFacts(EntryLine Line, string Number, int Stamp, bool IsSettled, string Vote)
{
    /// <summary>The placeholders of the sentence.</summary>
    public static IReadOnlyList<string> Placeholders { get; } = ["votum", "punkte", "nummer", "kommune"];

    /// <summary>The facts of some entries of a call, by entry.</summary>
    public static async Task<IReadOnlyDictionary<Guid, BlockFacts>> LoadAsync(AwardsDbContext db, EntryLines lines, Call call, IReadOnlyCollection<Guid> entries, CancellationToken cancellationToken)
    {
        var stamps = await db.Reviews.Where(review => review.CallId == call.Id && entries.Contains(review.EntryId)).GroupBy(review => review.EntryId)
            .Select(own => new { own.Key, Sum = own.Sum(review => review.Version) }).ToDictionaryAsync(own => own.Key, own => own.Sum, cancellationToken);
        var settled = (await db.ConsensusResults.Where(result => result.CallId == call.Id && entries.Contains(result.EntryId)).Select(result => result.EntryId).ToListAsync(cancellationToken)).ToHashSet();
        return (await lines.OfAsync(db, call.Id, cancellationToken)).Where(line => entries.Contains(line.Id)).ToDictionary(line => line.Id, line => new BlockFacts(line, call.Definition.EntryNumber(line.Number),
            stamps.GetValueOrDefault(line.Id), settled.Contains(line.Id), line.Pair.IsUnsealed ? PreReviewWords.Of(line.Pair.Votes[0]) : ""));
    }

    /// <summary>Why the entry cannot be settled in a block, or null.</summary>
    public Refusal? Refusal(ConsensusSession session, int seen) =>
        session.Item(Line.Id) is not { State: ItemState.Open, Part: AgendaPart.Agreeing } ? new("session.block_not_open", "Der Beitrag steht nicht mehr im Block.")
        : IsSettled ? new("session.block_settled", "Für diesen Beitrag gibt es inzwischen ein Ergebnis.")
        : Stamp != seen || !Line.Pair.IsUnsealed ? new("session.block_changed", "An den Prüfbögen hat sich etwas geändert, seit Sie die Liste gesehen haben.")
        : Line.Pair.IsDiverging ? new("session.block_diverging", "Die Voten sind nicht mehr gleich.") : null;

    /// <summary>The sentence with what it says of this entry.</summary>
    public string Reasons(string sentence) => Placeholder().Replace(sentence, match => match.Groups[1].Value switch
    {
        "votum" => Vote,
        "punkte" => EntriesModel.Figure(Line.Pair.Score),
        "nummer" => Number,
        "kommune" => Line.Name,
        _ => match.Value,
    });

    /// <summary>What is wrong with a sentence, or null.</summary>
    public static Refusal? Check(string? sentence)
    {
        if (string.IsNullOrWhiteSpace(sentence)) return new("session.block_without_reasons", "Bitte schreiben Sie die Begründung.");
        if (TextRules.Check(sentence, MaxSentence).Refused(out var refusal)) return refusal;
        return Placeholder().Matches(sentence).FirstOrDefault(match => !Placeholders.Contains(match.Groups[1].Value)) is { } unknown
            ? new("session.block_placeholder", "Den Platzhalter „{0}“ gibt es hier nicht. Möglich sind: {1}.", unknown.Value, string.Join(", ", Placeholders.Select(name => "{{" + name + "}}"))) : null;
    }

    /// <summary>Longest sentence, in characters.</summary>
    public const int MaxSentence = 2000;

    /// <summary>The sum of versions as posted; null for anything else.</summary>
    public static BlockEntry? Read(string posted) =>
        posted.Split(':') is [var id, var seen] && Guid.TryParse(id, out var entry) && int.TryParse(seen, NumberStyles.None, CultureInfo.InvariantCulture, out var stamp) ? new(entry, stamp) : null;

    /// <summary>As it is posted.</summary>
    public string Posted => string.Create(CultureInfo.InvariantCulture, $"{Line.Id}:{Stamp}");

    [GeneratedRegex(@"\{\{\s*(\p{L}+)\s*\}\}")]
    private static partial Regex Placeholder();
}
