using Awards.Domain.Shared;

namespace Awards.Domain.Calls;

/// <summary>The standardised questionnaire of a call: sections of questions, in the order in which they are asked.</summary>
public sealed record Questionnaire
{
    private readonly IReadOnlyList<Section> _sections = [];
    private Dictionary<string, Question>? _byCode;
    private Dictionary<string, AnswerPart>? _parts;

    /// <summary>The sections, each a short page of its own.</summary>
    public required IReadOnlyList<Section> Sections
    {
        get => _sections;
        // A copy made by "with" brings the indexes of the original along.
        init => (_sections, _byCode, _parts) = (value, null, null);
    }

    /// <summary>All questions in order; their codes are the columns of exports.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public IEnumerable<Question> Questions => Sections.SelectMany(section => section.Questions);

    /// <summary>The question of a code, or null.</summary>
    public Question? Find(string code) =>
        (_byCode ??= Questions.DistinctBy(question => question.Code).ToDictionary(question => question.Code)).GetValueOrDefault(code);

    /// <summary>The part of an answer by its key ("question" or "question.row"), or null.</summary>
    public AnswerPart? Part(string key) =>
        (_parts ??= Questions.SelectMany(question => question.Parts).DistinctBy(part => part.Key).ToDictionary(part => part.Key)).GetValueOrDefault(key);

    /// <summary>The section of a code, or null.</summary>
    public Section? FindSection(string code) => Sections.FirstOrDefault(section => section.Code == code);

    /// <summary>Questions that are asked and not answered as they must be: what keeps an application from being submitted.</summary>
    public IEnumerable<Question> Missing(AnswerSet answers)
    {
        var asked = Asked(answers);
        return Questions.Where(question => question.IsAsked(asked) && !question.Suffices(asked[question.Code]));
    }

    /// <summary>
    /// The answers without those to questions that are not asked: what a submission freezes. In the order of the questions, so that
    /// an answer which is itself no longer asked for keeps no further question alive.
    /// </summary>
    public AnswerSet Asked(AnswerSet answers)
    {
        var kept = AnswerSet.Empty;
        foreach (var question in Questions)
            if (question.IsAsked(kept)) kept = kept.With(question.Code, answers[question.Code]);
        return kept;
    }

    /// <summary>Everything that is wrong with the definition, in its order; empty = it can be used.</summary>
    public IReadOnlyList<QuestionnaireFault> Faults() => [.. QuestionnaireRules.Faults(this)];

    /// <summary>What is wrong with a condition over the answers of all questions: the base of a table.</summary>
    public IReadOnlyList<Refusal> Faults(Condition condition) => [.. QuestionnaireRules.Faults(condition, this,
        Questions.SelectMany(question => question.Parts.Select(part => (part, question))).DistinctBy(each => each.part.Key).ToDictionary(each => each.part.Key))];
}

/// <summary>A page of the questionnaire.</summary>
public sealed record Section
{
    /// <summary>Stable code, part of the address.</summary>
    public required string Code { get; init; }

    /// <summary>Heading.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>Questions in order.</summary>
    public required IReadOnlyList<Question> Questions { get; init; }

    /// <summary>How far this section is: nothing answered, something, everything that must be. Looks at what <see cref="Questionnaire.Asked"/> keeps.</summary>
    public SectionStatus Status(AnswerSet answers)
    {
        var asked = Questions.Where(question => question.IsAsked(answers)).ToList();
        if (asked.All(question => answers[question.Code].Length == 0)) return SectionStatus.Open;
        return asked.Any(question => !question.Suffices(answers[question.Code])) ? SectionStatus.InProgress : SectionStatus.Complete;
    }
}

/// <summary>Status of a page of the task list: offen, in Arbeit, vollständig.</summary>
public enum SectionStatus { Open, InProgress, Complete }
