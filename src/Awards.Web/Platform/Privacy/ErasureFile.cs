using System.Globalization;

namespace Awards.Web.Platform.Privacy;

/// <summary>
/// The register of erased accounts beside the database, which no restored backup takes back: <c>erasures.txt</c> in the data directory, a line for
/// each account, with its id and the time. Names nobody.
/// </summary>
public sealed class ErasureFile(Installation installation)
{
    private static readonly SemaphoreSlim Turn = new(1, 1);

    private string Path => System.IO.Path.Combine(installation.DataDirectory, "erasures.txt");

    /// <summary>Ids of erased accounts. Throws for a line that is none.</summary>
    public async Task<IReadOnlyList<Guid>> ReadAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(Path)) return [];
        var lines = (await File.ReadAllLinesAsync(Path, cancellationToken)).Where(line => line.Length > 0);
        return [.. lines.Select((line, at) => Guid.TryParse(line.Split(' ')[0], out var id) ? id : throw new InvalidDataException($"{Path}, Zeile {at + 1}: Erwartet wird die Kennung eines Kontos."))];
    }

    /// <summary>Adds an account; on disk when this returns.</summary>
    public async Task AppendAsync(Guid personId, DateTime at, CancellationToken cancellationToken)
    {
        await Turn.WaitAsync(cancellationToken);
        try
        {
            Directory.CreateDirectory(installation.DataDirectory);
            await using var stream = new FileStream(Path, FileMode.Append, FileAccess.Write, FileShare.Read);
            await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{personId} {at:yyyy-MM-dd'T'HH:mm:ss'Z'}\n")), cancellationToken);
            stream.Flush(flushToDisk: true);
        }
        finally
        {
            Turn.Release();
        }
    }
}
