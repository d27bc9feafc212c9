using Awards.Domain.Enquiries;
using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Platform.TagHelpers;
using Awards.Web.Stages.Enquiries.Public;
using Awards.Web.Stages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Enquiries.Office;

/// <summary>The office takes down a question that came by mail or telephone.</summary>
[Authorize(Policy = EnquiryRights.Answer)]
public sealed class NewModel(AwardsDbContext db, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    [BindProperty] public EnquiryInput Input { get; set; } = new();
    [BindProperty] public string? Language { get; set; }

    public string Slug => request.Call.Slug;
    public IReadOnlyList<Choice> Languages => [new("en", texts["Englisch"])];

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var text = EnquiryText.Of(Input.Name, Input.Mail, Input.Text, Language ?? "de");
        foreach (var (field, fault) in text.Faults()) ModelState.Add(texts, fault, "Input." + field);
        if (!ModelState.IsValid) return Page();
        var write = request.Write();
        var outcome = await db.WriteAsync(write, AuditAction.EnquiryAsked, () =>
        {
            var asked = Enquiry.Ask(request.Call.Id, text, EnquiryChannel.Mail, write);
            if (!asked.Refused(out _)) db.Enquiries.Add(asked.Fact);
            return Task.FromResult(asked);
        }, cancellationToken: cancellationToken);
        TempData.Say(texts["Die Anfrage ist eingetragen."]);
        return LocalRedirect(EnquiryLinks.One(Slug, outcome.Fact.Id));
    }
}
