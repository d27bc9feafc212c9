using Awards.Domain.Calls;
using Awards.Domain.Enquiries;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Stages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Enquiries.Public;

/// <summary>Anybody asks the office of a call.</summary>
public sealed class AskModel(EnquiryDesk desk, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    [BindProperty] public EnquiryInput Input { get; set; } = new();

    /// <summary>Invisible to people: whoever fills it is a program.</summary>
    [BindProperty(Name = "website")] public string? Trap { get; set; }

    public Call Call => request.Call;

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var text = EnquiryText.Of(Input.Name, Input.Mail, Input.Text, RequestContext.Language);
        foreach (var (field, fault) in text.Faults()) ModelState.Add(texts, fault, "Input." + field);
        if (!ModelState.IsValid) return Page();
        // A program learns nothing from the answer.
        if (string.IsNullOrEmpty(Trap) && (await desk.AskAsync(Call, text, EnquiryChannel.Form, null, cancellationToken)).Refused(out var refusal))
        {
            ModelState.Add(texts, refusal);
            return Page();
        }
        TempData.Say(texts["Ihre Frage ist angekommen. Die Antwort geht an {0}.", text.Mail]);
        return LocalRedirect(EnquiryLinks.Ask(Call.Slug));
    }
}

/// <summary>What is typed to ask.</summary>
public sealed class EnquiryInput
{
    public string? Name { get; set; }
    public string? Mail { get; set; }
    public string? Text { get; set; }
}
