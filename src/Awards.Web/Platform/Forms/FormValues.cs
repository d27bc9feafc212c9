using System.Globalization;
using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Municipalities;

namespace Awards.Web.Platform.Forms;

/// <summary>Content as it stands in the lines of a form, by key: codes of options, numbers, days, texts.</summary>
internal static class FormValues
{
    public static IReadOnlyDictionary<string, object> Of(FormContent content, CallDefinition call)
    {
        var values = new Dictionary<string, object>();
        void Put(string key, object? value)
        {
            if (value is not null and not "") values[key] = value;
        }
        Put(FormKeys.ApplicantName, content.Applicant.Name);
        Put(FormKeys.ApplicantType, content.Applicant.Type?.Code());
        Put(FormKeys.ApplicantState, content.Applicant.State);
        foreach (var (key, value) in ApplicationFields.Of(content.Content).Where(field => ApplicationFields.QuestionOf(field.Key) is null && field.Key is not (ApplicationFields.Participants or ApplicationFields.Files))) Put(key, value);
        foreach (var question in call.Questionnaire.Questions)
            foreach (var (key, value) in Of(question, content.Content.Answers[question.Code])) Put(key, value);
        return values;
    }

    private static IEnumerable<(string Key, object? Value)> Of(Question question, string value)
    {
        var key = ApplicationFields.Answer(question.Code);
        if (value.Length == 0) return [];
        return question switch
        {
            MatrixQuestion matrix => MatrixQuestion.Read(value).Select(row => (ApplicationFields.Answer(matrix.KeyOf(row.Key)), (object?)row.Value)),
            MultipleChoiceQuestion => ChosenAnswer.Read(value).SelectMany(chosen => new (string, object?)[] { (FormKeys.Mark(question.Code, chosen.Code), "x"), (FormKeys.Words(question.Code, chosen.Code), chosen.Words) }),
            { Choices.Count: > 0 } => ChosenAnswer.Read(value).SelectMany(chosen => new (string, object?)[] { (key, chosen.Code), (FormKeys.Words(question.Code, chosen.Code), chosen.Words) }),
            MoneyQuestion => [(key, Number(value) is { } cents ? cents / 100 : value)],
            { Kind: AnswerKind.Number } => [(key, Number(value) is { } number ? number : value)],
            DateQuestion => [(key, DateQuestion.Day(value) is { } day ? day : value)],
            FileQuestion => [],
            _ => [(key, value)],
        };
    }

    private static decimal? Number(string value) => decimal.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}
