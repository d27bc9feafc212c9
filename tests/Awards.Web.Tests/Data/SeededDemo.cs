using Awards.Testing;
using Awards.Web.Data.Seeding;

namespace Awards.Web.Tests.Data;

/// <summary>The demo in its stages, each seeded once for all tests of a class, which change nothing in it.</summary>
public sealed class SeededDemo : IAsyncLifetime
{
    private readonly Dictionary<DemoStage, AwardsHost> _hosts = [];

    public async Task<AwardsHost> AtAsync(DemoStage stage)
    {
        if (_hosts.TryGetValue(stage, out var seeded)) return seeded;
        var host = _hosts[stage] = await AwardsHost.StartAsync();
        await host.SeedDemoAsync(stage);
        return host;
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var host in _hosts.Values) await host.DisposeAsync();
    }
}
