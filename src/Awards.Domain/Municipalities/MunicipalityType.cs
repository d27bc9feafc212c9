namespace Awards.Domain.Municipalities;

/// <summary>Legal status of a municipality, which decides on its award group and its row in the tables.</summary>
public enum MunicipalityType
{
    /// <summary>kreisfreie Stadt, code KS.</summary>
    IndependentCity = 1,

    /// <summary>kreisangehörige Kommune, code KA.</summary>
    DistrictMunicipality = 2,

    /// <summary>Landkreis, code LK.</summary>
    District = 3,
}

/// <summary>Codes and German words of the municipality types, in the order in which tables list them.</summary>
public static class MunicipalityTypes
{
    /// <summary>The order of rows in every table by type.</summary>
    public static IReadOnlyList<MunicipalityType> All { get; } =
        [MunicipalityType.IndependentCity, MunicipalityType.DistrictMunicipality, MunicipalityType.District];

    /// <summary>KS, KA or LK.</summary>
    public static string Code(this MunicipalityType type) => type switch
    {
        MunicipalityType.IndependentCity => "KS",
        MunicipalityType.DistrictMunicipality => "KA",
        MunicipalityType.District => "LK",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };

    /// <summary>The German word, as in entry CSV files.</summary>
    public static string German(this MunicipalityType type) => type switch
    {
        MunicipalityType.IndependentCity => /*text*/ "kreisfreie Stadt",
        MunicipalityType.DistrictMunicipality => /*text*/ "kreisangehörige Kommune",
        MunicipalityType.District => /*text*/ "Landkreis",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };

    /// <summary>Several of them, as table rows say it: "kreisfreie Städte".</summary>
    public static string GermanPlural(this MunicipalityType type) => type switch
    {
        MunicipalityType.IndependentCity => "kreisfreie Städte",
        MunicipalityType.DistrictMunicipality => "kreisangehörige Kommunen",
        MunicipalityType.District => "Landkreise",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };

    /// <summary>Reads a code or the German word; null for anything else.</summary>
    public static MunicipalityType? Parse(string text)
    {
        foreach (var type in All)
            if (text == type.Code() || text == type.German()) return type;
        return null;
    }
}
