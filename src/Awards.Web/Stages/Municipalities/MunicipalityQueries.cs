using System.Linq.Expressions;
using Awards.Domain.Municipalities;
using Awards.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Stages.Municipalities;

/// <summary>A municipality in a list of choices or of the office.</summary>
public sealed record MunicipalityLine(Guid Id, string Name, string NameSort, string? Key, MunicipalityKind Kind, MunicipalityType? Type, string? TextKey, string? State, string? District, int? Population, bool IsIneligible, DateOnly? GoneWith);

/// <summary>One page of the list.</summary>
/// <param name="Matching">How many the filter lets through.</param>
/// <param name="Page">The page shown; the last one where the address asks for more.</param>
public sealed record MunicipalityPage(IReadOnlyList<MunicipalityLine> Rows, int Matching, int Page, int Pages);

/// <summary>What is read of the register.</summary>
public static class MunicipalityQueries
{
    private static readonly Expression<Func<Municipality, MunicipalityLine>> Line = each =>
        new(each.Id, each.Name, each.NameSort, each.OfficialKey, each.Kind, each.Type, each.TextKey, each.State, each.DistrictName, each.Population, each.IsIneligible, each.GoneWith);

    /// <summary>
    /// Those that can be chosen and whose name holds every typed word, umlauts or not: whole words before beginnings of words before parts, larger ones
    /// first. One query.
    /// </summary>
    public static Task<List<MunicipalityLine>> SearchAsync(AwardsDbContext db, string? typed, int most, CancellationToken cancellationToken)
    {
        var words = MunicipalityNames.SearchWords(typed);
        if (words.Count == 0) return Task.FromResult(new List<MunicipalityLine>());
        var (whole, beginning) = ($" {words[0]} ", $" {words[0]}");
        return Named(db.Municipalities.AsNoTracking().Where(each => !each.IsIneligible && each.GoneWith == null), words)
            .OrderByDescending(each => each.SearchKey.Contains(whole)).ThenByDescending(each => each.SearchKey.Contains(beginning))
            .ThenByDescending(each => each.Population ?? 0).ThenBy(each => each.NameSort).ThenBy(each => each.Id)
            .Take(most).Select(Line).ToListAsync(cancellationToken);
    }

    /// <summary>One page of the office's list, in two queries.</summary>
    public static async Task<MunicipalityPage> ListAsync(AwardsDbContext db, MunicipalityFilter filter, CancellationToken cancellationToken)
    {
        var rows = Matching(db, filter);
        var matching = await rows.CountAsync(cancellationToken);
        var pages = Math.Max(1, (matching + filter.Size - 1) / filter.Size);
        var page = Math.Min(filter.Page, pages);
        var lines = await rows.OrderBy(each => each.NameSort).ThenBy(each => each.Id).Skip((page - 1) * filter.Size).Take(filter.Size).Select(Line).ToListAsync(cancellationToken);
        return new(lines, matching, page, pages);
    }

    /// <summary>All that a filter lets through.</summary>
    public static IQueryable<Municipality> Matching(AwardsDbContext db, MunicipalityFilter filter)
    {
        var rows = Named(db.Municipalities.AsNoTracking(), MunicipalityNames.SearchWords(filter.Search));
        if (filter.State is { } state) rows = rows.Where(each => each.State == state);
        if (filter.Kind is { } kind) rows = rows.Where(each => each.Kind == kind);
        if (filter.Type == MunicipalityFilter.Without) rows = rows.Where(each => each.Type == null);
        else if (filter.Type is { } code && MunicipalityTypes.Parse(code) is { } type) rows = rows.Where(each => each.Type == type);
        if (filter.MinPopulation is { } min) rows = rows.Where(each => each.Population >= min);
        if (filter.MaxPopulation is { } max) rows = rows.Where(each => each.Population <= max);
        return filter.Standing switch
        {
            MunicipalityFilter.Offered => rows.Where(each => !each.IsIneligible && each.GoneWith == null),
            MunicipalityFilter.Ineligible => rows.Where(each => each.IsIneligible),
            MunicipalityFilter.Gone => rows.Where(each => each.GoneWith != null),
            MunicipalityFilter.WithoutKey => rows.Where(each => each.OfficialKey == null),
            MunicipalityFilter.TypeSet => rows.Where(each => each.TypeSetAt != null),
            _ => rows,
        };
    }

    /// <summary>The newest edition that was imported; null before the first.</summary>
    public static Task<DateOnly?> EditionAsync(AwardsDbContext db, CancellationToken cancellationToken) => db.Municipalities.MaxAsync(each => each.Edition, cancellationToken);

    private static IQueryable<Municipality> Named(IQueryable<Municipality> rows, IReadOnlyList<string> words)
    {
        foreach (var word in words)
            rows = word.All(char.IsAsciiDigit) ? rows.Where(each => each.OfficialKey!.StartsWith(word) || each.SearchKey.Contains(word)) : rows.Where(each => each.SearchKey.Contains(word));
        return rows;
    }
}
