using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Awards.Domain.Shared;

namespace Awards.Web.Platform.Files;

/// <summary>A part of a zip file as its directory names it.</summary>
/// <param name="Packed">Bytes in the file.</param>
/// <param name="Claimed">Bytes it says it unpacks to.</param>
/// <param name="At">Where its own header lies.</param>
internal sealed record ZipPart(string Name, bool Encrypted, int Method, uint Packed, uint Claimed, uint At);

/// <summary>Reads zip files part by part. Own code, because libraries load whole directories and stop reading where a header tells them to.</summary>
internal static class ZipParts
{
    /// <summary>More parts than any document has that fits the size limit.</summary>
    public const int MaxParts = 5000;

    private const int EndSize = 22;
    private const int HeaderSize = 46;
    private const int LocalSize = 30;

    /// <summary>The parts; refused where the directory is torn, too long, or does not end with the file.</summary>
    public static Outcome<List<ZipPart>> List(Stream file)
    {
        if (End(file) is not { } end) return FileRefusals.Broken;
        long position = BinaryPrimitives.ReadUInt32LittleEndian(end.AsSpan(16));
        var parts = new List<ZipPart>();
        var header = new byte[HeaderSize];
        while (true)
        {
            file.Position = position;
            if (file.ReadAtLeast(header, HeaderSize, throwOnEndOfStream: false) < HeaderSize || BinaryPrimitives.ReadUInt32LittleEndian(header) != 0x02014b50)
                return parts.Count == BinaryPrimitives.ReadUInt16LittleEndian(end.AsSpan(10)) ? parts : FileRefusals.Broken;
            if (parts.Count >= MaxParts) return FileRefusals.Bomb;
            int Short(int at) => BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(at));
            uint Long(int at) => BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(at));
            var name = new byte[Short(28)];
            if (file.ReadAtLeast(name, name.Length, throwOnEndOfStream: false) < name.Length) return FileRefusals.Broken;
            parts.Add(new(Encoding.UTF8.GetString(name), (Short(8) & 1) != 0, Short(10), Long(20), Long(24), Long(42)));
            position += HeaderSize + Short(28) + Short(30) + Short(32);
        }
    }

    /// <summary>The unpacked content as it really is, of whatever length; null where the part is torn or packed in a way that documents do not use.</summary>
    public static Stream? Open(Stream file, ZipPart part)
    {
        var local = new byte[LocalSize];
        file.Position = part.At;
        if (file.ReadAtLeast(local, LocalSize, throwOnEndOfStream: false) < LocalSize || BinaryPrimitives.ReadUInt32LittleEndian(local) != 0x04034b50) return null;
        var start = part.At + LocalSize + (long)BinaryPrimitives.ReadUInt16LittleEndian(local.AsSpan(26)) + BinaryPrimitives.ReadUInt16LittleEndian(local.AsSpan(28));
        if (start + part.Packed > file.Length) return null;
        var packed = new byte[part.Packed];
        file.Position = start;
        file.ReadExactly(packed);
        return part.Method switch { 0 => new MemoryStream(packed), 8 => new DeflateStream(new MemoryStream(packed), CompressionMode.Decompress), _ => null };
    }

    /// <summary>The record at the end, whose comment must reach exactly to the end of the file; null without one.</summary>
    private static byte[]? End(Stream file)
    {
        var tail = new byte[(int)Math.Min(file.Length, EndSize + ushort.MaxValue)];
        file.Position = file.Length - tail.Length;
        file.ReadExactly(tail);
        for (var at = tail.Length - EndSize; at >= 0; at--)
            if (BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at)) == 0x06054b50 && BinaryPrimitives.ReadUInt16LittleEndian(tail.AsSpan(at + 20)) == tail.Length - at - EndSize)
                return tail[at..(at + EndSize)];
        return null;
    }
}
