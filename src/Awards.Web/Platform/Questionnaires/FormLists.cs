using Awards.Domain.Calls;
using Awards.Domain.Shared;

namespace Awards.Web.Platform.Questionnaires;

/// <summary>The lists of answers of a workbook (sheet "choices").</summary>
internal sealed class FormLists
{
    private readonly Dictionary<string, List<QuestionOption>> _lists = [];

    public FormLists(FormSheet? sheet, List<WorkbookFault> faults)
    {
        foreach (var row in sheet?.Rows ?? [])
        {
            var (list, code, label) = (row[FormColumns.List], row[FormColumns.Name], row.Text(FormColumns.Label));
            var option = new QuestionOption(code, label ?? "", YesNo(row, FormColumns.OtherText, faults), YesNo(row, FormColumns.Exclusive, faults));
            if (list.Length == 0) faults.Add(row.Fault(FormColumns.List, new("workbook.without_list", "Bitte geben Sie an, zu welcher Liste die Antwort gehört.")));
            if (Question.CodeFault(code) is { } fault) faults.Add(row.Fault(FormColumns.Name, fault));
            if (string.IsNullOrWhiteSpace(label?.De)) faults.Add(row.Fault(FormColumns.Label, new("workbook.option_without_label", "Bitte geben Sie der Antwort „{0}“ einen deutschen Text.", code)));
            if (!_lists.TryGetValue(list, out var options)) _lists[list] = options = [];
            if (options.Any(each => each.Code == code)) faults.Add(row.Fault(FormColumns.Name, new("workbook.option_twice", "Die Antwort „{0}“ gibt es in der Liste „{1}“ zweimal.", code, list)));
            else options.Add(option);
        }
    }

    public IReadOnlyList<QuestionOption>? Find(string list) => _lists.TryGetValue(list, out var options) ? options : null;

    /// <summary>A cell that says yes or no, in the words that programs use; empty is no.</summary>
    public static bool YesNo(FormRow row, string column, List<WorkbookFault> faults)
    {
        var word = row[column].ToLowerInvariant();
        if (word is "yes" or "ja" or "true" or "true()" or "wahr") return true;
        if (word is not ("" or "no" or "nein" or "false" or "false()" or "falsch"))
            faults.Add(row.Fault(column, new("workbook.yes_no", "„{0}“ ist weder „yes“ noch „no“.", TextRules.Excerpt(word))));
        return false;
    }
}
