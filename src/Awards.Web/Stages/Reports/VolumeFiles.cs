using System.Security.Claims;
using Awards.Domain.Accounts;
using Awards.Domain.PreReview;
using Awards.Web.Data;
using Awards.Web.Platform.Files;
using Awards.Web.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Stages.Reports;

/// <summary>Files of volumes: final ones for lead and editors, those with drafts for the lead.</summary>
public sealed class VolumeFiles(AwardsDbContext db) : IFileOwner
{
    /// <summary>Value of <see cref="StoredFile.OwnerKind"/>.</summary>
    public const string OwnerKind = nameof(ReportVolume);

    public string Kind => OwnerKind;

    public async Task<FileRight> RightAsync(StoredFile file, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        if (file.CallId is not { } call) return FileRight.None;
        if (user.Holds(call, CallRole.Lead)) return FileRight.Read;
        return user.Holds(call, CallRole.Editor) && await db.ReportVolumes.AnyAsync(volume => volume.Id == file.OwnerId && !volume.WithDrafts, cancellationToken) ? FileRight.Read : FileRight.None;
    }

    public IQueryable<Guid> References => db.StoredFiles.Where(file => file.OwnerKind == OwnerKind && db.ReportVolumes.Any(volume => volume.Id == file.OwnerId)).Select(file => file.Id);
}
