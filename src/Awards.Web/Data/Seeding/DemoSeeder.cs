using System.Globalization;
using System.Text.Json;
using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Municipalities;
using Awards.Domain.Publication;
using Awards.Domain.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Data.Seeding;

/// <summary>Fills an empty database with the demo: the reference competition in a stage, and an open call of today.</summary>
public sealed class DemoSeeder(AwardsDbContext db, SeedFiles files, IPasswordHasher<Person> hasher, TimeProvider clock)
{
    /// <summary>Slug of the real competition of 2017.</summary>
    public const string Reference = "zusammenleben-2017";

    /// <summary>Slug of the call in which newcomers can apply at once.</summary>
    public const string Today = "zusammenleben-heute";

    /// <summary>Seeds once; existing data of the same stage stays as it is. Refused for another stage on existing data.</summary>
    public async Task<Outcome<DemoStage>> SeedAsync(DemoStage stage, CancellationToken cancellationToken = default)
    {
        if (await SeededStageAsync(cancellationToken) is { } existing)
        {
            return existing == stage ? stage : new Refusal("demo.other_stage",
                "In diesem Datenverzeichnis liegt die Demonstration im Stand „{0}“. Für den Stand „{1}“ nehmen Sie bitte ein anderes: --data VERZEICHNIS.", existing.Name(), stage.Name());
        }
        var now = clock.GetUtcNow().UtcDateTime;
        var write = WriteContext.System(now, "Demonstration");
        return await db.WriteAsync(write, AuditAction.SeedLoaded, async () =>
        {
            var reference = Reference2017(stage, now);
            var today = CallOfToday(now);
            var municipalities = Municipalities();
            db.Calls.AddRange(reference, today);
            db.Municipalities.AddRange(municipalities);
            var persons = DemoAccounts.Add(db, hasher, [reference, today], municipalities);
            await db.SaveBulkAsync(cancellationToken);

            var applications = ReferenceApplications.Build(files, reference, municipalities, reference.Phase(PhaseKind.Application)!.From.AddDays(60));
            db.Applications.AddRange(applications.Select(each => each.Application));
            db.ApplicationMembers.AddRange(Members(applications, persons));
            if (stage >= DemoStage.Intake) db.AddRange(new ReferenceCourse(files, reference, applications, DemoAccounts.Office(persons, municipalities), now).Until(stage));
            await db.SaveBulkAsync(cancellationToken);

            if (stage == DemoStage.Published)
            {
                var entries = await CountedEntries.LoadAsync(db, reference.Id, cancellationToken);
                db.Snapshots.Add(Snapshot.Take(reference, entries, "Dokumentation 2018", write with { When = reference.Phase(PhaseKind.Publication)!.From }).Fact);
            }
            db.Record(write, AuditAction.SeedLoaded, nameof(Call), reference.Id, JsonSerializer.Serialize(new { stage = stage.Name() }));
            return (Outcome<DemoStage>)stage;
        }, cancellationToken: cancellationToken);
    }

    /// <summary>The stage that the database holds, or null when it holds no demo.</summary>
    public async Task<DemoStage?> SeededStageAsync(CancellationToken cancellationToken = default)
    {
        var json = await db.AuditRows.Where(row => row.Action == AuditAction.SeedLoaded && row.ObjectType == nameof(Call) && row.PersonId == null)
            .Select(row => row.Values!.Json).FirstOrDefaultAsync(value => value.Contains("stage"), cancellationToken);
        return json is null ? null : DemoStages.Parse(JsonDocument.Parse(json).RootElement.GetProperty("stage").GetString()!);
    }

    private Call Reference2017(DemoStage stage, DateTime now)
    {
        var definition = files.Call(Reference);
        return Call.Create(definition, stage switch
        {
            DemoStage.Open => DaysInto(definition, PhaseKind.Application, now, 0.7),
            DemoStage.Intake => DaysInto(definition, PhaseKind.Intake, now, 0.5),
            DemoStage.Review => DaysInto(definition, PhaseKind.PreReview, now, 0.5),
            DemoStage.Consensus => DaysInto(definition, PhaseKind.PreReview, now, 0.9),
            _ => 0,
        }, generatedContent: true);
    }

    private Call CallOfToday(DateTime now)
    {
        var definition = files.Call(Today);
        return Call.Create(definition, DaysInto(definition, PhaseKind.Application, now, 0.3));
    }

    /// <summary>Whole days by which the calendar moves so that now lies at a share of a phase.</summary>
    private static int DaysInto(CallDefinition definition, PhaseKind kind, DateTime now, double share)
    {
        var phase = definition.Phases.First(each => each.Kind == kind);
        return (int)Math.Round((now - phase.From - (phase.Until!.Value - phase.From) * share).TotalDays);
    }

    private List<Municipality> Municipalities() => [.. files.Rows("municipalities.csv").Select(row => Municipality.Create(
        row["name"], row["state"], MunicipalityTypes.Parse(row["type"]), row["population"].Length == 0 ? null : int.Parse(row["population"], CultureInfo.InvariantCulture)))];

    private static IEnumerable<ApplicationMember> Members(IReadOnlyList<ReferenceApplication> applications, Dictionary<string, Person> persons) =>
        DemoAccounts.Municipalities.SelectMany(account => applications.Where(each => each.Application.ApplicantName == account.Municipality)
            .Select(each => ApplicationMember.Add(each.Application.Id, persons[account.Account].Id, MemberRight.Sign)));
}
