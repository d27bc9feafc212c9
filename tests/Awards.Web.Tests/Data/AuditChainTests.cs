using Awards.Domain.Shared;
using Awards.Testing;
using Awards.Web.Data;
using Awards.Web.Platform.Checking;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Awards.Web.Tests.Data;

public sealed class AuditChainTests : IAsyncLifetime
{
    private AwardsHost _host = null!;
    private World _world = null!;

    public async Task InitializeAsync()
    {
        _host = await AwardsHost.StartAsync();
        _world = await World.CreateAsync(_host);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task What_was_written_is_chained_once_and_the_check_names_head_and_tail()
    {
        var before = await CheckAsync();
        before.Faults.ShouldBeEmpty();
        (before.Linked, before.Head, before.TailSince).ShouldBe((0, "0:" + AuditDigest.Start, _host.Clock.Now));
        before.Tail.ShouldBeGreaterThan(20);

        (await LinkAsync()).ShouldBe(before.Tail);
        (await LinkAsync()).ShouldBe(0);
        var after = await CheckAsync();
        (after.Faults.Count, after.Linked, after.Tail, after.TailSince).ShouldBe((0, before.Tail, 0, null));
        after.Head.ShouldStartWith($"{before.Tail}:");
        after.Head.Length.ShouldBe($"{before.Tail}:".Length + 64);

        await _world.SubmitAsync(1);
        await LinkAsync();
        var later = await CheckAsync(after.Head);
        (later.HeadFound, later.Faults.Count).ShouldBe((true, 0));
        (await CheckAsync("1:" + new string('a', 64))).Faults.ShouldHaveSingleItem().ShouldContain("steht nicht mehr in der Kette");
    }

    public static TheoryData<string, string, string> Tamperings => new()
    {
        { "UPDATE \"AuditRows\" SET \"Why\" = 'anders' WHERE \"Id\" = {0}", "Nr. 5 ", "Die Zeile wurde geändert." },
        { "UPDATE \"AuditRows\" SET \"PersonId\" = {0} WHERE \"Id\" = {0}", "Nr. 5 ", "Die Zeile wurde geändert." },
        { "DELETE FROM \"AuditRows\" WHERE \"Id\" = {0}", "Nr. 5 ", "Die Zeile fehlt." },
        { "UPDATE \"AuditValues\" SET \"Json\" = '{{}}' WHERE \"AuditRowId\" = {0}", "Nr. 5 ", "Die Werte wurden geändert." },
        { "DELETE FROM \"AuditValues\" WHERE \"AuditRowId\" = {0}", "Nr. 5 ", "Die Werte fehlen" },
        { "UPDATE \"AuditLinks\" SET \"ChainedAt\" = '2020-01-01 00:00:00' WHERE \"AuditRowId\" = {0}", "Nr. 5 ", "nach dem Verketten geändert" },
        { "UPDATE \"AuditLinks\" SET \"Hash\" = 'anders' WHERE \"AuditRowId\" = {0}", "Nr. 5 ", "nach dem Verketten geändert" },
        { "UPDATE \"AuditLinks\" SET \"Previous\" = 'anders' WHERE \"AuditRowId\" = {0}", "Nr. 5 ", "schließt nicht an seinen Vorgänger an" },
        { "DELETE FROM \"AuditLinks\" WHERE \"AuditRowId\" = {0}", "Nr. 6 ", "Davor fehlen 1 Glieder der Kette, ab Nr. 5." },
    };

    [Theory]
    [MemberData(nameof(Tamperings))]
    public async Task The_first_broken_row_is_named_with_what_is_wrong(string sql, string place, string what)
    {
        await LinkAsync();
        var row = await RowAtAsync(5);
        await TamperAsync(sql, row);
        var fault = (await CheckAsync()).Faults[0];
        fault.ShouldContain(place);
        fault.ShouldContain(what);
    }

    [Fact]
    public async Task A_changed_row_with_a_digest_made_to_fit_is_found_by_the_chain()
    {
        await LinkAsync();
        var row = await RowAtAsync(5);
        var forged = await _host.DbAsync(db => db.AuditRows.AsNoTracking().SingleAsync(each => each.Id == row));
        forged = new AuditRow
        {
            Id = forged.Id,
            At = forged.At,
            PersonId = forged.PersonId,
            Action = forged.Action,
            ObjectType = forged.ObjectType,
            ObjectId = forged.ObjectId,
            AboutId = forged.AboutId,
            CallId = forged.CallId,
            ActingAs = forged.ActingAs,
            Why = "gefälscht",
            RequestId = forged.RequestId,
            ValuesDigest = forged.ValuesDigest,
        };
        await TamperAsync("UPDATE \"AuditRows\" SET \"Why\" = 'gefälscht', \"Digest\" = {1} WHERE \"Id\" = {0}", row, AuditDigest.Of(forged));
        (await CheckAsync()).Faults.ShouldHaveSingleItem().ShouldContain("Zeile oder Glied wurde nach dem Verketten geändert");
    }

    [Fact]
    public async Task A_row_changed_before_it_was_chained_is_named_before_and_after()
    {
        var row = await _host.DbAsync(db => db.AuditRows.OrderBy(each => each.Id).Select(each => each.Id).LastAsync());
        await TamperAsync("UPDATE \"AuditRows\" SET \"Why\" = 'anders' WHERE \"Id\" = {0}", row);
        (await CheckAsync()).Faults.ShouldHaveSingleItem().ShouldBe($"Protokoll, noch nicht verkettet (Zeile {row}): Die Zeile wurde geändert.");
        await LinkAsync();
        (await CheckAsync()).Faults.ShouldHaveSingleItem().ShouldContain("Die Zeile wurde geändert.");
    }

    [Fact]
    public async Task Erased_values_are_counted_and_break_nothing()
    {
        await LinkAsync();
        var municipality = _world.Municipalities[0].Id;
        var write = WriteContext.System(_host.Clock.Now, "Löschung");
        (await _host.DbAsync(db => AuditErasure.EraseAsync(db, write, "Municipality", [municipality]))).ShouldBe(1);
        (await _host.DbAsync(db => AuditErasure.EraseAsync(db, write, "Municipality", [municipality]))).ShouldBe(0);
        var values = await _host.DbAsync(db => db.AuditRows.Where(row => row.ObjectId == municipality && row.Action == AuditAction.SeedLoaded).Select(row => row.Values!).SingleAsync());
        (values.Json, values.Salt, values.ErasedAt).ShouldBe(("", "", _host.Clock.Now));
        var done = await _host.DbAsync(db => db.AuditRows.SingleAsync(row => row.Action == AuditAction.ValuesErased));
        (done.ObjectType, done.ObjectId, done.Why).ShouldBe(("Municipality", municipality, "Löschung"));
        await LinkAsync();
        var report = await CheckAsync();
        (report.Faults.Count, report.Erased).ShouldBe((0, 1));
    }

    [Fact]
    public async Task Erasing_a_person_leaves_who_did_what()
    {
        var clerk = _world.Persons[Cast.ClerkOne];
        using (await _host.SignedInAsync(Cast.ClerkOne)) { }
        await _world.WriteAsync(async db => await AuditErasure.ErasePersonAsync(db, WriteContext.System(_host.Clock.Now, "Löschung"), clerk));
        var json = await _host.DbAsync(db => db.AuditRows.Where(row => row.Values != null).Select(row => row.Values!.Json).ToListAsync());
        json.ShouldAllBe(each => !each.Contains(Cast.ClerkOne, StringComparison.OrdinalIgnoreCase));
        (await _host.DbAsync(db => db.AuditRows.AnyAsync(row => row.PersonId == clerk && row.Action == AuditAction.SignedIn))).ShouldBeTrue();
        (await CheckAsync()).Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Writers_and_two_chainers_at_once_leave_one_chain_without_gap()
    {
        var writers = Enumerable.Range(0, 8).Select(number => Task.Run(async () =>
        {
            for (var at = 0; at < 10; at++)
                await _host.DbAsync(db => db.WriteAsync(WriteContext.System(_host.Clock.Now, $"{number}/{at}"), AuditAction.SignedIn, () =>
                {
                    db.Record(WriteContext.System(_host.Clock.Now, $"{number}/{at}"), AuditAction.SignedIn, "Person", Guid.CreateVersion7(), "{}");
                    return Task.FromResult<Outcome<int>>(at);
                }));
        })).ToList();
        var done = false;
        var chainers = Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
        {
            // A chainer of its own, as on another node.
            var chain = new AuditChain(_host.Clock);
            while (!Volatile.Read(ref done)) await _host.DbAsync(db => chain.LinkAsync(db));
        })).ToList();
        await Task.WhenAll(writers);
        Volatile.Write(ref done, true);
        await Task.WhenAll(chainers);
        await LinkAsync();
        var report = await CheckAsync();
        (report.Faults.Count, report.Tail).ShouldBe((0, 0));
        report.Linked.ShouldBe(await _host.DbAsync(db => db.AuditRows.CountAsync()));
    }

