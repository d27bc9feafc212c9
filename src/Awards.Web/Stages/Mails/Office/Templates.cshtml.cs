using Awards.Web.Data;
using Awards.Web.Platform.Mail;
using Awards.Web.Platform.Requests;
using Awards.Web.Platform.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Stages.Mails.Office;

/// <summary>The kinds of mails and which of them the call has worded itself.</summary>
[Authorize(Policy = MailRights.Write)]
public sealed class TemplatesModel(AwardsDbContext db, MailKinds kinds, RequestContext request) : PageModel
{
    private Dictionary<(string Kind, string Language), DateTime> _own = [];

    public string Slug => request.Call.Slug;
    public IReadOnlyList<MailKind> Kinds => kinds.All;

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        _own = (await db.MailTemplates.Where(template => template.CallId == request.Call.Id).Select(template => new { template.Kind, template.Language, template.ChangedAt }).ToListAsync(cancellationToken))
            .ToDictionary(each => (each.Kind, each.Language), each => each.ChangedAt);

    /// <summary>When the call's own text was last changed; null = it has none.</summary>
    public DateTime? OwnSince(MailKind kind, string language) => _own.TryGetValue((kind.Code, language), out var at) ? at : null;
}
