using System.Globalization;
using System.Text;
using Awards.Domain.Shared;

namespace Awards.Domain.Municipalities;

/// <summary>
/// Reads the official register of municipalities in GV100AD format (Statistisches Bundesamt): lines of 220 characters, UTF-8 or else
/// Latin-1. Published editions have been corrupt, so every column that is used or must be blank is checked, and one fault refuses the whole.
/// </summary>
public sealed class RegisterFile
{
    /// <summary>Faults that are named; the rest is counted.</summary>
    public const int MaxFaults = 20;

    /// <summary>Characters of a line.</summary>
    public const int LineLength = 220;

    private readonly List<RegisterRecord> _records = [];
    private readonly List<RegisterFault> _faults = [];
    private readonly HashSet<string> _parents = [];
    private DateOnly? _date;
    private string _order = "";
    private int _faultCount;

    private RegisterFile() { }

    /// <summary>The edition that the bytes hold, or why they hold none.</summary>
    public static RegisterReading Read(byte[] content)
    {
        var file = new RegisterFile();
        var number = 0;
        foreach (var line in Lines(Text(content)))
            file.Line(++number, line);
        if (file._faultCount == 0) file.Whole();
        return file._faultCount > 0 ? new(null, file._faults, file._faultCount) : new(new RegisterEdition(file._date!.Value, file._records), [], 0);
    }

