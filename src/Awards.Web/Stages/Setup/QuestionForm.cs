using Awards.Domain.Calls;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Platform.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Setup;

/// <summary>Options of a question, or rows of a matrix, in a form.</summary>
public sealed record OptionList(string Name, string Title, string New, IReadOnlyList<OptionRow> Rows, bool OtherText, bool Exclusive);

/// <summary>The form of a question, new or stored. Its names are those of the fields: Input, Condition.</summary>
public sealed record QuestionForm(QuestionKind Kind, int Version, bool IsNew, QuestionInput Input, ConditionInput Condition, string? ConditionText, IReadOnlyList<Choice> Earlier, IReadOnlyList<Choice> Comparisons, string Back)
{
    public IReadOnlyList<Choice> FileKinds => [.. FileQuestion.KnownKinds.Select(kind => new Choice(kind, kind.ToUpperInvariant()))];

    /// <summary>What a condition can look at: the answers before a question.</summary>
    public static IReadOnlyList<Choice> Before(Questionnaire questionnaire, string? question, string? section)
    {
        var before = questionnaire.Sections.TakeWhile(each => each.Code != section).SelectMany(each => each.Questions)
            .Concat((questionnaire.FindSection(section ?? "")?.Questions ?? []).TakeWhile(each => each.Code != question));
        var language = RequestContext.Language;
        return [.. before.SelectMany(each => each.Parts).Where(part => part.Kind != AnswerKind.Nothing).SelectMany(part => part.Choices.Count == 0
            ? [new Choice(part.Key, part.Label.In(language))]
            : part.Choices.Select(option => new Choice($"{part.Key}={option.Code}", $"{part.Label.In(language)}: {option.Label.In(language)}")))];
    }

    /// <summary>How answers are compared.</summary>
    public static IReadOnlyList<Choice> Ways(IStringLocalizer<Text> texts) =>
    [
        new(nameof(Asks.Is), texts["ist / enthält"]), new(nameof(Asks.IsNot), texts["ist nicht / enthält nicht"]), new(nameof(Asks.Less), texts["kleiner als"]),
        new(nameof(Asks.LessOrEqual), texts["höchstens gleich"]), new(nameof(Asks.Greater), texts["größer als"]), new(nameof(Asks.GreaterOrEqual), texts["mindestens gleich"]),
    ];
}
