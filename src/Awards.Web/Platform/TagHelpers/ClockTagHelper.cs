using System.Globalization;
using Awards.Domain.Shared;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Platform.TagHelpers;

/// <summary>The server's clock, which decides on deadlines. It stands still without JavaScript, as a time; with it, it goes on.</summary>
[HtmlTargetElement("kern-clock", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ClockTagHelper(IStringLocalizer<Text> texts) : TagHelper
{
    /// <summary>UTC; when the page was asked for.</summary>
    public DateTime Now { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", Now.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        output.Attributes.SetAttribute("data-clock", texts["{0} Uhr (Zeit des Servers in Berlin)"].Value);
        output.Content.SetContent(GermanTime.DateAndTime(Now, RequestContext.Language));
    }
}
