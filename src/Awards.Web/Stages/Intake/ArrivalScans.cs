using System.Security.Claims;
using Awards.Domain.Intake;
using Awards.Web.Data;
using Awards.Web.Platform.Files;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Stages.Intake;

/// <summary>A scan as lists show it.</summary>
public sealed record ScanLine(Guid FileId, string Name, FileKind Kind, long Size, int? Pages)
{
    /// <summary>"PDF, 0,4 MB".</summary>
    public string Facts => $"{Kind.Label()}, {(Size < FileSettings.Megabyte / 10 ? $"{(Size + 1023) / 1024} KB" : FileRefusals.Megabytes(Size))}";
}

/// <summary>Scans of what came by post, and what was attached to mails: they hold contact persons, so whoever sees those reads them.</summary>
public sealed class ArrivalScans(AwardsDbContext db) : IFileOwner
{
    public string Kind => nameof(ArrivalScan);

    public IQueryable<Guid> References => db.ArrivalScans.Select(scan => scan.FileId);

    public async Task<FileRight> RightAsync(StoredFile file, ClaimsPrincipal user, CancellationToken cancellationToken) =>
        await db.ArrivalScans.Where(scan => scan.FileId == file.Id).Join(db.Applications, scan => scan.ApplicationId, application => application.Id, (_, application) => (Guid?)application.CallId)
            .FirstOrDefaultAsync(cancellationToken) is { } call && user.MaySeeContacts(call) ? FileRight.Read : FileRight.None;

    /// <summary>The scans of an application in the order in which they were added.</summary>
    public static async Task<IReadOnlyList<ScanLine>> ListAsync(AwardsDbContext db, Guid applicationId, CancellationToken cancellationToken) =>
        await db.ArrivalScans.AsNoTracking().Where(scan => scan.ApplicationId == applicationId).Join(db.StoredFiles, scan => scan.FileId, file => file.Id, (scan, file) => new { scan.Id, File = file })
            .OrderBy(each => each.Id).Select(each => new ScanLine(each.File.Id, each.File.Name, each.File.Kind, each.File.Size, each.File.Pages)).ToListAsync(cancellationToken);
}
