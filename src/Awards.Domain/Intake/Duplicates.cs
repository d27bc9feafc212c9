using Awards.Domain.Shared;

namespace Awards.Domain.Intake;

/// <summary>What two applications have in common.</summary>
[Flags]
public enum TwinSigns
{
    None = 0,
    Municipality = 1,
    Mail = 2,
    Title = 4,
}

/// <summary>An application as far as it can look like another one.</summary>
/// <param name="Mail">Address of the contact; "" = unknown, or not for the eyes of who asks.</param>
public sealed record TwinCandidate(Guid Id, Guid? MunicipalityId, string Mail, string Title);

/// <summary>Two applications that look alike.</summary>
public sealed record Twins(Guid One, Guid Other, TwinSigns Signs)
{
    /// <summary>The other one of the two.</summary>
    public Guid Besides(Guid id) => id == One ? Other : One;
}

/// <summary>Points out applications that could be the same one sent twice. Nothing is ever merged.</summary>
public static class Duplicates
{
    /// <summary>Titles are alike from this share of common trigrams on (Dice's coefficient).</summary>
    public const double LeastSimilarity = 0.8;

    // Short titles differ in a word or a number at once: they must be equal.
    private const int ShortTitle = 15;

    // The same likeness as a share of all trigrams of both (Jaccard), by which candidates are left out early.
    private const double LeastJaccard = LeastSimilarity / (2 - LeastSimilarity);

    /// <summary>How alike two titles are, from 0 to 1: letters, digits and blanks count, case, accents and punctuation do not.</summary>
    public static double Similarity(string one, string other) => Similarity(SortKey.Of(one), Trigrams(SortKey.Of(one)), SortKey.Of(other), Trigrams(SortKey.Of(other)));

    /// <summary>All pairs that look alike.</summary>
    public static IReadOnlyList<Twins> Among(IReadOnlyList<TwinCandidate> all)
    {
        var signs = new Dictionary<(Guid, Guid), TwinSigns>();
        void Add(TwinCandidate one, TwinCandidate other, TwinSigns sign)
        {
            var pair = Ordered(one.Id, other.Id);
            signs[pair] = signs.GetValueOrDefault(pair) | sign;
        }
        void Same(IEnumerable<IEnumerable<TwinCandidate>> groups, TwinSigns sign)
        {
            foreach (var group in groups.Select(group => group.ToList()))
                for (var one = 0; one < group.Count; one++)
                    for (var other = one + 1; other < group.Count; other++) Add(group[one], group[other], sign);
        }
        Same(all.Where(each => each.MunicipalityId is not null).GroupBy(each => each.MunicipalityId), TwinSigns.Municipality);
        Same(all.Where(each => each.Mail.Length > 0).GroupBy(each => each.Mail.ToLowerInvariant()), TwinSigns.Mail);
        foreach (var (one, other) in SimilarTitles(all)) Add(one, other, TwinSigns.Title);
        return [.. signs.Select(each => new Twins(each.Key.Item1, each.Key.Item2, each.Value)).OrderByDescending(twins => twins.Signs).ThenBy(twins => twins.One).ThenBy(twins => twins.Other)];
    }

    /// <summary>A pair in the order in which it is stored.</summary>
    public static (Guid First, Guid Second) Ordered(Guid one, Guid other) => one.CompareTo(other) <= 0 ? (one, other) : (other, one);

    /// <summary>
    /// Pairs of similar titles without comparing all with all: with the rarest trigrams first, two titles that are alike share one among the
    /// first few of each.
    /// </summary>
    private static IEnumerable<(TwinCandidate One, TwinCandidate Other)> SimilarTitles(IReadOnlyList<TwinCandidate> all)
    {
        var titles = all.Select(each => (Candidate: each, Key: SortKey.Of(each.Title))).Where(each => each.Key.Length > 0).Select(each => (each.Candidate, each.Key, Grams: Trigrams(each.Key))).ToList();
        var rarity = titles.SelectMany(title => title.Grams).CountBy(gram => gram, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var index = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var at = 0; at < titles.Count; at++)
        {
            var grams = titles[at].Grams;
            var first = grams.Count == 0 ? [titles[at].Key] : grams.OrderBy(gram => rarity[gram]).ThenBy(gram => gram, StringComparer.Ordinal).Take(grams.Count - (int)Math.Ceiling(LeastJaccard * grams.Count) + 1).ToList();
            var met = new HashSet<int>();
            foreach (var gram in first)
            {
                if (!index.TryGetValue(gram, out var others)) index[gram] = others = [];
                foreach (var other in others)
                    if (met.Add(other) && Similarity(titles[at].Key, grams, titles[other].Key, titles[other].Grams) >= LeastSimilarity) yield return (titles[other].Candidate, titles[at].Candidate);
                others.Add(at);
            }
        }
    }

    private static double Similarity(string one, HashSet<string> ofOne, string other, HashSet<string> ofOther)
    {
        if (one == other) return one.Length > 0 ? 1 : 0;
        if (one.Length < ShortTitle || other.Length < ShortTitle) return 0;
        return 2.0 * ofOne.Count(ofOther.Contains) / (ofOne.Count + ofOther.Count);
    }

    private static HashSet<string> Trigrams(string key) => Enumerable.Range(0, Math.Max(0, key.Length - 2)).Select(at => key.Substring(at, 3)).ToHashSet(StringComparer.Ordinal);
}
