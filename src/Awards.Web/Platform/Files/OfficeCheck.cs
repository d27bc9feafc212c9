using System.Buffers;
using System.Xml;
using Awards.Domain.Shared;
using Awards.Web.Data;

namespace Awards.Web.Platform.Files;

/// <summary>Looks into DOCX and XLSX: everything is unpacked once as a stream and counted, whatever the headers claim; nothing is kept.</summary>
internal sealed class OfficeCheck(FileSettings settings)
{
    private const long SuspiciousFrom = 10 * FileSettings.Megabyte;
    private const int MaxRatio = 200;

    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private const string Sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    private static readonly XmlReaderSettings Xml = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = 4 * FileSettings.Megabyte };
    private static readonly string[] HarmlessSchemes = ["http", "https", "mailto", "tel"];

    private readonly Dictionary<string, string> _types = new(StringComparer.OrdinalIgnoreCase);
    private string? _main;

    /// <summary>Tells which of the two it is, or refuses.</summary>
    public Outcome<FileKind> Check(Stream file)
    {
        var parts = ZipParts.List(file);
        if (parts.Refused(out var refusal)) return refusal;
        try
        {
            if ((refusal = Unpack(file, parts.Fact)) is not null) return refusal;
        }
        catch (Exception broken) when (broken is InvalidDataException or XmlException)
        {
            return FileRefusals.Broken;
        }
        if (_types.Values.Any(type => type.Contains("macro", StringComparison.OrdinalIgnoreCase) || type.Contains("vba", StringComparison.OrdinalIgnoreCase))) return FileRefusals.Macros;
        if (_types.Values.Any(type => type.Contains("oleObject", StringComparison.OrdinalIgnoreCase) || type.Contains("activeX", StringComparison.OrdinalIgnoreCase))) return FileRefusals.Embedded;
        return _main is null ? FileRefusals.Type : _types.GetValueOrDefault("/" + _main.TrimStart('/')) switch
        {
            Word => FileKind.Docx,
            Sheet => FileKind.Xlsx,
            _ => FileRefusals.Type,
        };
    }

    private Refusal? Unpack(Stream file, List<ZipPart> parts)
    {
        // Parts that lie upon each other unpack the same bytes many times.
        if (parts.Sum(part => (long)part.Packed) > file.Length) return FileRefusals.Bomb;
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var total = 0L;
        var packed = 0L;
        foreach (var part in parts)
        {
            var name = part.Name;
            if (!names.Add(name) || name.Length is 0 or > 255 || name[0] == '/' || name.Any(each => each is '\\' or ':' || char.IsControl(each)) || name.Split('/').Contains("..")) return FileRefusals.Broken;
            if (name.Contains("vbaProject", StringComparison.OrdinalIgnoreCase) || name.Contains("macrosheets/", StringComparison.OrdinalIgnoreCase)) return FileRefusals.Macros;
            if (name.Contains("oleObject", StringComparison.OrdinalIgnoreCase) || name.Contains("activeX/", StringComparison.OrdinalIgnoreCase)) return FileRefusals.Embedded;
            if (part.Encrypted) return FileRefusals.Encrypted;
            packed += part.Packed;
            if (ZipParts.Open(file, part) is not { } unpacked) return FileRefusals.Broken;
            using var content = new CountedStream(unpacked, settings.MaxUnpackedBytes - total);
            if (Read(name, content) is { } refusal) return refusal;
            content.Drain();
            if (content.Exceeded || content.Count > part.Claimed) return FileRefusals.Bomb;
            total += content.Count;
            if (total > SuspiciousFrom && total / MaxRatio > Math.Max(packed, 1)) return FileRefusals.Bomb;
        }
        return null;
    }

    private Refusal? Read(string name, CountedStream content)
    {
        if (name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)) return Relationships(name, content);
        if (name == "[Content_Types].xml") ContentTypes(content);
        // A document type can only stand before the root element; it is how entities are blown up.
        else if (name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)) using (var reader = XmlReader.Create(content, Xml)) reader.MoveToContent();
        return null;
    }

    private void ContentTypes(Stream content)
    {
        using var reader = XmlReader.Create(content, Xml);
        while (reader.Read())
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "Override" or "Default" } && (reader.GetAttribute("PartName") ?? reader.GetAttribute("Extension")) is { } part)
                _types[part] = reader.GetAttribute("ContentType") ?? "";
    }

    private Refusal? Relationships(string name, Stream content)
    {
        using var reader = XmlReader.Create(content, Xml);
        while (reader.Read())
        {
            if (reader is not { NodeType: XmlNodeType.Element, LocalName: "Relationship" }) continue;
            var (type, target) = (reader.GetAttribute("Type") ?? "", reader.GetAttribute("Target") ?? "");
            if (name == "_rels/.rels" && type.EndsWith("/officeDocument", StringComparison.Ordinal)) _main = target;
            if (reader.GetAttribute("TargetMode") == "External" && !(type.EndsWith("/hyperlink", StringComparison.Ordinal) && IsHarmless(target))) return FileRefusals.External;
        }
        return null;
    }

    private static bool IsHarmless(string target) => !target.StartsWith('\\') && !target.StartsWith("//", StringComparison.Ordinal)
        && (Uri.TryCreate(target, UriKind.Absolute, out var address) ? HarmlessSchemes.Contains(address.Scheme) : !target.Contains(':', StringComparison.Ordinal));

    /// <summary>Counts what comes out of it and ends early when that is too much.</summary>
    private sealed class CountedStream(Stream inner, long limit) : Stream
    {
        public long Count { get; private set; }
        public bool Exceeded => Count > limit;

        public override int Read(Span<byte> buffer)
        {
            if (Exceeded) return 0;
            var read = inner.Read(buffer);
            Count += read;
            return read;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public void Drain()
        {
            var buffer = ArrayPool<byte>.Shared.Rent(81_920);
            while (Read(buffer) > 0) { }
            ArrayPool<byte>.Shared.Return(buffer);
        }

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => Count; set => throw new NotSupportedException(); }
        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing) inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
