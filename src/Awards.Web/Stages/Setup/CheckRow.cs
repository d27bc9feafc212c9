using System.Globalization;
using Awards.Domain.Calls;
using Awards.Domain.Shared;

namespace Awards.Web.Stages.Setup;

/// <summary>A line of the formal check list, as it is typed.</summary>
public sealed class CheckRow : ISetupRow
{
    public string? Code { get; set; }
    public string? LabelDe { get; set; }
    public string? LabelEn { get; set; }
    public string? HelpDe { get; set; }
    public string? HelpEn { get; set; }
    public string? Place { get; set; }
    public bool Remove { get; set; }

    public bool IsEmpty => string.IsNullOrEmpty(Code) && new[] { LabelDe, LabelEn, HelpDe, HelpEn }.All(string.IsNullOrWhiteSpace);

    /// <summary>The lines that there are, and an empty one.</summary>
    public static List<CheckRow> All(IReadOnlyList<FormalCheckItem> items) => [.. items.Select((item, at) => new CheckRow
    {
        Code = item.Code,
        LabelDe = item.Label.De,
        LabelEn = item.Label.En,
        HelpDe = item.Help?.De,
        HelpEn = item.Help?.En,
        Place = (at + 1).ToString(CultureInfo.InvariantCulture),
    }), new CheckRow()];

    /// <summary>The lines that stay, in their order.</summary>
    public static IReadOnlyList<FormalCheckItem> Kept(List<CheckRow> rows)
    {
        var taken = rows.Select(row => row.Code ?? "").ToHashSet();
        return [.. SetupRows.Kept(rows).Select(row => new FormalCheckItem(SetupRows.CodeOf(row, row.LabelDe ?? "", taken), SetupInput.Needed(row.LabelDe, row.LabelEn), SetupInput.Text(row.HelpDe, row.HelpEn)))];
    }
}
