using Awards.Domain.PreReview;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Platform.Security;
using Awards.Web.Platform.TagHelpers;
using Awards.Web.Stages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.PreReview.Office;

/// <summary>All conflicts of a call: declared, set and found ones, and those that hold no longer.</summary>
[Authorize(Policy = PreReviewRights.Assign)]
public sealed class ConflictListModel(AwardsDbContext db, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    /// <summary>A conflict as the list shows it.</summary>
    public sealed record Line(Guid Id, int Number, string Entry, string Person, ConflictKind Kind, ConflictSource Source, DateTime At, DateTime? DismissedAt, string? DismissedBy, bool TakenBack, string? DismissedWhy);

    [BindProperty] public Guid? Id { get; set; }
    [BindProperty] public string? Reason { get; set; }

    public string Slug => request.Call.Slug;
    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public string Number(int number) => request.Call.Definition.EntryNumber(number);

    /// <summary>What the lead can say does not hold.</summary>
    public IReadOnlyList<Choice> Dismissable() =>
        [.. Lines.Where(line => line.DismissedAt is null && line.Source != ConflictSource.Reviewer).Select(line => new Choice(line.Id.ToString(), $"{Number(line.Number)} {line.Entry}: {line.Person}"))];

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var write = request.Write(Reason);
        var call = request.Call.Id;
        var outcome = await db.WriteAsync(write, AuditAction.ConflictDismissed, async () =>
            await db.Conflicts.IgnoreQueryFilters().SingleOrDefaultAsync(conflict => conflict.Id == Id && db.Entries.Any(entry => entry.Id == conflict.EntryId && entry.CallId == call), cancellationToken) is { } found
                ? found.Dismiss(write) : new Refusal("conflict.choose", "Bitte wählen Sie die Befangenheit aus, die nicht besteht."), lockOn: call, cancellationToken);
        if (!outcome.Refused(out var refusal))
        {
            TempData.Say(texts["Die Befangenheit gilt nicht mehr. Begründung und Name stehen im Protokoll."]);
            return LocalRedirect(PreReviewLinks.ConflictList(Slug));
        }
        ModelState.Add(texts, refusal, refusal.Code is "conflict.without_reason" or "text.too_long" ? nameof(Reason) : nameof(Id));
        await LoadAsync(cancellationToken);
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancellationToken) => Lines = await (
        from conflict in db.Conflicts.IgnoreQueryFilters()
        join entry in db.Entries on conflict.EntryId equals entry.Id
        where entry.CallId == request.Call.Id
        join person in db.Users on conflict.PersonId equals person.Id
        join dismisser in db.Users on conflict.DismissedBy equals dismisser.Id into dismissers
        from lifter in dismissers.DefaultIfEmpty()
        orderby conflict.DismissedAt != null, entry.Number, person.DisplayName
        select new Line(conflict.Id, entry.Number, entry.ApplicantName, person.DisplayName, conflict.Kind, conflict.Source, conflict.DeclaredAt, conflict.DismissedAt, lifter == null ? null : lifter.DisplayName, conflict.DismissedBy == conflict.PersonId, conflict.DismissedWhy)).ToListAsync(cancellationToken);
}
