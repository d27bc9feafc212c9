using Awards.Domain.Applications;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Stages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Applications.Municipality;

/// <summary>Who changed what and when in an application, and putting one field back.</summary>
public sealed class HistoryModel(AwardsDbContext db, ApplicationDesk desk, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    private const int PageSize = 50;

    /// <summary>A change as the page shows it.</summary>
    public sealed record Line(Guid Id, DateTime At, string Who, string Field, string Before, string After, bool MayPutBack);

    public OwnApplication Own { get; private set; } = null!;
    public IReadOnlyList<Line> Lines { get; private set; } = [];
    public int Number { get; private set; } = 1;
    public int Pages { get; private set; } = 1;

    public async Task<IActionResult> OnGetAsync([FromRoute] Guid id, [FromQuery(Name = "seite")] int? number, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, MemberRight.Read, cancellationToken) is not { } own) return NotFound();
        await ShowAsync(own, number ?? 1, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] Guid id, [FromForm(Name = "aenderung")] Guid changeId, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, MemberRight.Edit, cancellationToken) is not { } own) return NotFound();
        if (await db.ApplicationChanges.AsNoTracking().SingleOrDefaultAsync(each => each.Id == changeId && each.ApplicationId == id, cancellationToken) is not { } change) return NotFound();
        var outcome = await desk.WriteAsync(own, AuditAction.ApplicationRestored, MemberRight.Edit,
            (application, write) => Task.FromResult(application.PutBack(own.Call, new Dictionary<string, string> { [change.Field] = change.Before }, write)), cancellationToken);
        if (!outcome.Refused(out var refusal))
        {
            TempData.Say(texts["„{0}“ steht wieder wie vor dieser Änderung.", FieldLabels.Of(change.Field, own.Call.Definition, RequestContext.Language, texts)]);
            return LocalRedirect(ApplicationLinks.History(id));
        }
        ModelState.Add(texts, refusal);
        await ShowAsync(own, 1, cancellationToken);
        return Page();
    }

    private async Task ShowAsync(OwnApplication own, int number, CancellationToken cancellationToken)
    {
        Own = own;
        var (call, language) = (own.Call.Definition, RequestContext.Language);
        var all = db.ApplicationChanges.Where(change => change.ApplicationId == own.Id);
        Pages = Math.Max(1, (await all.CountAsync(cancellationToken) + PageSize - 1) / PageSize);
        Number = Math.Clamp(number, 1, Pages);
        var rows = await all.OrderByDescending(change => change.At).ThenByDescending(change => change.Id).Skip((Number - 1) * PageSize).Take(PageSize)
            .Select(change => new { Change = change, Who = db.Users.Where(person => person.Id == change.By).Select(person => person.DisplayName).FirstOrDefault() }).AsNoTracking().ToListAsync(cancellationToken);
        var open = own.Member.MayEdit && own.Closed(request.Began) is null;
        var now = ApplicationFields.Of(own.Application);
        Lines = [.. rows.Select(row => new Line(row.Change.Id, row.Change.At, row.Who ?? texts["nicht mehr bekannt"].Value, FieldLabels.Of(row.Change.Field, call, language, texts),
            FieldLabels.Value(row.Change.Field, row.Change.Before, call, language, texts), FieldLabels.Value(row.Change.Field, row.Change.After, call, language, texts),
            open && row.Change.Field != ApplicationFields.Files && now.GetValueOrDefault(row.Change.Field, "") != row.Change.Before))];
    }
}
