using System.IO.Compression;
using Awards.Testing;
using Awards.Web.CommandLine;
using Awards.Web.Data;
using Awards.Web.Platform.Backups;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Tests.CommandLine;

[Collection("environment variables")]
public sealed class BackupTests : IAsyncLifetime
{
    private const string ConnectionVariable = "ConnectionStrings__Awards";
    private const string ProgramsVariable = "Backup__PostgresPrograms";

    private readonly string _folder = Directory.CreateTempSubdirectory("awards-backup-").FullName;
    private AwardsHost _host = null!;
    private World _world = null!;
    private TestDatabase _elsewhere = null!;
    private string? _source;

    private string Archive => Path.Combine(_folder, "awards.backup");

    public async Task InitializeAsync()
    {
        _host = await AwardsHost.StartAsync();
        _world = await World.CreateAsync(_host);
        _source = TestDatabase.OnPostgres ? await _host.DbAsync(db => Task.FromResult(db.Database.GetConnectionString())) : null;
        _elsewhere = await TestDatabase.CreateAsync();
        if (!TestDatabase.OnPostgres) File.Delete(Path.Combine(_elsewhere.Folder, "awards.db"));
        Put(_host.Folder, "files/ab/cdef", "Inhalt einer Datei");
        Put(_host.Folder, "keys/key-1.xml", "<key />");
        Put(_host.Folder, "mail/1.eml", "nicht dabei");
    }

