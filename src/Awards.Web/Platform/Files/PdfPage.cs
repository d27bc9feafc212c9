namespace Awards.Web.Platform.Files;

/// <summary>A page of a PDF with what it inherits. Sizes in points.</summary>
internal sealed record PdfPage(Dictionary<string, object?> Page, Dictionary<string, object?> Resources, double Width, double Height, double Unit)
{
    private static readonly string[] Inherited = ["MediaBox", "CropBox", "Resources"];

    /// <summary>The pages in their order; throws <see cref="PdfFault"/> for a tree that is none.</summary>
    public static List<PdfPage> All(PdfFile file)
    {
        var pages = new List<PdfPage>();
        if (file.Resolve(file.Trailers[0].GetValueOrDefault("Root")) is not Dictionary<string, object?> catalog) return pages;
        var seen = new HashSet<int>();
        var waiting = new Stack<(object? Node, Dictionary<string, object?> From)>([(catalog.GetValueOrDefault("Pages"), [])]);
        while (waiting.TryPop(out var next))
        {
            if (next.Node is PdfReference reference && !seen.Add(reference.Number)) throw new PdfFault();
            if (file.Resolve(next.Node) is not Dictionary<string, object?> node) throw new PdfFault();
            var inherited = Inherited.Select(key => (key, Value: node.GetValueOrDefault(key) ?? next.From.GetValueOrDefault(key))).ToDictionary(each => each.key, each => each.Value);
            if (!node.TryGetValue("Kids", out var listed)) pages.Add(One(file, node, inherited));
            else if (file.Resolve(listed) is List<object?> kids) kids.AsEnumerable().Reverse().ToList().ForEach(kid => waiting.Push((kid, inherited)));
            else throw new PdfFault();
        }
        return pages;
    }

    private static PdfPage One(PdfFile file, Dictionary<string, object?> node, Dictionary<string, object?> inherited)
    {
        var media = Box(file, inherited["MediaBox"]) ?? throw new PdfFault();
        var crop = Box(file, inherited["CropBox"]) ?? media;
        var unit = file.Resolve(node.GetValueOrDefault("UserUnit")) is double typed and > 0 ? typed : 1;
        double Length(int from, int to) => Math.Max(0, Math.Min(media[to], crop[to]) - Math.Max(media[from], crop[from])) * unit;
        return new(node, file.Resolve(inherited["Resources"]) as Dictionary<string, object?> ?? [], Length(0, 2), Length(1, 3), unit);
    }

    /// <summary>Left, bottom, right, top, in whatever order the corners are named.</summary>
    private static double[]? Box(PdfFile file, object? value)
    {
        if (file.Resolve(value) is not List<object?> { Count: 4 } list) return null;
        var numbers = list.ConvertAll(each => file.Resolve(each) is double number ? number : throw new PdfFault());
        return [Math.Min(numbers[0], numbers[2]), Math.Min(numbers[1], numbers[3]), Math.Max(numbers[0], numbers[2]), Math.Max(numbers[1], numbers[3])];
    }
}
