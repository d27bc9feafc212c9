using System.Text.Json;
using Awards.Domain.Calls;
using CsvHelper;

namespace Awards.Web.Data.Seeding;

/// <summary>Reads the files below <c>seed/</c>.</summary>
public sealed class SeedFiles(string directory)
{
    /// <summary>The definition of a seeded call.</summary>
    public CallDefinition Call(string slug) =>
        JsonSerializer.Deserialize<CallDefinition>(File.ReadAllText(Path.Combine(directory, "calls", slug, "call.json")), CallDefinition.Json)
        ?? throw new InvalidDataException($"seed/calls/{slug}/call.json is empty.");

    /// <summary>The bytes of a file beside a call's definition.</summary>
    public byte[] Bytes(string slug, string file) => File.ReadAllBytes(Path.Combine(directory, "calls", slug, file));

    /// <summary>The rows of a CSV file, each by column name.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(params string[] path)
    {
        using var csv = CsvReader.FromFile(Path.Combine([directory, .. path]), new CsvReaderOptions { Separator = ',' }, FileOptions.SequentialScan);
        var rows = new List<IReadOnlyDictionary<string, string>>();
        while (csv.Read())
            rows.Add(csv.Headers.Select((name, at) => (name, at)).ToDictionary(column => column.name, column => csv.GetString(column.at)));
        return rows;
    }
}
