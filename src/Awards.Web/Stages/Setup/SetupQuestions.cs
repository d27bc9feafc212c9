using Awards.Domain.Calls;

namespace Awards.Web.Stages.Setup;

/// <summary>Puts questions into a call's questionnaire.</summary>
public static class SetupQuestions
{
    /// <summary>The call with a question in place of the one with the same code.</summary>
    public static CallDefinition Replace(CallDefinition call, Question question) => call with
    {
        Questionnaire = call.Questionnaire with
        {
            Sections = [.. call.Questionnaire.Sections.Select(section => section with { Questions = [.. section.Questions.Select(each => each.Code == question.Code ? question : each)] })],
        },
    };

    /// <summary>The call with a question at the end of a section.</summary>
    public static CallDefinition Add(CallDefinition call, string section, Question question) => call with
    {
        Questionnaire = call.Questionnaire with
        {
            Sections = [.. call.Questionnaire.Sections.Select(each => each.Code == section ? each with { Questions = [.. each.Questions, question] } : each)],
        },
    };
}
