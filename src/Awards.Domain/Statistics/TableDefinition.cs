using Awards.Domain.Calls;
using Awards.Domain.Shared;

namespace Awards.Domain.Statistics;

/// <summary>How a table counts.</summary>
public enum TableKind
{
    /// <summary>Options of a single-choice or yes/no question across, municipality types down.</summary>
    ByType,

    /// <summary>Options of a multiple-choice question down, mentions and percent of cases across.</summary>
    MultipleResponse,

    /// <summary>Rows of a matrix down, its scale across.</summary>
    Matrix,
}

/// <summary>Order of the rows of a multiple-response table.</summary>
public enum RowOrder
{
    /// <summary>As the questionnaire lists the options.</summary>
    AsDefined,

    /// <summary>By mentions, most first; equal ones as the questionnaire lists them.</summary>
    Descending,
}

/// <summary>A table of a call's table set.</summary>
public sealed record TableDefinition
{
    /// <summary>Number in the documentation: "Tab. 1".</summary>
    public required int No { get; init; }

    /// <summary>How it counts.</summary>
    public required TableKind Kind { get; init; }

    /// <summary>Code of the question; by type also a row of a matrix: "question.row".</summary>
    public required string Question { get; init; }

    /// <summary>Title; null = the question's text.</summary>
    public LocalizedText? Title { get; init; }

    /// <summary>Counts only entries whose answers fulfil this; null = all admitted entries.</summary>
    public Condition? Base { get; init; }

    /// <summary>Order of rows, for multiple response.</summary>
    public RowOrder Order { get; init; }
}
