using System.IO.Compression;

namespace Awards.Web.Platform.Files;

/// <summary>The objects of a PDF as its own tables of references name them. Reads them one at a time and unpacks nothing but tables, packed objects, and streams that are asked for.</summary>
internal sealed class PdfFile
{
    private const int MaxObjects = 500_000;

    private readonly byte[] _data;
    private readonly PdfBudget _budget;
    private readonly Dictionary<int, (int Kind, int Where, int Index)> _entries = [];
    private readonly Dictionary<int, (byte[] Data, List<(int Number, int At)> Objects)> _packed = [];

    /// <summary>Reads the tables; throws <see cref="PdfFault"/> where they do not fit.</summary>
    public PdfFile(byte[] data, PdfBudget budget)
    {
        (_data, _budget) = (data, budget);
        var end = data.AsSpan().LastIndexOf("startxref"u8);
        if (end < 0) throw new PdfFault();
        var seen = new HashSet<int>();
        var waiting = new Queue<int>();
        waiting.Enqueue(new PdfTokens(data, budget) { Position = end + 9 }.Integer());
        while (waiting.TryDequeue(out var at))
        {
            if (!seen.Add(at)) continue;
            if (at < 0 || at >= data.Length) throw new PdfFault();
            var trailer = Section(at);
            Trailers.Add(trailer);
            if (trailer.GetValueOrDefault("XRefStm") is double hybrid) waiting.Enqueue((int)hybrid);
            if (trailer.GetValueOrDefault("Prev") is double previous) waiting.Enqueue((int)previous);
        }
    }

    /// <summary>The newest first.</summary>
    public List<Dictionary<string, object?>> Trailers { get; } = [];

    /// <summary>Numbers of all objects.</summary>
    public IEnumerable<int> Numbers => _entries.Where(entry => entry.Value.Kind != 0).Select(entry => entry.Key);

    /// <summary>An object's value, of a stream its dictionary; null where there is none.</summary>
    public object? Read(int number)
    {
        if (!_entries.TryGetValue(number, out var entry) || entry.Kind == 0) return null;
        if (entry.Kind == 1) return At(entry.Where, number).Value;
        if (!_packed.TryGetValue(entry.Where, out var pack)) _packed[entry.Where] = pack = Unpack(entry.Where);
        var found = pack.Objects.FindIndex(Math.Clamp(entry.Index, 0, Math.Max(0, pack.Objects.Count - 1)), each => each.Number == number);
        if (found < 0) throw new PdfFault();
        return new PdfTokens(pack.Data, _budget) { Position = pack.Objects[found].At }.Next();
    }

    /// <summary>A value, or what it refers to.</summary>
    public object? Resolve(object? value) => value is PdfReference reference ? Read(reference.Number) : value;

    /// <summary>An object's dictionary and its content, unpacked; null where the object is no stream.</summary>
    public (Dictionary<string, object?> Dictionary, byte[] Content)? ReadStream(int number)
    {
        if (!_entries.TryGetValue(number, out var entry) || entry.Kind != 1) return null;
        var (value, behind) = At(entry.Where, number);
        return value is Dictionary<string, object?> stream ? (stream, Content(stream, behind)) : null;
    }

    /// <summary>Reads unpacked content at the expense of this file.</summary>
    public PdfTokens Tokens(byte[] content) => new(content, _budget);

    private (object? Value, PdfTokens Behind) At(int position, int? number)
    {
        if (position < 0 || position >= _data.Length) throw new PdfFault();
        var tokens = new PdfTokens(_data, _budget) { Position = position };
        var found = tokens.Integer();
        tokens.Integer();
        tokens.Expect("obj");
        if (number is not null && found != number) throw new PdfFault();
        return (tokens.Next(), tokens);
    }

    private Dictionary<string, object?> Section(int at)
    {
        var tokens = new PdfTokens(_data, _budget) { Position = at };
        if (tokens.Next() is not "xref") return StreamSection(at);
        object? first;
        while ((first = tokens.Next()) is double from)
        {
            var count = tokens.Integer();
            for (var index = 0; index < count; index++)
            {
                var where = tokens.Next() is double offset and < int.MaxValue ? (int)offset : throw new PdfFault();
                tokens.Next();
                Enter((int)from + index, tokens.Next() is "n" ? 1 : 0, where, 0);
            }
        }
        return first is "trailer" && tokens.Next() is Dictionary<string, object?> trailer ? trailer : throw new PdfFault();
    }

    private Dictionary<string, object?> StreamSection(int at)
    {
        var (value, behind) = At(at, null);
        if (value is not Dictionary<string, object?> trailer) throw new PdfFault();
        var rows = Content(trailer, behind);
        var widths = Integers(trailer.GetValueOrDefault("W"));
        if (widths.Count < 3 || widths.Any(width => width is < 0 or > 8)) throw new PdfFault();
        var ranges = trailer.TryGetValue("Index", out var listed) ? Integers(listed) : [0, int.MaxValue];
        var row = 0;
        int Field(int which, int missing)
        {
            if (widths[which] == 0) return missing;
            long number = 0;
            for (var index = 0; index < widths[which]; index++) number = (number << 8) | rows[row++];
            return (int)Math.Clamp(number, -1, int.MaxValue);
        }
        for (var range = 0; range + 1 < ranges.Count; range += 2)
            for (var index = 0; index < ranges[range + 1] && row + widths[0] + widths[1] + widths[2] <= rows.Length; index++)
            {
                _budget.Value();
                Enter(ranges[range] + index, Field(0, 1), Field(1, 0), Field(2, 0));
            }
        return trailer;
    }

