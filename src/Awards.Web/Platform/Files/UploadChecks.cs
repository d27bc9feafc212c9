using Awards.Domain.Shared;
using Awards.Web.Data;

namespace Awards.Web.Platform.Files;

/// <summary>The one way by which an upload is looked at: kind by content, size, name against content, structure. Refuses or tells the facts.</summary>
public sealed class UploadChecks(FileSettings settings) : IDisposable
{
    private readonly PdfCheck _pdf = new(settings);

    /// <summary>Looks at a received file.</summary>
    public async Task<Outcome<FileFacts>> CheckAsync(IncomingFile file, string? typedName, CancellationToken cancellationToken)
    {
        if (file.Size == 0) return FileRefusals.Empty;
        if (file.Size > settings.MaxBytes) return FileRefusals.TooBig(settings.MaxBytes);
        int? pages = null;
        var kind = await ByContentAsync(file.Path, cancellationToken);
        if (kind.Refused(out var refusal)) return refusal;
        if (file.Size > settings.LimitOf(kind.Fact)) return FileRefusals.TooBig(settings.LimitOf(kind.Fact));
        if (FileName.ExtensionOf(typedName) is { Length: > 0 } extension && !kind.Fact.MayEnd(extension)) return FileRefusals.Extension(extension, kind.Fact.Label());
        if (kind.Fact == FileKind.Pdf)
        {
            var inspected = await _pdf.CheckAsync(file.Path, cancellationToken);
            if (inspected.Refused(out refusal)) return refusal;
            pages = inspected.Fact;
        }
        return new FileFacts(FileName.Clean(typedName, kind.Fact), kind.Fact, file.Size, file.Sha256, pages);
    }

    public void Dispose() => _pdf.Dispose();

    private async Task<Outcome<FileKind>> ByContentAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        var head = new byte[8];
        file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        // Unpacking a large document takes a second of computing, which no request thread should wait for.
        return head switch
        {
            [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => FileKind.Pdf,
            [(byte)'P', (byte)'K', 3, 4, ..] => await Task.Run(() => new OfficeCheck(settings).Check(file), cancellationToken),
            [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A] => Image(FileKind.Png, ImageCheck.Png),
            [0xFF, 0xD8, 0xFF, ..] => Image(FileKind.Jpeg, ImageCheck.Jpeg),
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] => IsEncryptedOffice(file) ? FileRefusals.Encrypted : FileRefusals.OldOffice,
            _ => FileRefusals.Type,
        };
        Outcome<FileKind> Image(FileKind kind, Func<Stream, long, Refusal?> check) =>
            file.Length > settings.LimitOf(kind) ? FileRefusals.TooBig(settings.LimitOf(kind)) : check(file, settings.MaxPixels) is { } refusal ? refusal : kind;
    }

    /// <summary>Office puts an encrypted document into a compound file with a stream named EncryptedPackage (UTF-16).</summary>
    private static bool IsEncryptedOffice(Stream file)
    {
        var name = System.Text.Encoding.Unicode.GetBytes("EncryptedPackage");
        var buffer = new byte[65_536];
        file.Position = 0;
        for (int kept = 0, read; (read = file.Read(buffer, kept, buffer.Length - kept)) > 0;)
        {
            var length = kept + read;
            if (buffer.AsSpan(0, length).IndexOf(name) >= 0) return true;
            kept = Math.Min(name.Length - 1, length);
            Buffer.BlockCopy(buffer, length - kept, buffer, 0, kept);
        }
        return false;
    }
}
