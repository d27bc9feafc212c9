using System.Globalization;
using Awards.Domain.Shared;

namespace Awards.Web.Stages.Setup;

/// <summary>Something with a code and a label, as it is typed: a kind of contribution, a field of single projects, a purpose.</summary>
public sealed class LabelRow : ISetupRow
{
    public string? Code { get; set; }
    public string? LabelDe { get; set; }
    public string? LabelEn { get; set; }
    public bool Required { get; set; }
    public string? Place { get; set; }
    public bool Remove { get; set; }

    public bool IsEmpty => string.IsNullOrEmpty(Code) && string.IsNullOrWhiteSpace(LabelDe) && string.IsNullOrWhiteSpace(LabelEn);

    public LocalizedText Label => SetupInput.Needed(LabelDe, LabelEn);

    public static LabelRow Of(string code, LocalizedText label, int place, bool required = false) =>
        new() { Code = code, LabelDe = label.De, LabelEn = label.En, Required = required, Place = place.ToString(CultureInfo.InvariantCulture) };

    /// <summary>The rows of things that are there, and an empty one.</summary>
    public static List<LabelRow> All<T>(IEnumerable<T> things, Func<T, int, LabelRow> row) => [.. things.Select((thing, at) => row(thing, at + 1)), new LabelRow()];

    /// <summary>The rows that stay, each with its code.</summary>
    public static IReadOnlyList<(string Code, LabelRow Row)> Kept(List<LabelRow> rows)
    {
        var taken = rows.Select(row => row.Code ?? "").ToHashSet();
        return [.. SetupRows.Kept(rows).Select(row => (SetupRows.CodeOf(row, row.LabelDe ?? "", taken), row))];
    }
}

/// <summary>A list of <see cref="LabelRow"/> in a form.</summary>
/// <param name="Name">Name of the list in the form.</param>
/// <param name="Title">Translated.</param>
/// <param name="New">Heading of the empty row, translated.</param>
/// <param name="RequiredLabel">Translated; null = the rows have no such box.</param>
/// <param name="Lines">Lines of the labels; 0 = a single line.</param>
public sealed record LabelList(string Name, string Title, string New, IReadOnlyList<LabelRow> Rows, string? RequiredLabel = null, int Lines = 0);
