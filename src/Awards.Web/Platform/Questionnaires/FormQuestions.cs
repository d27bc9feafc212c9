using System.Globalization;
using Awards.Domain.Calls;
using Awards.Domain.Shared;

namespace Awards.Web.Platform.Questionnaires;

/// <summary>Makes questions of the rows of a workbook (sheet "survey"); conditions come later, when all questions are known.</summary>
internal sealed class FormQuestions(FormLists lists, List<WorkbookFault> faults)
{
    /// <summary>The question of a row; null, with a fault, where there is none. A note is a question of nobody: see <see cref="QuestionnaireReading"/>.</summary>
    public Question? Read(FormRow row, LocalizedText? help)
    {
        var words = row[FormColumns.Type].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var (kind, appearance) = (words.Length > 0 ? words[0] : "", row[FormColumns.Appearance]);
        var (code, text, required) = (row[FormColumns.Name], row.Text(FormColumns.Label) ?? "", FormLists.YesNo(row, FormColumns.Required, faults));
        switch (kind, appearance)
        {
            case ("select_one", ""):
                return Options(row) switch
                {
                    null => null,
                    var options when words[1] == FormColumns.YesNo && IsYesNo(options) => new YesNoQuestion { Code = code, Text = text, Help = help, Required = required },
                    var options => new SingleChoiceQuestion { Code = code, Text = text, Help = help, Required = required, Options = options },
                };
            case ("select_multiple", ""):
                return Options(row) is { } several ? new MultipleChoiceQuestion { Code = code, Text = text, Help = help, Required = required, Options = several, Max = Most(row, FormLimits.Count) } : null;
            case ("integer", ""):
                var whole = new WholeNumberQuestion { Code = code, Text = text, Help = help, Required = required, Unit = row.Text(FormColumns.Unit) };
                var (least, most) = Numbers(row);
                return whole with { Min = Whole(row, least) ?? whole.Min, Max = Whole(row, most) ?? whole.Max };
            case ("decimal", ""):
                var number = new DecimalQuestion { Code = code, Text = text, Help = help, Required = required, Unit = row.Text(FormColumns.Unit) };
                var (from, to) = Numbers(row);
                return number with { Min = from ?? number.Min, Max = to ?? number.Max, Decimals = Count(row, FormColumns.Decimals) ?? number.Decimals };
            case ("decimal", "percent"):
                var percent = new PercentQuestion { Code = code, Text = text, Help = help, Required = required };
                var (low, high) = Numbers(row);
                return percent with { Min = low ?? percent.Min, Max = high ?? percent.Max, Decimals = Count(row, FormColumns.Decimals) ?? percent.Decimals };
            case ("decimal", "money"):
                var money = new MoneyQuestion { Code = code, Text = text, Help = help, Required = required };
                var (cheap, dear) = Numbers(row);
                return money with { MinCents = Whole(row, cheap * 100) ?? money.MinCents, MaxCents = Whole(row, dear * 100) ?? money.MaxCents };
            case ("date", ""):
                var limits = Limits(row, FormLimits.Value);
                return new DateQuestion { Code = code, Text = text, Help = help, Required = required, Min = Day(row, limits.Least), Max = Day(row, limits.Most) };
            case ("text", ""):
                var shortText = new ShortTextQuestion { Code = code, Text = text, Help = help, Required = required };
                return shortText with { MaxLength = Most(row, FormLimits.Length) ?? shortText.MaxLength };
            case ("text", "multiline"):
                var longText = new LongTextQuestion { Code = code, Text = text, Help = help, Required = required };
                return longText with { MaxLength = Most(row, FormLimits.Length) ?? longText.MaxLength };
            case ("file", ""):
                var file = new FileQuestion { Code = code, Text = text, Help = help, Required = required };
                var kinds = row[FormColumns.FileKinds].ToLowerInvariant().Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
                return file with { Kinds = kinds.Length == 0 ? file.Kinds : kinds, MaxMegabytes = Count(row, FormColumns.MaxMegabytes) ?? file.MaxMegabytes, MaxFiles = Count(row, FormColumns.MaxFiles) ?? file.MaxFiles };
            default:
                faults.Add(appearance.Length > 0 && kind is "select_one" or "select_multiple" or "integer" or "decimal" or "date" or "text" or "file"
                    ? row.Fault(FormColumns.Appearance, new("workbook.appearance", "„{0}“ gibt es bei „{1}“ nicht. Möglich sind: multiline bei text, money und percent bei decimal, matrix bei begin_group.", TextRules.Excerpt(appearance), kind))
                    : row.Fault(FormColumns.Type, new("workbook.type", "„{0}“ ist kein Typ. Möglich sind: {1}.", TextRules.Excerpt(row[FormColumns.Type]),
                        "select_one LISTE, select_multiple LISTE, integer, decimal, text, date, file, note, begin_group, end_group")));
                return null;
        }
    }

