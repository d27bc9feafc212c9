using System.Globalization;
using Awards.Domain.Calls;
using Awards.Domain.Shared;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Setup;

/// <summary>A question as it is typed: the fields of all types; each type reads its own.</summary>
public sealed class QuestionInput
{
    public string? Code { get; set; }
    public string? TextDe { get; set; }
    public string? TextEn { get; set; }
    public string? HelpDe { get; set; }
    public string? HelpEn { get; set; }
    public bool Required { get; set; }
    public string? Min { get; set; }
    public string? Max { get; set; }
    public string? Decimals { get; set; }
    public string? UnitDe { get; set; }
    public string? UnitEn { get; set; }
    public string? MaxLength { get; set; }
    public string? MaxChoices { get; set; }
    public List<string> FileKinds { get; set; } = [];
    public string? MaxMegabytes { get; set; }
    public string? MaxFiles { get; set; }
    public List<OptionRow> Options { get; set; } = [];
    public List<OptionRow> Rows { get; set; } = [];

    /// <summary>The fields filled from a question.</summary>
    public static QuestionInput Of(Question question)
    {
        var input = new QuestionInput
        {
            Code = question.Code,
            TextDe = question.Text.De,
            TextEn = question.Text.En,
            HelpDe = question.Help?.De,
            HelpEn = question.Help?.En,
            Required = question.Required,
            Options = OptionRow.All(question is MatrixQuestion matrix ? matrix.Options : question is YesNoQuestion ? [] : question.Choices, OptionRow.Of),
            Rows = OptionRow.All((question as MatrixQuestion)?.Rows ?? [], OptionRow.Of),
        };
        switch (question)
        {
            case MultipleChoiceQuestion many: input.MaxChoices = many.Max?.ToString(CultureInfo.InvariantCulture); break;
            case WholeNumberQuestion whole: (input.Min, input.Max, input.UnitDe, input.UnitEn) = (Text(whole.Min), Text(whole.Max), whole.Unit?.De, whole.Unit?.En); break;
            case DecimalQuestion number:
                (input.Min, input.Max, input.Decimals, input.UnitDe, input.UnitEn) = (TypedNumber.Edit(number.Min), TypedNumber.Edit(number.Max), Text(number.Decimals), number.Unit?.De, number.Unit?.En);
                break;
            case PercentQuestion percent: (input.Min, input.Max, input.Decimals) = (TypedNumber.Edit(percent.Min), TypedNumber.Edit(percent.Max), Text(percent.Decimals)); break;
            case MoneyQuestion money: (input.Min, input.Max) = (money.Edit(Text(money.MinCents)), money.Edit(Text(money.MaxCents))); break;
            case DateQuestion date: (input.Min, input.Max) = (Day(date.Min), Day(date.Max)); break;
            case ShortTextQuestion line: input.MaxLength = Text(line.MaxLength); break;
            case LongTextQuestion lines: input.MaxLength = Text(lines.MaxLength); break;
            case FileQuestion file: (input.FileKinds, input.MaxMegabytes, input.MaxFiles) = ([.. file.Kinds], Text(file.MaxMegabytes), Text(file.MaxFiles)); break;
            default: break;
        }
        return input;
    }

    /// <summary>An empty question of a kind, with the limits that its class has where nothing is said.</summary>
    public static QuestionInput Blank(QuestionKind kind) => Of(Make(kind.Type, "", "")) is var input ? Emptied(input) : input;

