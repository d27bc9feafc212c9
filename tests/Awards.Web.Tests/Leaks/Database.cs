using System.Data.Common;
using System.Globalization;
using Awards.Testing;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Tests.Leaks;

/// <summary>The whole database as text: what is planted, and whether anything changed.</summary>
internal static class Database
{
    /// <summary>All canaries in all columns of all tables; the bytes of files lie elsewhere and are added by their rows.</summary>
    public static async Task<HashSet<string>> WordsAsync(AwardsHost host)
    {
        var words = new HashSet<string>();
        foreach (var (_, text) in await RowsAsync(host, [])) words.UnionWith(Walk.Words(text).Where(word => char.IsLetter(word[0])));
        foreach (var file in Directory.EnumerateFiles(host.Folder, "*", SearchOption.AllDirectories).Where(file => !file.Contains("awards.db", StringComparison.Ordinal)))
            words.UnionWith(Walk.Words(await File.ReadAllTextAsync(file, System.Text.Encoding.Latin1)));
        return words;
    }

    /// <summary>All rows as text with their table, without those of some tables.</summary>
    public static Task<List<(string Table, string Text)>> RowsAsync(AwardsHost host, IReadOnlyCollection<string> except) => host.DbAsync(async db =>
    {
        var rows = new List<(string, string)>();
        await db.Database.OpenConnectionAsync();
        foreach (var table in db.Model.GetEntityTypes().Select(type => type.GetTableName()).OfType<string>().Distinct().Except(except).Order(StringComparer.Ordinal))
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\"";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync()) rows.Add((table, string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(at => Text(reader, at)))));
        }
        return rows;
    });

    private static string Text(DbDataReader reader, int at) => reader.GetValue(at) switch
    {
        byte[] bytes => Convert.ToHexString(bytes),
        var value => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
