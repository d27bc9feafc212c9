using System.Buffers;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Awards.Web.Platform.Files;

/// <summary>Files in a directory, two levels deep: <c>ab/cd/abcd…</c>. Temporary ones lie in <c>incoming</c> on the same disk, so that a rename is enough.</summary>
public sealed class DirectoryFileStore(string directory, TimeProvider clock) : IFileStore
{
    private const int Buffer = 81_920;
    private const int NameBytes = 16;

    private string Incoming => Path.Combine(directory, "incoming");

    public async Task<IncomingFile> ReceiveAsync(Stream content, long limit, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Incoming);
        var path = Path.Combine(Incoming, NewName());
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            long size = 0;
            await using (var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true))
            {
                var buffer = ArrayPool<byte>.Shared.Rent(Buffer);
                try
                {
                    int read;
                    while (size <= limit && (read = await content.ReadAsync(buffer.AsMemory(0, (int)Math.Min(Buffer, limit + 1 - size)), cancellationToken)) > 0)
                    {
                        hash.AppendData(buffer, 0, read);
                        await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
                        size += read;
                    }
                }
                finally
                {
                    ArrayPool<byte>.Shared.Return(buffer);
                }
                file.Flush(flushToDisk: true);
            }
            // The purge compares this with the same clock.
            File.SetLastWriteTimeUtc(path, clock.GetUtcNow().UtcDateTime);
            return new(path, size, Convert.ToHexStringLower(hash.GetHashAndReset()));
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    public string Keep(IncomingFile file)
    {
        var name = NewName();
        var target = PathOf(name);
        var folder = Path.GetDirectoryName(target)!;
        Directory.CreateDirectory(folder);
        File.Move(file.Path, target);
        for (var each = folder; each.Length >= directory.Length; each = Path.GetDirectoryName(each)!) Sync(each);
        return name;
    }

    public FileStream? Open(string storageName)
    {
        try
        {
            return new FileStream(PathOf(storageName), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0, FileOptions.Asynchronous | FileOptions.SequentialScan);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    public bool Delete(string storageName)
    {
        var path = PathOf(storageName);
        if (!File.Exists(path)) return false;
        File.Delete(path);
        return true;
    }

    public IEnumerable<(string StorageName, DateTime WrittenAt)> List() => !Directory.Exists(directory) ? []
        : Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories).Where(path => IsName(Path.GetFileName(path)) && path == PathOf(Path.GetFileName(path)))
            .Select(path => (Path.GetFileName(path), File.GetLastWriteTimeUtc(path)));

    public int DeleteLeftovers(DateTime before)
    {
        if (!Directory.Exists(Incoming)) return 0;
        var old = Directory.GetFiles(Incoming).Where(path => File.GetLastWriteTimeUtc(path) < before).ToList();
        old.ForEach(File.Delete);
        return old.Count;
    }

    private string PathOf(string name) => IsName(name) ? Path.Combine(directory, name[..2], name[2..4], name)
        : throw new ArgumentException("This is no name of a stored file.", nameof(name));

    private static bool IsName(string name) => name.Length == NameBytes * 2 && name.All(char.IsAsciiHexDigitLower);

    private static string NewName() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(NameBytes));

    // A rename is on the disk only when its directory is: the row that refers to the file is committed after this.
    private static void Sync(string folder)
    {
        if (OperatingSystem.IsWindows()) return;
        var handle = open(folder, 0);
        if (handle < 0) return;
        _ = fsync(handle);
        _ = close(handle);
    }

#pragma warning disable IDE1006, SYSLIB1054, CA5392 // three calls of libc under their own names
    [DllImport("libc", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    private static extern int open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc")]
    private static extern int fsync(int handle);

    [DllImport("libc")]
    private static extern int close(int handle);
#pragma warning restore IDE1006, SYSLIB1054, CA5392
}
