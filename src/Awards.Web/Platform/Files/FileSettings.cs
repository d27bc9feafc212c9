using Awards.Web.Data;

namespace Awards.Web.Platform.Files;

/// <summary>Settings below <c>Files</c>.</summary>
public sealed class FileSettings
{
    /// <summary>Largest upload in bytes.</summary>
    public long MaxBytes { get; set; } = 20 * Megabyte;

    /// <summary>Smaller limits for single kinds, in bytes: <c>Files:MaxBytesOf:Png</c>.</summary>
    public Dictionary<FileKind, long> MaxBytesOf { get; set; } = [];

    /// <summary>Largest PDF, in pages.</summary>
    public int MaxPages { get; set; } = 2000;

    /// <summary>Largest image, in pixels.</summary>
    public long MaxPixels { get; set; } = 50_000_000;

    /// <summary>What an Office file may unpack to, in bytes.</summary>
    public long MaxUnpackedBytes { get; set; } = 200 * Megabyte;

    public ClamAvSettings ClamAv { get; set; } = new();

    public const long Megabyte = 1024 * 1024;

    /// <summary>Bytes of a form beside its file.</summary>
    public const long FormMargin = Megabyte;

    /// <summary>The limit of a kind, in bytes.</summary>
    public long LimitOf(FileKind kind) => Math.Min(MaxBytes, MaxBytesOf.GetValueOrDefault(kind, MaxBytes));
}

/// <summary>Settings below <c>Files:ClamAv</c>. Without a host nothing is scanned.</summary>
public sealed class ClamAvSettings
{
    /// <summary>Host of clamd; empty = no scan.</summary>
    public string Host { get; set; } = "";

    public int Port { get; set; } = 3310;

    /// <summary>Seconds to wait for a connection, and for each answer.</summary>
    public int TimeoutSeconds { get; set; } = 30;
}
