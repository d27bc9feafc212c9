using Awards.Web.Platform.Localisation;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Platform.TagHelpers;

/// <summary>The line that says when a form with <c>data-autosave</c> was saved. The script finds its words here.</summary>
[HtmlTargetElement("kern-save-status", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SaveStatusTagHelper(IStringLocalizer<Text> texts) : TagHelper
{
    /// <summary>When the form was saved before, as "14:03".</summary>
    public string? SavedAt { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        string saved = texts["Gespeichert um {0} Uhr"];
        output.TagName = "p";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "kern-body kern-body--small save-status");
        output.Attributes.SetAttribute("data-save-status", "");
        output.Attributes.SetAttribute("role", "status");
        output.Attributes.SetAttribute("aria-live", "polite");
        output.Attributes.SetAttribute("data-saved", saved);
        output.Attributes.SetAttribute("data-saving", texts["Wird gespeichert …"].Value);
        output.Attributes.SetAttribute("data-lost", texts["Verbindung unterbrochen – es wird weiter versucht"].Value);
        output.Attributes.SetAttribute("data-signed-out", texts["Sie sind nicht mehr angemeldet. Bitte melden Sie sich in einem neuen Fenster an und speichern Sie dann hier; Ihr Text bleibt stehen."].Value);
        output.Attributes.SetAttribute("data-failed", texts["Nicht gespeichert. Bitte speichern Sie mit der Schaltfläche."].Value);
        output.Attributes.SetAttribute("data-kept", texts["Auf diesem Gerät stehen noch Eingaben vom {0}, die nicht gespeichert werden konnten."].Value);
        output.Attributes.SetAttribute("data-kept-take", texts["In das Formular übernehmen"].Value);
        output.Attributes.SetAttribute("data-kept-drop", texts["Verwerfen"].Value);
        output.Content.SetContent(SavedAt is null ? "" : string.Format(System.Globalization.CultureInfo.CurrentCulture, saved, SavedAt));
    }
}
