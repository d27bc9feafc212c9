using System.Text;
using Awards.Domain.Shared;

namespace Awards.Domain.Municipalities;

/// <summary>Names of municipalities: as they are spoken, compared and searched for.</summary>
public static class MunicipalityNames
{
    /// <summary>The longest stored search key, in characters.</summary>
    public const int MaxSearchKey = 900;

    private static readonly HashSet<string> Designations = new(StringComparer.Ordinal)
    {
        "Gemeinde", "Markt", "Flecken", "Landkreis", "Kreis", "Regionalverband", "Amt", "Samtgemeinde", "Verbandsgemeinde", "Verwaltungsgemeinschaft", "Verwaltungsverband",
    };

    /// <summary>An official name with the designation that the register leaves to the text key: "Landkreis Osnabrück", "Samtgemeinde Bothel".</summary>
    public static string Spoken(string official, string textKey)
    {
        var word = textKey switch { "43" => "Kreis", "44" => "Landkreis", "51" => "Amt", "52" => "Samtgemeinde", "53" => "Verbandsgemeinde", _ => null };
        var says = textKey is "43" or "44" ? official.Contains("kreis", StringComparison.OrdinalIgnoreCase) || official.Contains("region", StringComparison.OrdinalIgnoreCase)
            : word is not null && official.Split(' ').Contains(word);
        return word is null || says ? official : $"{word} {official}";
    }

    /// <summary>An official name without what follows the comma, folded for comparing: "Dülmen, Stadt" is "dulmen".</summary>
    public static string Core(string official) => Fold(official.Split(',')[0]);

    /// <summary>The core without an addition or a second language: "Cottbus/Chóśebuz, Stadt" is "cottbus".</summary>
    public static string ShortCore(string official) => Fold(official.Split(',', '/', '(')[0]);

    /// <summary>The cores that a name as people write it may stand for: as it is, and without the designation before it ("Stadt Dülmen", "Freie Hansestadt Bremen").</summary>
    public static IReadOnlyList<string> Cores(string name)
    {
        var words = name.Split(',')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var first = words.Length > 1 && words[0] == "Freie" ? 1 : 0;
        if (first < words.Length - 1 && (Designations.Contains(words[first]) || IsTitle(words[first]))) first++;
        return first == 0 ? [Core(name)] : [Core(name), Fold(string.Join(' ', words[first..]))];
    }

    /// <summary>
    /// What a search looks through: all names, each with umlauts folded (ü = u) and written out (ü = ue). Every name begins with a blank, so that
    /// a blank before a word means its beginning.
    /// </summary>
    public static string SearchKey(params IEnumerable<string?> names)
    {
        var keys = names.OfType<string>().SelectMany(name => new[] { Fold(name), Fold(WrittenOut(name)) }).Where(key => key.Length > 0).Distinct();
        var all = string.Concat(keys.Select(key => " " + key + " |"));
        return all.Length <= MaxSearchKey ? all : all[..MaxSearchKey];
    }

    /// <summary>The words of a typed search, folded; each must be found in the search key.</summary>
    public static IReadOnlyList<string> SearchWords(string? typed) => [.. Fold(typed ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().Take(6)];

    // Sorbian ł and ó: the former has no mark that normalisation takes away.
    private static string Fold(string text) => SortKey.Of(text.Replace('ł', 'l').Replace('Ł', 'L'));

    private static string WrittenOut(string text) => new StringBuilder(text)
        .Replace("ä", "ae").Replace("ö", "oe").Replace("ü", "ue").Replace("Ä", "Ae").Replace("Ö", "Oe").Replace("Ü", "Ue").ToString();

    // Kreisstadt, Landeshauptstadt, Universitätsstadt, Eifelgemeinde …
    private static bool IsTitle(string word) => word.EndsWith("stadt", StringComparison.OrdinalIgnoreCase) || word.EndsWith("gemeinde", StringComparison.Ordinal);
}
