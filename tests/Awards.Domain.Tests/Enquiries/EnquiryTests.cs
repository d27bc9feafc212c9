using Awards.Domain.Enquiries;
using Awards.Domain.Shared;

namespace Awards.Domain.Tests.Enquiries;

public sealed class EnquiryTests
{
    private static readonly DateTime Now = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);
    private static readonly WriteContext Write = new(Guid.CreateVersion7(), Now);

    private static Enquiry Asked(string name = "Ansprechperson") => Enquiry.Ask(Guid.CreateVersion7(), EnquiryText.Of(name, "amt@musterstadt.example", "Dürfen wir?\r\nWirklich?", "de"), EnquiryChannel.Form, Write).Fact;

    [Fact]
    public void A_question_needs_an_address_and_a_text_and_no_name()
    {
        EnquiryText.Of(null, null, null, "fr").Faults().Select(fault => fault.Field).ShouldBe(["Mail", "Text"]);
        EnquiryText.Of("", "kein-at", new string('x', Enquiry.MaxText + 1), "en").Faults().Select(fault => fault.Refusal.Code).ShouldBe(["address.invalid", "text.too_long"]);
        Asked("").AskedBy.ShouldBeNull();
        Asked().Text.ShouldBe("Dürfen wir?\nWirklich?");
    }

    [Fact]
    public void It_is_answered_once_and_waits_in_days_of_the_wall_clock()
    {
        var enquiry = Asked();
        enquiry.DaysWaiting(Now).ShouldBe(0);
        enquiry.DaysWaiting(Now.AddDays(2)).ShouldBe(2);
        enquiry.Reply(" ", 0, Now).Refusal!.Code.ShouldBe("enquiry.without_answer");
        enquiry.Reply("Ja.", 3, Now).Refusal!.Code.ShouldBe("stale");
        enquiry.Reply("Ja.", 0, Now).Fact.State.ShouldBe(EnquiryState.Answered);
        enquiry.Reply("Nein.", 0, Now).Refusal!.Code.ShouldBe("enquiry.answered");
        enquiry.Close(0).Refusal!.Code.ShouldBe("enquiry.not_open");
    }

    [Fact]
    public void Erasing_leaves_only_that_something_was_asked()
    {
        var enquiry = Asked();
        enquiry.Erase(Now.AddDays(1));
        (enquiry.Name, enquiry.Mail, enquiry.Text, enquiry.Answer, enquiry.ErasedAt).ShouldBe(("", "", "", "", Now.AddDays(1)));
        enquiry.Reply("Ja.", 0, Now).Refusal!.Code.ShouldBe("enquiry.without_address");
    }

    [Fact]
    public void What_is_published_names_nobody()
    {
        var enquiry = Asked("Ansprechperson");
        FaqEntry.Write(enquiry.CallId, FaqText.Of("Fragt die ansprechPERSON?", "Ja", null, null), 1, Now, enquiry).Refusal!.Code.ShouldBe("faq.names_asker");
        FaqText.Of("Frage", "Schreiben Sie an AMT@musterstadt.example", "Question", null).Faults(enquiry).Select(fault => $"{fault.Field}: {fault.Refusal.Code}").ShouldBe(["AnswerDe: faq.names_asker", "AnswerEn: faq.half_english"]);
        FaqText.Of(" ", "", null, null).Faults(null).Select(fault => fault.Field).ShouldBe(["QuestionDe", "AnswerDe"]);
        var entry = FaqEntry.Write(enquiry.CallId, FaqText.Of("Dürfen zwei?", "Ja", "", ""), 1, Now, enquiry).Fact;
        entry.In("en").ShouldBe(("Dürfen zwei?", "Ja", "de"));
        entry.Change(FaqText.Of("Dürfen zwei?", "Ja", "May two?", "Yes"), 0, Now, enquiry).Fact.In("en").ShouldBe(("May two?", "Yes", "en"));
        entry.Change(FaqText.Of("x", "y", null, null), 5, Now, null).Refusal!.Code.ShouldBe("stale");
    }
}
