namespace Awards.Domain.PreReview.Sessions;

/// <summary>Why an entry stands where it does on the agenda.</summary>
public enum AgendaPart
{
    /// <summary>The votes differ.</summary>
    Diverging,

    /// <summary>The votes agree, and the entry lies near the border between proposed and not proposed in its group.</summary>
    Close,

    /// <summary>The votes agree, clearly.</summary>
    Agreeing,
}

/// <summary>An entry as the agenda looks at it.</summary>
/// <param name="Group">Code of its award group.</param>
/// <param name="Proposed">What was settled about it; null = nothing yet. A settled entry stands on no agenda, but counts for the border of its group.</param>
public sealed record AgendaEntry(Guid Id, int Number, string Group, PairResult Pair, bool? Proposed = null);

/// <summary>A place on an agenda.</summary>
public sealed record AgendaPlace(Guid EntryId, AgendaPart Part);

/// <summary>
/// The agenda of a session, made from votes, points and conflicts alone; the same facts give the same agenda. First diverging votes, the largest
/// difference of points on top (no points last); then close calls by award group; then the others by award group. What has the same difference, rounded to
/// one decimal, and what is inside one group, is put in the order in which the fewest people leave and re-enter.
/// </summary>
public static class ConsensusAgenda
{
    /// <summary>Margin around the border, in tenths of a point, where the lead sets none.</summary>
    public const int UsualMargin = 5;

    /// <param name="groups">Codes of the award groups in the order of the call.</param>
    /// <param name="entries">All entries of these groups; those under seal are left out.</param>
    /// <param name="barred">By entry who must leave for it, of those who take part.</param>
    /// <param name="marginTenths">Margin around the border in tenths of a point.</param>
    public static IReadOnlyList<AgendaPlace> Of(IReadOnlyList<string> groups, IReadOnlyCollection<AgendaEntry> entries, ILookup<Guid, Guid> barred, int marginTenths = UsualMargin)
    {
        var bands = Bands(groups, entries, marginTenths).ToList();
        var order = RoomOrder.Of([.. bands.Select(band => (IReadOnlyList<IReadOnlySet<Guid>>)[.. band.Entries.Select(entry => barred[entry.Id].ToHashSet())])]);
        return [.. bands.Zip(order, (band, places) => places.Select(at => new AgendaPlace(band.Entries[at].Id, band.Part))).SelectMany(places => places)];
    }

    /// <summary>The parts of the agenda whose order among each other is fixed, each in the plain order: by points of difference, rank or number.</summary>
    public static IEnumerable<(AgendaPart Part, IReadOnlyList<AgendaEntry> Entries)> Bands(IReadOnlyList<string> groups, IReadOnlyCollection<AgendaEntry> entries, int marginTenths = UsualMargin)
    {
        var unsealed = entries.Where(entry => entry.Pair.IsUnsealed).OrderBy(entry => entry.Number).ToList();
        var open = unsealed.Where(entry => entry.Proposed is null).ToList();
        foreach (var band in open.Where(entry => entry.Pair.IsDiverging).OrderByDescending(entry => entry.Pair.Spread ?? -1).ThenBy(entry => entry.Number).GroupBy(Difference))
            yield return (AgendaPart.Diverging, [.. band]);
        string[] codes = [.. groups.Union(open.Select(entry => entry.Group))];
        var close = unsealed.GroupBy(entry => entry.Group).SelectMany(group => CloseOf(group, marginTenths / 10.0)).ToHashSet();
        foreach (var code in codes)
            if (open.Where(entry => entry.Group == code && close.Contains(entry.Id)).OrderByDescending(entry => entry.Pair.Score).ThenBy(entry => entry.Number).ToList() is { Count: > 0 } band)
                yield return (AgendaPart.Close, band);
        foreach (var code in codes)
            if (open.Where(entry => entry.Group == code && !entry.Pair.IsDiverging && !close.Contains(entry.Id)).ToList() is { Count: > 0 } band)
                yield return (AgendaPart.Agreeing, band);
    }

    /// <summary>What a pair that agrees says: proposed or not. Null where the votes differ.</summary>
    public static bool? Agreed(PairResult pair) => pair.IsUnsealed && !pair.IsDiverging ? pair.Votes[0] != Vote.NotSuitable : null;

    private static IEnumerable<Guid> CloseOf(IEnumerable<AgendaEntry> group, double margin)
    {
        var sided = group.Where(entry => entry.Pair.Score is not null && (entry.Proposed ?? Agreed(entry.Pair)) is not null).ToList();
        var border = CloseCalls.Border(sided.Select(entry => (entry.Pair.Score!.Value, (entry.Proposed ?? Agreed(entry.Pair))!.Value)));
        return sided.Where(entry => entry.Proposed is null && !entry.Pair.IsDiverging && CloseCalls.IsClose(entry.Pair.Score, border, margin)).Select(entry => entry.Id);
    }

    private static double Difference(AgendaEntry entry) => entry.Pair.Spread is { } spread ? Math.Round(spread, 1, MidpointRounding.AwayFromZero) : -1;
}
