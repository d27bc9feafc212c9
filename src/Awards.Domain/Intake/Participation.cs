using Awards.Domain.Applications;
using Awards.Domain.Municipalities;

namespace Awards.Domain.Intake;

/// <summary>An application that arrived, as far as figures need it.</summary>
/// <param name="SubmittedAt">UTC.</param>
public sealed record Arrived(MunicipalityType? Type, string? State, ApplicationState Status, Channel Channel, DateTime SubmittedAt);

/// <summary>Municipalities of the official register of one type in one state.</summary>
public sealed record RegisterShare(MunicipalityType Type, string? State, int Municipalities, long Population);

/// <summary>A line of the figures: a type, a state, or all.</summary>
/// <param name="Applications">Arrived and not withdrawn.</param>
/// <param name="Municipalities">In the register; null = it was not read in.</param>
/// <param name="Population">Their inhabitants; null = the register was not read in.</param>
public sealed record ParticipationLine<T>(T Key, int Letters, int Applications, int Admitted, int? Municipalities, long? Population);

/// <summary>Participation by type and by state, beside the register.</summary>
/// <param name="ByType">All types in their order, and null for those that state none.</param>
/// <param name="ByState">All states by name, and null for those that state none.</param>
public sealed record Participation(IReadOnlyList<ParticipationLine<MunicipalityType?>> ByType, IReadOnlyList<ParticipationLine<string?>> ByState, ParticipationLine<string> Total)
{
    /// <summary>True when the register was read in.</summary>
    public bool HasRegister => Total.Municipalities is not null;

    /// <summary>Counts. Inhabitants of all are those of the municipalities: districts hold them a second time.</summary>
    /// <param name="letters">Type and state of each letter of intent that stands.</param>
    public static Participation Of(IReadOnlyCollection<Arrived> arrived, IReadOnlyCollection<(MunicipalityType? Type, string? State)> letters, IReadOnlyCollection<RegisterShare> register)
    {
        var counted = arrived.Where(each => each.Status != ApplicationState.Withdrawn).ToList();
        bool read = register.Count > 0;
        ParticipationLine<T> Line<T>(T key, Func<MunicipalityType?, string?, bool> belongs, Func<RegisterShare, bool> of) => new(key,
            letters.Count(each => belongs(each.Type, each.State)), counted.Count(each => belongs(each.Type, each.State)),
            counted.Count(each => each.Status == ApplicationState.Admitted && belongs(each.Type, each.State)),
            read ? register.Where(of).Sum(each => each.Municipalities) : null, read ? register.Where(of).Where(each => each.Type != MunicipalityType.District || key is MunicipalityType.District).Sum(each => each.Population) : null);
        var byType = MunicipalityTypes.All.Select(type => Line<MunicipalityType?>(type, (of, _) => of == type, each => each.Type == type)).Append(Line<MunicipalityType?>(null, (of, _) => of is null, _ => false));
        var byState = FederalStates.Codes.Select(state => Line<string?>(state, (_, of) => of == state, each => each.State == state)).Append(Line<string?>(null, (_, of) => of is null, _ => false));
        return new([.. byType.Where(line => line.Key is not null || line.Applications + line.Letters > 0)], [.. byState.Where(line => line.Key is not null || line.Applications + line.Letters > 0)], Line("", (_, _) => true, _ => true));
    }

    /// <summary>Share in percent; null where there is no whole.</summary>
    public static double? Share(long? part, long? whole) => part is { } some && whole is > 0 ? 100.0 * some / whole.Value : null;
}

/// <summary>Arrivals of one day or one week, by channel.</summary>
/// <param name="From">First day.</param>
/// <param name="Counts">In the order of <see cref="Arrivals.Channels"/>.</param>
public sealed record ArrivalSpan(DateOnly From, IReadOnlyList<int> Counts)
{
    public int Total => Counts.Sum();
}

/// <summary>Arrivals over time.</summary>
/// <param name="Channels">Channels by which something arrived.</param>
/// <param name="Days">Days with arrivals.</param>
/// <param name="Spans">Days or, over a long time, weeks without a gap, for a chart.</param>
/// <param name="Weekly">Spans are weeks.</param>
public sealed record Arrivals(IReadOnlyList<Channel> Channels, IReadOnlyList<ArrivalSpan> Days, IReadOnlyList<ArrivalSpan> Spans, bool Weekly)
{
    // More columns than this cannot be told apart.
    private const int MostDays = 45;

    /// <summary>Counts by the day in Germany on which the request began.</summary>
    public static Arrivals Of(IReadOnlyCollection<Arrived> arrived)
    {
        var all = arrived.Select(each => (Day: DateOnly.FromDateTime(Shared.GermanTime.Local(each.SubmittedAt)), each.Channel)).ToList();
        List<Channel> channels = [.. all.Select(each => each.Channel).Distinct().Order()];
        ArrivalSpan Span(DateOnly from, DateOnly until) => new(from, [.. channels.Select(channel => all.Count(each => each.Channel == channel && each.Day >= from && each.Day < until))]);
        List<ArrivalSpan> days = [.. all.Select(each => each.Day).Distinct().Order().Select(day => Span(day, day.AddDays(1)))];
        if (days.Count == 0) return new([], [], [], false);
        var (first, last) = (days[0].From, days[^1].From);
        var weekly = last.DayNumber - first.DayNumber >= MostDays;
        var start = weekly ? first.AddDays(-(((int)first.DayOfWeek + 6) % 7)) : first;
        var step = weekly ? 7 : 1;
        return new(channels, days, [.. Enumerable.Range(0, (last.DayNumber - start.DayNumber) / step + 1).Select(at => Span(start.AddDays(at * step), start.AddDays((at + 1) * step)))], weekly);
    }
}
