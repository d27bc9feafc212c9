using Awards.Domain.Enquiries;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Requests;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Awards.Web.Stages.Enquiries.Office;

/// <summary>All questions to the office of a call, open ones first.</summary>
[Authorize(Policy = EnquiryRights.Answer)]
public sealed class ListModel(AwardsDbContext db, RequestContext request) : PageModel
{
    public string Slug => request.Call.Slug;
    public EnquiryFilter Filter { get; private set; } = new();
    public EnquiryPage List { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        List = await EnquiryQueries.ListAsync(db, request.Call.Id, Filter = EnquiryFilter.Read(Request.Query), cancellationToken);

    /// <summary>Whole days that an open one waits.</summary>
    public int Days(EnquiryLine line) => Math.Max(0, (GermanTime.Local(request.Began).Date - GermanTime.Local(line.AskedAt).Date).Days);
}
