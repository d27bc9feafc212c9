using Awards.Web.Platform.TagHelpers;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Awards.Web.Tests.Platform.TagHelpers;

public class TextTagHelperTests
{
    private const string Hostile = "\"><script>alert(1)</script>";

    private readonly Rendered _page = new();

    private TextTagHelper Field(Action<TextTagHelper>? with = null)
    {
        var field = new TextTagHelper(Rendered.Texts) { ViewContext = _page.View, Name = "Answers[a.1]", Label = "Titel" };
        with?.Invoke(field);
        return field;
    }

    [Fact]
    public async Task The_label_belongs_to_its_field()
    {
        await _page.AddAsync(Field());
        var input = _page.One("input");
        input.GetAttribute("name").ShouldBe("Answers[a.1]");
        _page.One("label").GetAttribute("for").ShouldBe(input.Id);
        input.HasAttribute("aria-describedby").ShouldBeFalse();
        input.HasAttribute("aria-invalid").ShouldBeFalse();
    }

    [Fact]
    public async Task Hostile_text_stays_text_everywhere()
    {
        await _page.AddAsync(Field(f =>
        {
            f.Label = Hostile;
            f.Hint = Hostile;
            f.Value = Hostile;
            f.Error = Hostile;
            f.Suffix = Hostile;
        }));
        await _page.AddAsync(Field(f =>
        {
            f.Name = "Story" + Hostile;
            f.Rows = 4;
            f.Value = "</textarea>" + Hostile;
        }));
        _page.Html().ShouldNotContain("<script");
        _page.Document().QuerySelector("input")!.GetAttribute("value").ShouldBe(Hostile);
        _page.One("textarea").TextContent.ShouldEndWith("</textarea>" + Hostile);
    }

    [Fact]
    public async Task An_error_stands_at_the_field_and_is_announced_with_it()
    {
        _page.State.AddModelError("Input.Title", "Bitte geben Sie einen Titel an.");
        await _page.AddAsync(Field(f =>
        {
            f.For = _page.For<string?>("Input.Title", null);
            f.Hint = "Kurz";
        }));
        var input = _page.One("input");
        input.GetAttribute("aria-invalid").ShouldBe("true");
        input.GetAttribute("aria-describedby").ShouldBe("Input_Title-hint Input_Title-error");
        _page.One("#Input_Title-error").TextContent.ShouldContain("Bitte geben Sie einen Titel an.");
    }

    [Fact]
    public async Task What_was_typed_is_kept_instead_of_what_is_stored()
    {
        _page.State.SetModelValue("Input.Money", new ValueProviderResult("12.5oo"));
        _page.State.AddModelError("Input.Money", "Bitte geben Sie eine Zahl an.");
        await _page.AddAsync(Field(f => f.For = _page.For<decimal?>("Input.Money", 7m)));
        _page.One("input").GetAttribute("value").ShouldBe("12.5oo");
    }

    [Fact]
    public async Task A_number_is_a_text_with_the_number_keyboard()
    {
        await _page.AddAsync(Field(f =>
        {
            f.Type = "number";
            f.Value = "25.000";
            f.Suffix = "Euro";
        }));
        var input = _page.One("input");
        input.GetAttribute("type").ShouldBe("text");
        input.GetAttribute("inputmode").ShouldBe("numeric");
        input.GetAttribute("value").ShouldBe("25.000");
        input.GetAttribute("aria-describedby").ShouldBe(_page.One(".kern-input-group-text").Id);
    }

    [Fact]
    public async Task A_date_is_written_as_the_control_reads_it()
    {
        await _page.AddAsync(Field(f =>
        {
            f.Type = "date";
            f.For = _page.For<DateOnly?>("Input.Day", new DateOnly(2017, 12, 31));
        }));
        _page.One("input").GetAttribute("value").ShouldBe("2017-12-31");
    }

    [Fact]
    public async Task A_password_is_never_written_into_the_page()
    {
        _page.State.SetModelValue("Password", new ValueProviderResult("geheim"));
        await _page.AddAsync(Field(f =>
        {
            f.Name = "Password";
            f.Type = "password";
            f.Value = "geheim";
        }));
        _page.Html().ShouldNotContain("geheim");
    }

    [Fact]
    public async Task A_long_text_is_counted_but_never_cut_off()
    {
        await _page.AddAsync(Field(f =>
        {
            f.Rows = 6;
            f.MaxLength = 200;
            f.Value = "\nerste Zeile";
        }));
        var area = _page.One("textarea");
        area.HasAttribute("maxlength").ShouldBeFalse();
        area.TextContent.ShouldBe("\nerste Zeile");
        var counter = _page.One("[data-counter]");
        counter.GetAttribute("data-counter").ShouldBe(area.Id);
        counter.TextContent.ShouldBe("Höchstens 200 Zeichen");
        area.GetAttribute("aria-describedby").ShouldBe(counter.Id);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task Only_what_is_optional_says_so(bool optional, int marks)
    {
        await _page.AddAsync(Field(f => f.Optional = optional));
        _page.Document().QuerySelectorAll(".kern-label__optional").Length.ShouldBe(marks);
    }

    [Fact]
    public async Task Required_never_stops_a_draft_from_being_saved()
    {
        await _page.AddAsync(Field(f => f.Required = true));
        _page.One("input").HasAttribute("required").ShouldBeFalse();
        _page.One("input").GetAttribute("aria-required").ShouldBe("true");
    }

    [Fact]
    public async Task A_field_without_for_or_name_is_refused()
    {
        var refusal = await Should.ThrowAsync<InvalidOperationException>(() => _page.AddAsync(Field(f => f.Name = null)));
        refusal.Message.ShouldContain("'for' or 'name'");
    }
}
