using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Awards.Testing.Files;

/// <summary>Small PDFs written by hand, good ones and bad ones.</summary>
public static class CraftedPdf
{
    /// <summary>A PDF with empty pages.</summary>
    public static byte[] Pages(int count = 1) => Write(
    [
        "<< /Type /Catalog /Pages 2 0 R >>",
        $"<< /Type /Pages /Kids [{string.Join(' ', Enumerable.Range(3, count).Select(number => $"{number} 0 R"))}] /Count {count} >>",
        .. Enumerable.Repeat("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>", count),
    ]);

    /// <summary>One page and further entries of the catalog; further objects begin with number 4.</summary>
    public static byte[] WithCatalog(string entries, params string[] objects) => Write(
    [
        $"<< /Type /Catalog /Pages 2 0 R {entries} >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
        .. objects,
    ]);

    /// <summary>An object whose content is a stream.</summary>
    public static string Stream(string entries, byte[] content) => $"<< {entries} /Length {content.Length} >>\nstream\n{Encoding.Latin1.GetString(content)}\nendstream";

    /// <summary>One page and a text in a stream that is not compressed, so that the file has about this size.</summary>
    public static byte[] OfSize(int bytes) => WithCatalog("", Stream("", new byte[bytes]));

    /// <summary>One page and a trailer that names an encryption, as every protected PDF has it.</summary>
    public static byte[] Encrypted() => Write(
    [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
        "<< /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O (x) /U (x) >>",
    ], "/Encrypt 4 0 R");

    /// <summary>As newer programs write: objects 1 and up packed into one stream, the table of references another, with rows as differences.</summary>
    public static byte[] Packed(params string[] objects)
    {
        var head = new StringBuilder();
        var body = new StringBuilder();
        for (var number = 1; number <= objects.Length; number++)
        {
            head.Append(CultureInfo.InvariantCulture, $"{number} {body.Length} ");
            body.Append(objects[number - 1]).Append(' ');
        }
        var (pack, table) = (objects.Length + 1, objects.Length + 2);
        using var file = new MemoryStream();
        file.Write("%PDF-1.7\n"u8);
        var packAt = file.Length;
        file.Write(Encoding.Latin1.GetBytes($"{pack} 0 obj\n{Stream($"/Type /ObjStm /N {objects.Length} /First {head.Length} /Filter /FlateDecode", Deflate(Encoding.Latin1.GetBytes($"{head}{body}")))}\nendobj\n"));
        var tableAt = file.Length;
        List<byte[]> rows = [[0, 0, 0, 0], .. Enumerable.Range(0, objects.Length).Select(index => new byte[] { 2, 0, (byte)pack, (byte)index }), [1, (byte)(packAt >> 8), (byte)packAt, 0], [1, (byte)(tableAt >> 8), (byte)tableAt, 0]];
        var differences = rows.SelectMany((row, at) => row.Select((value, column) => (byte)(value - (at == 0 ? 0 : rows[at - 1][column]))).Prepend((byte)2)).ToArray();
        file.Write(Encoding.Latin1.GetBytes($"{table} 0 obj\n{Stream($"/Type /XRef /Size {rows.Count} /Root 1 0 R /W [1 2 1] /Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 4 >>", Deflate(differences))}\nendobj\nstartxref\n{tableAt}\n%%EOF\n"));
        return file.ToArray();
    }

    /// <summary>Packs bytes as PDFs do.</summary>
    public static byte[] Deflate(byte[] content)
    {
        using var target = new MemoryStream();
        using (var deflate = new ZLibStream(target, CompressionLevel.Optimal, leaveOpen: true)) deflate.Write(content);
        return target.ToArray();
    }

    /// <summary>Objects 1, 2, … with a right table of references; the first is the catalog.</summary>
    public static byte[] Write(IReadOnlyList<string> objects, string trailer = "")
    {
        var file = new StringBuilder("%PDF-1.7\n");
        var starts = new List<int>();
        for (var number = 1; number <= objects.Count; number++)
        {
            starts.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n{objects[number - 1]}\nendobj\n");
        }
        var table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var start in starts) file.Append(CultureInfo.InvariantCulture, $"{start:D10} 00000 n \n");
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R {trailer} >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }
}
