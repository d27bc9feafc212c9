using Awards.Domain.Shared;

namespace Awards.Domain.Municipalities;

/// <summary>A city, municipality, district or association, as far as the platform knows it.</summary>
public sealed class Municipality
{
    private Municipality() { }

    public Guid Id { get; private set; }

    /// <summary>Official key (AGS, eight digits; districts five); null until the register has been imported.</summary>
    public string? OfficialKey { get; private set; }

    /// <summary>Name with its designation: "Stadt Dülmen".</summary>
    public string Name { get; private set; } = "";

    /// <summary>Stored sort and search key of <see cref="Name"/>.</summary>
    public string NameSort { get; private set; } = "";

    /// <summary>Two-letter code of the federal state; null where unknown.</summary>
    public string? State { get; private set; }

    /// <summary>Legal status; null where it cannot be told.</summary>
    public MunicipalityType? Type { get; private set; }

    /// <summary>Inhabitants; null where unknown.</summary>
    public int? Population { get; private set; }

    /// <summary>A municipality known by name, state and type.</summary>
    public static Municipality Create(string name, string? state, MunicipalityType? type, int? population = null) => new()
    {
        Id = Guid.CreateVersion7(),
        Name = name.Trim(),
        NameSort = SortKey.Of(name),
        State = state,
        Type = type,
        Population = population,
    };
}
