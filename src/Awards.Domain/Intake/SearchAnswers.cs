using Awards.Domain.Calls;
using Awards.Domain.Shared;

namespace Awards.Domain.Intake;

/// <summary>Searches in the answers: "frage:duration=permanent", "frage:duration" (answered), "frage:duration=ohne" (not answered).</summary>
internal sealed class SearchAnswers(Questionnaire questionnaire)
{
    /// <summary>What a value of the field asks. Refused for a question or an option that there is not.</summary>
    public Outcome<Func<SearchRow, bool>> Test(SearchToken token)
    {
        var at = token.Text.IndexOf('=', StringComparison.Ordinal);
        var (code, value) = at < 0 ? (token.Text, null) : (token.Text[..at], token.Text[(at + 1)..].Trim());
        if (code.Length == 0 || value is "") return SearchFields.Nothing(token);
        if (questionnaire.Part(code) is not { } part)
            return SearchFields.Nearest(code, questionnaire.Questions.SelectMany(question => question.Parts).Select(each => each.Key)) is { } near
                ? new Refusal("search.unknown_question", "Die Frage „{0}“ an Stelle {1} gibt es nicht. Gemeint ist vielleicht „{2}“.", TextRules.Excerpt(code), token.Place, near)
                : new Refusal("search.no_question", "Die Frage „{0}“ an Stelle {1} gibt es nicht. Die Hilfe zur Suche nennt alle Fragen.", TextRules.Excerpt(code), token.Place);
        if (value is null) return (Func<SearchRow, bool>)(row => row.Answers.Part(part.Key).Length > 0);
        if (value == SearchFields.Without) return (Func<SearchRow, bool>)(row => row.Answers.Part(part.Key).Length == 0);
        if (part.Choices.Count > 0) return Option(token, part, value);
        var key = SortKey.Of(value);
        return (Func<SearchRow, bool>)(row => row.Answers.Part(part.Key) is { Length: > 0 } answer && (answer == value || (key.Length > 0 && SortKey.Of(answer).Contains(key, StringComparison.Ordinal))));
    }

    private static Outcome<Func<SearchRow, bool>> Option(SearchToken token, AnswerPart part, string value)
    {
        var option = part.Choices.FirstOrDefault(each => each.Code == value) ?? part.Choices.FirstOrDefault(each => SortKey.Of(each.Label.De) == SortKey.Of(value));
        if (option is null)
            return new Refusal("search.unknown_option", "Die Frage „{0}“ hat keine Antwort „{1}“ (Stelle {2}). Möglich sind: {3}.", part.Key, TextRules.Excerpt(value), token.Place, string.Join(", ", part.Choices.Select(each => each.Code)));
        return (Func<SearchRow, bool>)(row => ChosenAnswer.Codes(row.Answers.Part(part.Key)).Contains(option.Code));
    }
}
