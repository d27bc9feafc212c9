using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Awards.Web.Platform.TagHelpers;

/// <summary>Builds elements. Text goes in through <see cref="With(TagBuilder, string?)"/> only, which encodes it.</summary>
internal static class Markup
{
    public static TagBuilder Element(string name, string? css = null)
    {
        var element = new TagBuilder(name);
        if (css is not null)
            element.Attributes["class"] = css;
        return element;
    }

    public static TagBuilder With(this TagBuilder element, string? text)
    {
        element.InnerHtml.Append(text ?? "");
        return element;
    }

    public static TagBuilder With(this TagBuilder element, params IHtmlContent?[] children)
    {
        foreach (var child in children)
            if (child is not null)
                element.InnerHtml.AppendHtml(child);
        return element;
    }

    public static void Fill(this TagHelperContent content, params IHtmlContent?[] parts)
    {
        content.Clear();
        foreach (var part in parts)
            if (part is not null)
                content.AppendHtml(part);
    }

    /// <summary>Sets an attribute; null leaves it out.</summary>
    public static TagBuilder Set(this TagBuilder element, string attribute, string? value)
    {
        if (value is not null)
            element.Attributes[attribute] = value;
        return element;
    }

    public static TagBuilder SetIf(this TagBuilder element, bool condition, string attribute, string value) =>
        element.Set(attribute, condition ? value : null);

    public static TagBuilder Void(this TagBuilder element)
    {
        element.TagRenderMode = TagRenderMode.SelfClosing;
        return element;
    }

    public static TagBuilder Icon(string name) =>
        Element("span", $"kern-icon kern-icon--{name}").Set("aria-hidden", "true");
}