    /// <summary>Makes the question; what cannot be read stands as an error at its field.</summary>
    public Question Read(QuestionKind kind, string code, Condition? askedIf, ModelStateDictionary errors, IStringLocalizer<Text> texts)
    {
        int Whole(string field, string? typed, int usual) => SetupNumbers.Whole(errors, texts, $"Input.{field}", typed) ?? usual;
        decimal Number(string field, string? typed, decimal usual) => Canonical(new DecimalQuestion { Code = "n", Text = "", Decimals = TypedNumber.MostDecimals, Min = -999_999_999_999, Max = 999_999_999_999 }, field, typed, errors, texts) is { Length: > 0 } read
            ? decimal.Parse(read, CultureInfo.InvariantCulture) : usual;
        long Long(string field, string? typed, long usual, Question reader) => Canonical(reader, field, typed, errors, texts) is { Length: > 0 } read ? long.Parse(read, CultureInfo.InvariantCulture) : usual;
        var any = new WholeNumberQuestion { Code = "n", Text = "", Min = -999_999_999_999_999, Max = 999_999_999_999_999 };
        var amount = new MoneyQuestion { Code = "n", Text = "" };
        DateOnly? Date(string field, string? typed) => Canonical(new DateQuestion { Code = "n", Text = "" }, field, typed, errors, texts) is { Length: > 0 } read ? DateOnly.ParseExact(read, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
        var unit = SetupInput.Text(UnitDe, UnitEn);
        var question = Make(kind.Type, code, TextRules.Lines(TextDe).Trim()) switch
        {
            SingleChoiceQuestion one => one with { Options = OptionRow.Options(Options) },
            MultipleChoiceQuestion many => many with { Options = OptionRow.Options(Options), Max = SetupNumbers.Whole(errors, texts, "Input.MaxChoices", MaxChoices) },
            WholeNumberQuestion whole => whole with { Min = Long(nameof(Min), Min, whole.Min, any), Max = Long(nameof(Max), Max, whole.Max, any), Unit = unit },
            DecimalQuestion number => number with { Min = Number(nameof(Min), Min, number.Min), Max = Number(nameof(Max), Max, number.Max), Decimals = Whole(nameof(Decimals), Decimals, number.Decimals), Unit = unit },
            PercentQuestion percent => percent with { Min = Number(nameof(Min), Min, percent.Min), Max = Number(nameof(Max), Max, percent.Max), Decimals = Whole(nameof(Decimals), Decimals, percent.Decimals) },
            MoneyQuestion money => money with { MinCents = Long(nameof(Min), Min, money.MinCents, amount), MaxCents = Long(nameof(Max), Max, money.MaxCents, amount) },
            DateQuestion date => date with { Min = Date(nameof(Min), Min), Max = Date(nameof(Max), Max) },
            ShortTextQuestion line => line with { MaxLength = Whole(nameof(MaxLength), MaxLength, line.MaxLength) },
            LongTextQuestion lines => lines with { MaxLength = Whole(nameof(MaxLength), MaxLength, lines.MaxLength) },
            MatrixQuestion matrix => matrix with { Options = OptionRow.Options(Options), Rows = OptionRow.MatrixRows(Rows) },
            FileQuestion file => file with { Kinds = [.. FileQuestion.KnownKinds.Where(FileKinds.Contains)], MaxMegabytes = Whole(nameof(MaxMegabytes), MaxMegabytes, file.MaxMegabytes), MaxFiles = Whole(nameof(MaxFiles), MaxFiles, file.MaxFiles) },
            var other => other,
        };
        return question with { Text = SetupInput.Needed(TextDe, TextEn), Help = SetupInput.Text(HelpDe, HelpEn), Required = Required, AskedIf = askedIf };
    }

    private static string Canonical(Question reader, string field, string? typed, ModelStateDictionary errors, IStringLocalizer<Text> texts)
    {
        var read = reader.Parse(typed ?? "");
        if (!read.Refused(out var refusal)) return read.Fact;
        errors.Add(texts, refusal, $"Input.{field}");
        return "";
    }

    private static Question Make(Type type, string code, LocalizedText text) => type.Name switch
    {
        nameof(YesNoQuestion) => new YesNoQuestion { Code = code, Text = text },
        nameof(SingleChoiceQuestion) => new SingleChoiceQuestion { Code = code, Text = text, Options = [] },
        nameof(MultipleChoiceQuestion) => new MultipleChoiceQuestion { Code = code, Text = text, Options = [] },
        nameof(WholeNumberQuestion) => new WholeNumberQuestion { Code = code, Text = text },
        nameof(DecimalQuestion) => new DecimalQuestion { Code = code, Text = text },
        nameof(MoneyQuestion) => new MoneyQuestion { Code = code, Text = text },
        nameof(PercentQuestion) => new PercentQuestion { Code = code, Text = text },
        nameof(DateQuestion) => new DateQuestion { Code = code, Text = text },
        nameof(ShortTextQuestion) => new ShortTextQuestion { Code = code, Text = text },
        nameof(LongTextQuestion) => new LongTextQuestion { Code = code, Text = text },
        nameof(MatrixQuestion) => new MatrixQuestion { Code = code, Text = text, Options = [], Rows = [] },
        nameof(FileQuestion) => new FileQuestion { Code = code, Text = text },
        _ => throw new InvalidOperationException($"No editor for {type.Name}."),
    };

    private static QuestionInput Emptied(QuestionInput input)
    {
        (input.Code, input.TextDe) = (null, null);
        return input;
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string? Day(DateOnly? day) => day?.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);
}
