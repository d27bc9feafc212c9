using Awards.Domain.Shared;
using Awards.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Platform.Checking;

/// <summary>What the check of the audit trail found.</summary>
/// <param name="Faults">One sentence each; the first broken link is named, further ones are counted.</param>
/// <param name="Linked">Rows in the chain.</param>
/// <param name="Head">Hash of the last link; to be noted elsewhere.</param>
/// <param name="Tail">Rows not chained yet.</param>
/// <param name="TailSince">UTC instant of the oldest of them.</param>
/// <param name="Erased">Rows whose values were erased.</param>
/// <param name="HeadFound">Whether a head noted earlier is still in the chain; null = none was asked for.</param>
public sealed record ChainReport(IReadOnlyList<string> Faults, long Linked, string Head, int Tail, DateTime? TailSince, int Erased, bool? HeadFound);

/// <summary>Goes through the whole chain of the audit trail, row by row in constant memory.</summary>
public static class ChainCheck
{
    /// <summary>Checks chain, rows and values.</summary>
    /// <param name="notedHead">"17:hash" as an earlier check printed it; must still be in the chain.</param>
    public static async Task<ChainReport> RunAsync(AwardsDbContext db, string? notedHead = null, CancellationToken cancellationToken = default)
    {
        var breaks = new Breaks();
        var (expected, previous, erased, found) = (1L, AuditDigest.Start, 0, notedHead == Name(0, AuditDigest.Start));
        var links = from link in db.AuditLinks.AsNoTracking()
                    join row in db.AuditRows on link.AuditRowId equals row.Id into rows
                    from row in rows.DefaultIfEmpty()
                    join values in db.Set<AuditValues>() on link.AuditRowId equals values.AuditRowId into all
                    from values in all.DefaultIfEmpty()
                    orderby link.Sequence
                    select new { Link = link, Row = row, Values = values };
        await foreach (var (link, row, values) in Split(links, each => (each.Link, each.Row, each.Values)).WithCancellation(cancellationToken))
        {
            var place = $"Nr. {link.Sequence} (Zeile {link.AuditRowId})";
            if (link.Sequence != expected) breaks.Add($"{place}: Davor fehlen {link.Sequence - expected} Glieder der Kette, ab Nr. {expected}.");
            else if (link.Previous != previous) breaks.Add($"{place}: Das Glied schließt nicht an seinen Vorgänger an.");
            else if (row is null) breaks.Add($"{place}: Die Zeile fehlt.");
            else if (FaultOf(row, values) is { } fault) breaks.Add($"{place}: {fault}");
            else if (AuditDigest.OfLink(link.Sequence, link.Previous, row.Id, row.Digest, link.ChainedAt) != link.Hash) breaks.Add($"{place}: Zeile oder Glied wurde nach dem Verketten geändert.");
            if (values?.ErasedAt is not null) erased++;
            found |= notedHead == Name(link.Sequence, link.Hash);
            (expected, previous) = (link.Sequence + 1, link.Hash);
        }
        var tail = 0;
        DateTime? since = null;
        var unlinked = from row in db.AuditRows.AsNoTracking()
                       where !db.AuditLinks.Any(link => link.AuditRowId == row.Id)
                       join values in db.Set<AuditValues>() on row.Id equals values.AuditRowId into all
                       from values in all.DefaultIfEmpty()
                       select new { Row = row, Values = values };
        await foreach (var (row, values) in Split(unlinked, each => (each.Row, each.Values)).WithCancellation(cancellationToken))
        {
            tail++;
            if (since is null || row.At < since) since = row.At;
            if (values?.ErasedAt is not null) erased++;
            if (FaultOf(row, values) is { } fault) breaks.Add($"noch nicht verkettet (Zeile {row.Id}): {fault}");
        }
        var faults = breaks.Sentences();
        foreach (var trigger in await AuditGuard.MissingAsync(db, cancellationToken)) faults.Add($"Protokoll: Der Auslöser {trigger} der Datenbank fehlt oder ist geändert. ./awards migrate legt ihn wieder an.");
        if (notedHead is not null && !found) faults.Add($"Protokoll: Das notierte Ende {notedHead} steht nicht mehr in der Kette.");
        return new(faults, expected - 1, Name(expected - 1, previous), tail, since, erased, notedHead is null ? null : found);
    }

    /// <summary>The report in sentences, for operators.</summary>
    public static IEnumerable<string> Sentences(ChainReport report)
    {
        yield return $"Protokoll: {report.Linked} Zeilen verkettet, Werte von {report.Erased} Zeilen gelöscht. Ende der Kette: {report.Head}";
        if (report.Tail > 0) yield return $"Protokoll: {report.Tail} Zeilen noch nicht verkettet, älteste seit {GermanTime.DateAndTime(report.TailSince!.Value)}.";
    }

    private static string Name(long sequence, string hash) => $"{sequence}:{hash}";

    /// <summary>What is wrong with a row by itself; null = nothing.</summary>
    private static string? FaultOf(AuditRow row, AuditValues? values)
    {
        if (row.Digest != AuditDigest.Of(row)) return "Die Zeile wurde geändert.";
        if (row.ValuesDigest is null) return values is null ? null : "Werte wurden hinzugefügt.";
        if (values is null) return "Die Werte fehlen, ohne als gelöscht vermerkt zu sein.";
        if (values.ErasedAt is not null) return values.Json.Length + values.Salt.Length == 0 ? null : "Gelöschte Werte haben einen Inhalt.";
        return AuditDigest.OfValues(values.Salt, values.Json) == row.ValuesDigest ? null : "Die Werte wurden geändert.";
    }

    // EF builds anonymous rows only; the loop wants names.
    private static async IAsyncEnumerable<TTo> Split<TFrom, TTo>(IQueryable<TFrom> query, Func<TFrom, TTo> to)
    {
        await foreach (var each in query.AsAsyncEnumerable()) yield return to(each);
    }

    private sealed class Breaks
    {
        private string? _first;
        private int _count;

        public void Add(string what)
        {
            _first ??= what;
            _count++;
        }

        public List<string> Sentences() => _first is null ? [] : _count == 1 ? [$"Protokoll, {_first}"] : [$"Protokoll, {_first}", $"Protokoll: {_count - 1} weitere Zeilen oder Glieder stimmen nicht."];
    }
}
