using System.Globalization;
using System.Text;

namespace Awards.Web.Platform.Files;

/// <summary>The file is no PDF that can be read; or reading it would cost too much.</summary>
internal sealed class PdfFault(bool costly = false) : Exception
{
    public bool Costly => costly;
}

/// <summary>A name (/Type), spelled out.</summary>
internal sealed record PdfName(string Text);

/// <summary>A reference to an object (12 0 R).</summary>
internal sealed record PdfReference(int Number);

/// <summary>A text, of which only the length is kept.</summary>
internal sealed record PdfString(int Bytes);

/// <summary>What a file may cost altogether: counted down, whatever the file claims.</summary>
internal sealed class PdfBudget(int values, long unpacked)
{
    private int _values = values;
    private long _unpacked = unpacked;

    public void Value()
    {
        if (--_values < 0) throw new PdfFault(costly: true);
    }

    public void Unpacked(int bytes)
    {
        if ((_unpacked -= bytes) < 0) throw new PdfFault(costly: true);
    }
}

/// <summary>Reads values: dictionaries, lists, names, numbers (double), references, lengths of texts; other words as they are.</summary>
internal sealed class PdfTokens(byte[] data, PdfBudget budget)
{
    private const int MaxDepth = 100;
    private const string Delimiters = "()<>[]{}/%";

    public int Position { get; set; }

    /// <summary>The next value; null at the end.</summary>
    public object? Next(int depth = 0)
    {
        SkipBlanks();
        if (Position >= data.Length) return null;
        budget.Value();
        if (depth > MaxDepth) throw new PdfFault(costly: true);
        switch ((char)data[Position])
        {
            case '/': return new PdfName(Name());
            case '(': return Text();
            case '[':
                Position++;
                return List(depth);
            case '<' when At(Position + 1) == '<':
                Position += 2;
                return Dictionary(depth);
            case '<':
                return HexText();
            case '>' when At(Position + 1) == '>':
                Position += 2;
                return ">>";
            case ']' or '{' or '}' or ')' or '>':
                return ((char)data[Position++]).ToString();
            default:
                return NumberOrWord();
        }
    }

    /// <summary>The next value if it is a whole number, else a fault.</summary>
    public int Integer() => Next() is double number && number == Math.Floor(number) && Math.Abs(number) < int.MaxValue ? (int)number : throw new PdfFault();

    /// <summary>The next value must be this word.</summary>
    public void Expect(string word)
    {
        if (Next() as string != word) throw new PdfFault();
    }

    public void SkipBlanks()
    {
        for (; Position < data.Length; Position++)
        {
            if (data[Position] == '%')
                while (Position < data.Length && data[Position] is not (10 or 13)) Position++;
            else if (data[Position] is not (0 or 9 or 10 or 12 or 13 or 32)) return;
        }
    }

    private int At(int position) => position < data.Length ? data[position] : -1;

    private List<object?> List(int depth)
    {
        var list = new List<object?>();
        while (Next(depth + 1) is { } value)
        {
            if (value is "]") return list;
            if (!Joined(list, value)) list.Add(value);
        }
        throw new PdfFault();
    }

    private Dictionary<string, object?> Dictionary(int depth)
    {
        var dictionary = new Dictionary<string, object?>(StringComparer.Ordinal);
        var values = new List<object?>();
        string? key = null;
        while (Next(depth + 1) is { } value)
        {
            if (value is ">>")
            {
                if (key is not null) dictionary[key] = values.FirstOrDefault();
                return dictionary;
            }
            // A name right behind a key is its value; the next one is a key.
            if (value is PdfName name && (key is null || values.Count > 0))
            {
                if (key is not null) dictionary[key] = values[0];
                values.Clear();
                key = name.Text;
            }
            else if (key is null) throw new PdfFault();
            else if (!Joined(values, value)) values.Add(value);
        }
        throw new PdfFault();
    }

    // "12 0 R" comes as two numbers and a word.
    private static bool Joined(List<object?> list, object value)
    {
        if (value is not "R" || list.Count < 2 || list[^2] is not double number || list[^1] is not double) return false;
        list.RemoveAt(list.Count - 1);
        list[^1] = new PdfReference((int)Math.Min(number, int.MaxValue));
        return true;
    }

    private string Name()
    {
        var name = new StringBuilder();
        for (Position++; Position < data.Length && !Ends(data[Position]); Position++)
        {
            if (data[Position] == '#' && Position + 2 < data.Length && byte.TryParse(Encoding.Latin1.GetString(data, Position + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                name.Append((char)code);
                Position += 2;
            }
            else name.Append((char)data[Position]);
        }
        return name.ToString();
    }

    private PdfString Text()
    {
        var bytes = -1;
        for (var open = 0; Position < data.Length; Position++, bytes++)
        {
            if (data[Position] == '\\')
                for (var digits = 0; ++Position < data.Length && digits < 2 && data[Position] is >= 48 and < 56 && At(Position + 1) is >= 48 and < 56;) digits++;
            else if (data[Position] == '(') open++;
            else if (data[Position] == ')' && --open == 0)
            {
                Position++;
                return new(bytes);
            }
        }
        throw new PdfFault();
    }

    private PdfString HexText()
    {
        var digits = 0;
        for (Position++; Position < data.Length && data[Position] != '>'; Position++)
            if (char.IsAsciiHexDigit((char)data[Position])) digits++;
        Position++;
        return new((digits + 1) / 2);
    }

    private object NumberOrWord()
    {
        var start = Position;
        while (Position < data.Length && !Ends(data[Position])) Position++;
        var word = Encoding.Latin1.GetString(data, start, Math.Min(Position - start, 40));
        return double.TryParse(word, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : word;
    }

    private static bool Ends(byte each) => each is 0 or 9 or 10 or 12 or 13 or 32 || Delimiters.Contains((char)each);
}
