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

namespace Awards.Web.Stages.Applications;

/// <summary>Finds an application for one of its members, and saves one page of it. To anybody else it does not exist.</summary>
public sealed class ApplicationDesk(AwardsDbContext db, CallCache calls, RequestContext request, IStringLocalizer<Text> texts)
{
    /// <summary>Header by which the script says that it saves, not the person.</summary>
    public const string AutosaveHeader = "X-Autosave";

    /// <summary>The application, when the signed-in person is a member with at least this right; else null.</summary>
    public async Task<OwnApplication?> FindAsync(Guid id, MemberRight least, CancellationToken cancellationToken)
    {
        if (await Members(id).AsNoTracking().SingleOrDefaultAsync(cancellationToken) is not { } found || !Has(found.Member, least)) return null;
        var call = await calls.GetAsync(db, found.Application.CallId, cancellationToken);
        request.Concerns(call);
        return new(found.Application, call, found.Member);
    }

    /// <summary>One write on the application, found anew and tracked. Null = it is no longer there for this person.</summary>
    public async Task<Outcome<Application>> WriteAsync(OwnApplication own, AuditAction action, MemberRight least, Func<Application, WriteContext, Task<Outcome<Application>>> decide, CancellationToken cancellationToken, bool locked = false)
    {
        var write = request.Write();
        return await db.WriteAsync(write, action, async () =>
            await Members(own.Id).SingleOrDefaultAsync(cancellationToken) is { } found && Has(found.Member, least) ? await decide(found.Application, write) : NoLongerMember,
            lockOn: locked ? own.Call.Id : null, cancellationToken: cancellationToken);
    }

    /// <summary>The application tracked, inside a write; null = it is not there for this person.</summary>
    internal async Task<Application?> TrackedAsync(Guid id, MemberRight least, CancellationToken cancellationToken) =>
        await Members(id).SingleOrDefaultAsync(cancellationToken) is { } found && Has(found.Member, least) ? found.Application : null;

    /// <summary>
    /// Saves a page and gives the answer to the browser: JSON to the script, a redirect to the person. Null = show the page again;
    /// why is in the model state, and <paramref name="form"/> holds both versions when somebody else saved this page.
    /// </summary>
    public async Task<IActionResult?> SaveAsync(PageModel page, FormPage form, string? posted, bool goOn, IReadOnlyList<Piece> typed, Func<Application, int, WriteContext, Outcome<Application>> change, CancellationToken cancellationToken)
    {
        var autosave = page.Request.Headers.ContainsKey(AutosaveHeader);
        form.KeepSeen(posted);
        if (!page.ModelState.IsValid) return autosave ? Refused(FirstError(page)) : null;
        if (form.IsStored(typed)) return Saved(page, form, form.StateOf(form.Own.Application), goOn, autosave);

        var seen = SeenState.Parse(posted);
        var outcome = await WriteAsync(form.Own, AuditAction.ApplicationSaved, MemberRight.Edit,
            (application, write) => Task.FromResult(change(application, seen.VersionFor(form.StateOf(application)), write)), cancellationToken);
        if (!outcome.Refused(out var refusal)) return Saved(page, form, form.StateOf(outcome.Fact), goOn, autosave);
        if (refusal.Code == ApplicationRules.Stale.Code)
        {
            if (autosave) return new JsonResult(new { conflict = true, message = texts["Inzwischen hat jemand anderes diese Seite gespeichert. Bitte drücken Sie „Speichern“: Dann sehen Sie beide Fassungen."].Value });
            if (await FindAsync(form.Own.Id, MemberRight.Edit, cancellationToken) is not { } now) return page.NotFound();
            form.Compare(now, typed);
        }
        if (autosave) return Refused(texts.Show(refusal));
        page.ModelState.Add(texts, refusal);
        return null;
    }

    internal static Refusal NoLongerMember { get; } = new("application.not_yours", /*text*/ "Sie arbeiten an dieser Bewerbung nicht mehr mit.");

    private IActionResult Saved(PageModel page, FormPage form, SeenState now, bool goOn, bool autosave)
    {
        var time = GermanTime.Local(request.Began).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);
        if (autosave) return new JsonResult(new { savedAt = time, version = now.ToString() });
        if (!goOn) page.TempData.Say(texts["Gespeichert um {0} Uhr", time]);
        return page.LocalRedirect(goOn ? form.Next : form.Here);
    }

    private static JsonResult Refused(string message) => new(new { refused = true, message });

    private string FirstError(PageModel page) => texts["Nicht gespeichert: {0}", page.ModelState.Values.SelectMany(entry => entry.Errors).Select(error => error.ErrorMessage).First()];

    private IQueryable<Found> Members(Guid id)
    {
        var person = request.PersonId;
        return from member in db.ApplicationMembers
               where member.ApplicationId == id && member.PersonId == person
               join application in db.Applications.Include(each => each.Projects) on member.ApplicationId equals application.Id
               select new Found { Member = member, Application = application };
    }

    private static bool Has(ApplicationMember member, MemberRight least) => least switch
    {
        MemberRight.Sign => member.MaySign,
        MemberRight.Edit => member.MayEdit,
        _ => true,
    };

    private sealed class Found
    {
        public required ApplicationMember Member { get; init; }
        public required Application Application { get; init; }
    }
}
