using System.Security.Claims;
using Awards.Domain.Accounts;
using Awards.Domain.Calls;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Files;
using Awards.Web.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Stages.Calls;

/// <summary>A download as lists show it.</summary>
public sealed record DownloadLine(Guid Id, Guid FileId, LocalizedText Title, DownloadAudience Audience, DateTime AddedAt, string Name, FileKind Kind, long Size, int? Pages)
{
    /// <summary>"PDF, 0,4 MB".</summary>
    public string Facts => $"{Kind.Label()}, {(Size < FileSettings.Megabyte / 10 ? $"{(Size + 1023) / 1024} KB" : FileRefusals.Megabytes(Size))}";
}

/// <summary>Files that calls offer: who may read them, and lists of them.</summary>
public sealed class CallDownloads(AwardsDbContext db) : IFileOwner
{
    public string Kind => nameof(CallDownload);

    /// <summary>The office reads the documents of its own calls only.</summary>
    public async Task<FileRight> RightAsync(StoredFile file, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var download = await db.CallDownloads.AsNoTracking().FirstOrDefaultAsync(each => each.Id == file.OwnerId && each.FileId == file.Id, cancellationToken);
        return download switch
        {
            { Audience: DownloadAudience.Everybody } => FileRight.Public,
            { Audience: DownloadAudience.Office } when user.Holds(download.CallId, CallRole.Lead, CallRole.Editor, CallRole.Finance) => FileRight.Read,
            _ => FileRight.None,
        };
    }

    public IQueryable<Guid> References => db.CallDownloads.Select(download => download.FileId);

    /// <summary>Downloads of a call in the order in which they were added; audience null = all.</summary>
    public static async Task<IReadOnlyList<DownloadLine>> ListAsync(AwardsDbContext db, Guid callId, DownloadAudience? audience, CancellationToken cancellationToken)
    {
        var rows = await db.CallDownloads.AsNoTracking().Where(download => download.CallId == callId && (audience == null || download.Audience == audience))
            .Join(db.StoredFiles, download => download.FileId, file => file.Id, (download, file) => new { download, file.Name, file.Kind, file.Size, file.Pages })
            .OrderBy(each => each.download.AddedAt).ThenBy(each => each.download.Id).ToListAsync(cancellationToken);
        return rows.ConvertAll(row => new DownloadLine(row.download.Id, row.download.FileId, row.download.Title, row.download.Audience, row.download.AddedAt, row.Name, row.Kind, row.Size, row.Pages));
    }
}
