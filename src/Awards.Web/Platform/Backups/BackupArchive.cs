using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace Awards.Web.Platform.Backups;

/// <summary>Writes an archive piece by piece; its manifest comes last.</summary>
public sealed class BackupArchive(Stream target) : IDisposable
{
    private readonly ZipArchive _zip = new(target, ZipArchiveMode.Create, leaveOpen: true);
    private readonly List<BackupEntry> _entries = [];

    /// <summary>Number of files so far.</summary>
    public int Count => _entries.Count;

    /// <summary>Adds a file; false when it is gone (an unreferenced file that was purged meanwhile).</summary>
    public async Task<bool> AddAsync(string name, string path, CancellationToken cancellationToken)
    {
        FileStream source;
        try
        {
            source = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (FileNotFoundException)
        {
            return false;
        }
        await using (source)
        {
            await using var entry = await _zip.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(cancellationToken);
            var (length, hash) = await CopyAsync(source, entry, cancellationToken);
            _entries.Add(new(name, length, hash));
        }
        return true;
    }

    /// <summary>Writes the manifest and closes the archive.</summary>
    public async Task FinishAsync(DateTime createdAt, string kind, string migration, CancellationToken cancellationToken)
    {
        await using (var entry = await _zip.CreateEntry(BackupManifest.Name, CompressionLevel.Fastest).OpenAsync(cancellationToken))
            await JsonSerializer.SerializeAsync(entry, new BackupManifest(BackupManifest.CurrentFormat, createdAt, kind, migration, _entries), BackupManifest.Json, cancellationToken);
        await _zip.DisposeAsync();
    }

    public void Dispose() => _zip.Dispose();

    internal static async Task<(long Length, string Sha256)> CopyAsync(Stream source, Stream target, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[128 * 1024];
        var length = 0L;
        for (int read; (read = await source.ReadAsync(buffer, cancellationToken)) > 0; length += read)
        {
            hash.AppendData(buffer, 0, read);
            await target.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }
        return (length, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}

/// <summary>An archive that was read through: every file is there, unchanged, and none that does not belong there.</summary>
public sealed class CheckedBackup : IDisposable
{
    private readonly ZipArchive _zip;

    private CheckedBackup(ZipArchive zip, BackupManifest manifest) => (_zip, Manifest) = (zip, manifest);

    public BackupManifest Manifest { get; }

    /// <summary>Opens and checks. Throws <see cref="InvalidDataException"/> with a German message when something is wrong.</summary>
    public static async Task<CheckedBackup> OpenAsync(string path, CancellationToken cancellationToken)
    {
        ZipArchive zip;
        try
        {
            zip = await ZipFile.OpenReadAsync(path, cancellationToken);
        }
        catch (InvalidDataException)
        {
            throw new InvalidDataException($"{path} ist keine Datensicherung oder ist abgeschnitten.");
        }
        try
        {
            var manifest = await ManifestAsync(zip, path, cancellationToken);
            if (manifest.Format != BackupManifest.CurrentFormat) throw new InvalidDataException($"{path} hat das Format {manifest.Format}. Dieses Programm liest Format {BackupManifest.CurrentFormat}.");
            var names = zip.Entries.Select(entry => entry.FullName).Where(name => name != BackupManifest.Name).ToList();
            if (!names.Order(StringComparer.Ordinal).SequenceEqual(manifest.Entries.Select(entry => entry.Name).Order(StringComparer.Ordinal), StringComparer.Ordinal))
                throw new InvalidDataException($"{path} ist beschädigt: Der Inhalt passt nicht zum Verzeichnis der Sicherung.");
            foreach (var entry in manifest.Entries)
            {
                if (!Belongs(entry.Name)) throw new InvalidDataException($"{path}: „{entry.Name}“ gehört nicht in eine Datensicherung.");
                await CopyAsync(zip, entry, Stream.Null, cancellationToken);
            }
            if (!names.Contains(BackupManifest.Database)) throw new InvalidDataException($"{path} enthält keine Datenbank.");
            return new(zip, manifest);
        }
        catch (Exception fault)
        {
            zip.Dispose();
            if (fault is InvalidDataException && !fault.Message.Contains(path, StringComparison.Ordinal)) throw new InvalidDataException($"{path} ist beschädigt: {fault.Message}");
            throw;
        }
    }

    /// <summary>Writes a file of the archive out, comparing it once more.</summary>
    public async Task ExtractAsync(BackupEntry entry, string path, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using var target = PrivateFile.Create(path);
        await CopyAsync(_zip, entry, target, cancellationToken);
        target.Flush(flushToDisk: true);
    }

    public void Dispose() => _zip.Dispose();

    private static async Task<BackupManifest> ManifestAsync(ZipArchive zip, string path, CancellationToken cancellationToken)
    {
        if (zip.GetEntry(BackupManifest.Name) is not { } entry) throw new InvalidDataException($"{path} ist keine Datensicherung: {BackupManifest.Name} fehlt.");
        try
        {
            await using var stream = await entry.OpenAsync(cancellationToken);
            return await JsonSerializer.DeserializeAsync<BackupManifest>(stream, BackupManifest.Json, cancellationToken) is { Kind: not null, Migration: not null, Entries: not null } manifest && manifest.Entries.All(each => each is { Name: not null, Sha256: not null })
                ? manifest : throw new JsonException();
        }
        catch (JsonException)
        {
            throw new InvalidDataException($"{path} ist beschädigt: {BackupManifest.Name} ist nicht lesbar.");
        }
    }

    private static async Task CopyAsync(ZipArchive zip, BackupEntry entry, Stream target, CancellationToken cancellationToken)
    {
        await using var source = await zip.GetEntry(entry.Name)!.OpenAsync(cancellationToken);
        if (await BackupArchive.CopyAsync(source, target, cancellationToken) != (entry.Length, entry.Sha256))
            throw new InvalidDataException($"Die Prüfsumme von „{entry.Name}“ stimmt nicht.");
    }

    private static bool Belongs(string name)
    {
        if (name == BackupManifest.Database) return true;
        var parts = name.Split('/');
        return parts.Length > 1 && BackupManifest.Folders.Contains(parts[0]) && parts.All(part => part.Length > 0 && part is not ("." or "..") && part.IndexOfAny(['\\', ':', '\0']) < 0);
    }
}
