using System.Globalization;
using Awards.Domain.Calls;
using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Platform.Security;
using Awards.Web.Platform.TagHelpers;
using Awards.Web.Stages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.PreReview.Office;

/// <summary>All entries with the state of their reviews, and scores and votes where both are handed in.</summary>
[Authorize(Policy = PreReviewRights.Read)]
public sealed class EntriesModel(AwardsDbContext db, EntryLines lines, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    public CallDefinition Call => request.Call.Definition;
    public string Slug => request.Call.Slug;
    public EntryFilter Filter { get; private set; } = new();
    public int Total { get; private set; }
    public IReadOnlyList<EntryLine> Lines { get; private set; } = [];
    public IReadOnlyList<GroupAverage> Averages { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Filter = EntryFilter.Read(Request.Query, Call);
        var all = await lines.OfAsync(db, request.Call.Id, cancellationToken);
        Total = all.Count;
        Lines = Filter.Apply(all);
        Averages = EntryLines.Averages(Lines, Call.AwardGroups.Select(group => group.Code));
    }

    /// <summary>"3,44"; a dash where there is none or the seal hides it.</summary>
    public static string Figure(double? value) => value is { } figure ? figure.ToString("0.00", CultureInfo.CurrentCulture) : "–";

    public SortHeading Heading(string column, string label) =>
        new(texts[label], PreReviewLinks.Entries(Slug, Filter.By(column)), SortHeading.AriaOf(Filter.Sort == column, Filter.Descending),
            column is EntryFilter.ByScore or EntryFilter.BySpread ? "number" : null);

    public IReadOnlyList<Choice> GroupChoices() =>
        [.. Call.AwardGroups.Where(group => !group.Special).Select(group => new Choice(group.Code, group.Label.In(RequestContext.Language)))];

    public IReadOnlyList<Choice> VoteChoices() => [.. EntryFilter.Votes.Select(vote => new Choice(vote.Code, texts[vote.Label]))];

    public IReadOnlyList<Choice> StateChoices() => [.. EntryFilter.States.Select(state => new Choice(state.Code, texts[state.Label]))];
}
