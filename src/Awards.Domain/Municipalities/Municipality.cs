using Awards.Domain.Shared;

namespace Awards.Domain.Municipalities;

/// <summary>A city, municipality, district, association, borough or organisation, as far as the platform knows it.</summary>
public sealed partial class Municipality
{
    /// <summary>The longest name, in characters.</summary>
    public const int MaxName = 300;

    private Municipality() { }

    public Guid Id { get; private set; }

    public MunicipalityKind Kind { get; private set; }

    /// <summary>Name with its designation: "Stadt Dülmen".</summary>
    public string Name { get; private set; } = "";

    /// <summary>Stored sort key of <see cref="Name"/>.</summary>
    public string NameSort { get; private set; } = "";

    /// <summary>Stored search key of all its names, the former one included: <see cref="MunicipalityNames.SearchKey"/>.</summary>
    public string SearchKey { get; private set; } = "";

    /// <summary>Two-letter code of the federal state; null where unknown.</summary>
    public string? State { get; private set; }

    /// <summary>Legal status, by the register or as the office set it; null where it cannot be told.</summary>
    public MunicipalityType? Type { get; private set; }

    /// <summary>Why the office set another type than the register's; null while it follows the register or what was first stated.</summary>
    public string? TypeReason { get; private set; }

    /// <summary>UTC; null while nobody has set the type.</summary>
    public DateTime? TypeSetAt { get; private set; }

    /// <summary>Who set the type; null while nobody has.</summary>
    public Guid? TypeSetBy { get; private set; }

    /// <summary>Inhabitants; null where unknown.</summary>
    public int? Population { get; private set; }

    /// <summary>True when nobody can apply for it: an area that belongs to no municipality.</summary>
    public bool IsIneligible { get; private set; }

    /// <summary>True when it can be chosen: it still exists, and somebody can apply for it.</summary>
    public bool IsOffered => !IsIneligible && GoneWith is null;

    /// <summary>A municipality known by name, state and type; its kind follows from them.</summary>
    public static Municipality Create(string name, string? state, MunicipalityType? type, int? population = null) =>
        Create(MunicipalityKinds.Of(name, type), name, state, type, population);

    /// <summary>One that the register does not have. Refused without a name and, except for organisations, without a state and a type.</summary>
    public static Outcome<Municipality> AddByHand(MunicipalityKind kind, string? name, string? state, MunicipalityType? type)
    {
        if (string.IsNullOrWhiteSpace(name)) return new Refusal("municipality.without_name", "Bitte geben Sie einen Namen ein.");
        if (name.Trim().Length > MaxName) return new Refusal("municipality.long_name", "Der Name ist zu lang: erlaubt sind {0} Zeichen.", MaxName);
        if (state is not null && RegisterStates.DigitsOf(state) is null || state is null && kind != MunicipalityKind.Organisation) return new Refusal("municipality.without_state", "Bitte wählen Sie das Land aus.");
        if (type is null && kind != MunicipalityKind.Organisation) return new Refusal("municipality.without_type", "Bitte wählen Sie den Kommunentyp aus.");
        return Create(kind, name, state, type, null);
    }

    /// <summary>Sets another type than it has, whatever the register says then and later. Refused without a reason and where it has that type already.</summary>
    public Outcome<Municipality> SetType(MunicipalityType type, WriteContext write)
    {
        if (string.IsNullOrWhiteSpace(write.Why)) return new Refusal("municipality.type_needs_reason", "Bitte begründen Sie den abweichenden Kommunentyp.");
        if (Type == type) return new Refusal("municipality.same_type", "Diesen Kommunentyp hat die Kommune schon. Bitte wählen Sie einen anderen aus.");
        (Type, TypeReason, TypeSetAt, TypeSetBy) = (type, write.Why.Trim(), write.When, write.Who);
        return this;
    }

    /// <summary>Lets the type follow the register again. Refused where it already does and where the register says none.</summary>
    public Outcome<Municipality> FollowRegister()
    {
        if (TypeSetAt is null) return new Refusal("municipality.type_not_set", "Der Kommunentyp wurde nicht von Hand festgelegt.");
        if (TextKey is null) return new Refusal("municipality.not_in_register", "Diese Kommune steht nicht im Gemeindeverzeichnis.");
        (Type, TypeReason, TypeSetAt, TypeSetBy) = (TextKeys.TypeOf(TextKey), null, null, null);
        return this;
    }

    /// <summary>Makes search key and kind anew, for rows that were stored before there were any.</summary>
    public void Refold()
    {
        if (OfficialKey is null && Kind == MunicipalityKind.Municipality) Kind = MunicipalityKinds.Of(Name, Type);
        Fold();
    }

    private static Municipality Create(MunicipalityKind kind, string name, string? state, MunicipalityType? type, int? population)
    {
        var municipality = new Municipality { Id = Guid.CreateVersion7(), Kind = kind, State = state, Type = type, Population = population };
        municipality.Call(name.Trim());
        return municipality;
    }

    private void Call(string name)
    {
        (Name, NameSort) = (name, SortKey.Of(name));
        Fold();
    }

    private void Fold() => SearchKey = MunicipalityNames.SearchKey(Name, OfficialName, FormerName);
}
