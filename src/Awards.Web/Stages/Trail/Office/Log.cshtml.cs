using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Platform.Security;
using Awards.Web.Platform.TagHelpers;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Trail.Office;

/// <summary>Who did what when and why in a call, newest first.</summary>
[Authorize(Policy = TrailRights.Read)]
public sealed class LogModel(AwardsDbContext db, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    private const int PageSize = 50;

    public string Slug => request.Call.Slug;
    public TrailFilter Filter { get; private set; } = new();
    public IReadOnlyList<TrailLine> Lines { get; private set; } = [];
    public IReadOnlyList<Choice> Persons { get; private set; } = [];

    /// <summary>Address of what is older; null on the last page.</summary>
    public string? Older { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Filter = TrailFilter.Read(Request.Query);
        var lines = await TrailQueries.LoadAsync(db, request.Call, Filter, PageSize + 1, cancellationToken);
        Lines = [.. lines.Take(PageSize)];
        if (lines.Count > PageSize) Older = TrailLinks.Log(Slug, Filter with { Before = Lines[^1].Place });
        Persons = await PersonsAsync(cancellationToken);
    }

    public string Label(string word) => texts[word];

    public IReadOnlyList<Choice> Actions() => [.. TrailWords.Actions.Select(each => new Choice(each.Key.ToString(), texts[each.Value])).OrderBy(choice => choice.Label, StringComparer.CurrentCulture)];

    public IReadOnlyList<Choice> Types() => [.. TrailWords.Types.Select(each => new Choice(each.Key, texts[each.Value])).OrderBy(choice => choice.Label, StringComparer.CurrentCulture)];

    /// <summary>Whoever holds a role in the call; who else is filtered by came from a row of this list.</summary>
    private async Task<IReadOnlyList<Choice>> PersonsAsync(CancellationToken cancellationToken)
    {
        var call = request.Call.Id;
        var persons = await db.Users.Where(person => db.RoleAssignments.Any(role => role.PersonId == person.Id && role.CallId == call))
            .OrderBy(person => person.DisplayName).Select(person => new Choice(person.Id.ToString(), person.DisplayName, null)).ToListAsync(cancellationToken);
        if (Filter.PersonId is { } chosen && persons.TrueForAll(person => person.Value != chosen.ToString()))
            persons.Add(new(chosen.ToString(), Lines.FirstOrDefault(line => line.PersonId == chosen)?.Who ?? texts["unbekannte Person"]));
        return persons;
    }
}
