using Awards.Domain.Applications;
using Awards.Domain.Enquiries;
using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Stages.Applications;
using Awards.Web.Stages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Enquiries.Municipality;

/// <summary>Members of an application ask about it and read the answers.</summary>
public sealed class AskModel(AwardsDbContext db, ApplicationDesk applications, EnquiryDesk desk, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    private string _name = "";

    [BindProperty] public string? Text { get; set; }

    public OwnApplication Own { get; private set; } = null!;
    public string Mail { get; private set; } = "";
    public IReadOnlyList<Enquiry> Asked { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken)) return NotFound();
        var text = EnquiryText.Of(_name, Mail, Text, RequestContext.Language);
        foreach (var (field, fault) in text.Faults()) ModelState.Add(texts, fault, field == nameof(EnquiryText.Text) ? nameof(Text) : "");
        if (!ModelState.IsValid) return Page();
        if ((await desk.AskAsync(Own.Call, text, EnquiryChannel.Application, id, cancellationToken)).Refused(out var refusal))
        {
            ModelState.Add(texts, refusal);
            return Page();
        }
        TempData.Say(texts["Ihre Frage ist angekommen. Die Antwort geht an {0}.", Mail]);
        return LocalRedirect(EnquiryLinks.AskAbout(id));
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await applications.FindAsync(id, MemberRight.Read, cancellationToken) is not { } own) return false;
        Own = own;
        (Mail, _name) = await db.Users.Where(person => person.Id == request.PersonId).Select(person => new ValueTuple<string, string>(person.Email!, person.DisplayName)).SingleAsync(cancellationToken);
        Asked = await db.Enquiries.AsNoTracking().Where(each => each.ApplicationId == id && each.ErasedAt == null).OrderByDescending(each => each.AskedAt).ThenBy(each => each.Id).ToListAsync(cancellationToken);
        return true;
    }
}
