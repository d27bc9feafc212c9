using Awards.Domain.Calls;

namespace Awards.Web.Stages.Shared;

/// <summary>Answers of one entry as the partial _Answers prints them.</summary>
public sealed record PrintedAnswers(Questionnaire Questionnaire, AnswerSet Answers);
