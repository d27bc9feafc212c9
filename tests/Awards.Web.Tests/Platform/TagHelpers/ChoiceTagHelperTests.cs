using AngleSharp.Dom;
using Awards.Web.Platform.TagHelpers;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Awards.Web.Tests.Platform.TagHelpers;

public class ChoiceTagHelperTests
{
    private static readonly Choice[] Types =
        [new("KS", "kreisfreie Stadt"), new("KA", "kreisangehörige Kommune", "auch Ämter"), new("LK", "<b>Landkreis</b>")];

    private readonly Rendered _page = new();

    private ChoiceTagHelper Choice(string kind, Action<ChoiceTagHelper>? with = null)
    {
        var choice = new ChoiceTagHelper(Rendered.Texts)
        {
            ViewContext = _page.View,
            Kind = kind,
            Name = "Type",
            Label = "Kommunentyp",
            Options = Types,
        };
        with?.Invoke(choice);
        return choice;
    }

    private string[] Chosen() =>
        [.. _page.Document().QuerySelectorAll("[checked], [selected]").Select(e => e.GetAttribute("value")!)];

    [Theory]
    [InlineData("radio")]
    [InlineData("checkbox")]
    [InlineData("select")]
    public async Task Nothing_is_chosen_beforehand(string kind)
    {
        await _page.AddAsync(Choice(kind));
        Chosen().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_select_begins_with_an_empty_option()
    {
        await _page.AddAsync(Choice("select"));
        _page.Document().QuerySelector("option")!.GetAttribute("value").ShouldBe("");
    }

    [Theory]
    [InlineData("radio", new[] { "KA" })]
    [InlineData("select", new[] { "KA" })]
    [InlineData("checkbox", new[] { "KS", "KA" })]
    public async Task The_stored_choice_is_shown(string kind, string[] stored)
    {
        await _page.AddAsync(Choice(kind, c => c.Values = stored));
        Chosen().ShouldBe(stored);
    }

    [Fact]
    public async Task Several_attempted_values_are_kept()
    {
        _page.State.SetModelValue("Type", new ValueProviderResult(new[] { "KS", "LK" }));
        await _page.AddAsync(Choice("checkbox", c => c.Values = ["KA"]));
        Chosen().ShouldBe(["KS", "LK"]);
    }

    [Fact]
    public async Task The_values_of_a_property_are_read()
    {
        await _page.AddAsync(Choice("checkbox", c => c.For = _page.For<List<string>>("Input.Types", ["LK"])));
        Chosen().ShouldBe(["LK"]);
    }

    [Fact]
    public async Task Labels_are_encoded()
    {
        await _page.AddAsync(Choice("radio"));
        await _page.AddAsync(Choice("select", c => c.Name = "Other"));
        _page.Document().QuerySelectorAll("b").ShouldBeEmpty();
        _page.Html().ShouldNotContain("<b>");
    }

    [Fact]
    public async Task A_group_has_its_question_as_legend_and_its_error_in_its_description()
    {
        _page.State.AddModelError("Type", "Bitte wählen Sie.");
        await _page.AddAsync(Choice("radio", c => c.Hint = "Amtlich"));
        var group = _page.One("fieldset");
        _page.One("fieldset > legend").TextContent.ShouldBe("Kommunentyp");
        group.GetAttribute("role").ShouldBe("radiogroup");
        group.GetAttribute("aria-invalid").ShouldBe("true");
        group.GetAttribute("aria-describedby").ShouldBe("Type-hint Type-error");
    }

    [Fact]
    public async Task The_first_box_has_the_id_of_the_field_and_all_ids_differ()
    {
        await _page.AddAsync(Choice("checkbox"));
        var ids = _page.Document().QuerySelectorAll("input").Select(e => e.Id).ToArray();
        ids.ShouldBe(["Type", "Type-2", "Type-3"]);
        _page.Document().QuerySelectorAll("label").Select(e => e.GetAttribute("for")).ShouldBe(ids);
    }

    [Fact]
    public async Task A_misspelt_kind_is_refused() =>
        await Should.ThrowAsync<InvalidOperationException>(() => _page.AddAsync(Choice("raido")));

    [Theory]
    [InlineData(null, false)]
    [InlineData("true", true)]
    [InlineData("True", true)]
    [InlineData("false", false)]
    public async Task A_single_box_is_ticked_only_when_true(string? value, bool ticked)
    {
        await _page.AddAsync(new CheckTagHelper(Rendered.Texts) { ViewContext = _page.View, Name = "Agree", Label = "Ja", Value = value });
        _page.One("input").HasAttribute("checked").ShouldBe(ticked);
    }

    [Fact]
    public async Task A_single_box_shows_its_error()
    {
        await _page.AddAsync(new CheckTagHelper(Rendered.Texts) { ViewContext = _page.View, Name = "Agree", Label = "Ja", Error = "Bitte stimmen Sie zu." });
        _page.One("input").GetAttribute("aria-describedby").ShouldBe("Agree-error");
        _page.One("#Agree-error").TextContent.ShouldContain("Bitte stimmen Sie zu.");
    }
}