    // Strict UTF-8 fails on practically every Latin-1 text that is not plain ASCII.
    private static string Text(byte[] content)
    {
        ReadOnlySpan<byte> bytes = content;
        if (bytes.StartsWith("\uFEFF"u8)) bytes = bytes[3..];
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(bytes);
        }
    }

    private static IEnumerable<string> Lines(string text)
    {
        using var reader = new StringReader(text);
        while (reader.ReadLine() is { } line) yield return line;
    }

    private void Line(int number, string line)
    {
        if (line.Length != LineLength)
        {
            Refuse(number, new("register.line_length", "Die Zeile hat {0} Zeichen; erwartet werden genau {1}.", line.Length, LineLength));
            return;
        }
        var (before, type) = (_faultCount, line[..2]);
        if (type is not ("10" or "20" or "30" or "40" or "50" or "60"))
        {
            Refuse(number, new("register.record_type", "Die Satzart „{0}“ (Zeichen 1–2) gibt es nicht; erwartet wird 10, 20, 30, 40, 50 oder 60.", Shown(type)));
            return;
        }
        Edition(number, line[2..10]);
        Keys(number, type, line);
        if (_faultCount > before) return;
        Content(number, type, line);
        if (_faultCount > before) return;
        Place(number, type, line);
        _records.Add(new(number, type, line[10..18].TrimEnd(), line[18..22].Trim(), line[22..72].TrimEnd(), line[122..124].Trim(),
            type == "60" ? Number(line[128..139]) : 0, type == "60" ? Number(line[139..150]) : 0, type == "60" ? line[165..170].Trim() : ""));
    }

    private void Edition(int number, string digits)
    {
        if (!DateOnly.TryParseExact(digits, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) || date.Year < 1990)
            Refuse(number, new("register.edition", "Der Gebietsstand „{0}“ (Zeichen 3–10) ist kein Datum; erwartet wird JJJJMMTT.", Shown(digits)));
        else if (date != (_date ??= date))
            Refuse(number, new("register.mixed_editions", "Der Gebietsstand ist {0}; erwartet wird {1} wie in den Zeilen davor.", German(date), German(_date.Value)));
    }

    private void Keys(int number, string type, string line)
    {
        var digits = type switch { "10" => 2, "20" => 3, "30" => 4, "60" => 8, _ => 5 };
        if (!IsDigits(line[10..(10 + digits)]) || !IsBlank(line[(10 + digits)..18]))
            Refuse(number, new("register.key", "Der Regionalschlüssel „{0}“ (Zeichen 11–18) passt nicht zur Satzart {1}; erwartet werden {2} Ziffern, danach Leerzeichen.", Shown(line[10..18]), type, digits));
        else if (RegisterStates.CodeOf(line[10..12]) is null)
            Refuse(number, new("register.state", "Das Land „{0}“ (Zeichen 11–12) gibt es nicht; erwartet wird 01 bis 16.", line[10..12]));
        if (type is "50" or "60" ? !IsDigits(line[18..22]) : !IsBlank(line[18..22]))
            Refuse(number, type is "50" or "60"
                ? new("register.association", "Der Gemeindeverband „{0}“ (Zeichen 19–22) ist keine Zahl; erwartet werden vier Ziffern.", Shown(line[18..22]))
                : new("register.not_blank", "Die Zeichen {0} enthalten „{1}“; bei Satzart {2} werden Leerzeichen erwartet.", "19–22", Shown(line[18..22]), type));
    }

    private void Content(int number, string type, string line)
    {
        if (line[22] == ' ' || line.AsSpan(22, 100).IndexOfAnyInRange('\0', '\u001F') >= 0)
            Refuse(number, new("register.name", "Der Name „{0}“ (Zeichen 23–72) ist nicht lesbar; erwartet wird Text, der bei Zeichen 23 beginnt.", Shown(line[22..72])));
        if (!TextKeys.Fits(type, line[122..124]))
            Refuse(number, new("register.text_key", "Das Textkennzeichen „{0}“ (Zeichen 123–124) gibt es bei Satzart {1} nicht; erwartet wird {2}.", Shown(line[122..124]), type,
                type switch { "40" => "41–45", "50" => "50–58", "60" => "60–67", _ => "  " }));
        Blank(number, type, line, 124, 128);
        if (type != "60")
        {
            Blank(number, type, line, 128, 200);
            return;
        }
        Amount(number, line, 128, "Fläche");
        Amount(number, line, 139, "Bevölkerung");
        Amount(number, line, 150, "Bevölkerung, männlich");
        Blank(number, type, line, 161, 165);
        if (!IsBlank(line[165..170]) && !IsDigits(line[165..170]))
            Refuse(number, new("register.postcode", "Die Postleitzahl „{0}“ (Zeichen 166–170) ist keine; erwartet werden fünf Ziffern oder Leerzeichen.", Shown(line[165..170])));
        if (line[170..175] is not ("     " or "*****"))
            Refuse(number, new("register.postcodes", "Die Zeichen 171–175 enthalten „{0}“; erwartet werden fünf Sterne oder Leerzeichen.", Shown(line[170..175])));
    }

    /// <summary>Each record stands after the one before and below a parent that is there.</summary>
    private void Place(int number, string type, string line)
    {
        var order = line[10..18] + type + line[18..22];
        if (string.CompareOrdinal(order, _order) <= 0)
            Refuse(number, new("register.order", "Der Schlüssel {0} steht doppelt oder nicht in der Reihenfolge; erwartet wird ein größerer als in der Zeile davor.", (line[10..18].TrimEnd() + " " + line[18..22]).Trim()));
        _order = order;
        var (key, association) = (line[10..18].TrimEnd(), line[18..22]);
        _parents.Add(type == "50" ? $"50 {key} {association}" : $"{type} {key}");
        // Waters and no man's land of a whole state belong to no district; their key has 000 for it.
        if (type is not "10") Parent(number, "10 " + line[10..12], "10");
        if (type is "30") Parent(number, "20 " + line[10..13], "20");
        if (type is "50" or "60" && line[12..15] != "000") Parent(number, "40 " + line[10..15], "40");
        if (type is "60") Parent(number, $"50 {line[10..15]} {association}", "50");
    }

    private void Parent(int number, string parent, string type)
    {
        if (!_parents.Contains(parent))
            Refuse(number, new("register.parent", "Der übergeordnete Satz {0} der Satzart {1} fehlt; erwartet wird er in einer Zeile davor.", parent[3..], type));
    }

    private void Whole()
    {
        if (_records.Exists(record => record.Type == "60")) return;
        Refuse(0, new("register.empty", "Die Datei enthält keine Gemeinden; erwartet wird das Gemeindeverzeichnis im Format GV100AD."));
    }

    private void Amount(int number, string line, int at, string what)
    {
        if (!IsDigits(line[at..(at + 11)]) || line[at..(at + 2)] != "00")
            Refuse(number, new("register.number", "„{0}“ (Zeichen {1}–{2}, {3}) ist keine Zahl; erwartet werden elf Ziffern mit führenden Nullen.", Shown(line[at..(at + 11)]), at + 1, at + 11, what));
    }

    private void Blank(int number, string type, string line, int from, int until)
    {
        if (!IsBlank(line[from..until]))
            Refuse(number, new("register.not_blank", "Die Zeichen {0} enthalten „{1}“; bei Satzart {2} werden Leerzeichen erwartet.", $"{from + 1}–{until}", Shown(line[from..until]), type));
    }

    private void Refuse(int line, Refusal what)
    {
        if (++_faultCount <= MaxFaults) _faults.Add(new(line, what));
    }

    private static string Shown(string text) => string.Concat(text.Trim().Take(30).Select(c => char.IsControl(c) ? '·' : c));

    private static string German(DateOnly date) => date.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private static bool IsDigits(string text) => text.All(char.IsAsciiDigit);

    private static bool IsBlank(string text) => text.All(c => c == ' ');
}
