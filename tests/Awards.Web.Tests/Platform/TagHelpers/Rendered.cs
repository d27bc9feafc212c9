using System.Text.Encodings.Web;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Awards.Web.Platform.Localisation;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Tests.Platform.TagHelpers;

/// <summary>A page of the tests: one model, one model state, tag helpers rendered into it and read back as a document.</summary>
internal sealed class Rendered
{
    private readonly EmptyModelMetadataProvider _metadata = new();
    private readonly List<TagHelperOutput> _parts = [];

    public Rendered() => View = new ViewContext
    {
        HttpContext = new DefaultHttpContext(),
        ViewData = new ViewDataDictionary(_metadata, new ModelStateDictionary()),
    };

    public static IStringLocalizer<Text> Texts { get; } = new German();

    public ViewContext View { get; }

    public ModelStateDictionary State => View.ViewData.ModelState;

    public ModelExpression For<T>(string name, T value) =>
        new(name, _metadata.GetModelExplorerForType(typeof(T), value));

    public async Task AddAsync(TagHelper helper, string content = "")
    {
        var context = new TagHelperContext([], new Dictionary<object, object>(), "test");
        var output = new TagHelperOutput("kern", [], (_, _) =>
            Task.FromResult<TagHelperContent>(new DefaultTagHelperContent().SetHtmlContent(content)));
        output.Content.SetHtmlContent(content);
        helper.Init(context);
        await helper.ProcessAsync(context, output);
        _parts.Add(output);
    }

    /// <summary>Written only now, as a page is written only when all of it is known.</summary>
    public string Html()
    {
        using var writer = new StringWriter();
        foreach (var part in _parts)
            part.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }

    public IHtmlDocument Document() => new HtmlParser().ParseDocument(Html());

    public IElement One(string selector) => Document().QuerySelectorAll(selector).ShouldHaveSingleItem();

    private sealed class German : IStringLocalizer<Text>
    {
        public LocalizedString this[string name] => new(name, name);

        public LocalizedString this[string name, params object[] arguments] => new(name, name);

        public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => [];
    }
}
