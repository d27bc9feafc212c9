using System.Text;
using System.Text.Json;
using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Intake;
using Awards.Testing;
using Awards.Web.Data;
using Awards.Web.Data.Entries;
using Awards.Web.Data.Seeding;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Tests.Data;

public sealed class DemoTests(SeededDemo demo) : IClassFixture<SeededDemo>
{
    private AwardsHost _host = null!;

    [Fact]
    public async Task The_published_demo_is_the_competition_of_2017()
    {
        _host = await demo.AtAsync(DemoStage.Published);
        var call = await CallAsync(DemoSeeder.Reference);
        var figures = await _host.DbAsync(async db => new
        {
            Applications = await db.Applications.CountAsync(each => each.CallId == call.Id),
            Admitted = await db.Entries.CountAsync(each => each.CallId == call.Id),
            Excluded = await db.IntakeDecisions.CountAsync(each => each.Result == IntakeResult.Excluded && each.Reason != ""),
            Reviews = await db.Reviews.CountAsync(each => each.CallId == call.Id),
            Awards = await db.Awards.CountAsync(each => each.CallId == call.Id),
            Euro = await db.Awards.SumAsync(each => each.Cents) / 100,
            ForProjects = await db.Awards.CountAsync(each => each.ProjectId != null),
        });
        figures.ShouldBe(new { Applications = 146, Admitted = 142, Excluded = 4, Reviews = 284, Awards = 21, Euro = 465_000L, ForProjects = 2 });
        call.ShiftedByDays.ShouldBe(0);
        (await _host.CheckAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Loads_of_reviewers_differ_by_at_most_one()
    {
        _host = await demo.AtAsync(DemoStage.Published);
        var loads = await _host.DbAsync(db => db.Reviews.GroupBy(review => review.ReviewerId).Select(group => group.Count()).ToListAsync());
        loads.Count.ShouldBe(12);
        (loads.Max() - loads.Min()).ShouldBeLessThanOrEqualTo(1);
    }

    [Fact]
    public async Task In_the_open_stage_everything_is_a_draft_and_the_application_phase_runs()
    {
        _host = await demo.AtAsync(DemoStage.Open);
        foreach (var slug in new[] { DemoSeeder.Reference, DemoSeeder.Today })
            (await CallAsync(slug)).IsIn(PhaseKind.Application, _host.Clock.Now).ShouldBeTrue(slug);
        var call = await CallAsync(DemoSeeder.Reference);
        var states = await _host.DbAsync(db => db.Applications.Where(each => each.CallId == call.Id).GroupBy(each => each.Status).Select(group => new { group.Key, Count = group.Count() }).ToListAsync());
        states.ShouldBe([new { Key = ApplicationState.Draft, Count = 146 }]);
        (await ExportAsync(call)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(1);
        (await _host.CheckAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_moved_calendar_keeps_midnight_at_midnight()
    {
        _host = await demo.AtAsync(DemoStage.Open);
        var until = (await CallAsync(DemoSeeder.Reference)).Phase(PhaseKind.Application)!.Until!.Value;
        Domain.Shared.GermanTime.Local(until).TimeOfDay.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public async Task Seeding_again_changes_nothing_and_another_stage_is_refused()
    {
        _host = await demo.AtAsync(DemoStage.Open);
        var before = await _host.DbAsync(db => db.AuditRows.CountAsync());
        await _host.SeedDemoAsync(DemoStage.Open);
        (await _host.DbAsync(db => db.AuditRows.CountAsync())).ShouldBe(before);
        var fault = await Should.ThrowAsync<InvalidOperationException>(() => _host.SeedDemoAsync(DemoStage.Published));
        fault.Message.ShouldContain("--data");
    }

    [Fact]
    public async Task Exporting_the_demo_gives_the_seeded_answers_byte_for_byte()
    {
        _host = await demo.AtAsync(DemoStage.Published);
        Encoding.UTF8.GetBytes(await ExportAsync(await CallAsync(DemoSeeder.Reference))).ShouldBe(AwardsHost.Seed.Bytes(DemoSeeder.Reference, "answers.csv"));
    }

    [SharedFact]
    public async Task All_nine_tables_equal_the_published_ones_cell_for_cell()
    {
        _host = await demo.AtAsync(DemoStage.Published);
        var call = await CallAsync(DemoSeeder.Reference);
        var tables = await _host.DbAsync(async db => CountedEntries.Tables(call, await CountedEntries.LoadAsync(db, call.Id)));
        using var published = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(SharedFactAttribute.Folder, "reference", "zusammenleben-2017", "tables.json")));
        PublishedTables.Compare(tables, published.RootElement.GetProperty("tables")).ShouldBe(99);
    }

    private Task<Call> CallAsync(string slug) => _host.DbAsync(db => db.Calls.AsNoTracking().SingleAsync(call => call.Slug == slug));

    private Task<string> ExportAsync(Call call) => _host.DbAsync(async db =>
    {
        using var text = new StringWriter();
        await EntryCsvWriter.WriteAsync(db, call, text);
        return text.ToString();
    });
}
