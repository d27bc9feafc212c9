using Awards.Domain.Calls;
using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Stages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Reports.Office;

/// <summary>Gives reports to who writes them: chosen ones to a person, or all that nobody has in even shares.</summary>
[Authorize(Policy = ReportRights.Assign)]
public sealed class AssignModel(AwardsDbContext db, ReportDesk desk, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    public CallDefinition Call => request.Call.Definition;
    public string Slug => request.Call.Slug;
    public IReadOnlyList<WriterLoad> Writers { get; private set; } = [];

    /// <summary>Entries whose report nobody has yet.</summary>
    public IReadOnlyList<Guid> Open { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(Guid[] beitrag, Guid? writer, CancellationToken cancellationToken)
    {
        if (beitrag.Length == 0)
        {
            ModelState.AddModelError("", texts["Bitte wählen Sie in der Liste mindestens einen Beitrag aus."]);
            await LoadAsync(cancellationToken);
            return Page();
        }
        var result = await desk.AssignAsync(beitrag, writer, cancellationToken);
        TempData.Say(string.Join(' ', new[] { result.Given == 1 ? texts["Ein Kurzgutachten ist vergeben."].Value : texts["{0} Kurzgutachten sind vergeben.", result.Given].Value }
            .Concat(result.Refused.Select(refused => $"{Call.EntryNumber(refused.Number)}: {texts.Show(refused.Refusal)}"))));
        return LocalRedirect(ReportLinks.List(Slug));
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        Writers = await ReportQueries.WritersAsync(db, request.Call.Id, cancellationToken);
        Open = [.. (await ReportQueries.LinesAsync(db, request.Call.Id, withWriters: true, cancellationToken)).Where(line => line is { HasWriter: false, Withdrawn: false }).Select(line => line.EntryId)];
    }
}
