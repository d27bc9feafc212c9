using System.Text.RegularExpressions;
using Awards.Testing;

namespace Awards.Web.Tests.Leaks;

/// <summary>All answers of a reader, and the SQL behind them, without what differs between any two.</summary>
internal static partial class SameAnswer
{
    /// <summary>Status, headers and body without tokens and reference numbers.</summary>
    public static string Plain(Heard heard) => $"{(int)heard.Status}\n" + Changing().Replace(heard.Text, "");

    /// <summary>Answer and SQL commands by address. Runs alone on its host.</summary>
    public static async Task<Dictionary<string, string>> RecordAsync(LeakHouse house, Visitor visitor, IEnumerable<string> addresses)
    {
        var answers = new Dictionary<string, string>();
        foreach (var address in addresses)
        {
            house.Host.Queries.Reset();
            var heard = await Walk.HearAsync(visitor, address);
            answers[address] = $"{Plain(heard)}\n{string.Join('\n', house.Host.Queries.Commands)}";
        }
        return answers;
    }

    [GeneratedRegex("<input name=\"__RequestVerificationToken\"[^>]*>|\\b[0-9A-F]{12}\\b|Set-Cookie:.*|CfDJ8[\\w-]+")]
    private static partial Regex Changing();
}
