using System.Text.RegularExpressions;

namespace Awards.Web.Data.Entries;

/// <summary>The shape of entry files: number, type in German words, one column per question; lists joined by ";"; empty = no answer.</summary>
public static partial class EntryCsv
{
    public const string Number = "nr";
    public const string Type = "municipality_type";

    /// <summary>Longest accepted cell, in characters.</summary>
    public const int MaxCell = 100_000;

    /// <summary>Puts an apostrophe before what a spreadsheet would run as a formula; <see cref="Unguard"/> takes it away again.</summary>
    public static string Guard(string cell) => Formula().IsMatch(cell) ? "'" + cell : cell;

    /// <summary>Takes away the apostrophe that <see cref="Guard"/> put there.</summary>
    public static string Unguard(string cell) => cell.StartsWith('\'') && Formula().IsMatch(cell) ? cell[1..] : cell;

    [GeneratedRegex(@"^'*[=+\-@\t\r](?!\d+$)")]
    private static partial Regex Formula();
}
