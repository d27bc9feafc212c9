using Awards.Domain.PreReview;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Stages.Reports;

/// <summary>A kept version in a list.</summary>
/// <param name="By">Null for the system, and for readers who may not know who writes.</param>
public sealed record VersionLine(int Number, DateTime KeptAt, string? By);

/// <summary>Two versions of a report side by side, for the partial _Versions.</summary>
/// <param name="Address">Of the page.</param>
/// <param name="MayRestore">The reader may put the older one back.</param>
/// <param name="Current">Number by which what it says now is called.</param>
public sealed record ReportVersions(string Address, IReadOnlyList<VersionLine> Lines, int From, int To, int Current, IReadOnlyList<TextPiece> Description, IReadOnlyList<TextPiece> Reasons, bool MayRestore, int Version)
{
    /// <summary>Compares two versions; what cannot be meant is the last two. The number after the last is what it says now.</summary>
    public static async Task<ReportVersions> OfAsync(AwardsDbContext db, ReportRead read, string address, int? from, int? to, bool mayRestore, bool withNames, CancellationToken cancellationToken)
    {
        var versions = read.Report.Versions.OrderBy(version => version.Number).ToList();
        var people = versions.Select(version => version.KeptBy).OfType<Guid>().Distinct().ToList();
        var names = withNames ? await db.Users.Where(person => people.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.DisplayName, cancellationToken) : [];
        var current = versions.Count + 1;
        var (one, two) = (Within(from, current) ?? Math.Max(1, versions.Count - (versions.LastOrDefault()?.Text == read.Report.Text ? 1 : 0)), Within(to, current) ?? current);
        ReportText Text(int number) => number == current ? read.Report.Text : versions[number - 1].Text;
        return new(address, versions.ConvertAll(version => new VersionLine(version.Number, version.KeptAt, version.KeptBy is { } by ? names.GetValueOrDefault(by) : null)), one, two, current,
            TextComparison.Of(Text(one).Description, Text(two).Description), TextComparison.Of(Text(one).Reasons, Text(two).Reasons), mayRestore && one < current && Text(one) != read.Report.Text, read.Report.Version);
    }

    private static int? Within(int? number, int last) => number >= 1 && number <= last ? number : null;
}
