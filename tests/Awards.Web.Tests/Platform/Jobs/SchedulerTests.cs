using System.Net;
using Awards.Testing;
using Awards.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Tests.Platform.Jobs;

public sealed class SchedulerTests
{
    [Fact]
    public async Task The_real_scheduler_on_the_same_database_sends_what_waits_and_health_says_that_it_runs()
    {
        await using var host = await AwardsHost.StartAsync(settings: new Dictionary<string, string?> { ["Jobs:Enabled"] = "true" });
        var world = await World.CreateAsync(host);
        await world.WriteAsync(db =>
        {
            db.Outbox.Add(OutboxMessage.Write("amt@musterstadt.example", "Betreff", "Text mit Ümläuten", host.Clock.Now));
            return Task.FromResult(true);
        });
        var patience = TimeSpan.FromSeconds(40);
        for (var waited = TimeSpan.Zero; await host.DbAsync(db => db.Outbox.CountAsync(mail => mail.State == OutboxState.Sent)) == 0 && waited < patience; waited += TimeSpan.FromMilliseconds(200))
        {
            await Task.Delay(200);
            // The scheduler follows the host's clock, which stands still by itself.
            host.Clock.Now = host.Clock.Now.AddSeconds(1);
        }
        var file = Directory.GetFiles(Path.Combine(host.Folder, "mail"), "*.eml").ShouldHaveSingleItem();
        (await File.ReadAllTextAsync(file)).ShouldContain("amt@musterstadt.example");
        using var visitor = host.Visitor();
        var health = await visitor.GetAsync("/health");
        (health.Status, health.Text).ShouldBe((HttpStatusCode.OK, "Healthy"));
    }
}
