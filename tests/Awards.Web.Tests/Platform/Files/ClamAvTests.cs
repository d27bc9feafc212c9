using System.Net;
using System.Text;
using Awards.Domain.Shared;
using Awards.Testing;
using Awards.Testing.Files;
using Awards.Web.Data;
using Awards.Web.Platform.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Awards.Web.Tests.Platform.Files;

/// <summary>Against a real clamd with a signature of our own.</summary>
public sealed class ClamAvTests
{
    [ClamFact]
    public async Task What_the_scanner_finds_is_refused_and_recorded_and_the_rest_is_taken()
    {
        using var clamd = await ClamDaemon.StartAsync();
        await using var host = await AwardsHost.StartAsync(settings: clamd.Settings);
        (await StoreAsync(host, CraftedPdf.Pages())).Refused(out _).ShouldBeFalse();
        var infected = CraftedPdf.WithCatalog("", CraftedPdf.Stream("", Encoding.ASCII.GetBytes(ClamDaemon.Marker)));
        (await StoreAsync(host, infected)).Refusal.ShouldBe(FileRefusals.Virus);
        var row = (await host.DbAsync(db => db.AuditRows.Where(row => row.Action == AuditAction.FileRefused).ToListAsync())).ShouldHaveSingleItem();
        row.Why.ShouldNotBeNull().ShouldContain(ClamDaemon.Finding);
        (await host.DbAsync(db => db.StoredFiles.CountAsync())).ShouldBe(1);
        Directory.GetFiles(Path.Combine(host.Folder, "files"), "*", SearchOption.AllDirectories).Length.ShouldBe(1);
        using var visitor = host.Visitor();
        (await visitor.GetAsync("/health")).Text.ShouldBe("Healthy");
    }

    [ClamFact]
    public async Task A_file_beyond_the_scanners_own_limit_is_refused()
    {
        using var clamd = await ClamDaemon.StartAsync(streamMaxLength: "64K");
        await using var host = await AwardsHost.StartAsync(settings: clamd.Settings);
        (await StoreAsync(host, CraftedPdf.OfSize(5_000_000))).Refusal.ShouldBe(FileRefusals.ScannerLimit);
        (await host.DbAsync(db => db.StoredFiles.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Without_an_answer_nothing_is_taken_and_health_says_so()
    {
        await using var host = await AwardsHost.StartAsync(settings: new Dictionary<string, string?> { ["Files:ClamAv:Host"] = "127.0.0.1", ["Files:ClamAv:Port"] = $"{ClamDaemon.FreePort()}", ["Files:ClamAv:TimeoutSeconds"] = "5" });
        (await StoreAsync(host, CraftedPdf.Pages())).Refusal.ShouldBe(FileRefusals.ScannerAway);
        Directory.GetFiles(Path.Combine(host.Folder, "files"), "*", SearchOption.AllDirectories).ShouldBeEmpty();
        using var visitor = host.Visitor();
        var health = await visitor.GetAsync("/health");
        (health.Status, health.Text).ShouldBe((HttpStatusCode.OK, "Degraded"));
    }

    private static async Task<Outcome<StoredFile>> StoreAsync(AwardsHost host, byte[] content)
    {
        using var scope = host.Services.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<Uploads>().StoreAsync(new MemoryStream(content), "a.pdf", new FileOwner("Test", Guid.CreateVersion7(), null),
            WriteContext.System(host.Clock.Now, "Test"), AuditAction.CallDownloadAdded, file => Task.FromResult<Outcome<StoredFile>>(file), CancellationToken.None);
    }
}
