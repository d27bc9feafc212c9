using Awards.Domain.Accounts;
using Awards.Domain.Municipalities;
using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Security;
using Awards.Web.Platform.TagHelpers;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Municipalities.Office;

/// <summary>All municipalities that the platform knows, to be searched and filtered.</summary>
[Authorize(Policy = MunicipalityRights.Read)]
public sealed class ListModel(AwardsDbContext db, IStringLocalizer<Text> texts) : PageModel
{
    public MunicipalityFilter Filter { get; private set; } = new();
    public MunicipalityPage List { get; private set; } = null!;
    public DateOnly? Edition { get; private set; }
    public bool MayWrite => User.Holds(null, CallRole.Lead);
    public IReadOnlyList<Choice> States => [.. FederalStates.Codes.Select(code => new Choice(code, FederalStates.Name(code)))];
    public IReadOnlyList<Choice> Types => [.. MunicipalityTypes.All.Select(type => new Choice(type.Code(), texts[type.German()])), new(MunicipalityFilter.Without, texts["keine Angabe"])];
    public IReadOnlyList<Choice> Kinds => [.. MunicipalityKinds.All.Select(kind => new Choice(kind.ToString(), texts[kind.German()]))];
    public IReadOnlyList<Choice> Standings => [.. MunicipalityFilter.Standings.Select(each => new Choice(each.Code, texts[each.Label]))];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Filter = MunicipalityFilter.Read(Request.Query);
        List = await MunicipalityQueries.ListAsync(db, Filter, cancellationToken);
        Edition = await MunicipalityQueries.EditionAsync(db, cancellationToken);
    }
}
