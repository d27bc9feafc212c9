using System.Globalization;
using AngleSharp.Dom;
using Awards.Web.Platform.TagHelpers;

namespace Awards.Web.Tests.Platform.TagHelpers;

public class DisplayTagHelperTests
{
    private const string Hostile = "<img src=x onerror=alert(1)>";

    private readonly Rendered _page = new();

    [Theory]
    [InlineData("info", "Hinweis:")]
    [InlineData("success", "Erfolg:")]
    [InlineData("warning", "Achtung:")]
    [InlineData("danger", "Fehler:")]
    public async Task An_alert_says_its_tone_in_words(string kind, string word)
    {
        await _page.AddAsync(new AlertTagHelper(Rendered.Texts) { Kind = kind, Title = Hostile }, "<p>Inhalt</p>");
        _page.One($".kern-alert--{kind} .kern-title").TextContent.ShouldBe($"{word} {Hostile}");
        _page.One(".kern-alert__body p").TextContent.ShouldBe("Inhalt");
    }

    [Fact]
    public async Task An_alert_without_content_has_no_empty_body()
    {
        await _page.AddAsync(new AlertTagHelper(Rendered.Texts) { Title = "Gespeichert" }, "  ");
        _page.Document().QuerySelectorAll(".kern-alert__body").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_misspelt_tone_is_refused()
    {
        await Should.ThrowAsync<InvalidOperationException>(() => _page.AddAsync(new AlertTagHelper(Rendered.Texts) { Kind = "error" }));
        await Should.ThrowAsync<InvalidOperationException>(() => _page.AddAsync(new BadgeTagHelper { Kind = "red" }));
    }

    [Theory]
    [InlineData("open", "offen")]
    [InlineData("progress", "in Arbeit")]
    [InlineData("done", "vollständig")]
    public async Task A_task_says_its_status_in_words(string status, string word)
    {
        await _page.AddAsync(new TaskTagHelper(Rendered.Texts) { ViewContext = _page.View, Href = "/1", Title = Hostile, Status = status });
        var link = _page.One("li a");
        link.TextContent.ShouldBe(Hostile);
        _page.One("#" + link.GetAttribute("aria-describedby")).TextContent.ShouldBe(word);
    }

    [Fact]
    public async Task Tasks_of_a_loop_have_different_ids()
    {
        for (var i = 0; i < 3; i++)
            await _page.AddAsync(new TaskTagHelper(Rendered.Texts) { ViewContext = _page.View, Title = "Projekt" });
        _page.Document().QuerySelectorAll("[id]").Select(e => e.Id).ShouldBeUnique();
        _page.Document().QuerySelectorAll("a").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_fact_without_value_says_so()
    {
        await _page.AddAsync(new FactTagHelper(Rendered.Texts) { Label = Hostile }, " ");
        _page.One("dt").TextContent.ShouldBe(Hostile);
        _page.One("dd").TextContent.ShouldBe("keine Angabe");
    }

    [Fact]
    public async Task A_table_scrolls_by_keyboard_and_has_a_name()
    {
        await _page.AddAsync(new TableTagHelper { Caption = Hostile, Stack = true }, "<tbody><tr><td>1</td></tr></tbody>");
        var region = _page.One("[role=region]");
        region.GetAttribute("tabindex").ShouldBe("0");
        region.GetAttribute("aria-label").ShouldBe(Hostile);
        _page.One("table.kern-table.table-stack > caption").TextContent.ShouldBe(Hostile);
        _page.One("table td").TextContent.ShouldBe("1");
    }

    [Theory]
    [InlineData(60, 142, "60", "142", "60 von 142 Euro", 0)]
    [InlineData(0, 0, "0", "1", "0 von 0 Euro", 0)]
    [InlineData(27500.5, 25000, "25000", "25000", "27.500,50 von 25.000 Euro", 1)]
    public async Task A_bar_has_its_figures_in_words(double value, double max, string barValue, string barMax, string words, int warnings)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        await _page.AddAsync(new BarTagHelper(Rendered.Texts) { Value = (decimal)value, Max = (decimal)max, Label = "Budget", Unit = "Euro" });
        var bar = _page.One("progress");
        bar.GetAttribute("value").ShouldBe(barValue);
        bar.GetAttribute("max").ShouldBe(barMax);
        bar.TextContent.ShouldBe(words);
        _page.Document().QuerySelectorAll(".kern-error").Length.ShouldBe(warnings);
        _page.Html().ShouldNotContain("style=");
    }

    [Fact]
    public async Task The_script_finds_its_words_at_the_save_status()
    {
        await _page.AddAsync(new SaveStatusTagHelper(Rendered.Texts) { SavedAt = "14:03" });
        var status = _page.One("[data-save-status]");
        status.TextContent.ShouldBe("Gespeichert um 14:03 Uhr");
        status.GetAttribute("aria-live").ShouldBe("polite");
        status.GetAttribute("data-lost").ShouldBe("Verbindung unterbrochen – es wird weiter versucht");
    }
}
