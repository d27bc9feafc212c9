using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Data.Municipalities;

/// <summary>Search keys and kinds for municipalities that were stored before there were any.</summary>
internal static class SearchKeys
{
    public static async Task CompleteAsync(AwardsDbContext db, CancellationToken cancellationToken)
    {
        foreach (var row in await db.Municipalities.AsNoTracking().Where(each => each.SearchKey == "").ToListAsync(cancellationToken))
        {
            row.Refold();
            await db.Municipalities.Where(each => each.Id == row.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(each => each.SearchKey, row.SearchKey).SetProperty(each => each.Kind, row.Kind), cancellationToken);
        }
    }
}
