using Awards.Domain.Municipalities;
using Awards.Domain.Shared;

namespace Awards.Domain.Calls;

/// <summary>What tells a new call from others.</summary>
public sealed record CallName(LocalizedText Title, string Slug, string NumberPrefix);

/// <summary>Where new calls come from: from nothing, or from an earlier one.</summary>
public static class NewCalls
{
    /// <summary>Usual length of phases in days; a starting point for the office, no rule.</summary>
    private static readonly (PhaseKind Kind, int Days)[] Usual = [(PhaseKind.Application, 120), (PhaseKind.Intake, 14), (PhaseKind.PreReview, 60), (PhaseKind.Jury, 60)];

    /// <summary>Sheet for single projects as a new call has it.</summary>
    public static SheetDefinition ProjectSheet { get; } = new() { Code = "project", Title = new("Prüfbogen für das Einzelprojekt", "Review sheet of the single project"), Items = [] };

    /// <summary>A draft with a usual calendar, one award group for each municipality type, and nothing else.</summary>
    /// <param name="from">First instant of the application phase, UTC.</param>
    public static CallDefinition Blank(CallName name, DateTime from)
    {
        var (phases, at) = (new List<Phase>(), from);
        foreach (var (kind, days) in Usual)
        {
            phases.Add(new(kind, at, GermanTime.ShiftDays(at, days)));
            at = GermanTime.ShiftDays(at, days);
        }
        phases.Add(new(PhaseKind.Publication, at));
        return new CallDefinition
        {
            Slug = name.Slug,
            NumberPrefix = name.NumberPrefix,
            Draft = true,
            Title = name.Title,
            Summary = "",
            Sponsor = "",
            Organiser = "",
            WhoMayEnter = "",
            Phases = phases,
            AwardGroups =
            [
                new() { Code = "independent_cities", Label = new("Kreisfreie Städte", "Independent cities"), Types = [MunicipalityType.IndependentCity.Code()] },
                new() { Code = "district_municipalities", Label = new("Kreisangehörige Städte und Gemeinden", "Municipalities belonging to a district"), Types = [MunicipalityType.DistrictMunicipality.Code()] },
                new() { Code = "districts", Label = new("Landkreise", "Districts"), Types = [MunicipalityType.District.Code()] },
            ],
            Criteria = [],
            EntrySheet = new() { Code = "entry", Title = new("Prüfbogen für den Beitrag", "Review sheet of the entry"), Items = [] },
            BudgetCents = 0,
            Prizes = [],
            MaxSingleProjects = 0,
            Questionnaire = new() { Sections = [] },
            Tables = [],
        };
    }

    /// <summary>The next edition: everything as it was, dates moved so that applications begin on another day, deadlines that were extended forgotten.</summary>
    /// <param name="from">First instant of the application phase, UTC.</param>
    public static CallDefinition Copy(CallDefinition source, CallName name, DateTime from)
    {
        var days = (GermanTime.Local(from).Date - GermanTime.Local(source.Phases.First(phase => phase.Kind == PhaseKind.Application).From).Date).Days;
        return source with
        {
            Slug = name.Slug,
            NumberPrefix = name.NumberPrefix,
            Title = name.Title,
            Draft = true,
            Extensions = null,
            Phases = [.. source.Phases.Select(phase => phase.Shift(days))],
        };
    }
}