    /// <summary>The options of the list that a row names.</summary>
    public IReadOnlyList<QuestionOption>? Options(FormRow row)
    {
        var words = row[FormColumns.Type].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 2 && lists.Find(words[1]) is { } options) return options;
        if (words is [_, FormColumns.YesNo]) return YesAndNo;
        faults.Add(row.Fault(FormColumns.Type, words.Length == 2 ? new("workbook.unknown_list", "Die Liste „{0}“ gibt es im Blatt „choices“ nicht.", TextRules.Excerpt(words[1]))
            : new("workbook.list_missing", "Bitte nennen Sie nach dem Typ genau eine Liste, zum Beispiel „select_one dauer“.")));
        return null;
    }

    private static readonly IReadOnlyList<QuestionOption> YesAndNo = new YesNoQuestion { Code = "q", Text = "" }.Choices;

    private static bool IsYesNo(IReadOnlyList<QuestionOption> options) => options.Select(option => option.Code).SequenceEqual(YesAndNo.Select(option => option.Code));

    private FormLimits Limits(FormRow row, string subject)
    {
        var limits = FormLimits.Read(row[FormColumns.Constraint], subject);
        if (!limits.Refused(out var refusal)) return limits.Fact;
        faults.Add(row.Fault(FormColumns.Constraint, refusal));
        return new(null, null);
    }

    private (decimal? Least, decimal? Most) Numbers(FormRow row)
    {
        var limits = Limits(row, FormLimits.Value);
        return (Number(row, limits.Least), Number(row, limits.Most));
    }

    private decimal? Number(FormRow row, string? text)
    {
        if (text is null) return null;
        if (decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 1e18m) return number;
        faults.Add(row.Fault(FormColumns.Constraint, new("workbook.limit_number", "„{0}“ ist keine Zahl, wie sie hier als Grenze stehen kann.", TextRules.Excerpt(text))));
        return null;
    }

    private long? Whole(FormRow row, decimal? number)
    {
        if (number is null) return null;
        if (decimal.IsInteger(number.Value) && Math.Abs(number.Value) < 9e18m) return (long)number.Value;
        faults.Add(row.Fault(FormColumns.Constraint, new("workbook.limit_whole", "„{0}“ hat als Grenze zu viele Nachkommastellen.", TypedNumber.Write(number.Value))));
        return null;
    }

    private int? Most(FormRow row, string subject) => Whole(row, Number(row, Limits(row, subject).Most)) is { } most ? (int)Math.Clamp(most, -1, int.MaxValue) : null;

    private DateOnly? Day(FormRow row, string? text)
    {
        if (text is null) return null;
        if (DateQuestion.Day(text) is { } day) return day;
        faults.Add(row.Fault(FormColumns.Constraint, new("workbook.limit_day", "„{0}“ ist kein Datum. Bitte schreiben Sie es so: date('2017-12-31').", TextRules.Excerpt(text))));
        return null;
    }

    private int? Count(FormRow row, string column)
    {
        var text = row[column];
        if (text.Length == 0) return null;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count)) return count;
        faults.Add(row.Fault(column, new("workbook.count", "„{0}“ ist keine ganze Zahl.", TextRules.Excerpt(text))));
        return null;
    }
}