    public async Task DisposeAsync()
    {
        Environment.SetEnvironmentVariable(ConnectionVariable, null);
        Environment.SetEnvironmentVariable(ProgramsVariable, null);
        await _host.DisposeAsync();
        await _elsewhere.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_backup_under_write_load_restored_elsewhere_is_the_state_of_one_instant_and_checks_clean()
    {
        for (var number = 1; number <= 5; number++) await _world.AdmitAsync(number);
        var stop = false;
        var written = 5;
        var load = Task.Run(async () =>
        {
            while (!Volatile.Read(ref stop))
            {
                await _world.AdmitAsync(Volatile.Read(ref written) + 1);
                Interlocked.Increment(ref written);
            }
        });
        await UntilAsync(() => Volatile.Read(ref written) > 7);
        var (code, output, errors) = await BackupAsync();
        var during = Volatile.Read(ref written);
        await UntilAsync(() => Volatile.Read(ref written) > during);
        Volatile.Write(ref stop, true);
        await load;
        code.ShouldBe(0, errors);
        var files = new[] { "files", "keys" }.Sum(folder => Directory.GetFiles(Path.Combine(_host.Folder, folder), "*", SearchOption.AllDirectories).Length);
        output.ShouldContain($"Datenbank und {files} Dateien");
        Directory.GetFiles(_folder).ShouldHaveSingleItem();

        (await RestoreAsync(force: TestDatabase.OnPostgres)).ShouldSatisfyAllConditions(
            restored => restored.Code.ShouldBe(0, restored.Errors),
            restored => restored.Output.ShouldEndWith("Alles in Ordnung.\n"));
        var (there, here) = (await ExportAsync(_elsewhere.Folder, _elsewhere.Postgres), await ExportAsync(_host.Folder, _source));
        there.Length.ShouldBeInRange(1 + 7, here.Length - 1);
        there.ShouldBe(here[..there.Length]);
        File.ReadAllText(Path.Combine(_elsewhere.Folder, "files/ab/cdef")).ShouldBe("Inhalt einer Datei");
        File.ReadAllText(Path.Combine(_elsewhere.Folder, "keys/key-1.xml")).ShouldBe("<key />");
        Directory.Exists(Path.Combine(_elsewhere.Folder, "mail")).ShouldBeFalse();
        Directory.GetDirectories(_elsewhere.Folder, ".restore*").ShouldBeEmpty();
        foreach (var action in new[] { AuditAction.BackupMade, AuditAction.EntriesExported })
            (await _host.DbAsync(db => db.AuditRows.CountAsync(row => row.Action == action))).ShouldBe(1);
        (await RunAsync(_elsewhere.Folder, _elsewhere.Postgres, "check")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task A_backup_is_readable_by_its_owner_only_and_replaces_no_file()
    {
        (await BackupAsync()).Code.ShouldBe(0);
        if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(Archive).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var before = await File.ReadAllBytesAsync(Archive);
        var (code, _, errors) = await BackupAsync();
        code.ShouldBe(2);
        errors.ShouldContain("gibt es schon");
        (await File.ReadAllBytesAsync(Archive)).ShouldBe(before);
        (await RunAsync(_host.Folder, _source, "backup", Path.Combine(_folder, "gibt/es/nicht"))).Code.ShouldBe(2);
    }

    [Fact]
    public async Task A_target_with_data_is_replaced_only_when_told_so_and_not_while_it_is_in_use()
    {
        await _world.AdmitAsync(1);
        (await BackupAsync()).Code.ShouldBe(0);
        (await RestoreAsync(force: TestDatabase.OnPostgres)).Code.ShouldBe(0);
        var (code, _, errors) = await RestoreAsync();
        code.ShouldBe(2);
        errors.ShouldContain("--force");
        Put(_elsewhere.Folder, "files/alt", "alt");
        (await RestoreAsync(force: true)).Code.ShouldBe(0);
        File.Exists(Path.Combine(_elsewhere.Folder, "files/alt")).ShouldBeFalse();

        (code, _, errors) = await _host.DbAsync(async db =>
        {
            await db.Database.OpenConnectionAsync();
            await db.Calls.CountAsync();
            return await RunAsync(_host.Folder, _source, "restore", Archive, "--force");
        });
        code.ShouldBe(1, errors);
        errors.ShouldContain("in Gebrauch");
        (await _host.CheckAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_was_erased_after_the_backup_stays_erased_when_it_is_restored()
    {
        await _world.SubmitAsync(1);
        (await BackupAsync()).Code.ShouldBe(0);
        (await RunAsync(_host.Folder, _source, "privacy", "erase", "--person", Cast.Lead.ToUpperInvariant())).Code.ShouldBe(2, "the last lead of a running call");
        var (code, output, errors) = await RunAsync(_host.Folder, _source, "privacy", "erase", "--person", Cast.ClerkOne);
        code.ShouldBe(0, errors);
        output.ShouldContain(_world.Persons[Cast.ClerkOne].ToString());
        (await RunAsync(_host.Folder, _source, "check")).Code.ShouldBe(0);
        File.Copy(Path.Combine(_host.Folder, "erasures.txt"), Path.Combine(_elsewhere.Folder, "erasures.txt"));

        var restored = await RestoreAsync(force: TestDatabase.OnPostgres);
        restored.Code.ShouldBe(0, restored.Errors);
        restored.Errors.ShouldContain("1 gelöschte Konten kamen mit der Sicherung zurück");
        restored.Output.ShouldEndWith("Alles in Ordnung.\n");
        File.ReadAllLines(Path.Combine(_elsewhere.Folder, "erasures.txt")).ShouldContain(line => line.StartsWith(_world.Persons[Cast.ClerkOne].ToString(), StringComparison.Ordinal));
        (await RunAsync(_elsewhere.Folder, _elsewhere.Postgres, "privacy", "erase", "--person", Cast.ClerkOne)).Code.ShouldBe(2, "there is no such account any more");
        (await RunAsync(_elsewhere.Folder, _elsewhere.Postgres, "check")).Code.ShouldBe(0);
        (await RunAsync(_elsewhere.Folder, _elsewhere.Postgres, "privacy", "retention")).Code.ShouldBe(0);
    }

    public static TheoryData<string> Damages => ["text", "cut", "byte", "manifest", "more", "less", "path", "format", "kind", "migration"];

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task A_broken_or_foreign_archive_is_bad_input_and_leaves_the_target_as_it_was(string damage)
    {
        (await BackupAsync()).Code.ShouldBe(0);
        await DamageAsync(damage);
        var before = Directory.GetFileSystemEntries(_elsewhere.Folder);
        var (code, _, errors) = await RestoreAsync(force: true);
        code.ShouldBe(2, errors);
        errors.Trim().Split('\n').Length.ShouldBe(2, errors);
        errors.ShouldNotContain("   at ");
        Directory.GetFileSystemEntries(_elsewhere.Folder).ShouldBe(before);
    }

    [Fact]
    public async Task Without_a_file_there_is_nothing_to_restore() =>
        (await RestoreAsync()).ShouldSatisfyAllConditions(each => each.Code.ShouldBe(2), each => each.Errors.ShouldContain("gibt es nicht"));

    [Fact]
    public async Task Without_pg_dump_a_clear_message_says_what_is_missing_and_no_file_is_left()
    {
        if (!TestDatabase.OnPostgres) return;
        Environment.SetEnvironmentVariable(ProgramsVariable, _host.Folder);
        var (code, _, errors) = await BackupAsync();
        code.ShouldBe(1);
        errors.ShouldContain("Das Programm pg_dump wurde nicht gefunden.");
        Directory.GetFileSystemEntries(_folder).ShouldBeEmpty();
    }

    private async Task DamageAsync(string damage)
    {
        if (damage == "text") await File.WriteAllTextAsync(Archive, "keine Sicherung");
        else if (damage == "cut") await using (var file = File.OpenWrite(Archive)) file.SetLength(file.Length / 2);
        else if (damage == "byte")
        {
            await using var file = File.Open(Archive, FileMode.Open);
            file.Position = file.Length / 3;
            var old = file.ReadByte();
            file.Position--;
            file.WriteByte((byte)(old ^ 255));
        }
        else
        {
            using var zip = ZipFile.Open(Archive, ZipArchiveMode.Update);
            if (damage == "more") Write(zip, "files/mehr", "x");
            else if (damage == "less") zip.GetEntry("files/ab/cdef")!.Delete();
            else if (damage == "path")
            {
                Write(zip, "files/../../x", "");
                Change(zip, text => text.Replace("\"entries\": [", "\"entries\": [{\"name\":\"files/../../x\",\"length\":0,\"sha256\":\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\"},", StringComparison.Ordinal));
            }
            else Change(zip, text => damage switch
            {
                "manifest" => "{",
                "format" => text.Replace("\"format\": 1", "\"format\": 2", StringComparison.Ordinal),
                "kind" => text.Replace(TestDatabase.OnPostgres ? "\"postgres\"" : "\"sqlite\"", TestDatabase.OnPostgres ? "\"sqlite\"" : "\"postgres\"", StringComparison.Ordinal),
                _ => text.Replace("\"migration\": \"", "\"migration\": \"9", StringComparison.Ordinal),
            });
        }
    }

    private static void Change(ZipArchive zip, Func<string, string> change)
    {
        var entry = zip.GetEntry(BackupManifest.Name)!;
        string text;
        using (var reader = new StreamReader(entry.Open())) text = reader.ReadToEnd();
        var changed = change(text);
        changed.ShouldNotBe(text);
        entry.Delete();
        Write(zip, BackupManifest.Name, changed);
    }

    private static void Write(ZipArchive zip, string name, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(text);
    }

    private static void Put(string folder, string name, string text)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private static async Task UntilAsync(Func<bool> reached)
    {
        for (var waited = 0; !reached(); waited++)
        {
            waited.ShouldBeLessThan(3000);
            await Task.Delay(20);
        }
    }

    private async Task<string[]> ExportAsync(string data, string? connection)
    {
        var file = Path.Combine(_folder, Guid.CreateVersion7() + ".csv");
        var (code, _, errors) = await RunAsync(data, connection, "export", "entries", "--call", World.Slug, "--out", file);
        code.ShouldBe(0, errors);
        return await File.ReadAllLinesAsync(file);
    }

    private Task<(int Code, string Output, string Errors)> BackupAsync() => RunAsync(_host.Folder, _source, "backup", Archive);

    private Task<(int Code, string Output, string Errors)> RestoreAsync(bool force = false) =>
        RunAsync(_elsewhere.Folder, _elsewhere.Postgres, [.. new[] { "restore", Archive }, .. force ? new[] { "--force" } : []]);

    private static async Task<(int Code, string Output, string Errors)> RunAsync(string data, string? connection, params string[] args)
    {
        // A pool that outlives the verb would be in the way of the next one; as a program each verb ends with its connections.
        Environment.SetEnvironmentVariable(ConnectionVariable, connection is null ? null : connection + ";Pooling=false");
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = await AwardsCommands.RunAsync([.. args, "--data", data], output, errors);
        SqliteConnection.ClearAllPools();
        return (code, output.ToString(), errors.ToString());
    }
}