    [Fact]
    public async Task A_row_committed_after_younger_ones_is_chained_too()
    {
        await LinkAsync();
        var started = new TaskCompletionSource();
        var mayCommit = new TaskCompletionSource();
        if (TestDatabase.OnPostgres)
        {
            var late = Task.Run(() => _host.DbAsync(db => db.WriteAsync(WriteContext.System(_host.Clock.Now, "spät"), AuditAction.SignedIn, async () =>
            {
                db.Record(WriteContext.System(_host.Clock.Now, "spät"), AuditAction.SignedIn, "Person", Guid.CreateVersion7());
                started.SetResult();
                await mayCommit.Task;
                return (Outcome<int>)1;
            })));
            await started.Task;
            await _world.SubmitAsync(1);
            await LinkAsync();
            mayCommit.SetResult();
            (await late).Refusal.ShouldBeNull();
        }
        else await AddAsync("spät", TimeProvider.System.GetUtcNow().AddMinutes(-30));
        (await LinkAsync()).ShouldBe(1);
        (await CheckAsync()).Tail.ShouldBe(0);
    }

    [Fact]
    public async Task A_row_far_older_than_the_youngest_is_found_by_the_full_look_once_an_hour()
    {
        await LinkAsync();
        await AddAsync("sehr spät", TimeProvider.System.GetUtcNow().AddHours(-3));
        var chain = _host.Services.GetRequiredService<AuditChain>();
        await _host.DbAsync(db => chain.LinkAsync(db));
        _host.Clock.Now = _host.Clock.Now.AddHours(1).AddSeconds(1);
        await _host.DbAsync(db => chain.LinkAsync(db));
        (await CheckAsync()).Tail.ShouldBe(0);
    }

