namespace Awards.Documents.Workbooks;

/// <summary>A sheet to fill in: everything but its input cells is locked, column A is hidden and holds codes.</summary>
/// <param name="Name">At most 31 characters, without [ ] : * ? / \.</param>
/// <param name="Widths">Widths of the columns from B on, in characters.</param>
/// <param name="Rows">Cells from column A on.</param>
public sealed record LockedSheet(string Name, IReadOnlyList<double> Widths, IReadOnlyList<IReadOnlyList<FormCell?>> Rows);

/// <summary>A cell of a form.</summary>
/// <param name="Value">Text, number, day, or null.</param>
/// <param name="Look">How it looks, and whether it can be filled in.</param>
/// <param name="Rule">What may stand in it; null = anything.</param>
public sealed record FormCell(object? Value, FormLook Look, FormRule? Rule = null);

/// <summary>Looks of cells. Those that begin with "Input" are open, all others locked.</summary>
public enum FormLook { Code, Title, Heading, Label, Note, InputText, InputNumber, InputDay }

/// <summary>What may stand in a cell; programs say so while it is typed, and nothing is believed when it is read.</summary>
public sealed record FormRule
{
    /// <summary>Values to choose from.</summary>
    public IReadOnlyList<string>? Choices { get; init; }

    /// <summary>Longest text in characters.</summary>
    public int? MaxLength { get; init; }

    /// <summary>Smallest and largest number; <see cref="Whole"/> says of which kind.</summary>
    public (decimal Min, decimal Max)? Range { get; init; }

    public bool Whole { get; init; }

    /// <summary>First and last day.</summary>
    public (DateOnly First, DateOnly Last)? Days { get; init; }

    /// <summary>What is said when something else is typed.</summary>
    public required string Error { get; init; }
}
