namespace Awards.Domain.Municipalities;

/// <summary>A row that an edition concerned.</summary>
public sealed record RegisterLine(Guid Id, string Key, string Name, string? State);

/// <summary>A row with what it was before and is now.</summary>
public sealed record RegisterDifference(RegisterLine Row, string Before, string Now);

/// <summary>A row without key that fits several units of the register, or one that others fit too.</summary>
public sealed record RegisterDoubt(RegisterLine Row, IReadOnlyList<string> Candidates);

/// <summary>What an edition of the register changed, or would change.</summary>
public sealed class RegisterReport
{
    public required DateOnly Edition { get; init; }

    /// <summary>The newest edition before; null when there was none.</summary>
    public DateOnly? Former { get; init; }

    /// <summary>Records of type 60 in the file.</summary>
    public int Municipalities { get; init; }

    /// <summary>Records of type 40 in the file, independent cities among them.</summary>
    public int Districts { get; init; }

    /// <summary>Records of type 50 in the file, municipalities without association among them.</summary>
    public int Associations { get; init; }

    /// <summary>Inhabitants of all municipalities.</summary>
    public long Population { get; init; }

    public List<Municipality> Added { get; } = [];
    public List<RegisterDifference> Renamed { get; } = [];
    public List<RegisterDifference> Rekeyed { get; } = [];
    public List<RegisterLine> Retyped { get; } = [];
    public List<RegisterLine> Returned { get; } = [];
    public List<RegisterLine> Gone { get; } = [];
    public List<RegisterLine> Linked { get; } = [];

    /// <summary>Rows without key that nothing in the register fits; they stay as they are.</summary>
    public List<RegisterLine> Unmatched { get; } = [];

    /// <summary>Rows without key that are not linked because it would be a guess.</summary>
    public List<RegisterDoubt> Ambiguous { get; } = [];

    /// <summary>Rows with other figures, district, association, text key or postcode.</summary>
    public int Changed { get; private set; }

    /// <summary>Rows of which only the edition is new.</summary>
    public int Unchanged { get; private set; }

    internal void Note(Municipality row, string before, string? keyBefore, RegisterChange change)
    {
        var line = new RegisterLine(row.Id, row.OfficialKey!, row.Name, row.State);
        if (change.HasFlag(RegisterChange.Renamed)) Renamed.Add(new(line, before, row.Name));
        if (change.HasFlag(RegisterChange.Rekeyed)) Rekeyed.Add(new(line, keyBefore!, row.OfficialKey!));
        if (change.HasFlag(RegisterChange.Retyped)) Retyped.Add(line);
        if (change.HasFlag(RegisterChange.Returned)) Returned.Add(line);
        if (change.HasFlag(RegisterChange.Changed)) Changed++;
        if (change == RegisterChange.None) Unchanged++;
    }
}
