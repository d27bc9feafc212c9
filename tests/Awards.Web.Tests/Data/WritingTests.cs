using Awards.Domain.Applications;
using Awards.Domain.Shared;
using Awards.Testing;
using Awards.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Tests.Data;

public sealed class WritingTests : IAsyncLifetime
{
    private AwardsHost _host = null!;
    private World _world = null!;
    private Guid _draft;

    public async Task InitializeAsync()
    {
        _host = await AwardsHost.StartAsync();
        _world = await World.CreateAsync(_host);
        _draft = await _world.WriteAsync(db =>
        {
            var application = Application.Start(_world.Call, _world.Municipalities[0], Write).Fact;
            db.Applications.Add(application);
            return Task.FromResult(application.Id);
        });
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task A_write_leaves_an_audit_row_with_who_when_why_and_the_values_in_the_same_transaction()
    {
        var who = _world.Persons[Cast.ClerkOne];
        (await DescribeAsync("Neuer Titel", 0, Write with { Who = who, Why = "Korrektur", RequestId = "R1" })).Refusal.ShouldBeNull();
        var row = await _host.DbAsync(db => db.AuditRows.Include(each => each.Values).SingleAsync(each => each.ObjectId == _draft && each.Action == AuditAction.ApplicationSaved));
        (row.PersonId, row.At, row.Why, row.RequestId, row.ObjectType).ShouldBe((who, _host.Clock.Now, "Korrektur", "R1", nameof(Application)));
        row.Values!.Json.ShouldContain("\"Texts.Title\":[\"\",\"Neuer Titel\"]");
    }

    [Fact]
    public async Task A_refused_write_leaves_nothing_behind()
    {
        var before = await CountsAsync();
        var outcome = await _host.DbAsync(db => db.WriteAsync(Write, AuditAction.ApplicationSaved, async () =>
        {
            var application = await db.Applications.SingleAsync(each => each.Id == _draft);
            _ = application.Describe(_world.Call, new ApplicationTexts { Title = "verworfen" }, [], 0, Write);
            db.Applications.Add(Application.Start(_world.Call, _world.Municipalities[1], Write).Fact);
            return (Outcome<int>)new Refusal("test", "Nein.");
        }));
        outcome.Refusal!.Code.ShouldBe("test");
        (await CountsAsync()).ShouldBe(before);
        (await _host.DbAsync(db => db.Applications.Where(each => each.Id == _draft).Select(each => each.Texts.Title).SingleAsync())).ShouldBe("");
    }

    [Fact]
    public async Task A_failing_write_leaves_nothing_behind()
    {
        var before = await CountsAsync();
        await Should.ThrowAsync<InvalidOperationException>(() => _host.DbAsync(db => db.WriteAsync<int>(Write, AuditAction.ApplicationSaved, () =>
        {
            db.Applications.Add(Application.Start(_world.Call, _world.Municipalities[1], Write).Fact);
            throw new InvalidOperationException("broken");
        })));
        (await CountsAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Saving_what_is_already_there_writes_nothing()
    {
        await DescribeAsync("Titel", 0, Write);
        var before = await CountsAsync();
        (await DescribeAsync("Titel", 1, Write)).Refusal.ShouldBeNull();
        (await CountsAsync()).ShouldBe(before);
        (await VersionAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task The_second_of_two_tabs_is_told_and_overwrites_nothing()
    {
        (await DescribeAsync("erster Tab", 0, Write)).Refusal.ShouldBeNull();
        (await DescribeAsync("zweiter Tab", 0, Write)).Refusal!.Code.ShouldBe("stale");
        (await _host.DbAsync(db => db.Applications.Where(each => each.Id == _draft).Select(each => each.Texts.Title).SingleAsync())).ShouldBe("erster Tab");
    }

    [Fact]
    public async Task A_change_of_a_part_raises_the_version_of_the_whole()
    {
        await _host.DbAsync(db => db.WriteAsync(Write, AuditAction.ApplicationSaved, async () =>
            (await db.Applications.Include(each => each.Projects).SingleAsync(each => each.Id == _draft)).Describe(_world.Call, ApplicationTexts.Empty, [new("Projekt")], 0, Write)));
        (await VersionAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Of_many_writers_at_once_with_the_same_version_exactly_one_wins_and_the_others_are_told()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 16).Select(number => Task.Run(() => DescribeAsync($"Titel {number}", 0, Write))));
        outcomes.Count(outcome => outcome.Refusal is null).ShouldBe(1);
        outcomes.Count(outcome => outcome.Refusal?.Code == "stale").ShouldBe(15);
        (await VersionAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Numbers_given_under_a_lock_are_without_gap_or_double()
    {
        await Task.WhenAll(Enumerable.Range(0, 24).Select(_ => Task.Run(() => _host.DbAsync(db => db.WriteAsync(Write, AuditAction.ApplicationSubmitted, async () =>
        {
            var application = Application.TakeOver(_world.Call, new ArrivedEntry { ApplicantName = "x", Channel = Channel.Post, Answers = Domain.Calls.AnswerSet.Empty }, Write.When);
            application.SubmitTakenOver(_world.Call, (await db.Applications.Where(each => each.CallId == _world.Call.Id).MaxAsync(each => each.ArrivalNumber) ?? 0) + 1, Write.When);
            db.Applications.Add(application);
            return (Outcome<bool>)true;
        }, lockOn: _world.Call.Id)))));
        var numbers = await _host.DbAsync(db => db.Applications.Where(each => each.ArrivalNumber != null).Select(each => each.ArrivalNumber!.Value).OrderBy(number => number).ToListAsync());
        numbers.ShouldBe(Enumerable.Range(1, 24));
    }

    [Fact]
    public async Task Writing_without_who_when_and_why_is_not_possible()
    {
        await Should.ThrowAsync<InvalidOperationException>(() => _host.DbAsync(async db =>
        {
            db.Applications.Add(Application.Start(_world.Call, _world.Municipalities[1], Write).Fact);
            return await db.SaveChangesAsync();
        }));
        await Should.ThrowAsync<NotSupportedException>(() => _host.DbAsync(db => Task.FromResult(db.SaveChanges())));
    }

    private WriteContext Write => new(null, _host.Clock.Now);

    private Task<Outcome<Application>> DescribeAsync(string title, int seenVersion, WriteContext write) => _host.DbAsync(db => db.WriteAsync(write, AuditAction.ApplicationSaved, async () =>
        (await db.Applications.Include(each => each.Projects).SingleAsync(each => each.Id == _draft)).Describe(_world.Call, new ApplicationTexts { Title = title }, [], seenVersion, write)));

    private Task<(int Applications, int Audits)> CountsAsync() => _host.DbAsync(async db => (await db.Applications.CountAsync(), await db.AuditRows.CountAsync()));

    private Task<int> VersionAsync() => _host.DbAsync(db => db.Applications.Where(each => each.Id == _draft).Select(each => each.Version).SingleAsync());
}
