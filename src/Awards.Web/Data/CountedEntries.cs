using Awards.Domain.Calls;
using Awards.Domain.Statistics;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Data;

/// <summary>Loads what tables count.</summary>
public static class CountedEntries
{
    /// <summary>Type and answers of all admitted entries of a call, in one query.</summary>
    public static async Task<IReadOnlyList<CountedEntry>> LoadAsync(AwardsDbContext db, Guid callId, CancellationToken cancellationToken = default) =>
        await db.Entries.Where(entry => entry.CallId == callId)
            .Select(entry => new CountedEntry(entry.Type, entry.Answers)).ToListAsync(cancellationToken);

    /// <summary>All tables of a call's table set.</summary>
    public static IReadOnlyList<StatisticTable> Tables(Call call, IReadOnlyCollection<CountedEntry> entries, string language = "de") =>
        [.. call.Definition.Tables.Select(table => Tabulation.Count(table, call.Definition.Questionnaire, entries, language))];
}
