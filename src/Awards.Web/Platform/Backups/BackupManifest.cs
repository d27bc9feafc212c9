using System.Text.Json;

namespace Awards.Web.Platform.Backups;

/// <summary>What a backup says about itself; the last entry of its archive.</summary>
/// <param name="Format">Version of the shape of archives.</param>
/// <param name="CreatedAt">UTC.</param>
/// <param name="Kind">Kind of database: "sqlite" or "postgres".</param>
/// <param name="Migration">The last migration that the database holds.</param>
/// <param name="Entries">Everything else in the archive.</param>
public sealed record BackupManifest(int Format, DateTime CreatedAt, string Kind, string Migration, IReadOnlyList<BackupEntry> Entries)
{
    public const int CurrentFormat = 1;
    public const string Name = "manifest.json";
    public const string Sqlite = "sqlite";
    public const string Postgres = "postgres";

    /// <summary>Name of the database in the archive.</summary>
    public const string Database = "database";

    /// <summary>Folders of the data directory that a backup holds.</summary>
    public static readonly string[] Folders = ["files", "keys"];

    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };
}

/// <summary>A file of the archive.</summary>
/// <param name="Name">Path with "/".</param>
/// <param name="Length">Bytes.</param>
/// <param name="Sha256">Lower-case hexadecimal.</param>
public sealed record BackupEntry(string Name, long Length, string Sha256);
