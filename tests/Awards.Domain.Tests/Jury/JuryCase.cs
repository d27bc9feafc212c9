using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Intake;
using Awards.Domain.Municipalities;
using Awards.Domain.Shared;

namespace Awards.Domain.Tests.Jury;

/// <summary>A small competition with money for two large prizes and one small one.</summary>
internal static class JuryCase
{
    public static readonly DateTime JuryDay = new(2026, 5, 4, 8, 0, 0, DateTimeKind.Utc);
    public static readonly DateTime Publication = new(2026, 6, 1, 0, 0, 0, DateTimeKind.Utc);
    public const long Large = 2_500_000, Small = 1_000_000;

    public static WriteContext Write(string? why = null, DateTime? when = null) => new(Guid.CreateVersion7(), when ?? JuryDay, why);

    public static Call Call(long budget = 6_000_000) => Domain.Calls.Call.Create(new CallDefinition
    {
        Slug = "probe",
        NumberPrefix = "P",
        Title = "Probe",
        Summary = "",
        Sponsor = "",
        Organiser = "",
        WhoMayEnter = "",
        Phases = [new(PhaseKind.Publication, Publication)],
        AwardGroups =
        [
            new AwardGroup { Code = "cities", Label = "Städte", Types = ["KS"] },
            new AwardGroup { Code = "districts", Label = "Landkreise", Types = ["LK"] },
            new AwardGroup { Code = "special", Label = "Sonderkategorie", Special = true },
        ],
        Criteria = [new("quality", "Qualität")],
        EntrySheet = new SheetDefinition { Code = "entry", Title = "Bogen", Items = [new("quality")] },
        BudgetCents = budget,
        Prizes = [new("large", "Groß", Large, ["cities", "districts"]), new("small", "Klein", Small, ["special"])],
        Questionnaire = new Questionnaire { Sections = [] },
        Tables = [],
    });

    public static Entry Entry(Call call, int number = 1, MunicipalityType type = MunicipalityType.IndependentCity)
    {
        var application = Application.TakeOver(call, new ArrivedEntry
        {
            ApplicantName = $"Musterstadt {number}",
            Type = type,
            Channel = Channel.Import,
            Answers = AnswerSet.Empty,
            Texts = new ApplicationTexts { Title = $"Beitrag {number}" },
            Projects = [new("Einzelprojekt")],
        }, JuryDay);
        application.SubmitTakenOver(call, number, JuryDay);
        return Admission.Admit(application, call, number, null, Write()).Fact.Entry;
    }
}
