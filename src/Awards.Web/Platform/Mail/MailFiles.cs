using Awards.Web.Data;
using Awards.Web.Platform.Files;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Platform.Mail;

/// <summary>Stored files that go with mails. The last owner's are kept in memory: a mailing has the same ones again and again.</summary>
public sealed class MailFiles(AwardsDbContext db, IFileStore store)
{
    private (Guid Owner, IReadOnlyList<MailFile> Files)? _last;

    /// <summary>All files of an owner in the order of upload. Throws a temporary fault when the bytes of one are not there.</summary>
    public async Task<IReadOnlyList<MailFile>> LoadAsync(Guid owner, CancellationToken cancellationToken)
    {
        if (_last is { } last && last.Owner == owner) return last.Files;
        var rows = await db.StoredFiles.AsNoTracking().Where(file => file.OwnerId == owner && file.UnreferencedSince == null).OrderBy(file => file.UploadedAt).ThenBy(file => file.Id).ToListAsync(cancellationToken);
        var files = new List<MailFile>();
        foreach (var row in rows)
        {
            await using var content = store.Open(row.StorageName) ?? throw new MailFaultException(MailFault.Temporary, $"Die Anlage „{row.Name}“ ist nicht da.");
            using var bytes = new MemoryStream();
            await content.CopyToAsync(bytes, cancellationToken);
            files.Add(new(row.Name, row.Kind.MediaType(), bytes.ToArray()));
        }
        _last = (owner, files);
        return files;
    }
}
