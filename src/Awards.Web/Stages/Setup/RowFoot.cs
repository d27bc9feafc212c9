namespace Awards.Web.Stages.Setup;

/// <summary>Foot of a row in a list of the set-up.</summary>
/// <param name="Prefix">Name of the row in the form: "Rows[0]".</param>
/// <param name="Place">Place in the list, from 1.</param>
/// <param name="Label">What the row is called; empty for a new one.</param>
/// <param name="WithCode">A new row asks for its code.</param>
public sealed record RowFoot(string Prefix, string Place, string Label, bool WithCode = true)
{
    public bool IsNew => Label.Length == 0;
}

/// <summary>What every row of a list of the set-up has.</summary>
public interface ISetupRow
{
    /// <summary>Stable code; empty for a new row.</summary>
    string? Code { get; }

    /// <summary>Place in the list, from 1.</summary>
    string? Place { get; }

    bool Remove { get; }

    /// <summary>Nothing was typed into a new row.</summary>
    bool IsEmpty { get; }
}

/// <summary>Lists of the set-up.</summary>
public static class SetupRows
{
    /// <summary>The rows that stay, in the order of their places; a row without a readable place stays behind the one before it.</summary>
    public static IReadOnlyList<TRow> Kept<TRow>(IEnumerable<TRow> rows) where TRow : ISetupRow
    {
        var last = 0m;
        return [.. rows.Where(row => !row.Remove && !row.IsEmpty)
            .Select((row, at) => (row, at, Place: last = decimal.TryParse(row.Place?.Replace(',', '.'), System.Globalization.CultureInfo.InvariantCulture, out var place) ? place : last))
            .OrderBy(each => each.Place).ThenBy(each => each.at).Select(each => each.row)];
    }

    /// <summary>The code of a row: its own, or a new one made of its label.</summary>
    public static string CodeOf(ISetupRow row, string label, ISet<string> taken)
    {
        var code = string.IsNullOrWhiteSpace(row.Code) ? SetupInput.Code(label, [.. taken])
            : Domain.Calls.Question.CodeFault(row.Code.Trim()) is null ? row.Code.Trim() : SetupInput.Code(row.Code, [.. taken]);
        taken.Add(code);
        return code;
    }
}
