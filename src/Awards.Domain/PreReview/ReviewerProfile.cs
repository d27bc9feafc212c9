using Awards.Domain.Calls;
using Awards.Domain.Shared;

namespace Awards.Domain.PreReview;

/// <summary>Days on which somebody does not review, both included.</summary>
public sealed record Absence(DateOnly From, DateOnly To);

/// <summary>What the lead enters for a reviewer.</summary>
/// <param name="Disciplines">Codes of the call's disciplines.</param>
/// <param name="Department">"" = none.</param>
/// <param name="Min">Own least number of entries; null = the call's.</param>
/// <param name="Max">Own most; null = the call's.</param>
public sealed record ReviewerDetails(IReadOnlyList<string> Disciplines, string Department = "", int? Min = null, int? Max = null)
{
    /// <summary>By their first day.</summary>
    public IReadOnlyList<Absence> Absences { get; init; } = [];
}

/// <summary>A reviewer would like to review an entry, or rather would not.</summary>
public sealed record EntryWish(Guid EntryId, bool Likes);

/// <summary>What is known of a reviewer in one call, beyond the role.</summary>
public sealed class ReviewerProfile
{
    private ReviewerProfile() { }

    /// <summary>Longest department, in characters.</summary>
    public const int MaxDepartment = 200;

    /// <summary>The largest number of entries that can be asked for.</summary>
    public const int MostEntries = 10_000;

    /// <summary>Most absences of one person.</summary>
    public const int MostAbsences = 20;

    public Guid Id { get; private set; }
    public Guid CallId { get; private set; }
    public Guid PersonId { get; private set; }
    public IReadOnlyList<string> Disciplines { get; private set; } = [];
    public string Department { get; private set; } = "";
    public int? Min { get; private set; }
    public int? Max { get; private set; }
    public IReadOnlyList<Absence> Absences { get; private set; } = [];

    /// <summary>What the reviewer would like, as far as the call asks for it; weighs where nothing more important decides.</summary>
    public IReadOnlyList<EntryWish> Wishes { get; private set; } = [];

    /// <summary>Raised with every change.</summary>
    public int Version { get; private set; }

    public ReviewerDetails Details => new(Disciplines, Department, Min, Max) { Absences = Absences };

    /// <summary>A profile with nothing in it.</summary>
    public static ReviewerProfile Begin(Guid callId, Guid personId) => new() { Id = Guid.CreateVersion7(), CallId = callId, PersonId = personId };

    /// <summary>Takes what the lead entered. Refused for numbers that do not fit together and days in the wrong order, and where somebody else saved since.</summary>
    /// <param name="known">Codes of the call's disciplines.</param>
    public Outcome<ReviewerProfile> Change(ReviewerDetails details, IReadOnlyCollection<string> known, int seenVersion)
    {
        if (Version != seenVersion) return Applications.ApplicationRules.Stale;
        if (details.Disciplines.FirstOrDefault(code => !known.Contains(code)) is { } unknown) return new Refusal("reviewer.discipline", "Die Fachrichtung „{0}“ gibt es in diesem Wettbewerb nicht.", unknown);
        if (TextRules.Check(details.Department, MaxDepartment).Refused(out var unfit)) return unfit;
        if (details.Min is < 0 or > MostEntries || details.Max is < 0 or > MostEntries) return new Refusal("reviewer.range", "Bitte geben Sie Zahlen von 0 bis {0} ein.", MostEntries);
        if (details.Min > details.Max) return new Refusal("reviewer.min_max", "Die Mindestzahl liegt über der Höchstzahl.");
        if (details.Absences.Count > MostAbsences) return new Refusal("reviewer.absences", "Es sind höchstens {0} Abwesenheiten möglich.", MostAbsences);
        if (details.Absences.Any(absence => absence.To < absence.From)) return new Refusal("reviewer.absence_order", "Der letzte Tag der Abwesenheit liegt vor dem ersten.");
        (Disciplines, Department, Min, Max, Absences) = ([.. details.Disciplines.Distinct().Order(StringComparer.Ordinal)], details.Department.Trim(), details.Min, details.Max, [.. details.Absences.OrderBy(absence => absence.From)]);
        return this;
    }

    /// <summary>Takes what the reviewer would like. Refused where the call does not ask for it.</summary>
    public Outcome<ReviewerProfile> Wish(IEnumerable<EntryWish> wishes, PairRules rules)
    {
        if (!rules.Wishes) return new Refusal("reviewer.no_wishes", "Dieser Wettbewerb fragt nicht nach Wünschen.");
        Wishes = [.. wishes.DistinctBy(wish => wish.EntryId).OrderBy(wish => wish.EntryId)];
        return this;
    }

    /// <summary>Days of a span on which the person is away.</summary>
    public static int DaysAway(IEnumerable<Absence> absences, DateOnly from, DateOnly to)
    {
        var days = new HashSet<int>();
        foreach (var absence in absences)
            for (var day = Math.Max(absence.From.DayNumber, from.DayNumber); day <= Math.Min(absence.To.DayNumber, to.DayNumber); day++) days.Add(day);
        return days.Count;
    }
}
