using Awards.Domain.Calls;

namespace Awards.Web.Stages.Applications;

/// <summary>Answers in words, files by their names.</summary>
public static class PrintedAnswer
{
    /// <summary>The answer as people read it; "" for none.</summary>
    public static string Of(Question question, string value, string language, IReadOnlyDictionary<Guid, AnswerFileLine> files) => question is FileQuestion
        ? string.Join("\n", Lines(value, files).Select(line => $"{line.Name} ({line.Facts})"))
        : question.Print(value, language);

    /// <summary>The files of an answer that are there.</summary>
    public static IEnumerable<AnswerFileLine> Lines(string value, IReadOnlyDictionary<Guid, AnswerFileLine> files) =>
        FileQuestion.Ids(value).Select(id => files.GetValueOrDefault(id)).OfType<AnswerFileLine>();
}
