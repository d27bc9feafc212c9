using AngleSharp.Dom;
using Awards.Web.Platform.TagHelpers;

namespace Awards.Web.Tests.Platform.TagHelpers;

public class ErrorsTagHelperTests
{
    private readonly Rendered _page = new();

    private Task SummaryAsync() => _page.AddAsync(new ErrorsTagHelper(Rendered.Texts) { ViewContext = _page.View });

    private Task FieldAsync(string name, string? error = null) => _page.AddAsync(
        new TextTagHelper(Rendered.Texts) { ViewContext = _page.View, Name = name, Label = name, Error = error });

    [Fact]
    public async Task Nothing_is_shown_when_all_is_well()
    {
        await SummaryAsync();
        _page.Html().ShouldBeEmpty();
    }

    [Fact]
    public async Task Each_item_is_a_link_to_its_field()
    {
        _page.State.AddModelError("Answers[a.1]", "Fehlt <b>");
        await SummaryAsync();
        await FieldAsync("Answers[a.1]");
        var link = _page.One("[data-errors] a");
        link.TextContent.ShouldBe("Fehlt <b>");
        link.GetAttribute("href").ShouldBe("#" + _page.One("input").Id);
        _page.One("[data-errors] h2").TextContent.ShouldBe("Bitte prüfen Sie Ihre Angaben");
        _page.One("[data-errors]").GetAttribute("tabindex").ShouldBe("-1");
    }

    [Fact]
    public async Task The_items_stand_in_the_order_of_the_page()
    {
        _page.State.AddModelError("A", "zweitens");
        _page.State.AddModelError("", "die Frist");
        _page.State.AddModelError("Unseen", "nirgends");
        await SummaryAsync();
        await FieldAsync("Z", "erstens");
        await FieldAsync("A");
        _page.State.AddModelError("Z", "ersetzt durch die eigene Meldung");
        _page.Document().QuerySelectorAll("[data-errors] li").Select(e => e.TextContent)
            .ShouldBe(["die Frist", "erstens", "zweitens", "nirgends"]);
    }

    [Fact]
    public async Task An_exception_is_put_into_words()
    {
        _page.State.TryAddModelException("Input.Day", new FormatException("secret detail"));
        await SummaryAsync();
        await FieldAsync("Input.Day");
        _page.Html().ShouldNotContain("secret");
        _page.One("[data-errors] a").TextContent.ShouldBe("Diese Angabe konnte nicht gelesen werden.");
    }
}
