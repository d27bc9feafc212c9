using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Intake;
using Awards.Domain.Municipalities;
using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Platform.TagHelpers;
using Awards.Web.Stages.Shared;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Intake.Office;

/// <summary>All submitted applications of a call, to be found, sorted, decided on one by one or many at once.</summary>
public sealed class ApplicationsModel(AwardsDbContext db, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    public string Slug => request.Call.Slug;
    public CallDefinition Call => request.Call.Definition;
    public ApplicationFilter Filter { get; private set; } = new();
    public ApplicationPage List { get; private set; } = null!;

    public IReadOnlyList<ListColumn> Columns { get; private set; } = [];
    public SearchFields Fields { get; private set; } = null!;
    public bool MayDecide => request.User.MayDecide(request.Call.Id);
    public bool MayCheck => request.User.MayCheck(request.Call.Id);
    private IReadOnlyDictionary<ApplicationState, int> Counts { get; set; } = new Dictionary<ApplicationState, int>();

    /// <summary>All submitted ones, whatever became of them.</summary>
    public int Arrived => Counts.Where(each => each.Key != ApplicationState.Draft).Sum(each => each.Value);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var scope = request.User.SearchScope(request.Call);
        Filter = ApplicationFilter.Read(Request.Query);
        var list = await ListQueries.LoadAsync(db, scope, Filter, cancellationToken);
        (List, Counts, Fields, Columns) = (list.Page(Filter), list.Counts, new SearchFields(scope), ListColumns.Chosen(Filter.Columns, scope.Contacts));
        if (list.Fault is { } fault) ModelState.Add(texts, fault, "suche");
    }

    public int Count(ApplicationState state) => Counts.GetValueOrDefault(state);

    public string Link(ApplicationFilter filter) => IntakeLinks.Applications(Slug, filter);

    public SortHeading? Heading(ListColumn column) => column.Key is null ? null
        : new(texts[column.Label], Link(Filter.By(column.Code)), SortHeading.AriaOf(Filter.Sort == column.Code, Filter.Descending));

    public IReadOnlyList<Choice> ColumnChoices() => [.. ListColumns.For(request.User.MaySeeContacts(request.Call.Id)).Where(column => column.Code != ListColumns.Name).Select(column => new Choice(column.Code, texts[column.Label]))];

    public IReadOnlyList<Choice> StatusChoices() => [.. ApplicationFilter.States.Select(state => new Choice(state.Code, texts[IntakeWords.Of(state.State)]))];

    public IReadOnlyList<Choice> TypeChoices() =>
        [.. MunicipalityTypes.All.Select(type => new Choice(type.Code(), texts[type.German()])), new(ApplicationFilter.Without, texts["keine Angabe"])];

    public IReadOnlyList<Choice> StateChoices() =>
        [.. FederalStates.Codes.Select(code => new Choice(code, FederalStates.Name(code))), new(ApplicationFilter.Without, texts["keine Angabe"])];

    public IReadOnlyList<Choice> ItemChoices() => [.. (Call.FormalChecks ?? []).Select(item => new Choice(item.Code, item.Label.In(RequestContext.Language)))];
}
