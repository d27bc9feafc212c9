using System.Security.Claims;
using Awards.Domain.Accounts;
using Awards.Domain.Applications;
using Awards.Domain.Intake;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Files;
using Awards.Web.Platform.Requests;
using Awards.Web.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Stages.Intake;

/// <summary>A request as pages show it.</summary>
public sealed record PieceLine(MissingPieceRequest Piece, string? AskedBy, string? ClosedBy, IReadOnlyList<PieceFile> Files);

/// <summary>A file of an answer.</summary>
public sealed record PieceFile(Guid FileId, string Name, FileKind Kind, long Size)
{
    /// <summary>"PDF, 0,4 MB".</summary>
    public string Facts => $"{Kind.Label()}, {(Size < FileSettings.Megabyte / 10 ? $"{(Size + 1023) / 1024} KB" : FileRefusals.Megabytes(Size))}";
}

/// <summary>A request that waits for an answer.</summary>
public sealed record WaitingPiece(Guid ApplicationId, string Applicant, string Title, DateTime Due);

/// <summary>Requests for missing pieces: lists, answers of municipalities, and who may read their files.</summary>
public sealed class MissingPieces(AwardsDbContext db, Uploads uploads, RequestContext request) : IFileOwner
{
    public string Kind => nameof(MissingPieceFile);

    public IQueryable<Guid> References => db.MissingPieceFiles.Select(file => file.FileId);

    /// <summary>Read by who works on the application and by the office of its call.</summary>
    public async Task<FileRight> RightAsync(StoredFile file, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        if (user.PersonId() is not { } person) return FileRight.None;
        var about = await db.MissingPieceFiles.Where(each => each.FileId == file.Id).Join(db.MissingPieceRequests, each => each.RequestId, piece => piece.Id, (_, piece) => piece.ApplicationId)
            .Join(db.Applications, id => id, application => application.Id, (_, application) => new { application.Id, application.CallId, application.Status }).FirstOrDefaultAsync(cancellationToken);
        if (about is null) return FileRight.None;
        if (await db.ApplicationMembers.AnyAsync(member => member.ApplicationId == about.Id && member.PersonId == person, cancellationToken)) return FileRight.Read;
        return about.Status != ApplicationState.Draft && user.Holds(about.CallId, CallRole.Lead, CallRole.Editor, CallRole.Finance) ? FileRight.Read : FileRight.None;
    }

    /// <summary>All requests to an application, the newest first, in two queries.</summary>
    public async Task<IReadOnlyList<PieceLine>> OfAsync(Guid applicationId, CancellationToken cancellationToken)
    {
        var pieces = await db.MissingPieceRequests.AsNoTracking().Where(piece => piece.ApplicationId == applicationId).OrderByDescending(piece => piece.AskedAt)
            .Select(piece => new
            {
                Piece = piece,
                AskedBy = db.Users.Where(person => person.Id == piece.AskedBy).Select(person => person.DisplayName).FirstOrDefault(),
                ClosedBy = db.Users.Where(person => person.Id == piece.ClosedBy).Select(person => person.DisplayName).FirstOrDefault(),
            }).ToListAsync(cancellationToken);
        if (pieces.Count == 0) return [];
        var ids = pieces.ConvertAll(each => each.Piece.Id);
        var files = await db.MissingPieceFiles.Where(file => ids.Contains(file.RequestId)).OrderBy(file => file.Id)
            .Join(db.StoredFiles, file => file.FileId, stored => stored.Id, (file, stored) => new { file.RequestId, File = new PieceFile(stored.Id, stored.Name, stored.Kind, stored.Size) }).ToListAsync(cancellationToken);
        return [.. pieces.Select(each => new PieceLine(each.Piece, each.AskedBy, each.ClosedBy, [.. files.Where(file => file.RequestId == each.Piece.Id).Select(file => file.File)]))];
    }

    /// <summary>What waits for an answer of a person, the most urgent first.</summary>
    public Task<List<WaitingPiece>> WaitingForAsync(Guid person, CancellationToken cancellationToken) =>
        Waiting(db.Applications.Where(application => db.ApplicationMembers.Any(member => member.ApplicationId == application.Id && member.PersonId == person))).ToListAsync(cancellationToken);

    /// <summary>What waits for an answer to one application.</summary>
    public Task<List<WaitingPiece>> WaitingOfAsync(Guid applicationId, CancellationToken cancellationToken) =>
        Waiting(db.Applications.Where(application => application.Id == applicationId)).ToListAsync(cancellationToken);

    /// <summary>What should have been answered in a call.</summary>
    public static Task<List<WaitingPiece>> OverdueAsync(AwardsDbContext db, Guid callId, DateTime now, CancellationToken cancellationToken) =>
        Waiting(db.MissingPieceRequests.Where(piece => piece.Due <= now), db.Applications.Where(application => application.CallId == callId && application.Status != ApplicationState.Draft)).ToListAsync(cancellationToken);

    /// <summary>Answers in words. Refused as the domain does, and for what is not a request to this application.</summary>
    public Task<Outcome<MissingPieceRequest>> AnswerAsync(Guid applicationId, Guid piece, string? text, int seen, CancellationToken cancellationToken)
    {
        var write = request.Write();
        return db.WriteAsync(write, AuditAction.MissingPieceAnswered, async () =>
            await FindAsync(applicationId, piece, cancellationToken) is { } found
                ? found.Reply(text, await db.MissingPieceFiles.CountAsync(file => file.RequestId == piece, cancellationToken), seen, write) : DecisionDesk.Gone, cancellationToken: cancellationToken);
    }

    /// <summary>Checks, stores and adds a file to the answer.</summary>
    public async Task<Outcome<string>> AddFileAsync(Guid applicationId, Guid piece, Guid callId, IFormFile upload, CancellationToken cancellationToken)
    {
        var write = request.Write();
        await using var content = upload.OpenReadStream();
        return await uploads.StoreAsync(content, upload.FileName, new FileOwner(Kind, piece, callId), write, AuditAction.MissingPieceAnswered, async file =>
        {
            if (await FindAsync(applicationId, piece, cancellationToken) is not { } found) return DecisionDesk.Gone;
            var added = MissingPieceFile.Add(found, file.Id, await db.MissingPieceFiles.CountAsync(each => each.RequestId == piece, cancellationToken));
            if (added.Refused(out var refusal)) return refusal;
            db.MissingPieceFiles.Add(added.Fact);
            return (Outcome<string>)file.Name;
        }, cancellationToken);
    }

    private Task<MissingPieceRequest?> FindAsync(Guid applicationId, Guid piece, CancellationToken cancellationToken) =>
        db.MissingPieceRequests.SingleOrDefaultAsync(each => each.Id == piece && each.ApplicationId == applicationId, cancellationToken);

    private IQueryable<WaitingPiece> Waiting(IQueryable<Application> applications) => Waiting(db.MissingPieceRequests, applications);

    private static IQueryable<WaitingPiece> Waiting(IQueryable<MissingPieceRequest> pieces, IQueryable<Application> applications) =>
        from piece in pieces
        where piece.AnsweredAt == null && piece.ClosedAt == null
        join application in applications on piece.ApplicationId equals application.Id
        orderby piece.Due
        select new WaitingPiece(application.Id, application.ApplicantName, application.Texts.Title, piece.Due);
}
