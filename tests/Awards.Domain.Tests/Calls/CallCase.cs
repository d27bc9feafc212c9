using Awards.Domain.Calls;
using Awards.Domain.Shared;

namespace Awards.Domain.Tests.Calls;

/// <summary>A small released call without faults.</summary>
internal static class CallCase
{
    public static readonly DateTime Start = GermanTime.Utc(new(2027, 1, 1));
    public static readonly DateTime Deadline = GermanTime.Utc(new(2027, 5, 1));

    public static CallDefinition Definition(params Question[] questions) => NewCalls.Blank(new("Musterwettbewerb", "muster", "M-2027"), Start) with
    {
        Draft = false,
        Summary = "Worum es geht",
        Organiser = "Musterinstitut",
        WhoMayEnter = "Alle",
        Criteria = [new("quality", "Qualität")],
        EntrySheet = new() { Code = "entry", Title = "Prüfbogen", Items = [new("quality")] },
        Questionnaire = Of(questions.Length == 0 ? [new YesNoQuestion { Code = "concept", Text = "Gibt es ein Konzept?" }] : questions),
    };

    public static Questionnaire Of(params IReadOnlyList<Question> questions) => new() { Sections = [new Section { Code = "one", Title = "Abschnitt", Questions = questions }] };

    public static CallDefinition With(this CallDefinition call, params Question[] questions) => call with { Questionnaire = Of(questions) };

    public static CallUsage Answered(params AnswerSet[] answers) => new() { Answers = [.. answers.Select((set, at) => new StoredAnswers($"M-2027-E{at + 1:000}", true, set))] };
}
