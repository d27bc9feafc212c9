using Awards.Domain.Shared;

namespace Awards.Domain.Municipalities;

/// <summary>Merges an edition of the register into the municipalities that are known.</summary>
public static class RegisterMerge
{
    /// <summary>
    /// Takes the edition over: changes <paramref name="known"/> and gives what is to be added in the report. Rows without a key are linked by kind,
    /// name, state and type, where exactly one fits; never guessed. Refused: an older edition than the present one, and a file that lacks a whole state.
    /// </summary>
    public static Outcome<RegisterReport> Apply(RegisterEdition edition, IReadOnlyCollection<Municipality> known)
    {
        var present = known.Max(each => each.Edition);
        if (present > edition.Date)
            return new Refusal("register.older", "Die Datei hat den Gebietsstand {0}; eingelesen ist schon der vom {1}. Ein älterer ersetzt keinen neueren.", German(edition.Date), German(present.Value));
        var units = RegisterUnit.Of(edition);
        var states = units.Select(unit => unit.State).ToHashSet();
        var missing = known.Where(each => each.OfficialKey is not null && each.GoneWith is null).Select(each => each.State!).Distinct().Where(state => !states.Contains(state)).Select(FederalStates.Name).Order(StringComparer.Ordinal).ToList();
        if (missing.Count > 0)
            return new Refusal("register.missing_states", "In der Datei fehlen Länder, die schon eingelesen sind: {0}. Erwartet wird das vollständige Gemeindeverzeichnis.", string.Join(", ", missing));

        var report = new RegisterReport { Edition = edition.Date, Former = present, Municipalities = edition.Count("60"), Districts = edition.Count("40"), Associations = edition.Count("50"), Population = edition.Population };
        var byKey = known.Where(each => each.OfficialKey is not null).ToDictionary(each => each.OfficialKey!);
        var open = new List<RegisterUnit>();
        foreach (var unit in units)
        {
            if (byKey.Remove(unit.Key, out var row)) report.Note(row, row.Name, row.OfficialKey, row.Take(unit, edition.Date));
            else open.Add(unit);
        }
        open = Rekey(open, byKey, edition.Date, report);
        open = Link(open, known, edition.Date, report);
        foreach (var unit in open) report.Added.Add(Municipality.Of(unit, edition.Date));
        foreach (var row in byKey.Values.Where(row => row.GoneWith is null).OrderBy(row => row.NameSort, StringComparer.Ordinal))
        {
            row.Leave(edition.Date);
            report.Gone.Add(new(row.Id, row.OfficialKey!, row.Name, row.State));
        }
        return report;
    }

    /// <summary>
    /// A key that went and one that came are the same municipality when kind, official name and state are the same, the area too (within 1 %), and no
    /// other fits: a town that left its district, a district whose keys were renumbered. A larger area under the old name is a merger: new.
    /// </summary>
    private static List<RegisterUnit> Rekey(List<RegisterUnit> open, Dictionary<string, Municipality> left, DateOnly edition, RegisterReport report)
    {
        var gone = left.Values.Where(row => row.GoneWith is null).ToLookup(row => (row.Kind, row.OfficialName, row.State));
        var came = open.ToLookup(unit => (unit.Kind, OfficialName: (string?)unit.OfficialName, State: (string?)unit.State));
        var rest = new List<RegisterUnit>();
        foreach (var unit in open)
        {
            var name = (unit.Kind, (string?)unit.OfficialName, (string?)unit.State);
            var rows = gone[name].Where(row => SameArea(row.AreaHectares, unit)).ToList();
            if (rows.Count == 1 && came[name].Count(other => SameArea(rows[0].AreaHectares, other)) == 1)
            {
                var (row, former) = (rows[0], rows[0].OfficialKey!);
                left.Remove(former);
                report.Note(row, row.Name, former, row.Take(unit, edition));
            }
            else rest.Add(unit);
        }
        return rest;
    }

    private static bool SameArea(int? area, RegisterUnit unit) => area is { } hectares && Math.Abs((long)hectares - unit.AreaHectares) * 100 <= Math.Max(hectares, unit.AreaHectares);

    private static List<RegisterUnit> Link(List<RegisterUnit> open, IEnumerable<Municipality> known, DateOnly edition, RegisterReport report)
    {
        var keyless = known.Where(row => row.OfficialKey is null && row.State is not null && row.Type is not null
            && row.Kind is MunicipalityKind.Municipality or MunicipalityKind.District or MunicipalityKind.Association).ToList();
        if (keyless.Count == 0) return open;
        var full = open.ToLookup(unit => Name(unit, MunicipalityNames.Core(unit.OfficialName)));
        var brief = open.ToLookup(unit => Name(unit, MunicipalityNames.ShortCore(unit.OfficialName)));
        var pairs = keyless.Select(row => (Row: row, Units: Fitting(row, full, brief))).ToList();
        var wanted = pairs.SelectMany(pair => pair.Units).GroupBy(unit => unit.Key).Where(group => group.Count() > 1).Select(group => group.Key).ToHashSet();
        var linked = new HashSet<string>();
        foreach (var (row, units) in pairs.OrderBy(pair => pair.Row.NameSort, StringComparer.Ordinal))
        {
            if (units.Count == 0) report.Unmatched.Add(new(row.Id, "", row.Name, row.State));
            else if (units.Count > 1 || wanted.Contains(units[0].Key)) report.Ambiguous.Add(new(new(row.Id, "", row.Name, row.State), [.. units.Select(unit => $"{unit.OfficialName} ({unit.Key})")]));
            else
            {
                linked.Add(units[0].Key);
                row.Take(units[0], edition);
                report.Linked.Add(new(row.Id, row.OfficialKey!, row.Name, row.State));
            }
        }
        return open.FindAll(unit => !linked.Contains(unit.Key));
    }

    private static List<RegisterUnit> Fitting(Municipality row, params ReadOnlySpan<ILookup<(MunicipalityKind, string, MunicipalityType?, string), RegisterUnit>> lookups)
    {
        foreach (var lookup in lookups)
            foreach (var core in MunicipalityNames.Cores(row.Name))
                if (lookup[(row.Kind, row.State!, row.Type, core)].ToList() is { Count: > 0 } units) return units;
        return [];
    }

    private static (MunicipalityKind, string, MunicipalityType?, string) Name(RegisterUnit unit, string core) => (unit.Kind, unit.State, TextKeys.TypeOf(unit.TextKey), core);

    private static string German(DateOnly date) => date.ToString("dd.MM.yyyy", System.Globalization.CultureInfo.InvariantCulture);
}
