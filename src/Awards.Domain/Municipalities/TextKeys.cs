namespace Awards.Domain.Municipalities;

/// <summary>The text keys (Textkennzeichen) of the official register: legal status as two digits.</summary>
public static class TextKeys
{
    private static readonly Dictionary<string, string> Names = new()
    {
        ["41"] = /*text*/ "kreisfreie Stadt",
        ["42"] = /*text*/ "Stadtkreis",
        ["43"] = /*text*/ "Kreis",
        ["44"] = /*text*/ "Landkreis",
        ["45"] = /*text*/ "Regionalverband",
        ["50"] = /*text*/ "verbandsfreie Gemeinde",
        ["51"] = /*text*/ "Amt",
        ["52"] = /*text*/ "Samtgemeinde",
        ["53"] = /*text*/ "Verbandsgemeinde",
        ["54"] = /*text*/ "Verwaltungsgemeinschaft",
        ["55"] = /*text*/ "Kirchspielslandgemeinde",
        ["56"] = /*text*/ "Verwaltungsverband",
        ["57"] = /*text*/ "Verwaltungsgemeinschaft im Trägermodell",
        ["58"] = /*text*/ "erfüllende Gemeinde",
        ["60"] = /*text*/ "Markt",
        ["61"] = /*text*/ "kreisfreie Stadt",
        ["62"] = /*text*/ "Stadtkreis",
        ["63"] = /*text*/ "Stadt",
        ["64"] = /*text*/ "Kreisangehörige Gemeinde",
        ["65"] = /*text*/ "gemeindefreies Gebiet, bewohnt",
        ["66"] = /*text*/ "gemeindefreies Gebiet, unbewohnt",
        ["67"] = /*text*/ "große Kreisstadt",
    };

    /// <summary>True when the description of the register knows the key for a record type ("40", "50", "60"); the other types have none.</summary>
    public static bool Fits(string recordType, string key) => recordType is "40" or "50" or "60" ? key[0] == recordType[0] && Names.ContainsKey(key) : key == "  ";

    /// <summary>The German word of a key; an unknown key is returned as it is.</summary>
    public static string German(string key) => Names.GetValueOrDefault(key, key);

    /// <summary>The type that follows from a key: null for areas that belong to no municipality (65, 66) and for 50, which is none of its own.</summary>
    public static MunicipalityType? TypeOf(string key) => key switch
    {
        "41" or "42" or "61" or "62" => MunicipalityType.IndependentCity,
        "43" or "44" or "45" => MunicipalityType.District,
        "60" or "63" or "64" or "67" or "51" or "52" or "53" or "54" or "55" or "56" or "57" or "58" => MunicipalityType.DistrictMunicipality,
        _ => null,
    };

    /// <summary>False for areas that belong to no municipality: nobody there can apply.</summary>
    public static bool IsEligible(string key) => key is not ("65" or "66");
}
