using System.Globalization;
using Awards.Domain.Calls;

namespace Awards.Web.Stages.Setup;

/// <summary>An option of a question, or a row of a matrix, as it is typed.</summary>
public sealed class OptionRow : ISetupRow
{
    public string? Code { get; set; }
    public string? LabelDe { get; set; }
    public string? LabelEn { get; set; }
    public bool OtherText { get; set; }
    public bool Exclusive { get; set; }
    public string? Place { get; set; }
    public bool Remove { get; set; }

    /// <summary>The code is stored already and stays.</summary>
    public bool Known { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(LabelDe) && string.IsNullOrWhiteSpace(LabelEn) && string.IsNullOrEmpty(Code);

    public static OptionRow Of(QuestionOption option, int place) => new()
    {
        Code = option.Code,
        LabelDe = option.Label.De,
        LabelEn = option.Label.En,
        OtherText = option.OtherText,
        Exclusive = option.Exclusive,
        Place = place.ToString(CultureInfo.InvariantCulture),
        Known = true,
    };

    public static OptionRow Of(MatrixRow row, int place) => new() { Code = row.Code, LabelDe = row.Text.De, LabelEn = row.Text.En, Place = place.ToString(CultureInfo.InvariantCulture), Known = true };

    /// <summary>What is there, and empty rows for more.</summary>
    public static List<OptionRow> All<T>(IEnumerable<T> things, Func<T, int, OptionRow> row) => [.. things.Select((thing, at) => row(thing, at + 1)), new(), new(), new()];

    public static List<QuestionOption> Options(List<OptionRow> rows) =>
        [.. Kept(rows).Select(each => new QuestionOption(each.Code, SetupInput.Needed(each.Row.LabelDe, each.Row.LabelEn), each.Row.OtherText, each.Row.Exclusive))];

    public static List<MatrixRow> MatrixRows(List<OptionRow> rows) => [.. Kept(rows).Select(each => new MatrixRow(each.Code, SetupInput.Needed(each.Row.LabelDe, each.Row.LabelEn)))];

    private static IEnumerable<(string Code, OptionRow Row)> Kept(List<OptionRow> rows)
    {
        var taken = rows.Select(row => row.Code ?? "").ToHashSet();
        return [.. SetupRows.Kept(rows).Select(row => (SetupRows.CodeOf(row, row.LabelDe ?? "", taken), row))];
    }
}
