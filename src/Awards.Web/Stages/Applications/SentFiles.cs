using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Files;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Stages.Applications;

/// <summary>The text of an application as PDF, and its attachments: checked, measured, stored, and taken away again. Who may read them says <see cref="AnswerFiles"/>.</summary>
public sealed class SentFiles(AwardsDbContext db, Uploads uploads, ApplicationDesk desk)
{
    private static readonly Refusal NotPdf = new("text.not_pdf", "Der Text muss ein PDF sein. Speichern Sie ihn in Ihrem Schreibprogramm als PDF und laden Sie dieses hoch.");

    /// <summary>Takes a PDF as the text. Refused for anything else; more pages than the call allows can be kept, but not handed in.</summary>
    public async Task<Outcome<string>> SendTextAsync(OwnApplication own, IFormFile upload, WriteContext write, CancellationToken cancellationToken)
    {
        await using var measured = upload.OpenReadStream();
        var measure = await PdfText.MeasureAsync(measured, cancellationToken);
        return await StoreAsync(own, ApplicationFiles.TextCode, upload, write, async (application, file) =>
        {
            if (file.Kind != FileKind.Pdf) return NotPdf;
            if (measure.Refused(out var unreadable)) return unreadable;
            if (application.Files.Text is { } old) await DropAsync(own.Id, old.FileId, write, cancellationToken);
            return application.UseTextFile(own.Call, Attached(file) with { Pages = measure.Fact.Pages, IsA4 = measure.Fact.IsA4, BodySizeTenths = measure.Fact.BodySizeTenths }, write);
        }, cancellationToken);
    }

    /// <summary>Adds an attachment. Refused beyond the call's number and size.</summary>
    public Task<Outcome<string>> AttachAsync(OwnApplication own, IFormFile upload, WriteContext write, CancellationToken cancellationToken) =>
        StoreAsync(own, ApplicationFiles.AttachmentCode, upload, write, (application, file) =>
        {
            var most = own.Call.Definition.LimitRules().AttachmentMegabytes * FileSettings.Megabyte;
            return Task.FromResult(file.Size > most ? FileRefusals.TooBig(most) : application.Attach(own.Call, Attached(file), write));
        }, cancellationToken);

    /// <summary>Lets the text of the editor count again.</summary>
    public Task<Outcome<Application>> RemoveTextAsync(OwnApplication own, CancellationToken cancellationToken) =>
        desk.WriteAsync(own, AuditAction.ApplicationSaved, MemberRight.Edit, async (application, write) =>
        {
            if (application.Files.Text is not { } file) return AnswerFile.Gone;
            var outcome = application.UseTextFile(own.Call, null, write);
            if (!outcome.Refused(out _)) await DropAsync(own.Id, file.FileId, write, cancellationToken);
            return outcome;
        }, cancellationToken);

    /// <summary>Takes an attachment away.</summary>
    public Task<Outcome<Application>> DetachAsync(OwnApplication own, Guid fileId, CancellationToken cancellationToken) =>
        desk.WriteAsync(own, AuditAction.ApplicationSaved, MemberRight.Edit, async (application, write) =>
        {
            var outcome = application.Detach(own.Call, fileId, write);
            if (!outcome.Refused(out _)) await DropAsync(own.Id, fileId, write, cancellationToken);
            return outcome;
        }, cancellationToken);

    private async Task<Outcome<string>> StoreAsync(OwnApplication own, string code, IFormFile upload, WriteContext write,
        Func<Application, StoredFile, Task<Outcome<Application>>> decide, CancellationToken cancellationToken)
    {
        await using var content = upload.OpenReadStream();
        return await uploads.StoreAsync(content, upload.FileName, new FileOwner(nameof(AnswerFile), own.Id, own.Call.Id), write, AuditAction.ApplicationSaved, async file =>
        {
            if (await desk.TrackedAsync(own.Id, MemberRight.Edit, cancellationToken) is not { } application) return ApplicationDesk.NoLongerMember;
            var before = ApplicationFields.Of(application);
            if ((await decide(application, file)).Refused(out var refusal)) return refusal;
            await ApplicationHistory.RecordAsync(db, application, before, write, cancellationToken);
            db.AnswerFiles.Add(AnswerFile.Add(own.Id, code, file.Id));
            return (Outcome<string>)file.Name;
        }, cancellationToken);
    }

    // What was handed in keeps its files: a submission that counts must be readable for ever.
    private async Task DropAsync(Guid applicationId, Guid fileId, WriteContext write, CancellationToken cancellationToken)
    {
        var submissions = await db.Submissions.Where(each => each.ApplicationId == applicationId && each.WithdrawnAt == null).Select(each => each.Content).ToListAsync(cancellationToken);
        if (submissions.Exists(content => content.Contains(fileId.ToString(), StringComparison.OrdinalIgnoreCase))) return;
        if (await db.AnswerFiles.SingleOrDefaultAsync(each => each.FileId == fileId && each.ApplicationId == applicationId, cancellationToken) is not { } answer) return;
        var file = await db.StoredFiles.SingleAsync(each => each.Id == fileId, cancellationToken);
        file.Detach(write.When);
        db.AnswerFiles.Remove(answer);
    }

    private static AttachedFile Attached(StoredFile file) => new(file.Id, file.Name, file.Sha256, file.Size) { Pages = file.Pages };
}
