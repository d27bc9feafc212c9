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

    private const int MostAttempts = 5;

    /// <summary>The application, when the signed-in person is a member with at least this right; else null.</summary>
    public async Task<OwnApplication?> FindAsync(Guid id, MemberRight least, CancellationToken cancellationToken)
    {
        if (await Members(id).AsNoTracking().SingleOrDefaultAsync(cancellationToken) is not { } found || !Has(found.Member, least)) return null;
        var call = await calls.GetAsync(db, found.Application.CallId, cancellationToken);
        request.Concerns(call);
        return new(found.Application, call, found.Member);
    }

    /// <summary>One write on the application, found anew and tracked, with its history. Refused where it is no longer there for this person.</summary>
    public async Task<Outcome<Application>> WriteAsync(OwnApplication own, AuditAction action, MemberRight least, Func<Application, WriteContext, Task<Outcome<Application>>> decide, CancellationToken cancellationToken, bool locked = false, string? why = null)
    {
        var write = request.Write(why);
        return await db.WriteAsync(write, action, async () =>
        {
            if (await TrackedAsync(own.Id, least, cancellationToken) is not { } application) return NoLongerMember;
            var before = ApplicationFields.Of(application);
            var outcome = await decide(application, write);
            if (!outcome.Refused(out _)) await ApplicationHistory.RecordAsync(db, application, before, write, cancellationToken);
            return outcome;
        }, lockOn: locked ? own.Call.Id : null, cancellationToken: cancellationToken);
    }

    /// <summary>The application tracked, inside a write; null = it is not there for this person.</summary>
    internal async Task<Application?> TrackedAsync(Guid id, MemberRight least, CancellationToken cancellationToken) =>
        await Members(id).SingleOrDefaultAsync(cancellationToken) is { } found && Has(found.Member, least) ? found.Application : null;

    /// <summary>
    /// Saves a page field by field and gives the answer to the browser: JSON to the script, a redirect to the person. Null = show the page
    /// again: something could not be read (why is in the model state), or somebody else changed the same field (the page then holds both
    /// versions). Everything else is saved.
    /// </summary>
    /// <param name="change">Puts accepted values, by key, into the application.</param>
    public async Task<IActionResult?> SaveAsync(PageModel page, FormPage form, string? posted, bool goOn, IReadOnlyList<Piece> typed,
        Func<Application, IReadOnlyDictionary<string, string>, WriteContext, Outcome<Application>> change, CancellationToken cancellationToken)
    {
        var autosave = page.Request.Headers.ContainsKey(AutosaveHeader);
        var seen = SeenState.Parse(posted);
        var readable = typed.Where(piece => !HasError(page, piece.Field)).ToList();
        var merge = form.Merge(form.Own.Application, readable, seen);
        var now = form.Own.Application;
        if (merge.Accepted.Count > 0)
        {
            var outcome = await MergedAsync(form, readable, seen, change, cancellationToken);
            if (outcome.Refused(out var refusal))
            {
                form.Seen = seen;
                if (autosave) return Refused(texts.Show(refusal));
                page.ModelState.Add(texts, refusal);
                return null;
            }
            (now, merge) = outcome.Fact;
        }
        form.Settle(now, readable, merge, seen, showConflicts: !autosave);
        if (autosave) return new JsonResult(AutosaveAnswer(page, form, merge));
        if (merge.Conflicts.Count > 0) page.ModelState.Add(texts, ApplicationRules.Stale);
        if (!page.ModelState.IsValid) return null;
        if (form.ChangedByOthers.Count > 0) page.TempData.Say(texts["Gespeichert um {0} Uhr. Jemand anderes hat inzwischen geändert: {1}.", Time, string.Join(", ", form.ChangedByOthers)]);
        else if (!goOn) page.TempData.Say(texts["Gespeichert um {0} Uhr", Time]);
        return page.LocalRedirect(goOn ? form.Next : form.Here);
    }

    internal static Refusal NoLongerMember { get; } = new("application.not_yours", /*text*/ "Sie arbeiten an dieser Bewerbung nicht mehr mit.");

    // Two who save in the same moment: the second one merges anew with what the first one saved.
    private async Task<Outcome<(Application, FieldMerge)>> MergedAsync(FormPage form, IReadOnlyList<Piece> readable, SeenState seen,
        Func<Application, IReadOnlyDictionary<string, string>, WriteContext, Outcome<Application>> change, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var merge = FieldMerge.Nothing;
            var outcome = await WriteAsync(form.Own, AuditAction.ApplicationSaved, MemberRight.Edit, (application, write) =>
            {
                merge = form.Merge(application, readable, seen);
                return Task.FromResult(merge.Accepted.Count == 0 ? application : change(application, merge.Accepted, write));
            }, cancellationToken);
            if (!outcome.Refused(out var refusal)) return (outcome.Fact, merge);
            if (refusal.Code != ApplicationRules.Stale.Code || attempt == MostAttempts) return refusal;
        }
    }

    private object AutosaveAnswer(PageModel page, FormPage form, FieldMerge merge)
    {
        if (!page.ModelState.IsValid && merge.Accepted.Count + merge.Conflicts.Count == 0) return new { refused = true, message = FirstError(page) };
        var problem = !page.ModelState.IsValid ? FirstError(page)
            : form.ChangedByOthers.Count > 0 ? texts["Jemand anderes hat inzwischen geändert: {0}. Bitte laden Sie die Seite neu, um es zu sehen.", string.Join(", ", form.ChangedByOthers)].Value : null;
        return merge.Conflicts.Count > 0
            ? new { conflict = true, version = form.Seen.ToString(), message = texts["Inzwischen hat jemand anderes dasselbe Feld gespeichert. Bitte drücken Sie „Speichern“: Dann sehen Sie beide Fassungen."].Value }
            : new { savedAt = Time, version = form.Seen.ToString(), problem, refused = !page.ModelState.IsValid };
    }

    private string Time => GermanTime.Local(request.Began).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    private static bool HasError(PageModel page, string field) => page.ModelState.Any(entry => entry.Value?.Errors.Count > 0 && (entry.Key == field || entry.Key.StartsWith(field + "[", StringComparison.Ordinal)));

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
