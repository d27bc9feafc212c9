using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Platform.Security;
using Awards.Web.Platform.TagHelpers;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Mails.Office;

/// <summary>Every mail of a call and what became of it.</summary>
[Authorize(Policy = MailRights.Read)]
public sealed class MailsModel(AwardsDbContext db, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    public string Slug => request.Call.Slug;
    public MailFilter Filter { get; private set; } = new();
    public MailPage List { get; private set; } = null!;
    public int Total => List.Counts.Values.Sum();

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Filter = MailFilter.Read(Request.Query);
        List = await MailQueries.ListAsync(db, request.Call.Id, Filter, cancellationToken);
    }

    public int Count(OutboxState state) => List.Counts.GetValueOrDefault(state);

    public string Link(MailFilter filter) => MailLinks.Mails(Slug, filter);

    public IReadOnlyList<Choice> StateChoices() => [.. MailFilter.States.Select(each => new Choice(each.Code, texts[MailWords.Of(each.State)]))];
}