    [Fact]
    public async Task The_usual_look_for_what_is_not_linked_goes_along_the_key_and_not_through_the_table()
    {
        await LinkAsync();
        _host.Queries.Reset();
        await _host.DbAsync(db => _host.Services.GetRequiredService<AuditChain>().LinkAsync(db));
        await _host.DbAsync(db => _host.Services.GetRequiredService<AuditChain>().LinkAsync(db));
        var look = _host.Queries.Commands.Last(sql => sql.Contains("NOT EXISTS", StringComparison.Ordinal));
        if (TestDatabase.OnPostgres)
        {
            look.ShouldContain("\"Id\" >= ");
            return;
        }
        var details = await ExplainAsync(look);
        details.ShouldContain(line => line.StartsWith("SEARCH", StringComparison.Ordinal) && line.Contains("sqlite_autoindex_AuditRows_1 (Id>?)", StringComparison.Ordinal));
        details.ShouldNotContain(line => line.StartsWith("SCAN", StringComparison.Ordinal));
    }

    private Task<List<string>> ExplainAsync(string sql) => _host.DbAsync(async db =>
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + sql;
        foreach (var name in System.Text.RegularExpressions.Regex.Matches(sql, "@\\w+").Select(match => match.Value).Distinct())
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, "1");
            command.Parameters.Add(parameter);
        }
        var lines = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) lines.Add(reader.GetString(3));
        return lines;
    });

    private Task<int> LinkAsync() => _host.DbAsync(db => new AuditChain(_host.Clock).LinkAsync(db));

    private Task<ChainReport> CheckAsync(string? head = null) => _host.DbAsync(db => ChainCheck.RunAsync(db, head));

    private Task<Guid> RowAtAsync(long sequence) => _host.DbAsync(db => db.AuditLinks.Where(link => link.Sequence == sequence).Select(link => link.AuditRowId).SingleAsync());

    private Task<bool> AddAsync(string why, DateTimeOffset madeAt) => _world.WriteAsync(db =>
    {
        var row = new AuditRow { Id = Guid.CreateVersion7(madeAt), At = _host.Clock.Now, Action = AuditAction.SignedIn, ObjectType = "Person", ObjectId = Guid.CreateVersion7(), Why = why };
        row.Digest = AuditDigest.Of(row);
        db.AuditRows.Add(row);
        return Task.FromResult(true);
    });

    /// <summary>What somebody does who may do everything in the database; the triggers are back afterwards.</summary>
    private Task<int> TamperAsync(string sql, params object[] values) => _host.DbAsync(async db =>
    {
        await db.Database.OpenConnectionAsync();
        string[] off = TestDatabase.OnPostgres
            ? ["SET session_replication_role = replica"]
            : ["PRAGMA foreign_keys = OFF", .. (await AuditTriggersAsync(db)).Select(name => "DROP TRIGGER " + name)];
        foreach (var each in off) await db.Database.ExecuteSqlRawAsync(each);
        (await db.Database.ExecuteSqlRawAsync(sql, values)).ShouldBe(1);
        await db.Database.ExecuteSqlRawAsync(TestDatabase.OnPostgres ? "SET session_replication_role = origin" : "PRAGMA foreign_keys = ON");
        await Database.MigrateAsync(db);
        return 0;
    });

    private static Task<List<string>> AuditTriggersAsync(AwardsDbContext db) =>
        db.Database.SqlQuery<string>($"SELECT name AS \"Value\" FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'audit_%'").ToListAsync();
}
