using System.IO.Compression;
using System.Security.Cryptography;
using Awards.Domain.Shared;

namespace Awards.Web.Data;

/// <summary>A register file that was checked and waits for somebody to say that it shall be merged; there is at most one.</summary>
public sealed class RegisterUpload
{
    private RegisterUpload() { }

    public Guid Id { get; private set; }
    public string FileName { get; private set; } = "";

    /// <summary>Of the file as it came.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>Packed with gzip: a tenth of the file.</summary>
    public byte[] Packed { get; private set; } = [];

    /// <summary>UTC.</summary>
    public DateTime UploadedAt { get; private set; }

    public static RegisterUpload Of(string fileName, byte[] content, WriteContext write)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) gzip.Write(content);
        return new()
        {
            Id = Guid.CreateVersion7(),
            FileName = fileName.Length > StoredFile.MaxName ? fileName[..StoredFile.MaxName] : fileName,
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
