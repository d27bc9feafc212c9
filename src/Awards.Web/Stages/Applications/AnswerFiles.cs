using System.Security.Claims;
using Awards.Domain.Accounts;
using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Files;
using Awards.Web.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Stages.Applications;

/// <summary>A file of an answer as lists show it.</summary>
public sealed record AnswerFileLine(Guid FileId, string Name, FileKind Kind, long Size)
{
    /// <summary>"PDF, 0,4 MB".</summary>
    public string Facts => $"{Kind.Label()}, {(Size < FileSettings.Megabyte / 10 ? $"{(Size + 1023) / 1024} KB" : FileRefusals.Megabytes(Size))}";
}

/// <summary>Files that answer questions: who may read them, adding and removing, and lists of them.</summary>
public sealed class AnswerFiles(AwardsDbContext db, Uploads uploads, ApplicationDesk desk) : IFileOwner
{
    public string Kind => nameof(AnswerFile);

    public IQueryable<Guid> References => db.AnswerFiles.Select(file => file.FileId);

    /// <summary>
    /// Who works on the application reads all its files. Office, and the reviewers of its entry, read what was handed in and is still part of it; the jury reads text and attachments.
    /// </summary>
    public async Task<FileRight> RightAsync(StoredFile file, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        if (user.PersonId() is not { } person || await db.AnswerFiles.AsNoTracking().FirstOrDefaultAsync(each => each.FileId == file.Id, cancellationToken) is not { } answer) return FileRight.None;
        if (await db.ApplicationMembers.AnyAsync(member => member.ApplicationId == answer.ApplicationId && member.PersonId == person, cancellationToken)) return FileRight.Read;
        var application = await db.Applications.AsNoTracking().SingleAsync(each => each.Id == answer.ApplicationId, cancellationToken);
        if (application.Status is ApplicationState.Draft or ApplicationState.Withdrawn || !answer.IsHeld(application)) return FileRight.None;
        var office = user.Holds(application.CallId, CallRole.Lead, CallRole.Editor, CallRole.Finance);
        // The jury reads what is part of the entry's text, as its pages show it.
        var jury = answer.IsText && application.Status == ApplicationState.Admitted && user.Holds(application.CallId, CallRole.JuryMember, CallRole.JuryDeputy, CallRole.JuryChair);
        return office || jury || await IsReviewerAsync(application.Id, person, cancellationToken) ? FileRight.Read : FileRight.None;
    }

    /// <summary>The files of some answers, in no order.</summary>
    public async Task<IReadOnlyDictionary<Guid, AnswerFileLine>> LinesAsync(Questionnaire questionnaire, AnswerSet answers, CancellationToken cancellationToken)
    {
        var ids = questionnaire.Questions.OfType<FileQuestion>().SelectMany(question => FileQuestion.Ids(answers[question.Code])).ToList();
        if (ids.Count == 0) return new Dictionary<Guid, AnswerFileLine>();
        return await db.AnswerFiles.AsNoTracking().Where(file => ids.Contains(file.FileId)).Join(db.StoredFiles, answer => answer.FileId, file => file.Id, (_, file) => new { file.Id, file.Name, file.Kind, file.Size })
            .ToDictionaryAsync(file => file.Id, file => new AnswerFileLine(file.Id, file.Name, file.Kind, file.Size), cancellationToken);
    }

    /// <summary>Checks and stores a file, and adds it to the answer. Refuses what the question does not allow.</summary>
    public async Task<Outcome<string>> AddAsync(OwnApplication own, FileQuestion question, IFormFile upload, WriteContext write, CancellationToken cancellationToken)
    {
        await using var content = upload.OpenReadStream();
        return await uploads.StoreAsync(content, upload.FileName, new FileOwner(Kind, own.Id, own.Call.Id), write, AuditAction.ApplicationSaved, async file =>
        {
            if (Refused(question, file) is { } refusal) return refusal;
            var outcome = await ChangeAsync(own, question, ids => ids.Count >= question.MaxFiles ? question.TooMany() : (Outcome<List<Guid>>)new List<Guid>([.. ids, file.Id]), write, cancellationToken);
            if (outcome.Refused(out refusal)) return refusal;
            db.AnswerFiles.Add(AnswerFile.Add(own.Id, question, file.Id));
            return (Outcome<string>)file.Name;
        }, cancellationToken);
    }

    /// <summary>Takes a file out of the answer.</summary>
    public Task<Outcome<string>> RemoveAsync(OwnApplication own, FileQuestion question, Guid fileId, WriteContext write, CancellationToken cancellationToken) =>
        db.WriteAsync(write, AuditAction.ApplicationSaved, async () =>
        {
            if (await db.AnswerFiles.SingleOrDefaultAsync(each => each.FileId == fileId && each.ApplicationId == own.Id && each.Question == question.Code, cancellationToken) is not { } answer) return AnswerFile.Gone;
            var outcome = await ChangeAsync(own, question, ids => (Outcome<List<Guid>>)ids.Where(id => id != fileId).ToList(), write, cancellationToken);
            if (outcome.Refused(out var refusal)) return refusal;
            var file = await db.StoredFiles.SingleAsync(each => each.Id == fileId, cancellationToken);
            file.Detach(write.When);
            db.AnswerFiles.Remove(answer);
            return (Outcome<string>)file.Name;
        }, cancellationToken: cancellationToken);

    private async Task<Outcome<Application>> ChangeAsync(OwnApplication own, FileQuestion question, Func<IReadOnlyList<Guid>, Outcome<List<Guid>>> change, WriteContext write, CancellationToken cancellationToken)
    {
        if (await desk.TrackedAsync(own.Id, MemberRight.Edit, cancellationToken) is not { } application) return ApplicationDesk.NoLongerMember;
        var before = ApplicationFields.Of(application);
        var ids = change(FileQuestion.Ids(application.Answers[question.Code]));
        if (ids.Refused(out var refusal)) return refusal;
        var outcome = application.Answer(own.Call, new Dictionary<string, string> { [question.Code] = FileQuestion.Write(ids.Fact) }, application.Version, write);
        if (!outcome.Refused(out _)) await ApplicationHistory.RecordAsync(db, application, before, write, cancellationToken);
        return outcome;
    }

    private static Refusal? Refused(FileQuestion question, StoredFile file)
    {
        if (!question.Kinds.Contains(file.Kind.ToString(), StringComparer.OrdinalIgnoreCase))
            return new("answer.file_kind", "Bei dieser Frage ist {0} nicht möglich. Erlaubt sind: {1}.", file.Kind.Label(), string.Join(", ", question.Kinds.Select(kind => kind.ToUpperInvariant())));
        return file.Size > question.MaxMegabytes * FileSettings.Megabyte ? FileRefusals.TooBig(question.MaxMegabytes * FileSettings.Megabyte) : null;
    }

    private Task<bool> IsReviewerAsync(Guid applicationId, Guid person, CancellationToken cancellationToken) =>
        db.Entries.Where(entry => entry.ApplicationId == applicationId).AnyAsync(entry => db.Reviews.Any(review => review.EntryId == entry.Id && review.ReviewerId == person && review.State != Domain.PreReview.ReviewState.Replaced), cancellationToken);
}
