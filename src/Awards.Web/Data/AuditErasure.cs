using System.Text.Json;
using Awards.Domain.Applications;
using Awards.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Data;

/// <summary>Takes the old and new values out of the trail where privacy asks for it. That something happened, who did it and the chain stay.</summary>
public static class AuditErasure
{
    /// <summary>Erases the values of objects of one kind and of their parts; gives the number of rows. Joins the write it is called in.</summary>
    public static Task<int> EraseAsync(AwardsDbContext db, WriteContext write, string objectType, IReadOnlyCollection<Guid> objectIds, CancellationToken cancellationToken = default) =>
        EraseAsync(db, write, objectType, objectIds.Count == 1 ? objectIds.First() : Guid.Empty,
            row => objectIds.Contains(row.AboutId!.Value) || row.ObjectType == objectType && objectIds.Contains(row.ObjectId), cancellationToken);

    /// <summary>Erases the values of a person's account: the account itself, its sign-ins, tokens and passkeys.</summary>
    public static Task<int> ErasePersonAsync(AwardsDbContext db, WriteContext write, Guid personId, CancellationToken cancellationToken = default) =>
        EraseAsync(db, write, nameof(Person), personId, row => row.ObjectId == personId || row.AboutId == personId, cancellationToken);

    /// <summary>Erases values that hold an address, of whatever object.</summary>
    public static Task<int> EraseMentionsAsync(AwardsDbContext db, WriteContext write, Guid personId, string mail, CancellationToken cancellationToken = default)
    {
        var written = JsonEncodedText.Encode(mail.ToLowerInvariant()).ToString().ToLowerInvariant();
#pragma warning disable CA1304, CA1311, CA1862, RS0030 // lower() of the database
        return EraseAsync(db, write, nameof(Person), personId, row => row.Values!.Json.ToLower().Contains(written), cancellationToken);
#pragma warning restore CA1304, CA1311, CA1862, RS0030
    }

    /// <summary>Erases values that hold the contact person of an application.</summary>
    public static Task<int> EraseContactsAsync(AwardsDbContext db, WriteContext write, IReadOnlyCollection<Guid> applicationIds, CancellationToken cancellationToken = default) =>
        EraseAsync(db, write, nameof(Application), applicationIds.Count == 1 ? applicationIds.First() : Guid.Empty,
            row => applicationIds.Contains(row.ObjectId) && row.Values!.Json.Contains("\"Texts.Contact"), cancellationToken);

    private static async Task<int> EraseAsync(AwardsDbContext db, WriteContext write, string objectType, Guid objectId,
        System.Linq.Expressions.Expression<Func<AuditRow, bool>> which, CancellationToken cancellationToken)
    {
        async Task<int> EraseNowAsync()
        {
            var ids = db.AuditRows.Where(which).Where(row => row.Action != AuditAction.ValuesErased).Select(row => row.Id);
            var erased = await db.Set<AuditValues>().Where(values => values.ErasedAt == null && ids.Contains(values.AuditRowId)).ExecuteUpdateAsync(set => set
                .SetProperty(values => values.Json, "").SetProperty(values => values.Salt, "").SetProperty(values => values.ErasedAt, write.When), cancellationToken);
            if (erased > 0) db.Record(write, AuditAction.ValuesErased, objectType, objectId, JsonSerializer.Serialize(new { rows = new[] { 0, erased } }));
            return erased;
        }
        return db.IsWriting ? await EraseNowAsync() : (await db.WriteAsync(write, AuditAction.ValuesErased, async () => (Outcome<int>)await EraseNowAsync(), cancellationToken: cancellationToken)).Fact;
    }
}
