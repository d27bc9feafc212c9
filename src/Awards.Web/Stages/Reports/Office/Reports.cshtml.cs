using Awards.Domain.Calls;
using Awards.Domain.PreReview;
using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Platform.TagHelpers;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Reports.Office;

/// <summary>All short reports of a call with their state; for the lead also with who writes, and to be given away.</summary>
[Authorize(Policy = ReportRights.Check)]
public sealed class ReportsModel(AwardsDbContext db, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    private IReadOnlyList<WriterLoad> _writers = [];

    public CallDefinition Call => request.Call.Definition;
    public string Slug => request.Call.Slug;
    public bool IsLead => request.Actor().IsLead;
    public ReportFilter Filter { get; private set; } = new();
    public IReadOnlyList<ReportLine> Lines { get; private set; } = [];
    public int Total { get; private set; }
    public int Proposed { get; private set; }
    public int Finished { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var all = await ReportQueries.LinesAsync(db, request.Call.Id, IsLead, cancellationToken);
        if (IsLead) _writers = await ReportQueries.WritersAsync(db, request.Call.Id, cancellationToken);
        Filter = ReportFilter.Read(Request.Query, Call);
        Lines = Filter.Apply(all);
        Total = all.Count;
        Proposed = all.Count(line => !line.Withdrawn);
        Finished = all.Count(line => line is { Withdrawn: false, State: ReportState.Final });
    }

    /// <summary>A draft is its writer's and the lead's.</summary>
    public bool MayOpen(ReportLine line) => IsLead || line.State != ReportState.Draft;

    public string StateOf(ReportLine line) => texts[ReportFilter.States.First(state => state.Holds(line)).Label];

    public IReadOnlyList<Choice> GroupChoices() => [.. Call.AwardGroups.Select(group => new Choice(group.Code, group.Label.In(RequestContext.Language)))];

    public IReadOnlyList<Choice> StateChoices() => [.. ReportFilter.States.Select(state => new Choice(state.Code, texts[state.Label]))];

    public IReadOnlyList<Choice> WriterChoices() => [.. _writers.Select(writer => new Choice(writer.Id.ToString(), writer.Name))];
}
