using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Shared;

namespace Awards.Domain.Enquiries;

/// <summary>A question and its answer on the public page of a call, naming nobody.</summary>
public sealed class FaqEntry
{
    /// <summary>Longest question, in characters.</summary>
    public const int MaxQuestion = 500;

    /// <summary>Longest answer, in characters.</summary>
    public const int MaxAnswer = 8_000;

    private FaqEntry() { }

    public Guid Id { get; private set; }
    public Guid CallId { get; private set; }

    /// <summary>The enquiry that it came from; null = written by the office.</summary>
    public Guid? EnquiryId { get; private set; }

    /// <summary>From 1; in this order on the page.</summary>
    public int Position { get; private set; }

    public string QuestionDe { get; private set; } = "";

    /// <summary>Markdown.</summary>
    public string AnswerDe { get; private set; } = "";

    /// <summary>Empty = the German one is shown in English too.</summary>
    public string QuestionEn { get; private set; } = "";

    /// <summary>Markdown.</summary>
    public string AnswerEn { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime ChangedAt { get; private set; }

    /// <summary>Raised with every change; a page posts the one it showed.</summary>
    public int Version { get; private set; }

    /// <summary>It is gone: somebody else deleted it.</summary>
    public static readonly Refusal Gone = new("faq.gone", "Diese Frage gibt es nicht mehr.");

    /// <summary>Question and answer in a language, and whether they are in it; German where there is no English.</summary>
    public (string Question, string Answer, string Language) In(string language) =>
        language == "en" && QuestionEn.Length > 0 ? (QuestionEn, AnswerEn, "en") : (QuestionDe, AnswerDe, "de");

    /// <summary>Writes one at the end. Refused where <see cref="FaqText.Faults"/> finds something.</summary>
    public static Outcome<FaqEntry> Write(Guid callId, FaqText text, int position, DateTime now, Enquiry? from = null)
    {
        if (text.Faults(from).Select(fault => fault.Refusal).FirstOrDefault() is { } refusal) return refusal;
        var entry = new FaqEntry { Id = Guid.CreateVersion7(), CallId = callId, EnquiryId = from?.Id, Position = position };
        entry.Take(text, now);
        return entry;
    }

    /// <summary>Replaces its texts. Refused as <see cref="Write"/> is, and when somebody else changed it since.</summary>
    public Outcome<FaqEntry> Change(FaqText text, int seenVersion, DateTime now, Enquiry? from)
    {
        if (Version != seenVersion) return ApplicationRules.Stale;
        if (text.Faults(from).Select(fault => fault.Refusal).FirstOrDefault() is { } refusal) return refusal;
        Take(text, now);
        return this;
    }

    /// <summary>Changes places with another one.</summary>
    public void Swap(FaqEntry other) => (Position, other.Position) = (other.Position, Position);

    private void Take(FaqText text, DateTime now)
    {
        if ((QuestionDe, AnswerDe, QuestionEn, AnswerEn) == (text.QuestionDe, text.AnswerDe, text.QuestionEn, text.AnswerEn)) return;
        (QuestionDe, AnswerDe, QuestionEn, AnswerEn, ChangedAt) = (text.QuestionDe, text.AnswerDe, text.QuestionEn, text.AnswerEn, now);
    }
}

/// <summary>What was typed for the public page.</summary>
public sealed record FaqText
{
    public string QuestionDe { get; init; } = "";
    public string AnswerDe { get; init; } = "";
    public string QuestionEn { get; init; } = "";
    public string AnswerEn { get; init; } = "";

    /// <summary>Cleans what was typed.</summary>
    public static FaqText Of(string? questionDe, string? answerDe, string? questionEn, string? answerEn) => new()
    {
        QuestionDe = TextRules.OneLine(questionDe),
        AnswerDe = TextRules.Lines(answerDe).Trim(),
        QuestionEn = TextRules.OneLine(questionEn),
        AnswerEn = TextRules.Lines(answerEn).Trim(),
    };

    /// <summary>Everything that is wrong, by the name of the property; a text that names who asked is wrong too.</summary>
    public IEnumerable<(string Field, Refusal Refusal)> Faults(Enquiry? from)
    {
        foreach (var (field, text, limit) in new[] { (nameof(QuestionDe), QuestionDe, FaqEntry.MaxQuestion), (nameof(AnswerDe), AnswerDe, FaqEntry.MaxAnswer), (nameof(QuestionEn), QuestionEn, FaqEntry.MaxQuestion), (nameof(AnswerEn), AnswerEn, FaqEntry.MaxAnswer) })
        {
            if (TextRules.Check(text, limit).Refused(out var refusal)) yield return (field, refusal);
            if (Names(text, from) is { } named) yield return (field, new("faq.names_asker", "Der Text nennt mit „{0}“, wer gefragt hat. Bitte nehmen Sie die Stelle heraus: Veröffentlicht wird ohne Namen.", named));
        }
        if (QuestionDe.Length == 0) yield return (nameof(QuestionDe), new("faq.without_question", "Bitte geben Sie eine Frage ein."));
        if (AnswerDe.Length == 0) yield return (nameof(AnswerDe), new("faq.without_answer", "Bitte geben Sie eine Antwort ein."));
        if (QuestionEn.Length == 0 != (AnswerEn.Length == 0)) yield return (QuestionEn.Length == 0 ? nameof(QuestionEn) : nameof(AnswerEn), new("faq.half_english", "Bitte geben Sie Frage und Antwort auf Englisch beide an oder lassen Sie beide leer."));
    }

    private static string? Names(string text, Enquiry? from) => from is null ? null
        : new[] { from.Mail, from.Name }.FirstOrDefault(word => word.Length >= 3 && text.Contains(word, StringComparison.OrdinalIgnoreCase));
}
