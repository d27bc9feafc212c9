using Awards.Domain.Calls;
using Awards.Domain.PreReview;

namespace Awards.Web.Stages.Reports;

/// <summary>What the list of reports shows, as its address says it.</summary>
public sealed record ReportFilter
{
    /// <summary>States to filter by: word in the address, German label, what must hold.</summary>
    public static IReadOnlyList<(string Code, string Label, Func<ReportLine, bool> Holds)> States { get; } =
    [
        ("niemand", /*text*/ "noch nicht vergeben", line => line is { HasWriter: false, Withdrawn: false }),
        ("arbeit", /*text*/ "in Arbeit", line => line is { HasWriter: true, State: ReportState.Draft, Withdrawn: false }),
        ("vorgelegt", /*text*/ "liegt zur Prüfung vor", line => line is { State: ReportState.Presented, Withdrawn: false }),
        ("geprueft", /*text*/ "geprüft", line => line is { State: ReportState.Checked, Withdrawn: false }),
        ("endgueltig", /*text*/ "endgültig", line => line is { State: ReportState.Final, Withdrawn: false }),
        ("ruht", /*text*/ "ruht: nicht mehr vorgeschlagen", line => line.Withdrawn),
    ];

    public string? Group { get; init; }
    public string? State { get; init; }

    /// <summary>Id of the writer; counts for the lead only, who alone sees writers.</summary>
    public Guid? Writer { get; init; }

    /// <summary>Reads the address; what it cannot mean counts as not said.</summary>
    public static ReportFilter Read(IQueryCollection query, CallDefinition call) => new()
    {
        Group = query["gruppe"].ToString() is var group && call.Group(group) is not null ? group : null,
        State = query["stand"].ToString() is var state && States.Any(each => each.Code == state) ? state : null,
        Writer = Guid.TryParse(query["schreibt"], out var writer) ? writer : null,
    };

    /// <summary>The lines that match, in their order.</summary>
    public IReadOnlyList<ReportLine> Apply(IEnumerable<ReportLine> lines) =>
        [.. lines.Where(line => (Group is null || line.GroupCode == Group)
            && (State is null || States.First(state => state.Code == State).Holds(line))
            && (Writer is null || line.WriterId == Writer))];

    /// <summary>The address; what is as usual is left out.</summary>
    public IEnumerable<KeyValuePair<string, string?>> ToQuery() =>
        new (string Name, string? Value)[] { ("gruppe", Group), ("stand", State), ("schreibt", Writer?.ToString()) }
            .Where(each => each.Value is not null).Select(each => KeyValuePair.Create(each.Name, each.Value));
}
