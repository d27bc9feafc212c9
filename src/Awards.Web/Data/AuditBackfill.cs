using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Data;

/// <summary>Gives rows that were written before there was a chain their salt and digests, once, before the triggers forbid it.</summary>
internal static class AuditBackfill
{
    private const int Batch = 500;

    public static async Task ApplyAsync(AwardsDbContext db, CancellationToken cancellationToken)
    {
        while (await db.AuditRows.AsNoTracking().Include(row => row.Values).Where(row => row.Digest == "").OrderBy(row => row.Id).Take(Batch).ToListAsync(cancellationToken) is { Count: > 0 } rows)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            foreach (var row in rows)
            {
                var salt = AuditDigest.NewSalt();
                var whole = new AuditRow
                {
                    Id = row.Id,
                    At = row.At,
                    PersonId = row.PersonId,
                    Action = row.Action,
                    ObjectType = row.ObjectType,
                    ObjectId = row.ObjectId,
                    AboutId = row.AboutId,
                    CallId = row.CallId,
                    ActingAs = row.ActingAs,
                    Why = row.Why,
                    RequestId = row.RequestId,
                    ValuesDigest = row.Values is { } values ? AuditDigest.OfValues(salt, values.Json) : null,
                };
                var digest = AuditDigest.Of(whole);
                if (row.Values is not null) await db.Set<AuditValues>().Where(each => each.AuditRowId == row.Id).ExecuteUpdateAsync(set => set.SetProperty(each => each.Salt, salt), cancellationToken);
                await db.AuditRows.Where(each => each.Id == row.Id)
                    .ExecuteUpdateAsync(set => set.SetProperty(each => each.ValuesDigest, whole.ValuesDigest).SetProperty(each => each.Digest, digest), cancellationToken);
            }
            await transaction.CommitAsync(cancellationToken);
        }
    }
}
