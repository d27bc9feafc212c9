using Awards.Domain.Applications;
using Awards.Domain.Municipalities;
using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Platform.TagHelpers;
using Awards.Web.Stages.Shared;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Intake.Office;

/// <summary>All submitted applications of a call, to be found, sorted and decided on.</summary>
public sealed class ApplicationsModel(AwardsDbContext db, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    public string Slug => request.Call.Slug;
    public ApplicationFilter Filter { get; private set; } = new();
    public ApplicationPage List { get; private set; } = null!;

    /// <summary>All submitted ones, whatever became of them.</summary>
    public int Arrived => List.Counts.Where(each => each.Key != ApplicationState.Draft).Sum(each => each.Value);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Filter = ApplicationFilter.Read(Request.Query);
        List = await IntakeQueries.ListAsync(db, request.Call, Filter, cancellationToken);
    }

    public int Count(ApplicationState state) => List.Counts.GetValueOrDefault(state);

    public string Number(ApplicationRow row) => row.Arrival is { } number ? request.Call.Definition.ArrivalNumber(number) : "–";

    public string Link(ApplicationFilter filter) => IntakeLinks.Applications(Slug, filter);

    public IReadOnlyList<SortHeading> Headings() =>
        [Heading(ApplicationFilter.ByArrival, /*text*/ "Eingang"), Heading(ApplicationFilter.ByName, /*text*/ "Name"), Heading(ApplicationFilter.ByTitle, /*text*/ "Titel"), Heading(ApplicationFilter.ByStatus, /*text*/ "Zustand")];

    public IReadOnlyList<Choice> StatusChoices() => [.. ApplicationFilter.States.Select(state => new Choice(state.Code, texts[IntakeWords.Of(state.State)]))];

    public IReadOnlyList<Choice> TypeChoices() =>
        [.. MunicipalityTypes.All.Select(type => new Choice(type.Code(), texts[type.German()])), new(ApplicationFilter.Without, texts["keine Angabe"])];

    public IReadOnlyList<Choice> StateChoices() =>
        [.. FederalStates.Codes.Select(code => new Choice(code, FederalStates.Name(code))), new(ApplicationFilter.Without, texts["keine Angabe"])];

    private SortHeading Heading(string column, string label) =>
        new(texts[label], Link(Filter.By(column)), SortHeading.AriaOf(Filter.Sort == column, Filter.Descending));
}
