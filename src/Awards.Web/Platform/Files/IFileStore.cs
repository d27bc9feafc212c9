namespace Awards.Web.Platform.Files;

/// <summary>Keeps the bytes of files under random names. A kept file is never changed.</summary>
public interface IFileStore
{
    /// <summary>Writes a stream into a temporary file and on to the disk. Stops one byte after <paramref name="limit"/>: the result is then longer than it.</summary>
    Task<IncomingFile> ReceiveAsync(Stream content, long limit, CancellationToken cancellationToken);

    /// <summary>Gives a received file its final, random name.</summary>
    string Keep(IncomingFile file);

    /// <summary>Opens a kept file; null when it is not there.</summary>
    FileStream? Open(string storageName);

    /// <summary>Deletes a kept file; false when it was not there.</summary>
    bool Delete(string storageName);

    /// <summary>Kept files with the instant (UTC) at which they were written.</summary>
    IEnumerable<(string StorageName, DateTime WrittenAt)> List();

    /// <summary>Deletes temporary files written before an instant (UTC), which a crash left behind; gives their number.</summary>
    int DeleteLeftovers(DateTime before);
}

/// <summary>A received file that is not kept yet: it vanishes with this object.</summary>
/// <param name="Path">Where it lies for the checks.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Hexadecimal, lower case.</param>
public sealed record IncomingFile(string Path, long Size, string Sha256) : IDisposable
{
    public void Dispose() => File.Delete(Path);
}
