using System.Runtime.InteropServices;

namespace Awards.Web.Platform.Files;

/// <summary>Counts the visible characters of pages by the size in which they appear. Follows what moves the size: fonts, text and page matrices, forms within pages.</summary>
internal sealed class PdfContent(PdfFile file)
{
    private const int MaxForms = 10;
    private const int MaxStates = 200;

    /// <summary>Characters by size in tenths of a point.</summary>
    public Dictionary<int, int> Characters { get; } = [];

    /// <summary>Counts the characters of a page; throws <see cref="PdfFault"/> where it cannot be read.</summary>
    public void Read(PdfPage page)
    {
        var parts = file.Resolve(page.Page.GetValueOrDefault("Contents")) switch { List<object?> list => list, null => [], _ => [page.Page["Contents"]] };
        using var content = new MemoryStream();
        foreach (var part in parts)
        {
            if (part is not PdfReference reference || file.ReadStream(reference.Number) is not { } stream) throw new PdfFault();
            content.Write(stream.Content);
            content.WriteByte((byte)'\n');
        }
        Run(content.ToArray(), page.Resources, new State(Matrix.Scale(page.Unit)), 0);
    }

    private void Run(byte[] content, Dictionary<string, object?> resources, State state, int depth)
    {
        var tokens = file.Tokens(content);
        var operands = new List<object?>();
        var kept = new Stack<State>();
        while (tokens.Next() is { } token)
        {
            if (token is not string name)
            {
                if (operands.Count > 64) throw new PdfFault();
                operands.Add(token);
                continue;
            }
            switch (name)
            {
                case "q" when kept.Count < MaxStates: kept.Push(state); break;
                case "q": throw new PdfFault(costly: true);
                case "Q" when kept.Count > 0: state = kept.Pop(); break;
                case "cm": state = state with { Page = Matrix.Of(operands).Then(state.Page) }; break;
                case "BT": state = state with { Text = Matrix.One }; break;
                case "Tm": state = state with { Text = Matrix.Of(operands) }; break;
                case "Tr" when operands is [.., double mode]: state = state with { Invisible = mode is 3 or 7 }; break;
                case "Tf" when operands is [.., PdfName font, double size]: state = Font(resources, font.Text, state with { Size = size }); break;
                case "Tj" or "'" or "\"" or "TJ": Count(operands.LastOrDefault(), state); break;
                case "Do" when operands is [.., PdfName form]: Form(resources, form.Text, state, depth); break;
                case "ID": SkipImage(content, tokens); break;
            }
            operands.Clear();
        }
    }

    private void Count(object? shown, State state)
    {
        var bytes = shown switch { PdfString text => text.Bytes, List<object?> list => list.OfType<PdfString>().Sum(text => text.Bytes), _ => 0 };
        var size = Math.Abs(state.Size) * state.FontScale * state.Text.Then(state.Page).Height * 10;
        if (state.Invisible || bytes == 0 || size is not (>= 1 and < 10_000)) return;
        CollectionsMarshal.GetValueRefOrAddDefault(Characters, (int)Math.Round(size), out _) += Math.Max(1, bytes / state.BytesEach);
    }

    private State Font(Dictionary<string, object?> resources, string name, State state)
    {
        var font = file.Resolve((file.Resolve(resources.GetValueOrDefault("Font")) as Dictionary<string, object?>)?.GetValueOrDefault(name)) as Dictionary<string, object?>;
        var kind = (file.Resolve(font?.GetValueOrDefault("Subtype")) as PdfName)?.Text;
        // A font of drawings (Type 3) brings its own scale; that of all others is a thousandth.
        var scale = kind == "Type3" && file.Resolve(font!.GetValueOrDefault("FontMatrix")) is List<object?> { Count: 6 } own ? Matrix.Of(own.ConvertAll(file.Resolve)).Height * 1000 : 1;
        return state with { BytesEach = kind == "Type0" ? 2 : 1, FontScale = scale };
    }

    private void Form(Dictionary<string, object?> resources, string name, State state, int depth)
    {
        if ((file.Resolve(resources.GetValueOrDefault("XObject")) as Dictionary<string, object?>)?.GetValueOrDefault(name) is not PdfReference reference) return;
        // Of pictures only the dictionary is read: they need not be unpacked.
        if (file.Read(reference.Number) is not Dictionary<string, object?> { } form || file.Resolve(form.GetValueOrDefault("Subtype")) is not PdfName { Text: "Form" }) return;
        if (depth >= MaxForms) throw new PdfFault(costly: true);
        if (file.ReadStream(reference.Number) is not { } stream) return;
        var matrix = file.Resolve(form.GetValueOrDefault("Matrix")) is List<object?> list ? Matrix.Of(list.ConvertAll(file.Resolve)) : Matrix.One;
        Run(stream.Content, file.Resolve(form.GetValueOrDefault("Resources")) as Dictionary<string, object?> ?? resources, state with { Page = matrix.Then(state.Page) }, depth + 1);
    }

    // A picture within the content is no text of operators: it ends with the word EI between blanks.
    private static void SkipImage(byte[] content, PdfTokens tokens)
    {
        for (var at = tokens.Position; ; at += 2)
        {
            var found = content.AsSpan(Math.Min(at, content.Length)).IndexOf("EI"u8);
            if (found < 0) throw new PdfFault();
            at += found;
            if (at + 2 < content.Length && !IsBlank(content[at + 2]) || !IsBlank(content[at - 1])) continue;
            tokens.Position = at + 2;
            return;
        }
    }

    private static bool IsBlank(byte each) => each is 0 or 9 or 10 or 12 or 13 or 32;

    private sealed record State(Matrix Page)
    {
        public Matrix Text { get; init; } = Matrix.One;
        public double Size { get; init; }
        public double FontScale { get; init; } = 1;
        public int BytesEach { get; init; } = 1;
        public bool Invisible { get; init; }
    }

    /// <summary>The part of a matrix that turns and scales.</summary>
    private readonly record struct Matrix(double A, double B, double C, double D)
    {
        public static Matrix One { get; } = Scale(1);

        /// <summary>What a length of 1 upwards becomes.</summary>
        public double Height => Math.Sqrt(C * C + D * D);

        public static Matrix Scale(double by) => new(by, 0, 0, by);

        public static Matrix Of(List<object?> operands) => operands is [.., double a, double b, double c, double d, double, double] ? new(a, b, c, d) : throw new PdfFault();

        public Matrix Then(Matrix next) => new(A * next.A + B * next.C, A * next.B + B * next.D, C * next.A + D * next.C, C * next.B + D * next.D);
    }
}
