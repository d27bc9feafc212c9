namespace Awards.Domain.Municipalities;

/// <summary>What an applicant is. Only the first three stand in the official register; the others are added by hand.</summary>
public enum MunicipalityKind
{
    /// <summary>City, town or municipality, independent cities and city states included.</summary>
    Municipality,

    /// <summary>Landkreis, Kreis, Regionalverband.</summary>
    District,

    /// <summary>Samtgemeinde, Verbandsgemeinde, Amt and the like.</summary>
    Association,

    /// <summary>Bezirk of a city state.</summary>
    Borough,

    /// <summary>Anything else that may apply, a joint group's own body among it.</summary>
    Organisation,
}

/// <summary>German words of the kinds and how a kind is told by a name.</summary>
public static class MunicipalityKinds
{
    private static readonly string[] Associations = ["Samtgemeinde ", "Verbandsgemeinde ", "Amt ", "Verwaltungsgemeinschaft ", "Verwaltungsverband ", "Gemeindeverwaltungsverband "];

    /// <summary>All kinds in the order in which choices list them.</summary>
    public static IReadOnlyList<MunicipalityKind> All { get; } = Enum.GetValues<MunicipalityKind>();

    /// <summary>The German word.</summary>
    public static string German(this MunicipalityKind kind) => kind switch
    {
        MunicipalityKind.Municipality => /*text*/ "Stadt oder Gemeinde",
        MunicipalityKind.District => /*text*/ "Kreis",
        MunicipalityKind.Association => /*text*/ "Gemeindeverband",
        MunicipalityKind.Borough => /*text*/ "Bezirk eines Stadtstaats",
        MunicipalityKind.Organisation => /*text*/ "andere Organisation",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>The kind that a name with its designation and a type suggest: "Samtgemeinde Elm-Asse" is an association.</summary>
    public static MunicipalityKind Of(string name, MunicipalityType? type) =>
        type == MunicipalityType.District ? MunicipalityKind.District
        : Array.Exists(Associations, word => name.StartsWith(word, StringComparison.Ordinal)) ? MunicipalityKind.Association
        : name.StartsWith("Bezirk ", StringComparison.Ordinal) ? MunicipalityKind.Borough
        : MunicipalityKind.Municipality;
}
