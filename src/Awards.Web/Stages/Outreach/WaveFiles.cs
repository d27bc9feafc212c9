using System.Security.Claims;
using Awards.Domain.Accounts;
using Awards.Domain.Outreach;
using Awards.Web.Data;
using Awards.Web.Platform.Files;
using Awards.Web.Platform.Security;

namespace Awards.Web.Stages.Outreach;

/// <summary>Files that go with waves: the wave owns them, the lead of its call reads them here.</summary>
public sealed class WaveFiles(AwardsDbContext db) : IFileOwner
{
    public string Kind => nameof(Wave);

    public Task<FileRight> RightAsync(StoredFile file, ClaimsPrincipal user, CancellationToken cancellationToken) =>
        Task.FromResult(file.CallId is { } call && user.Holds(call, CallRole.Lead) ? FileRight.Read : FileRight.None);

    public IQueryable<Guid> References => db.StoredFiles.Where(file => file.OwnerKind == nameof(Wave) && db.Waves.Any(wave => wave.Id == file.OwnerId)).Select(file => file.Id);
}
