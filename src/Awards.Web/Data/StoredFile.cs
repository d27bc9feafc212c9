using Awards.Domain.Shared;

namespace Awards.Web.Data;

/// <summary>What a stored file is, told by its content.</summary>
public enum FileKind { Pdf = 1, Docx, Xlsx, Png, Jpeg }

/// <summary>A file in the file store: never changed, only detached from what it belonged to, and purged later.</summary>
public sealed class StoredFile
{
    private StoredFile() { }

    /// <summary>Part of the address; reveals no order.</summary>
    public Guid Id { get; private set; }

    /// <summary>The name the file came with, without paths and invisible characters. Data only: nothing is ever opened by it.</summary>
    public string Name { get; private set; } = "";

    public FileKind Kind { get; private set; }

    /// <summary>Bytes.</summary>
    public long Size { get; private set; }

    /// <summary>SHA-256 of the content, hexadecimal, lower case.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>Pages of a PDF; null for other kinds.</summary>
    public int? Pages { get; private set; }

    /// <summary>Random name in the file store.</summary>
    public string StorageName { get; private set; } = "";

    /// <summary>Null for the system.</summary>
    public Guid? UploadedBy { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime UploadedAt { get; private set; }

    /// <summary>The call it belongs to; null where it belongs to none.</summary>
    public Guid? CallId { get; private set; }

    /// <summary>Kind of the object it belongs to, which decides who may read it; null = to none, nobody may.</summary>
    public string? OwnerKind { get; private set; }

    public Guid? OwnerId { get; private set; }

    /// <summary>UTC instant since which nothing refers to it; null while something does.</summary>
    public DateTime? UnreferencedSince { get; private set; }

    /// <summary>Longest name, in characters.</summary>
    public const int MaxName = 150;

    /// <summary>Records a checked file that belongs to an object from the first moment on.</summary>
    public static StoredFile Store(FileFacts facts, string storageName, FileOwner owner, WriteContext write) => new()
    {
        Id = SecretId.New(),
        Name = facts.Name,
        Kind = facts.Kind,
        Size = facts.Size,
        Sha256 = facts.Sha256,
        Pages = facts.Pages,
        StorageName = storageName,
        UploadedBy = write.Who,
        UploadedAt = write.When,
        CallId = owner.CallId,
        OwnerKind = owner.Kind,
        OwnerId = owner.Id,
    };

    /// <summary>Nothing refers to it any more: nobody can read it from now on, and the purge deletes it after its grace period.</summary>
    public void Detach(DateTime now) => (OwnerKind, OwnerId, UnreferencedSince) = (null, null, UnreferencedSince ?? now);
}

/// <summary>What the checks found out about an upload.</summary>
/// <param name="Name">Cleaned name.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Hexadecimal, lower case.</param>
/// <param name="Pages">Pages of a PDF, else null.</param>
public sealed record FileFacts(string Name, FileKind Kind, long Size, string Sha256, int? Pages);

/// <summary>The object that a file belongs to.</summary>
public sealed record FileOwner(string Kind, Guid Id, Guid? CallId);
