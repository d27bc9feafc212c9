using System.Text.Json;
using Awards.Domain.Calls;

namespace Awards.Web.Stages.Applications;

/// <summary>Questions of a page with what the script needs to ask some of them only while their conditions hold.</summary>
/// <param name="Fields">The questions in order.</param>
/// <param name="Questionnaire">The whole questionnaire.</param>
/// <param name="Asked">Stored answers that count, also those of other pages.</param>
public sealed record QuestionList(IReadOnlyList<QuestionField> Fields, Questionnaire Questionnaire, AnswerSet Asked)
{
    /// <summary>Answers of other pages that conditions of this one look at, as JSON by key.</summary>
    public string Elsewhere()
    {
        var here = Fields.Select(field => field.Question.Code).ToHashSet();
        var keys = Fields.SelectMany(field => field.Question.AskedIf?.Keys() ?? []).Where(key => !here.Contains(key.Split('.')[0])).Distinct();
        return JsonSerializer.Serialize(keys.ToDictionary(key => key, Asked.Part), CallDefinition.Json);
    }

    /// <summary>A condition as the script reads it.</summary>
    public static string Json(Condition condition) => JsonSerializer.Serialize(condition, CallDefinition.Json);
}
