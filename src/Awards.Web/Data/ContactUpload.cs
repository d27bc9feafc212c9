using System.IO.Compression;
using System.Security.Cryptography;
using Awards.Domain.Shared;

namespace Awards.Web.Data;

/// <summary>A file with contacts that was checked and waits for somebody to say that it shall be merged; at most one for each list.</summary>
public sealed class ContactUpload
{
    private ContactUpload() { }

    public Guid Id { get; private set; }
    public Guid ListId { get; private set; }
    public string FileName { get; private set; } = "";

    /// <summary>Of the file as it came.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>Where addresses come from whose line says nothing about it.</summary>
    public string Source { get; private set; } = "";

    /// <summary>Packed with gzip.</summary>
    public byte[] Packed { get; private set; } = [];

    /// <summary>UTC.</summary>
    public DateTime UploadedAt { get; private set; }

    public static ContactUpload Of(Guid listId, string fileName, string source, byte[] content, WriteContext write)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) gzip.Write(content);
        return new()
        {
            Id = Guid.CreateVersion7(),
            ListId = listId,
            FileName = MailText.Cut(MailText.OneLine(fileName), StoredFile.MaxName),
            Source = source,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(content)),
            Packed = packed.ToArray(),
            UploadedAt = write.When,
        };
    }

    /// <summary>The file as it came.</summary>
    public byte[] Content()
    {
        using var gzip = new GZipStream(new MemoryStream(Packed), CompressionMode.Decompress);
        using var content = new MemoryStream();
        gzip.CopyTo(content);
        return content.ToArray();
    }
}
