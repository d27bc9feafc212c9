namespace Awards.Domain.Municipalities;

/// <summary>What the official register says of a municipality.</summary>
public sealed partial class Municipality
{
    /// <summary>Official key (AGS, eight digits; districts five, associations nine); null where the register does not have it.</summary>
    public string? OfficialKey { get; private set; }

    /// <summary>Regional key (ARS, twelve digits); null where the register does not have it.</summary>
    public string? RegionalKey { get; private set; }

    /// <summary>Name as in the register: "Dülmen, Stadt".</summary>
    public string? OfficialName { get; private set; }

    /// <summary>The name before it was last renamed; still found.</summary>
    public string? FormerName { get; private set; }

    /// <summary>Two digits, see <see cref="TextKeys"/>.</summary>
    public string? TextKey { get; private set; }

    /// <summary>Five digits; null for independent cities and districts.</summary>
    public string? DistrictKey { get; private set; }

    public string? DistrictName { get; private set; }

    /// <summary>Nine digits; null for municipalities without association.</summary>
    public string? AssociationKey { get; private set; }

    public string? AssociationName { get; private set; }

    /// <summary>Hectares.</summary>
    public int? AreaHectares { get; private set; }

    /// <summary>Of the seat of administration; null for areas without one.</summary>
    public string? Postcode { get; private set; }

    /// <summary>The newest edition of the register that has it.</summary>
    public DateOnly? Edition { get; private set; }

    /// <summary>The edition that has it no longer: merged away or dissolved; null while it exists.</summary>
    public DateOnly? GoneWith { get; private set; }

    internal static Municipality Of(RegisterUnit unit, DateOnly edition)
    {
        var municipality = Create(unit.Kind, unit.Name, unit.State, TextKeys.TypeOf(unit.TextKey), null);
        municipality.Take(unit, edition);
        return municipality;
    }

    /// <summary>Takes over what an edition says. A type that the office set stays; a linked row keeps the name that people know until the register renames it.</summary>
    internal RegisterChange Take(RegisterUnit unit, DateOnly edition)
    {
        var change = (GoneWith is not null ? RegisterChange.Returned : RegisterChange.None)
            | (OfficialKey is not null && OfficialKey != unit.Key ? RegisterChange.Rekeyed : RegisterChange.None)
            | (OfficialName is not null && OfficialName != unit.OfficialName ? RegisterChange.Renamed : RegisterChange.None)
            | (OfficialKey is not null && Facts != FactsOf(unit) ? RegisterChange.Changed : RegisterChange.None)
            | (TextKey is not null && TextKeys.TypeOf(TextKey) != TextKeys.TypeOf(unit.TextKey) ? RegisterChange.Retyped : RegisterChange.None);
        if (TypeSetAt is null) Type = TextKeys.TypeOf(unit.TextKey);
        (Kind, OfficialKey, RegionalKey, State, Edition, GoneWith, IsIneligible) = (unit.Kind, unit.Key, unit.RegionalKey, unit.State, edition, null, !TextKeys.IsEligible(unit.TextKey));
        (TextKey, DistrictKey, DistrictName, AssociationKey, AssociationName, Population, AreaHectares, Postcode) = FactsOf(unit);
        if (change.HasFlag(RegisterChange.Renamed)) (FormerName, Name) = (Name, unit.Name);
        OfficialName = unit.OfficialName;
        Call(Name);
        return change;
    }

    internal void Leave(DateOnly edition) => GoneWith = edition;

    private (string?, string?, string?, string?, string?, int?, int?, string?) Facts => (TextKey, DistrictKey, DistrictName, AssociationKey, AssociationName, Population, AreaHectares, Postcode);

    private static (string?, string?, string?, string?, string?, int?, int?, string?) FactsOf(RegisterUnit unit) =>
        (unit.TextKey, unit.DistrictKey, unit.DistrictName, unit.AssociationKey, unit.AssociationName, unit.Population, unit.AreaHectares, unit.Postcode);
}

/// <summary>What an edition changed in a row.</summary>
[Flags]
public enum RegisterChange
{
    None = 0,

    /// <summary>Other figures, district, association, text key or postcode.</summary>
    Changed = 1,
    Renamed = 2,
    Rekeyed = 4,

    /// <summary>Another municipality type.</summary>
    Retyped = 8,

    /// <summary>Had left the register and is in it again.</summary>
    Returned = 16,
}
