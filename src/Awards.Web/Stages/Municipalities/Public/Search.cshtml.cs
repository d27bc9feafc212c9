using System.Text.RegularExpressions;
using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Municipalities.Public;

/// <summary>The piece of a page that shows what a typed part of a name may mean; the chooser's script asks for it.</summary>
public sealed partial class SearchModel(AwardsDbContext db, IStringLocalizer<Text> texts) : PageModel
{
    /// <summary>Choices shown at most.</summary>
    public const int Most = 20;

    /// <summary>Characters from which on a search makes sense.</summary>
    private const int Fewest = 2;

    public string Field { get; private set; } = "";
    public IReadOnlyList<Choice> Choices { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? text, string? feld, string? ohne, CancellationToken cancellationToken)
    {
        if (feld is null || !FieldName().IsMatch(feld)) return NotFound();
        Field = feld;
        if (text is null || text.Trim().Length < Fewest || text.Length > 200) return Page();
        var found = texts.Choices(await MunicipalityQueries.SearchAsync(db, text, Most, cancellationToken));
        Choices = ohne == "1" && found.Count > 0 ? [.. found, new(MunicipalityWords.Unlisted, texts["Sie steht nicht in dieser Liste."])] : found;
        return Page();
    }

    [GeneratedRegex(@"^[A-Za-z][A-Za-z.]{0,59}$")]
    private static partial Regex FieldName();
}
