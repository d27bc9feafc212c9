using Awards.Domain.Shared;

namespace Awards.Domain.Municipalities;

/// <summary>One line of a register file, columns as in the official description of the record types.</summary>
/// <param name="Line">Line number in the file, from 1.</param>
/// <param name="Type">"10" state, "20" region, "30" planning region, "40" district, "50" association, "60" municipality.</param>
/// <param name="Key">Regional key as far as the type has one: 2, 3, 4, 5, 5 or 8 digits.</param>
/// <param name="Association">Four digits of the association; empty for types 10 to 40.</param>
/// <param name="Name">Official name.</param>
/// <param name="TextKey">Two digits; empty for types 10 to 30.</param>
/// <param name="AreaHectares">Type 60 only.</param>
/// <param name="Population">Type 60 only.</param>
/// <param name="Postcode">Of the seat of administration; empty where there is none.</param>
public sealed record RegisterRecord(int Line, string Type, string Key, string Association, string Name, string TextKey, int AreaHectares, int Population, string Postcode);

/// <summary>A complete, faultless register file.</summary>
/// <param name="Date">The day whose territorial status it shows.</param>
/// <param name="Records">All records in the order of the file.</param>
public sealed record RegisterEdition(DateOnly Date, IReadOnlyList<RegisterRecord> Records)
{
    /// <summary>How many records there are of a type.</summary>
    public int Count(string type) => Records.Count(record => record.Type == type);

    /// <summary>Inhabitants of all municipalities.</summary>
    public long Population => Records.Sum(record => (long)record.Population);
}

/// <summary>Why a register file was refused.</summary>
/// <param name="Line">Line number from 1; 0 for the file as a whole.</param>
/// <param name="What">What is wrong and what was expected.</param>
public sealed record RegisterFault(int Line, Refusal What)
{
    public override string ToString() => Line == 0 ? What.ToString() : $"Zeile {Line}: {What}";
}

/// <summary>Either an edition or the faults for which the whole file is refused.</summary>
/// <param name="Faults">The first <see cref="RegisterFile.MaxFaults"/>.</param>
/// <param name="FaultCount">All of them.</param>
public sealed record RegisterReading(RegisterEdition? Edition, IReadOnlyList<RegisterFault> Faults, int FaultCount);
