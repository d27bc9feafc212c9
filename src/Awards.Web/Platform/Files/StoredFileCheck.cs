using System.Security.Cryptography;
using Awards.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Platform.Files;

/// <summary>Part of <c>./awards check</c>: every row has its bytes, unchanged.</summary>
public static class StoredFileCheck
{
    /// <summary>Everything that does not hold, one sentence each. Reads every file once, as a stream.</summary>
    public static async Task<IReadOnlyList<string>> CheckAsync(AwardsDbContext db, IFileStore store, CancellationToken cancellationToken = default)
    {
        var faults = new List<string>();
        await foreach (var file in db.StoredFiles.AsNoTracking().OrderBy(file => file.UploadedAt).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            await using var content = store.Open(file.StorageName);
            if (content is null) faults.Add($"Datei {file.Id}: Der Inhalt {file.StorageName} fehlt.");
            else if (content.Length != file.Size) faults.Add($"Datei {file.Id}: {content.Length} Bytes statt {file.Size}.");
            else if (Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken)) != file.Sha256) faults.Add($"Datei {file.Id}: Der Inhalt passt nicht zur Prüfsumme.");
        }
        return faults;
    }
}
