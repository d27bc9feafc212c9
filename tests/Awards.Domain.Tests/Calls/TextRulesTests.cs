using Awards.Domain.Calls;

namespace Awards.Domain.Tests.Calls;

public sealed class TextRulesTests
{
    [Theory]
    [InlineData("Zeile\nmit\tTabulator\r\n")]
    [InlineData("<b>Ü 😀 ‏ \u00a0\u00ad")]
    public void What_people_write_is_kept(string text) => TextRules.Check(text, 100).Fact.ShouldBe(text);

    [Theory]
    [InlineData("\0")]
    [InlineData("a\u0007")]
    [InlineData("a\u001b[0m")]
    [InlineData("a\uffff")]
    public void What_no_document_can_hold_is_refused(string text) => TextRules.Check(text, 100).Refusal!.Code.ShouldBe("text.unreadable_character");

    [Fact]
    public void Half_a_character_is_refused()
    {
        TextRules.Check("a\ud800b", 100).Refusal!.Code.ShouldBe("text.unreadable_character");
        TextRules.Check("a\udc00", 100).Refusal!.Code.ShouldBe("text.unreadable_character");
        TextRules.Check("😀" + new string('x', 19) + "\0", 100).Refusal!.ToString().ShouldContain("„" + new string('x', 19) + "“");
    }

    [Fact]
    public void The_refusal_shows_the_place() =>
        TextRules.Check("Das Projekt begann im Frühjahr\u0002 und läuft.", 100).Refusal!.ToString().ShouldContain("begann im Frühjahr“ ein unsichtbares");

    [Fact]
    public void Lines_and_single_lines_are_stored_alike_whatever_the_browser_sends()
    {
        TextRules.OneLine(" a\r\nb ").ShouldBe("a b");
        TextRules.Lines("a\r\nb\rc\n\n ").ShouldBe("a\nb\nc");
        TextRules.OneLine(null).ShouldBe("");
    }
}
