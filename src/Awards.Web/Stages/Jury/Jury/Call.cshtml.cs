using System.Globalization;
using Awards.Domain.Accounts;
using Awards.Domain.Calls;
using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Platform.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Jury.Jury;

/// <summary>The jury's table: proposals by group, the awards so far and the money that is left.</summary>
public sealed class CallModel(AwardsDbContext db, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    public Call Call => request.Call;
    public bool IsChair => User.Holds(Call.Id, CallRole.JuryChair);
    public JuryResult Result { get; private set; } = null!;

    /// <summary>First day of the jury phase, where it is still to come.</summary>
    public DateTime? Begins => Call.Phase(PhaseKind.Jury) is { } phase && request.Began < phase.From ? phase.From : null;

    /// <summary>Leads to an entry by its number, long ("ZHH-2017-042") or short ("42").</summary>
    [BindProperty(Name = "nummer", SupportsGet = true)]
    public string? Number { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (Number is { } typed)
        {
            var text = typed.Trim();
            var digits = text.StartsWith(Call.Definition.NumberPrefix + "-", StringComparison.OrdinalIgnoreCase) ? text[(Call.Definition.NumberPrefix.Length + 1)..] : text;
            if (int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && await db.Entries.AnyAsync(entry => entry.CallId == Call.Id && entry.Number == number, cancellationToken))
                return Redirect(JuryLinks.Entry(Call.Slug, number));
            ModelState.AddModelError("nummer", texts["Einen Beitrag mit der Nummer „{0}“ gibt es in diesem Wettbewerb nicht.", text]);
        }
        Result = await JuryQueries.ResultAsync(db, Call, withProposals: true, withScores: ReviewVisibility.Of(Call, ReviewAudience.Jury, request.Began).Contents, cancellationToken) with { EntryLink = entry => JuryLinks.Entry(Call.Slug, entry) };
        return Page();
    }
}
