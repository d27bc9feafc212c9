using Awards.Domain.Accounts;
using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Shared;

namespace Awards.Domain.Enquiries;

/// <summary>How a question came.</summary>
public enum EnquiryChannel { Form, Application, Mail }

/// <summary>Where a question stands. Published = answered for everybody; Closed = needs no answer.</summary>
public enum EnquiryState { Open, Answered, Published, Closed }

/// <summary>A question to the office of a call.</summary>
public sealed class Enquiry
{
    /// <summary>Longest name, in characters.</summary>
    public const int MaxName = 200;

    /// <summary>Longest question and longest answer, in characters.</summary>
    public const int MaxText = 8_000;

    private Enquiry() { }

    public Guid Id { get; private set; }
    public Guid CallId { get; private set; }

    /// <summary>The application that it was asked from; null = from none.</summary>
    public Guid? ApplicationId { get; private set; }

    /// <summary>Who asked with an account; null = nobody known.</summary>
    public Guid? AskedBy { get; private set; }

    /// <summary>May be empty.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Where the answer goes; empty once erased.</summary>
    public string Mail { get; private set; } = "";

    /// <summary>"de" or "en": the language of the answer's frame.</summary>
    public string Language { get; private set; } = "de";

    public string Text { get; private set; } = "";
    public EnquiryChannel Channel { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime AskedAt { get; private set; }

    public EnquiryState State { get; private set; }

    /// <summary>What went to who asked; empty while nothing did.</summary>
    public string Answer { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime? AnsweredAt { get; private set; }

    /// <summary>UTC; name and address were erased.</summary>
    public DateTime? ErasedAt { get; private set; }

    /// <summary>Raised with every change; a page posts the one it showed.</summary>
    public int Version { get; private set; }

    /// <summary>Whole days it waits; 0 on its first.</summary>
    public int DaysWaiting(DateTime now) => Math.Max(0, (GermanTime.Local(now).Date - GermanTime.Local(AskedAt).Date).Days);

    /// <summary>Takes a question. Refused where <see cref="EnquiryText.Faults"/> finds something.</summary>
    public static Outcome<Enquiry> Ask(Guid callId, EnquiryText text, EnquiryChannel channel, WriteContext write, Guid? applicationId = null)
    {
        if (text.Faults().Select(fault => fault.Refusal).FirstOrDefault() is { } refusal) return refusal;
        return new Enquiry
        {
            Id = Guid.CreateVersion7(),
            CallId = callId,
            ApplicationId = applicationId,
            AskedBy = channel == EnquiryChannel.Application ? write.Who : null,
            Name = text.Name,
            Mail = text.Mail,
            Language = text.Language,
            Text = text.Text,
            Channel = channel,
            AskedAt = write.When,
        };
    }

    /// <summary>Answers who asked. Refused without an answer, without an address, once answered, and when somebody else was quicker.</summary>
    public Outcome<Enquiry> Reply(string? answer, int seenVersion, DateTime now)
    {
        if (Version != seenVersion) return ApplicationRules.Stale;
        if (Answer.Length > 0) return new Refusal("enquiry.answered", "Diese Anfrage ist schon beantwortet.");
        if (Mail.Length == 0) return new Refusal("enquiry.without_address", "Die Adresse dieser Anfrage ist gelöscht. Veröffentlichen Sie die Antwort, oder schließen Sie die Anfrage.");
        var typed = TextRules.Lines(answer).Trim();
        if (typed.Length == 0) return new Refusal("enquiry.without_answer", "Bitte schreiben Sie eine Antwort.");
        if (TextRules.Check(typed, MaxText).Refused(out var refusal)) return refusal;
        (Answer, AnsweredAt) = (typed, now);
        if (State != EnquiryState.Published) State = EnquiryState.Answered;
        return this;
    }

    /// <summary>Its answer stands among the frequent questions.</summary>
    public void MarkPublished(DateTime now) => (State, AnsweredAt) = (EnquiryState.Published, AnsweredAt ?? now);

    /// <summary>Needs no answer. Refused unless it is open, and when somebody else changed it since.</summary>
    public Outcome<Enquiry> Close(int seenVersion)
    {
        if (Version != seenVersion) return ApplicationRules.Stale;
        if (State != EnquiryState.Open) return new Refusal("enquiry.not_open", "Nur eine offene Anfrage kann geschlossen werden.");
        State = EnquiryState.Closed;
        return this;
    }

    /// <summary>Takes out who asked, and what they wrote and read; that something was asked, and when, stays.</summary>
    public void Erase(DateTime now) => (Name, Mail, Text, Answer, AskedBy, ErasedAt) = ("", "", "", "", null, ErasedAt ?? now);
}

/// <summary>What was typed to ask.</summary>
public sealed record EnquiryText
{
    public string Name { get; init; } = "";
    public string Mail { get; init; } = "";
    public string Language { get; init; } = "de";
    public string Text { get; init; } = "";

    /// <summary>Cleans what was typed.</summary>
    public static EnquiryText Of(string? name, string? mail, string? text, string language) =>
        new() { Name = TextRules.OneLine(name), Mail = TextRules.OneLine(mail), Text = TextRules.Lines(text).Trim(), Language = language == "en" ? "en" : "de" };

    /// <summary>Everything that is wrong, by the name of the property. A name is not asked for.</summary>
    public IEnumerable<(string Field, Refusal Refusal)> Faults()
    {
        if (TextRules.Check(Name, Enquiry.MaxName).Refused(out var refusal)) yield return (nameof(Name), refusal);
        if (Mail.Length == 0) yield return (nameof(Mail), new("enquiry.without_mail", "Bitte geben Sie eine E-Mail-Adresse an, an die die Antwort gehen soll."));
        else if (AccountAddress.RefusalOf(Mail) is { } wrong) yield return (nameof(Mail), wrong);
        if (Text.Length == 0) yield return (nameof(Text), new("enquiry.without_text", "Bitte schreiben Sie Ihre Frage."));
        else if (TextRules.Check(Text, Enquiry.MaxText).Refused(out refusal)) yield return (nameof(Text), refusal);
    }
}
