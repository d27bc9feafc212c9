using System.Globalization;
using Awards.Domain.Municipalities;
using CsvHelper;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Data.Municipalities;

/// <summary>Writes the present edition of the register as CSV: what stands in it now, by key; nothing that was added by hand or has left it.</summary>
public static class RegisterCsv
{
    /// <summary>Type of areas that belong to no municipality (text keys 65 and 66).</summary>
    public const string NotEligible = "not_eligible";

    public static IReadOnlyList<string> Columns { get; } = ["key", "name", "type", "state", "district", "population", "area_ha", "postcode", "text_key", "edition"];

    /// <summary>Streams all rows; only the header when nothing was imported yet. Gives their count.</summary>
    public static async Task<int> WriteAsync(AwardsDbContext db, TextWriter target, CancellationToken cancellationToken = default)
    {
        await using var csv = CsvWriter.Create(target, new CsvWriterOptions { NewLine = "\r\n" }, leaveOpen: true);
        await csv.WriteRecordAsync([.. Columns], cancellationToken);
        var count = 0;
        // Municipalities first, then districts and associations: keys of eight, five and nine digits.
        foreach (var kind in new[] { MunicipalityKind.Municipality, MunicipalityKind.District, MunicipalityKind.Association })
        {
            var rows = db.Municipalities.AsNoTracking().Where(each => each.Kind == kind && each.OfficialKey != null && each.GoneWith == null).OrderBy(each => each.OfficialKey).AsAsyncEnumerable();
            await foreach (var row in rows.WithCancellation(cancellationToken))
            {
                await csv.WriteRecordAsync([row.OfficialKey!, row.OfficialName!, row.IsIneligible ? NotEligible : row.Type?.Code() ?? "", row.State ?? "", row.DistrictName ?? "",
                    Number(row.Population), Number(row.AreaHectares), row.Postcode ?? "", row.TextKey ?? "", row.Edition!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)], cancellationToken);
                count++;
            }
        }
        await csv.FlushAsync(cancellationToken);
        return count;
    }

    private static string Number(int? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";
}
