using Awards.Documents;
using Awards.Domain.PreReview;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Files;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Stages.Reports;

/// <summary>Makes ordered volumes, one after another: data, PDF, DOCX, each step noted. What broke off is made anew by the next run.</summary>
public sealed class VolumeMaking(AwardsDbContext db, CallCache calls, ReportPages pages, IDocumentRenderer renderer, IFileStore store, TimeProvider clock, ILogger<VolumeMaking> log)
{
    /// <summary>How often it runs.</summary>
    public static readonly TimeSpan Rhythm = TimeSpan.FromSeconds(5);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>One run; gives the number of volumes made.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var made = 0;
        // One node at a time runs this: whatever is under way now broke off.
        foreach (var id in await db.ReportVolumes.Where(volume => volume.State == VolumeState.Waiting || volume.State == VolumeState.Running).OrderBy(volume => volume.OrderedAt).Select(volume => volume.Id).ToListAsync(cancellationToken))
        {
            try
            {
                await MakeAsync(id, cancellationToken);
                made++;
            }
            catch (Exception fault) when (fault is DocumentException or IOException or UnauthorizedAccessException)
            {
                log.LogError(fault, "Volume {Volume} could not be made.", id);
                await NoteAsync(id, volume => volume.Fail(Now), cancellationToken);
            }
            db.ChangeTracker.Clear();
        }
        return made;
    }

    private async Task MakeAsync(Guid id, CancellationToken cancellationToken)
    {
        var volume = await NoteAsync(id, each => each.Begin(), cancellationToken);
        var (call, now) = (await calls.GetAsync(db, volume.CallId, cancellationToken), Now);
        var model = await pages.VolumeAsync(call, volume.WithDrafts, volume.Language, now, cancellationToken);
        await NoteAsync(id, each => each.Read(model.Groups.Sum(group => group.Reports.Count), now), cancellationToken);
        var pdf = await renderer.RenderPdfAsync(VolumeModel.Template, model, cancellationToken);
        await NoteAsync(id, each => each.Advance(), cancellationToken);
        var docx = VolumeDocument.Write(model);
        var name = $"{(volume.Language == "en" ? "Short-reports" : "Kurzgutachten")}-{call.Definition.NumberPrefix}{(volume.WithDrafts ? "-Entwurf" : "")}-{GermanTime.Local(now):yyyy-MM-dd}";
        await KeepAsync(volume, [(name + ".pdf", FileKind.Pdf, pdf), (name + ".docx", FileKind.Docx, docx)], cancellationToken);
    }

    // What the program made by itself needs neither checks nor scan.
    private async Task KeepAsync(ReportVolume volume, IReadOnlyList<(string Name, FileKind Kind, byte[] Content)> contents, CancellationToken cancellationToken)
    {
        var write = WriteContext.System(Now, "Band der Kurzgutachten") with { CallId = volume.CallId };
        var files = new List<StoredFile>();
        foreach (var (name, kind, content) in contents)
        {
            using var incoming = await store.ReceiveAsync(new MemoryStream(content), content.Length, cancellationToken);
            files.Add(StoredFile.Store(new FileFacts(name, kind, incoming.Size, incoming.Sha256, null), store.Keep(incoming), new FileOwner(VolumeFiles.OwnerKind, volume.Id, volume.CallId), write));
        }
        _ = (await db.WriteAsync(write, AuditAction.VolumeMade, async () =>
        {
            db.StoredFiles.AddRange(files);
            (await db.ReportVolumes.SingleAsync(each => each.Id == volume.Id, cancellationToken)).Finish(files[0].Id, files[1].Id, Now);
            return (Outcome<Guid>)volume.Id;
        }, cancellationToken: cancellationToken)).Fact;
    }

    private async Task<ReportVolume> NoteAsync(Guid id, Action<ReportVolume> step, CancellationToken cancellationToken) =>
        (await db.WriteAsync(WriteContext.System(Now, "Band der Kurzgutachten"), AuditAction.VolumeMade, async () =>
        {
            var volume = await db.ReportVolumes.SingleAsync(each => each.Id == id, cancellationToken);
            step(volume);
            return (Outcome<ReportVolume>)volume;
        }, cancellationToken: cancellationToken)).Fact;
}
