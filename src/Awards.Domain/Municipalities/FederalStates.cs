namespace Awards.Domain.Municipalities;

/// <summary>The sixteen federal states: two-letter code as in ISO 3166-2:DE and name.</summary>
public static class FederalStates
{
    private static readonly Dictionary<string, string> Names = new()
    {
        ["BW"] = "Baden-Württemberg",
        ["BY"] = "Bayern",
        ["BE"] = "Berlin",
        ["BB"] = "Brandenburg",
        ["HB"] = "Bremen",
        ["HH"] = "Hamburg",
        ["HE"] = "Hessen",
        ["MV"] = "Mecklenburg-Vorpommern",
        ["NI"] = "Niedersachsen",
        ["NW"] = "Nordrhein-Westfalen",
        ["RP"] = "Rheinland-Pfalz",
        ["SL"] = "Saarland",
        ["SN"] = "Sachsen",
        ["ST"] = "Sachsen-Anhalt",
        ["SH"] = "Schleswig-Holstein",
        ["TH"] = "Thüringen",
    };

    /// <summary>All codes in the alphabetical order of the names.</summary>
    public static IReadOnlyList<string> Codes { get; } = [.. Names.OrderBy(state => state.Value, StringComparer.Ordinal).Select(state => state.Key)];

    /// <summary>The name of a code; an unknown code is returned as it is.</summary>
    public static string Name(string? code) => code is null ? "" : Names.GetValueOrDefault(code, code);

    /// <summary>The code of a name; null for anything else.</summary>
    public static string? CodeOf(string name) => Names.FirstOrDefault(state => state.Value == name).Key;
}
