using System.IO.Compression;
using System.Text;

namespace Awards.Testing.Files;

/// <summary>Small DOCX and XLSX files written by hand, good ones and bad ones.</summary>
public static class CraftedOffice
{
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Relationship = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>A document with one paragraph, and further parts (name, content).</summary>
    public static byte[] Docx(params (string Name, string Content)[] more) => PackageOf("word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>Text</w:t></w:r></w:p></w:body></w:document>", more);

    /// <summary>An empty workbook, and further parts (name, content).</summary>
    public static byte[] Xlsx(params (string Name, string Content)[] more) => PackageOf("xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
        "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheets/></workbook>", more);

    /// <summary>A document whose main part has another content type.</summary>
    public static byte[] OfType(string contentType) => PackageOf("word/document.xml", contentType, "<document/>", []);

    /// <summary>A part that links to something outside, by kind of relationship ("hyperlink", "attachedTemplate").</summary>
    public static (string Name, string Content) ExternalLink(string kind, string target) => ("word/_rels/document.xml.rels",
        $"<Relationships xmlns=\"{Package}/relationships\"><Relationship Id=\"r1\" Type=\"{Relationship}/{kind}\" Target=\"{target}\" TargetMode=\"External\"/></Relationships>");

    /// <summary>A zip file; contents may be large, they are written as a stream.</summary>
    public static byte[] Zip(IEnumerable<(string Name, Action<Stream> Write)> parts)
    {
        using var target = new MemoryStream();
        using (var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, write) in parts)
                using (var content = zip.CreateEntry(name, CompressionLevel.SmallestSize).Open()) write(content);
        return target.ToArray();
    }

    /// <summary>A document with a part of zeros.</summary>
    public static byte[] Bomb(long bytes) => Zip([.. Parts(Docx()), ("word/media/image1.bmp", stream =>
    {
        var zeros = new byte[1 << 20];
        for (var left = bytes; left > 0; left -= zeros.Length) stream.Write(zeros, 0, (int)Math.Min(left, zeros.Length));
    })]);

    /// <summary>Says in every header of the zip file that this part has one byte.</summary>
    public static byte[] LieAboutSize(byte[] zip, string part)
    {
        var name = Encoding.ASCII.GetBytes(part);
        for (var at = 0; at < zip.Length - 46; at++)
        {
            var central = zip.AsSpan(at).StartsWith("PK\u0001\u0002"u8);
            if (!central && !zip.AsSpan(at).StartsWith("PK\u0003\u0004"u8)) continue;
            if (zip.AsSpan(at + (central ? 46 : 30)).StartsWith(name)) BitConverter.TryWriteBytes(zip.AsSpan(at + (central ? 24 : 22)), 1);
        }
        return zip;
    }

    /// <summary>What Office makes of a document with a password: a compound file with a stream of this name.</summary>
    public static byte[] Compound(string streamName)
    {
        var file = new byte[2048];
        new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }.CopyTo(file, 0);
        Encoding.Unicode.GetBytes(streamName).CopyTo(file, 1024);
        return file;
    }

    private static byte[] PackageOf(string main, string type, string content, (string Name, string Content)[] more) => Zip(new[]
    {
        ("[Content_Types].xml", $"<Types xmlns=\"{Package}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/{main}\" ContentType=\"{type}\"/></Types>"),
        ("_rels/.rels", $"<Relationships xmlns=\"{Package}/relationships\"><Relationship Id=\"r1\" Type=\"{Relationship}/officeDocument\" Target=\"{main}\"/></Relationships>"),
        (main, content),
    }.Concat(more).Select(part => (part.Item1, (Action<Stream>)(stream => stream.Write(Encoding.UTF8.GetBytes(part.Item2))))));

    private static List<(string Name, Action<Stream> Write)> Parts(byte[] zip)
    {
        using var source = new ZipArchive(new MemoryStream(zip));
        return [.. source.Entries.Select(entry =>
        {
            using var content = new MemoryStream();
            using (var stream = entry.Open()) stream.CopyTo(content);
            return (entry.FullName, (Action<Stream>)(target => target.Write(content.ToArray())));
        })];
    }
}
