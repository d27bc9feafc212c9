using System.Globalization;
using System.Text;

namespace Awards.Testing;

/// <summary>
/// Small files in the format of the official register. Everything lies in North Rhine-Westphalia (05): independent cities, and districts with their
/// municipalities, each free of an association or in one.
/// </summary>
public sealed class RegisterText(string edition = "20251130")
{
    private readonly List<(string Order, string Line)> _lines = [];
    private readonly HashSet<string> _parents = [];

    /// <summary>Adds an independent city with its three records.</summary>
    /// <param name="district">Five digits.</param>
    public RegisterText City(string district, string name, int population = 100_000, int area = 10_000, string key = "61")
    {
        District(district, name, key == "62" ? "42" : "41");
        return Town(district + "000", name, key, population, area);
    }

    public RegisterText District(string district, string name, string key = "44")
    {
        State(district[..2]);
        return Add("40", district, "", name, key, "");
    }

    /// <summary>Adds an association of a district.</summary>
    public RegisterText Association(string district, string number, string name, string key = "52") => Add("50", district, number, name, key, "");

    /// <summary>Adds a municipality; without <paramref name="association"/> one that is free of any.</summary>
    public RegisterText Town(string ags, string name, string key = "64", int population = 5_000, int area = 3_000, string? association = null, string postcode = "48000")
    {
        State(ags[..2]);
        if (association is null) Add("50", ags[..5], "0" + ags[5..], name, "50", "");
        return Add("60", ags, association ?? "0" + ags[5..], name, key, string.Create(CultureInfo.InvariantCulture, $"{area:00000000000}{population:00000000000}{population / 2:00000000000}    {postcode,-5}"));
    }

    /// <summary>Takes all records of a key away.</summary>
    public RegisterText Without(string ags)
    {
        _lines.RemoveAll(each => each.Line[10..18].Trim() == ags || each.Line[..2] == "50" && each.Line[10..15] == ags[..5] && each.Line[18..22] == "0" + ags[5..]);
        return this;
    }

    /// <summary>The lines in the order that the format demands.</summary>
    public IReadOnlyList<string> Lines => [.. _lines.OrderBy(each => each.Order, StringComparer.Ordinal).Select(each => each.Line)];

    public string Text => string.Concat(Lines.Select(line => line + "\n"));

    public byte[] Bytes => Encoding.UTF8.GetBytes(Text);

    private void State(string state)
    {
        if (_parents.Add(state)) Add("10", state, "", "Land", "", "");
    }

    private RegisterText Add(string type, string key, string association, string name, string textKey, string rest)
    {
        var line = $"{type}{edition}{key,-8}{association,-4}{name,-50}{"",-50}{textKey,-6}{rest}".PadRight(220);
        _lines.Add((line[10..18] + type + line[18..22], line));
        return this;
    }
}
