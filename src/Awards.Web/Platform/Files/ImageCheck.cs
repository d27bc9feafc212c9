using System.Buffers.Binary;
using System.Text;
using Awards.Domain.Shared;

namespace Awards.Web.Platform.Files;

/// <summary>Walks through the parts of PNG and JPEG files without decoding them: size in pixels, completeness, foreign data behind the end.</summary>
internal static class ImageCheck
{
    private static readonly uint[] CrcTable = [.. Enumerable.Range(0, 256).Select(n => Enumerable.Range(0, 8).Aggregate((uint)n, (c, _) => (c & 1) != 0 ? 0xEDB88320 ^ (c >> 1) : c >> 1))];

    /// <summary>Null when the image is in order.</summary>
    public static Refusal? Png(Stream file, long maxPixels)
    {
        var head = new byte[8];
        file.Position = 8;
        for (var (first, pixels) = (true, false); ; first = false)
        {
            if (!Fill(file, head)) return FileRefusals.Broken;
            var (length, type) = (BinaryPrimitives.ReadUInt32BigEndian(head), Encoding.ASCII.GetString(head, 4, 4));
            if (first != (type == "IHDR") || length > file.Length - file.Position - 4) return FileRefusals.Broken;
            if (first && (length == 13 ? Dimensions(file, maxPixels) : FileRefusals.Broken) is { } refusal) return refusal;
            if (!Checked(file, head.AsSpan(4), length)) return FileRefusals.Broken;
            pixels |= type == "IDAT";
            if (type == "IEND") return !pixels ? FileRefusals.Broken : file.Position < file.Length ? FileRefusals.Appended : null;
        }
    }

    /// <summary>Null when the image is in order. A second JPEG behind the first is: phones store previews so.</summary>
    public static Refusal? Jpeg(Stream file, long maxPixels)
    {
        file.Position = 2;
        var sized = false;
        while (Marker(file) is { } marker)
        {
            if (marker == 0xD9) return !sized ? FileRefusals.Broken : Behind(file);
            if (marker is 0x01 or (>= 0xD0 and <= 0xD8)) continue;
            var head = new byte[2];
            if (!Fill(file, head) || BinaryPrimitives.ReadUInt16BigEndian(head) is var length && (length < 2 || length - 2 > file.Length - file.Position)) return FileRefusals.Broken;
            var next = file.Position + length - 2;
            // SOF markers: C0 to CF without DHT (C4), JPG (C8) and DAC (CC).
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                var frame = new byte[5];
                if (!Fill(file, frame)) return FileRefusals.Broken;
                if (Area(BinaryPrimitives.ReadUInt16BigEndian(frame.AsSpan(3)), BinaryPrimitives.ReadUInt16BigEndian(frame.AsSpan(1)), maxPixels) is { } refusal) return refusal;
                sized = true;
            }
            file.Position = next;
        }
        return FileRefusals.Broken;
    }

    private static Refusal? Dimensions(Stream file, long maxPixels)
    {
        var start = file.Position;
        var data = new byte[8];
        if (!Fill(file, data)) return FileRefusals.Broken;
        file.Position = start;
        return Area(BinaryPrimitives.ReadUInt32BigEndian(data), BinaryPrimitives.ReadUInt32BigEndian(data.AsSpan(4)), maxPixels);
    }

    private static Refusal? Area(long width, long height, long maxPixels) => width is 0 or > int.MaxValue || height is 0 or > int.MaxValue ? FileRefusals.Broken
        : width * height > maxPixels ? FileRefusals.TooManyPixels(width, height, maxPixels) : null;

    private static bool Checked(Stream file, ReadOnlySpan<byte> type, uint length)
    {
        var crc = Crc(uint.MaxValue, type);
        Span<byte> buffer = stackalloc byte[4096];
        for (var left = length; left > 0;)
        {
            var part = buffer[..(int)Math.Min(left, (uint)buffer.Length)];
            if (!Fill(file, part)) return false;
            crc = Crc(crc, part);
            left -= (uint)part.Length;
        }
        return Fill(file, buffer[..4]) && BinaryPrimitives.ReadUInt32BigEndian(buffer) == ~crc;
    }

    private static uint Crc(uint crc, ReadOnlySpan<byte> data)
    {
        foreach (var each in data) crc = CrcTable[(crc ^ each) & 0xFF] ^ (crc >> 8);
        return crc;
    }

    // Skips coded pixels: within them FF is followed by 00 or a restart marker.
    private static int? Marker(Stream file)
    {
        for (var before = file.ReadByte(); before >= 0;)
        {
            var next = file.ReadByte();
            if (before == 0xFF && next is not (0 or 0xFF or -1 or (>= 0xD0 and <= 0xD7))) return next;
            before = next;
        }
        return null;
    }

    private static Refusal? Behind(Stream file)
    {
        var rest = new byte[3];
        int each;
        // Some cameras fill up to a full block.
        do each = file.ReadByte(); while (each == 0);
        if (each < 0) return null;
        file.Position--;
        return Fill(file, rest) && rest is [0xFF, 0xD8, 0xFF] ? null : FileRefusals.Appended;
    }

    private static bool Fill(Stream file, Span<byte> target) => file.ReadAtLeast(target, target.Length, throwOnEndOfStream: false) == target.Length;
}
