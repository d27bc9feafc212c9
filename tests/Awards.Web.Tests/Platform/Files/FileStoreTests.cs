using System.Net;
using Awards.Domain.Shared;
using Awards.Testing;
using Awards.Testing.Files;
using Awards.Web.Data;
using Awards.Web.Platform.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Awards.Web.Tests.Platform.Files;

public sealed class FileStoreTests : IAsyncLifetime
{
    private AwardsHost _host = null!;

    private string Folder => Path.Combine(_host.Folder, "files");

    private IFileStore Store => _host.Services.GetRequiredService<IFileStore>();

    public async Task InitializeAsync() => _host = await AwardsHost.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task A_store_that_cannot_be_written_is_said_in_words()
    {
        await File.WriteAllTextAsync(Folder, "in the way");
        (await StoreAsync("Test")).Refusal.ShouldBe(FileRefusals.StoreFails);
        (await _host.DbAsync(db => db.StoredFiles.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task The_check_names_missing_shortened_and_changed_files()
    {
        var files = new List<StoredFile>();
        for (var number = 0; number < 4; number++) files.Add((await StoreAsync("Test")).Fact);
        string PathOf(int number) => Directory.GetFiles(Folder, files[number].StorageName, SearchOption.AllDirectories).Single();
        File.Delete(PathOf(0));
        await File.WriteAllBytesAsync(PathOf(1), CraftedPdf.Pages()[..100]);
        var changed = CraftedPdf.Pages();
        changed[20] ^= 1;
        await File.WriteAllBytesAsync(PathOf(2), changed);
        (await _host.CheckAsync()).Select(fault => fault[(fault.IndexOf(':', StringComparison.Ordinal) + 2)..]).ShouldBe(
            [$"Der Inhalt {files[0].StorageName} fehlt.", $"100 Bytes statt {files[1].Size}.", "Der Inhalt passt nicht zur Prüfsumme."], ignoreOrder: true);
    }

    [Fact]
    public async Task Bytes_without_a_row_and_leftovers_are_purged_after_seven_days_and_nothing_else_is()
    {
        var kept = (await StoreAsync("Unknown owner")).Fact;
        string stray;
        using (var incoming = await Store.ReceiveAsync(new MemoryStream([1, 2, 3]), 100, CancellationToken.None)) stray = Store.Keep(incoming);
        _ = await Store.ReceiveAsync(new MemoryStream([1]), 100, CancellationToken.None);
        _host.Clock.Now = _host.Clock.Now.AddDays(7).AddSeconds(-1);
        (await PurgeAsync()).ShouldBe(new Purged(0, 0, 0, 0));
        _host.Clock.Now = _host.Clock.Now.AddSeconds(2);
        (await PurgeAsync()).ShouldBe(new Purged(0, 0, 1, 1));
        Store.Open(stray).ShouldBeNull();
        Store.List().Select(each => each.StorageName).ShouldBe([kept.StorageName]);
        (await _host.DbAsync(db => db.AuditRows.CountAsync(row => row.Action == AuditAction.FilesPurged))).ShouldBe(1);
    }

    [Fact]
    public async Task A_file_whose_owner_is_gone_is_detached_first_and_deleted_a_week_later()
    {
        await StoreAsync("CallDownload");
        (await PurgeAsync()).ShouldBe(new Purged(1, 0, 0, 0));
        _host.Clock.Now = _host.Clock.Now.AddDays(7);
        (await PurgeAsync()).ShouldBe(new Purged(0, 1, 0, 0));
    }

    [Fact]
    public async Task A_file_whose_kind_of_owner_nobody_knows_is_read_by_nobody()
    {
        var file = (await StoreAsync("Unknown owner")).Fact;
        await World.CreateAsync(_host);
        using var lead = await _host.SignedInAsync(Cast.Lead);
        (await lead.GetAsync(FileEndpoint.Link(file.Id))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("Faltblatt.pdf", "Faltblatt.pdf")]
    [InlineData("C:\\Users\\x\\Faltblatt.pdf", "Faltblatt.pdf")]
    [InlineData("../../etc/passwd", "passwd.pdf")]
    [InlineData("rechnung\u202Efdp.pdf", "rechnungfdp.pdf")]
    [InlineData("a\r\nSet-Cookie: x=1.pdf", "aSet-Cookie_ x=1.pdf")]
    [InlineData("Müller & Söhne \"neu\".pdf", "Müller & Söhne _neu_.pdf")]
    [InlineData("   ", "Datei.pdf")]
    [InlineData(null, "Datei.pdf")]
    [InlineData("Protokoll v1.2", "Protokoll v1.2.pdf")]
    [InlineData("\ud83c\udf33.pdf", "\ud83c\udf33.pdf")]
    [InlineData("\ud83c.pdf", "Datei.pdf")]
    public void Names_are_made_harmless(string? typed, string shown) => FileName.Clean(typed, FileKind.Pdf).ShouldBe(shown);

    [Fact]
    public void A_long_name_keeps_its_ending()
    {
        var name = FileName.Clean(new string('ä', 5000) + ".pdf", FileKind.Pdf);
        (name.Length, name[^5..]).ShouldBe((StoredFile.MaxName, "ä.pdf"));
    }

    private async Task<Purged> PurgeAsync()
    {
        using var scope = _host.Services.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<PurgeFilesJob>().PurgeAsync();
    }

    private async Task<Outcome<StoredFile>> StoreAsync(string owner)
    {
        using var scope = _host.Services.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<Uploads>().StoreAsync(new MemoryStream(CraftedPdf.Pages()), "a.pdf", new FileOwner(owner, Guid.CreateVersion7(), null),
            WriteContext.System(_host.Clock.Now, "Test"), AuditAction.CallDownloadAdded, file => Task.FromResult<Outcome<StoredFile>>(file), CancellationToken.None);
    }
}
