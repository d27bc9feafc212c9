using Awards.Web.Platform.Mail;

namespace Awards.Web.Tests.Platform.Mail;

public sealed class TemplateTextTests
{
    private static readonly MailKind Kind = new()
    {
        Code = "test",
        Label = "Test",
        Receiver = "Test",
        Subject = "{{titel}}",
        Text = "{{titel}}",
        Placeholders = [new("titel", "Titel", "Beispiel"), new("frist", "Frist", "morgen")],
    };

    [Theory]
    [InlineData("{{eingangsnumer}} {{titel}}", "{{eingangsnumer}}")]
    [InlineData("{{ Prüfer }}", "{{ Prüfer }}")]
    [InlineData("{{titel}} {{Titel}}", "{{Titel}}")]
    public void An_unknown_placeholder_is_named_with_those_that_are_permitted(string text, string named)
    {
        var refusal = TemplateText.Check(Kind, text).ShouldNotBeNull();
        refusal.Code.ShouldBe("mail.unknown_placeholder");
        refusal.ToString().ShouldBe($"Den Platzhalter „{named}“ gibt es hier nicht. Möglich sind: {{{{titel}}}}, {{{{frist}}}}.");
    }

    [Theory]
    [InlineData("Hallo {titel}", "{titel}")]
    [InlineData("Hallo {{titel}", "{{titel}")]
    [InlineData("Hallo titel}}", "titel}}")]
    [InlineData("Hallo {{{titel}}}", "{{{titel}}}")]
    [InlineData("Hallo {{}}", "{{}}")]
    [InlineData("Hallo {{titel frist}}", "{{titel frist}}")]
    public void A_wrong_bracket_is_shown_with_its_place(string text, string place)
    {
        var refusal = TemplateText.Check(Kind, text).ShouldNotBeNull();
        refusal.Code.ShouldBe("mail.wrong_brackets");
        refusal.ToString().ShouldContain(place);
        refusal.ToString().ShouldContain("{{titel}}, {{frist}}");
    }

    [Theory]
    [InlineData("ohne Platzhalter")]
    [InlineData("{{titel}}{{ frist }}")]
    [InlineData("")]
    public void A_right_text_has_no_fault(string text) => TemplateText.Check(Kind, text).ShouldBeNull();

    [Fact]
    public void A_value_is_inserted_once_and_never_read_as_a_template() =>
        TemplateText.FillText("{{titel}}: {{frist}}", Values("{{frist}} $1 $& {0}", "morgen")).ShouldBe("{{frist}} $1 $& {0}: morgen");

    [Fact]
    public void A_line_whose_placeholders_are_empty_is_left_out() =>
        TemplateText.FillText("Titel: {{titel}}\n\nBis {{frist}} können Sie ändern.\n\n{{titel}}{{frist}}\r\nEnde", Values("T", " ")).ShouldBe("Titel: T\n\nT \nEnde");

    [Fact]
    public void A_subject_is_one_line() => TemplateText.FillLine("Zu {{titel}}", Values("eins\r\nzwei", "")).ShouldBe("Zu eins  zwei");

    [Fact]
    public void A_value_that_the_stage_forgot_is_a_fault_of_the_program() =>
        Should.Throw<KeyNotFoundException>(() => TemplateText.FillLine("{{titel}}", new Dictionary<string, string>()));

    [Fact]
    public void A_kind_whose_own_text_could_not_be_saved_stops_the_start() =>
        Should.Throw<InvalidOperationException>(() => new MailKinds([Kind with { Text = "{{unbekannt}}" }])).Message.ShouldContain("{{unbekannt}}");

    private static Dictionary<string, string> Values(string title, string until) => new() { ["titel"] = title, ["frist"] = until };
}
