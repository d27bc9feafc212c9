using System.Globalization;
using Awards.Domain.Calls;
using Awards.Domain.Municipalities;
using CsvHelper;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Data.Entries;

/// <summary>Writes the entries of a call in the shape that <see cref="EntryCsvReader"/> reads.</summary>
public static class EntryCsvWriter
{
    /// <summary>Streams all entries by number; only the header when there are none. Gives their count.</summary>
    public static async Task<int> WriteAsync(AwardsDbContext db, Call call, TextWriter target, CancellationToken cancellationToken = default)
    {
        await using var csv = CsvWriter.Create(target, new CsvWriterOptions { NewLine = "\r\n" }, leaveOpen: true);
        var questionnaire = call.Definition.Questionnaire;
        string[] columns = [.. EntryCsv.Columns(questionnaire)];
        await csv.WriteRecordAsync([EntryCsv.Number, EntryCsv.Type, .. columns], cancellationToken);

        var count = 0;
        var rows = db.Entries.Where(entry => entry.CallId == call.Id).OrderBy(entry => entry.Number)
            .Select(entry => new { entry.Number, entry.Type, entry.Answers }).AsAsyncEnumerable();
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            await csv.WriteRecordAsync(
                [row.Number.ToString(CultureInfo.InvariantCulture), row.Type.German(), .. columns.Select(column => EntryCsv.Guard(EntryCsv.Cell(questionnaire, row.Answers, column)))],
                cancellationToken);
            count++;
        }
        await csv.FlushAsync(cancellationToken);
        return count;
    }
}
