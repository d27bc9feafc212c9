using System.Net.Http.Headers;
using Awards.Web.Data;
using Awards.Web.Platform.Requests;
using Awards.Web.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Platform.Files;

/// <summary>Downloads of stored files: rights by what owns the file, harmless to open, whole or in ranges.</summary>
public static class FileEndpoint
{
    /// <summary>Route of a file.</summary>
    public const string Route = "/dateien/{id:guid}";

    /// <summary>A later range belongs to a download that was recorded within this time.</summary>
    private static readonly TimeSpan SameDownload = TimeSpan.FromHours(1);

    /// <summary>Address of a file.</summary>
    public static string Link(Guid id) => $"/dateien/{id}";

    // Open to everybody as an endpoint, because the file decides, and because whoever may not read it must get "not found" and no sign-in page.
    public static void MapFiles(this IEndpointRouteBuilder routes) =>
        routes.MapMethods(Route, [HttpMethods.Get, HttpMethods.Head], SendAsync).AllowAnonymous();

    private static async Task<IResult> SendAsync(Guid id, HttpContext http, AwardsDbContext db, IFileStore store, IEnumerable<IFileOwner> owners, RequestContext request, ILogger<StoredFile> log, CancellationToken cancellationToken)
    {
        var file = await db.StoredFiles.AsNoTracking().FirstOrDefaultAsync(each => each.Id == id && each.UnreferencedSince == null, cancellationToken);
        if (file is null || owners.FirstOrDefault(owner => owner.Kind == file.OwnerKind) is not { } owner) return TypedResults.NotFound();
        var right = await owner.RightAsync(file, http.User, cancellationToken);
        if (right == FileRight.None) return TypedResults.NotFound();
        if (store.Open(file.StorageName) is not { } content)
        {
            log.LogError("Stored file {File} has no bytes.", file.Id);
            return TypedResults.NotFound();
        }
        if (right == FileRight.Read && await IsDownloadAsync(http, db, file, request, cancellationToken))
            await db.RecordAsync(request.Write(), AuditAction.FileDownloaded, nameof(StoredFile), file.Id, cancellationToken);
        http.Response.Headers.CacheControl = "private, no-store";
        // The browser opens a saved file anyway; within the site it must not run anything.
        http.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        http.Response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        return TypedResults.Stream(content, file.Kind.MediaType(), file.Name, file.UploadedAt, new($"\"{file.Sha256}\""), enableRangeProcessing: true);
    }

    /// <summary>One row for a download, not for each of its ranges; a range that begins later without a recorded beginning is a download too.</summary>
    private static async Task<bool> IsDownloadAsync(HttpContext http, AwardsDbContext db, StoredFile file, RequestContext request, CancellationToken cancellationToken)
    {
        if (HttpMethods.IsHead(http.Request.Method) || http.Request.Headers.IfNoneMatch.Contains($"\"{file.Sha256}\"")) return false;
        if (!RangeHeaderValue.TryParse(http.Request.Headers.Range, out var range) || range.Ranges.Any(each => each.From is null or 0)) return true;
        var (person, since) = (http.User.ActingPersonId(), request.Began - SameDownload);
        return !await db.AuditRows.AnyAsync(row => row.ObjectId == file.Id && row.Action == AuditAction.FileDownloaded && row.PersonId == person && row.At >= since, cancellationToken);
    }
}
