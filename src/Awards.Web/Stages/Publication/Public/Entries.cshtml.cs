using Awards.Domain.Calls;
using Awards.Domain.Municipalities;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Platform.TagHelpers;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Publication.Public;

/// <summary>All entries of a published competition, to search.</summary>
public sealed class EntriesModel(AwardsDbContext db, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    public Call Call => request.Call;
    public bool Published => Call.HasReached(PhaseKind.Publication, request.Began);
    public EntrySearch Search { get; private set; } = new();
    public PublicEntryList List { get; private set; } = new([], 0, []);
    public int Total => List.Counts.Sum(each => each.Count);
    public int Pages => Math.Max(1, (List.Found + Search.Size - 1) / Search.Size);

    public IReadOnlyList<Choice> Types => [.. MunicipalityTypes.All.Select(type =>
        new Choice(type.Code(), texts[type.German()], Count(each => each.Type == type)))];

    public IReadOnlyList<Choice> States => [.. FederalStates.Codes.Where(code => List.Counts.Any(each => each.State == code))
        .Select(code => new Choice(code, FederalStates.Name(code), Count(each => each.State == code)))];

    public IReadOnlyList<Choice> Prizes => [new(EntrySearch.AnyPrize, texts["alle Preise"]), .. Call.Definition.Prizes
        .Select(prize => new Choice(prize.Code, prize.Label.In(RequestContext.Language), Money.Show(prize.Cents, RequestContext.Language)))];

    public IReadOnlyList<Choice> Orders => [new("kommune", texts["Kommune"]), new("titel", texts["Titel"]), new("preis", texts["Preis"]), new("nummer", texts["Nummer"])];

    public static IReadOnlyList<Choice> Sizes => [.. EntrySearch.Sizes.Select(size => $"{size}").Select(size => new Choice(size, size))];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Search = EntrySearch.Read(Request.Query, Call.Definition);
        if (!Published) return;
        List = await PublicationQueries.EntriesAsync(db, Call, Search, cancellationToken);
    }

    private string Count(Func<PublicCount, bool> counts) => $"{List.Counts.Where(counts).Sum(each => each.Count)}";
}
