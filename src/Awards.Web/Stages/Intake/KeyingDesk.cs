using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Intake;
using Awards.Domain.Municipalities;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Files;
using Awards.Web.Platform.Requests;
using Awards.Web.Stages.Applications;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Stages.Intake;

/// <summary>What follows when typed texts are saved.</summary>
public enum KeyedStep { Save, Complete, Check }

/// <summary>Takes in what came by post or mail: the arrival, its scans, what somebody types from it, and the second look.</summary>
public sealed class KeyingDesk(AwardsDbContext db, Uploads uploads, RequestContext request)
{
    private Call Call => request.Call;

    /// <summary>Records an arrival: a draft of its own channel that somebody has to type. Gives its id.</summary>
    /// <param name="unlisted">Name of an applicant that the register lacks; used without <paramref name="municipalityId"/>.</param>
    public Task<Outcome<Guid>> RecordAsync(Arrival arrival, Guid? municipalityId, string unlisted, CancellationToken cancellationToken)
    {
        var write = request.Write();
        return db.WriteAsync(write, AuditAction.ArrivalRecorded, async () =>
        {
            var municipality = municipalityId is { } id ? await db.Municipalities.SingleAsync(each => each.Id == id, cancellationToken) : null;
            var application = Application.TakeOver(Call, new ArrivedEntry
            {
                ApplicantName = municipality?.Name ?? unlisted,
                MunicipalityId = municipality?.Id,
                State = municipality?.State,
                Type = municipality?.Type,
                Channel = arrival.Channel,
                Answers = AnswerSet.Empty,
            }, write.When);
            var check = KeyedCheck.Record(application.Id, arrival, write);
            if (check.Refused(out var refusal)) return refusal;
            db.AddRange(application, check.Fact);
            return (Outcome<Guid>)application.Id;
        }, cancellationToken: cancellationToken);
    }

    /// <summary>Saves what was typed, and completes or checks it with that. What was handed in before and is corrected is kept as a further submission.</summary>
    public Task<Outcome<Application>> SaveAsync(Guid id, SubmittedContent typed, int seenVersion, KeyedStep step, CancellationToken cancellationToken)
    {
        var write = request.Write();
        return db.WriteAsync(write, step == KeyedStep.Check ? AuditAction.ArrivalChecked : AuditAction.ArrivalKeyed, async () =>
        {
            if (await TrackedAsync(id, cancellationToken) is not (var application, var check)) return Gone;
            var (before, hash) = (ApplicationFields.Of(application), application.ContentHash);
            var outcome = application.Key(Call, typed with { Participants = await KnownAsync(typed.Participants, application.MunicipalityId, cancellationToken) }, seenVersion);
            if (outcome.Refused(out var refusal)) return refusal;
            check.Typed(write);
            await ApplicationHistory.RecordAsync(db, application, before, write, cancellationToken);
            if (step == KeyedStep.Complete)
            {
                if (check.Complete(write).Refused(out refusal)) return refusal;
                application.SubmitKeyed(Call, await ArrivalNumbers.NextAsync(db, Call.Id, cancellationToken), check.ArrivedAt);
            }
            if (step == KeyedStep.Check)
            {
                if (check.Check(write).Refused(out refusal)) return refusal;
                application.MarkChecked();
            }
            if (application.ContentHash is { } now && now != hash) await ArrivalNumbers.KeepAsync(db, application, write, cancellationToken);
            return outcome;
        }, lockOn: Call.Id, cancellationToken);
    }

    /// <summary>Checks and stores a scan.</summary>
    public async Task<Outcome<string>> AddScanAsync(Guid id, IFormFile upload, CancellationToken cancellationToken)
    {
        await using var content = upload.OpenReadStream();
        return await uploads.StoreAsync(content, upload.FileName, new FileOwner(nameof(ArrivalScan), id, Call.Id), request.Write(), AuditAction.ArrivalScanAdded, async file =>
        {
            if (await TrackedAsync(id, cancellationToken) is null) return Gone;
            db.ArrivalScans.Add(ArrivalScan.Add(id, file.Id));
            return (Outcome<string>)file.Name;
        }, cancellationToken);
    }

    /// <summary>Takes a scan away, until the entry is checked.</summary>
    public Task<Outcome<string>> RemoveScanAsync(Guid id, Guid fileId, CancellationToken cancellationToken)
    {
        var write = request.Write();
        return db.WriteAsync(write, AuditAction.ArrivalScanRemoved, async () =>
        {
            if (await TrackedAsync(id, cancellationToken) is not (_, var check)) return Gone;
            if (check.State == KeyedState.Checked) return new Refusal("keyed.scan_kept", "Diese Bewerbung ist gegengeprüft. Ihre Scans bleiben deshalb erhalten.");
            if (await db.ArrivalScans.SingleOrDefaultAsync(each => each.FileId == fileId && each.ApplicationId == id, cancellationToken) is not { } scan) return AnswerFile.Gone;
            var file = await db.StoredFiles.SingleAsync(each => each.Id == fileId, cancellationToken);
            file.Detach(write.When);
            db.ArrivalScans.Remove(scan);
            return (Outcome<string>)file.Name;
        }, cancellationToken: cancellationToken);
    }

    private static Refusal Gone { get; } = new("keyed.gone", "Diesen Eingang gibt es nicht mehr. Bitte laden Sie die Liste neu.");

    private async Task<(Application, KeyedCheck)?> TrackedAsync(Guid id, CancellationToken cancellationToken)
    {
        var application = await db.Applications.Include(each => each.Projects).SingleOrDefaultAsync(each => each.Id == id && each.CallId == Call.Id, cancellationToken);
        return application is not null && await db.KeyedChecks.SingleOrDefaultAsync(each => each.ApplicationId == id, cancellationToken) is { } check ? (application, check) : null;
    }

    /// <summary>Typed names that mean exactly one municipality of the register become that one; the others stay as typed.</summary>
    private async Task<IReadOnlyList<Participant>> KnownAsync(IReadOnlyList<Participant> typed, Guid? lead, CancellationToken cancellationToken)
    {
        if (typed.Count == 0) return typed;
        var keys = typed.Select(each => SortKey.Of(each.Name)).ToList();
        var found = await db.Municipalities.AsNoTracking().Where(each => keys.Contains(each.NameSort) && each.GoneWith == null).ToListAsync(cancellationToken);
        return [.. typed.Select(each => found.Where(municipality => municipality.Id != lead && municipality.NameSort == SortKey.Of(each.Name) && (each.State is null || each.State == municipality.State) && (each.Type is null || each.Type == municipality.Type))
            .ToList() is [var one] ? Participant.Of(one) : each with { MunicipalityId = null })];
    }
}