    // The newest table comes first and wins.
    private void Enter(int number, int kind, int where, int index)
    {
        if (_entries.Count >= MaxObjects) throw new PdfFault(costly: true);
        _entries.TryAdd(number, (kind is 1 or 2 ? kind : 0, where, index));
    }

    private (byte[] Data, List<(int Number, int At)> Objects) Unpack(int number)
    {
        if (!_entries.TryGetValue(number, out var entry) || entry.Kind != 1) throw new PdfFault();
        var (value, behind) = At(entry.Where, number);
        if (value is not Dictionary<string, object?> pack || Resolve(pack.GetValueOrDefault("First")) is not double first || Resolve(pack.GetValueOrDefault("N")) is not double count) throw new PdfFault();
        var data = Content(pack, behind);
        var head = new PdfTokens(data, _budget);
        var objects = new List<(int, int)>();
        for (var index = 0; index < count; index++) objects.Add((head.Integer(), (int)first + head.Integer()));
        return objects.TrueForAll(each => each.Item2 >= 0 && each.Item2 <= data.Length) ? (data, objects) : throw new PdfFault();
    }

    private byte[] Content(Dictionary<string, object?> stream, PdfTokens behind)
    {
        behind.Expect("stream");
        var start = behind.Position;
        if (start < _data.Length && _data[start] == 13) start++;
        if (start < _data.Length && _data[start] == 10) start++;
        if (Resolve(stream.GetValueOrDefault("Length")) is not double length || length < 0 || length > _data.Length - start) throw new PdfFault();
        var raw = _data.AsMemory(start, (int)length);
        var filters = Resolve(stream.GetValueOrDefault("Filter")) switch { null => [], List<object?> list => list.ConvertAll(Resolve), var one => [one] };
        if (filters.Count == 0) return raw.ToArray();
        // Writers pack tables and objects in one way only; everything else is a disguise.
        if (filters.Count > 1 || filters[0] is not PdfName { Text: "FlateDecode" or "Fl" }) throw new PdfFault(costly: true);
        var parameters = Resolve(stream.GetValueOrDefault("DecodeParms")) switch { List<object?> list => Resolve(list.FirstOrDefault()), var one => one } as Dictionary<string, object?>;
        return Unfiltered(Inflate(raw), parameters);
    }

    private byte[] Inflate(ReadOnlyMemory<byte> raw)
    {
        try
        {
            using var unpacked = new MemoryStream();
            using var source = new MemoryStream(raw.ToArray());
            using var inflate = new ZLibStream(source, CompressionMode.Decompress);
            var buffer = new byte[65_536];
            for (int read; (read = inflate.Read(buffer)) > 0; unpacked.Write(buffer, 0, read)) _budget.Unpacked(read);
            return unpacked.ToArray();
        }
        catch (InvalidDataException)
        {
            throw new PdfFault();
        }
    }

    /// <summary>Undoes the differences between rows (PNG predictors), which tables are usually written with.</summary>
    private byte[] Unfiltered(byte[] data, Dictionary<string, object?>? parameters)
    {
        if (Resolve(parameters?.GetValueOrDefault("Predictor")) is not double predictor || predictor < 2) return data;
        if (predictor < 10 || Resolve(parameters!.GetValueOrDefault("Columns")) is not double columns || columns is < 1 or > 1000) throw new PdfFault();
        var width = (int)columns;
        var rows = data.Length / (width + 1);
        var result = new byte[rows * width];
        for (var row = 0; row < rows; row++)
            for (var column = 0; column < width; column++)
            {
                int Result(int up, int left) => row < up || column < left ? 0 : result[(row - up) * width + column - left];
                var (left, above, corner) = (Result(0, 1), Result(1, 0), Result(1, 1));
                result[row * width + column] = (byte)(data[row * (width + 1) + 1 + column] + data[row * (width + 1)] switch
                {
                    0 => 0,
                    1 => left,
                    2 => above,
                    3 => (left + above) / 2,
                    4 => Paeth(left, above, corner),
                    _ => throw new PdfFault(),
                });
            }
        return result;
    }

    private static int Paeth(int left, int above, int corner)
    {
        var guess = left + above - corner;
        var (byLeft, byAbove, byCorner) = (Math.Abs(guess - left), Math.Abs(guess - above), Math.Abs(guess - corner));
        return byLeft <= byAbove && byLeft <= byCorner ? left : byAbove <= byCorner ? above : corner;
    }

    private List<int> Integers(object? value) => Resolve(value) is List<object?> list ? list.ConvertAll(each => each is double number && Math.Abs(number) < int.MaxValue ? (int)number : throw new PdfFault()) : throw new PdfFault();
}
