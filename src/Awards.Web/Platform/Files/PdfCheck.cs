using System.Buffers;
using Awards.Domain.Shared;

namespace Awards.Web.Platform.Files;

/// <summary>Looks into a PDF: encryption, scripts, attachments, pages. Two at a time, since each holds its file in memory.</summary>
internal sealed class PdfCheck(FileSettings settings) : IDisposable
{
    private const int TailLength = 1024;
    private const int MaxValues = 5_000_000;
    private const long MaxUnpacked = 100 * FileSettings.Megabyte;

    private static readonly SearchValues<byte> Blanks = SearchValues.Create("\0\t\n\f\r "u8);
    private static readonly HashSet<string> ActiveKeys = ["JS", "JavaScript", "RichMediaContent", "XFA"];
    private static readonly HashSet<string> ActiveKinds = ["JavaScript", "Launch", "ImportData", "SubmitForm", "Rendition", "RichMediaExecute", "GoToE", "Movie", "Sound", "RichMedia", "Screen", "3D"];
    private static readonly HashSet<string> AttachedKeys = ["EmbeddedFiles", "EF"];
    private static readonly HashSet<string> AttachedKinds = ["EmbeddedFile", "FileAttachment"];

    private readonly SemaphoreSlim _places = new(2);

    /// <summary>The number of pages, or why the file is not taken.</summary>
    public async Task<Outcome<int>> CheckAsync(string path, CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken);
        try
        {
            var data = await File.ReadAllBytesAsync(path, cancellationToken);
            return await Task.Run(() => Look(data), cancellationToken);
        }
        finally
        {
            _places.Release();
        }
    }

    public void Dispose() => _places.Dispose();

    private Outcome<int> Look(byte[] data)
    {
        // A PDF ends with its end mark; behind it other programs would find another file.
        var tail = data.AsSpan(Math.Max(0, data.Length - TailLength));
        var end = tail.LastIndexOf("%%EOF"u8);
        if (end < 0) return FileRefusals.Broken;
        if (tail[(end + 5)..].ContainsAnyExcept(Blanks)) return FileRefusals.Appended;
        try
        {
            var file = new PdfFile(data, new PdfBudget(MaxValues, MaxUnpacked));
            if (file.Trailers.Exists(trailer => trailer.ContainsKey("Encrypt"))) return FileRefusals.Encrypted;
            Refusal? refusal = null;
            foreach (var number in file.Numbers)
                if ((refusal = Danger(file.Read(number))) is not null) return refusal;
            var pages = file.Resolve(file.Trailers[0].GetValueOrDefault("Root")) is Dictionary<string, object?> catalog ? Pages(file, catalog.GetValueOrDefault("Pages"), []) : 0;
            return pages == 0 ? FileRefusals.Broken : pages > settings.MaxPages ? FileRefusals.TooManyPages(pages, settings.MaxPages) : pages;
        }
        catch (PdfFault fault)
        {
            return fault.Costly ? FileRefusals.Costly : FileRefusals.Broken;
        }
    }

    // Objects that are referred to are looked at by themselves; here only what lies within one.
    private static Refusal? Danger(object? value) => value switch
    {
        Dictionary<string, object?> dictionary => dictionary.Select(entry =>
            ActiveKeys.Contains(entry.Key) || Is(entry, ActiveKinds) ? FileRefusals.ActivePdf
            : AttachedKeys.Contains(entry.Key) || Is(entry, AttachedKinds) ? FileRefusals.AttachedPdf
            : Danger(entry.Value)).FirstOrDefault(refusal => refusal is not null),
        List<object?> list => list.Select(Danger).FirstOrDefault(refusal => refusal is not null),
        _ => null,
    };

    private static bool Is(KeyValuePair<string, object?> entry, HashSet<string> kinds) => entry is { Key: "S" or "Type" or "Subtype", Value: PdfName name } && kinds.Contains(name.Text);

    private static int Pages(PdfFile file, object? root, HashSet<int> seen)
    {
        var count = 0;
        var waiting = new Stack<object?>([root]);
        while (waiting.TryPop(out var next))
        {
            if (next is PdfReference reference && !seen.Add(reference.Number)) throw new PdfFault();
            if (file.Resolve(next) is not Dictionary<string, object?> node) throw new PdfFault();
            if (!node.ContainsKey("Kids")) count++;
            else if (file.Resolve(node["Kids"]) is List<object?> kids) kids.ForEach(waiting.Push);
            else throw new PdfFault();
        }
        return count;
    }
}
