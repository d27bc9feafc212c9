using Awards.Domain.Municipalities;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Data.Municipalities;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Stages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Municipalities.Office;

/// <summary>What an uploaded edition would change; merges or discards it.</summary>
[Authorize(Policy = MunicipalityRights.Write)]
public sealed class PreviewModel(AwardsDbContext db, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    /// <summary>Lines of each list that are shown.</summary>
    private const int MaxLines = 200;

    public RegisterReport? Report { get; private set; }
    public string FileName { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } upload) return NotFound();
        Show(upload, await RegisterImport.PreviewAsync(db, Read(upload), cancellationToken));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } upload) return NotFound();
        var outcome = await RegisterImport.ImportAsync(db, Read(upload), upload.Sha256, request.Write(), () => db.RegisterUploads.Where(each => each.Id == id).ExecuteDeleteAsync(cancellationToken), cancellationToken);
        Show(upload, outcome);
        if (Report is not { } done) return Page();
        TempData.Say(texts["Gebietsstand {0} ist eingelesen: {1} neu, {2} umbenannt, {3} weggefallen, {4} geändert, {5} verknüpft, {6} nicht eindeutig.",
            MunicipalityWords.Day(done.Edition), done.Added.Count, done.Renamed.Count, done.Gone.Count, done.Changed, done.Linked.Count, done.Ambiguous.Count]);
        return Redirect(MunicipalityLinks.List);
    }

    public async Task<IActionResult> OnPostDiscardAsync(Guid id, CancellationToken cancellationToken)
    {
        await db.WriteAsync(request.Write(), AuditAction.RegisterDiscarded, async () =>
        {
            db.RegisterUploads.RemoveRange(await db.RegisterUploads.Where(each => each.Id == id).ToListAsync(cancellationToken));
            return (Outcome<Guid>)id;
        }, cancellationToken: cancellationToken);
        TempData.Say(texts["Die Datei ist verworfen, nichts hat sich geändert."]);
        return Redirect(MunicipalityLinks.Import);
    }

    public IEnumerable<(string Label, int Count)> Counts() => Report is not { } report ? [] :
    [
        (/*text*/ "neu", report.Added.Count), (/*text*/ "umbenannt", report.Renamed.Count), (/*text*/ "neuer Schlüssel", report.Rekeyed.Count), (/*text*/ "jetzt ein anderer Kommunentyp", report.Retyped.Count),
        (/*text*/ "weggefallen", report.Gone.Count), (/*text*/ "wieder da", report.Returned.Count), (/*text*/ "andere Zahlen oder Zuordnung", report.Changed), (/*text*/ "unverändert", report.Unchanged),
        (/*text*/ "mit vorhandenen Einträgen verknüpft", report.Linked.Count), (/*text*/ "nicht eindeutig, nicht verknüpft", report.Ambiguous.Count), (/*text*/ "ohne Entsprechung im Verzeichnis", report.Unmatched.Count),
    ];

    public IEnumerable<(string Label, IReadOnlyList<string> Lines, int Count)> Lists() => Report is not { } report ? [] : new (string, IEnumerable<string>, int)[]
    {
        // After the first import everything is new.
        ("neu", report.Former is null ? [] : report.Added.Select(each => $"{each.OfficialKey} {each.Name} ({FederalStates.Name(each.State)})"), report.Added.Count),
        ("umbenannt", report.Renamed.Select(each => $"{each.Row.Key} {each.Before} → {each.Now}"), report.Renamed.Count),
        ("neuer Schlüssel", report.Rekeyed.Select(each => $"{each.Row.Name}: {each.Before} → {each.Now}"), report.Rekeyed.Count),
        ("jetzt ein anderer Kommunentyp", report.Retyped.Select(Line), report.Retyped.Count),
        ("weggefallen", report.Gone.Select(Line), report.Gone.Count),
        ("wieder da", report.Returned.Select(Line), report.Returned.Count),
        ("mit vorhandenen Einträgen verknüpft", report.Linked.Select(Line), report.Linked.Count),
        ("nicht eindeutig, nicht verknüpft", report.Ambiguous.Select(each => $"{Line(each.Row)}: {string.Join("; ", each.Candidates)}"), report.Ambiguous.Count),
        ("ohne Entsprechung im Verzeichnis", report.Unmatched.Select(Line), report.Unmatched.Count),
    }.Select(each => (each.Item1, (IReadOnlyList<string>)[.. each.Item2.Take(MaxLines)], each.Item3)).Where(each => each.Item2.Count > 0);

    private static string Line(RegisterLine line) => $"{line.Key} {line.Name} ({FederalStates.Name(line.State)})".TrimStart();

    private Task<RegisterUpload?> FindAsync(Guid id, CancellationToken cancellationToken) => db.RegisterUploads.AsNoTracking().SingleOrDefaultAsync(each => each.Id == id, cancellationToken);

    private static RegisterEdition Read(RegisterUpload upload) => RegisterFile.Read(upload.Content()).Edition ?? throw new InvalidDataException("A register file that was kept has faults.");

    private void Show(RegisterUpload upload, Outcome<RegisterReport> outcome)
    {
        FileName = upload.FileName;
        if (outcome.Refused(out var refusal)) ModelState.Add(texts, refusal);
        else Report = outcome.Fact;
    }
}
