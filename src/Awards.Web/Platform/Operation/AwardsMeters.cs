using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Awards.Web.Data;

namespace Awards.Web.Platform.Operation;

/// <summary>A value with at most one tag; never a person's data.</summary>
public sealed record GaugeValue(long Value, string? Tag = null, string? TagValue = null);

/// <summary>Something that is counted in the database now and then. Register one as a singleton and it is measured.</summary>
public sealed record DatabaseGauge(string Name, string Unit, string Description, Func<AwardsDbContext, CancellationToken, Task<IReadOnlyList<GaugeValue>>> ReadAsync);

/// <summary>The application's own figures, meter "Awards". Counting costs next to nothing while nobody listens.</summary>
public sealed class AwardsMeters
{
    /// <summary>Name of the meter.</summary>
    public const string Name = "Awards";

    private readonly Meter _meter;
    private readonly IReadOnlyList<DatabaseGauge> _gauges;
    private readonly Counter<long> _signInsFailed;
    private readonly Counter<long> _uploadsRefused;
    private readonly ConcurrentDictionary<string, IReadOnlyList<GaugeValue>> _read = new();

    public AwardsMeters(IMeterFactory factory, IEnumerable<DatabaseGauge> gauges)
    {
        _meter = factory.Create(Name);
        _gauges = [.. gauges];
        _signInsFailed = _meter.CreateCounter<long>("awards.signins.failed", "{attempt}", "Sign-ins that failed");
        _uploadsRefused = _meter.CreateCounter<long>("awards.uploads.refused", "{file}", "Uploads that were refused, by the code of the refusal");
    }

    /// <summary>Somebody could not sign in, whether the account exists or not.</summary>
    public void SignInFailed() => _signInsFailed.Add(1);

    /// <summary>A file was not taken; <paramref name="code"/> is the code of the refusal.</summary>
    public void UploadRefused(string code) => _uploadsRefused.Add(1, new KeyValuePair<string, object?>("reason", code));

    /// <summary>Publishes the gauges; they show what <see cref="ReadAsync"/> read last, so that an export never waits for the database.</summary>
    internal void Start()
    {
        foreach (var gauge in _gauges)
            _meter.CreateObservableGauge(gauge.Name, () => _read.GetValueOrDefault(gauge.Name, []).Select(value =>
                value.Tag is null ? new Measurement<long>(value.Value) : new Measurement<long>(value.Value, new KeyValuePair<string, object?>(value.Tag, value.TagValue))), gauge.Unit, gauge.Description);
    }

    internal async Task ReadAsync(AwardsDbContext db, CancellationToken cancellationToken)
    {
        foreach (var gauge in _gauges) _read[gauge.Name] = await gauge.ReadAsync(db, cancellationToken);
    }
}

/// <summary>Reads the gauges in the rhythm of the exports.</summary>
internal sealed class GaugeReader(AwardsMeters meters, TelemetryOptions options, IServiceScopeFactory scopes, ILogger<GaugeReader> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(options.ExportSeconds));
        do
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await meters.ReadAsync(scope.ServiceProvider.GetRequiredService<AwardsDbContext>(), stoppingToken);
            }
            catch (Exception fault) when (fault is System.Data.Common.DbException or InvalidOperationException or TimeoutException)
            {
                log.LogWarning("The figures could not be read: {Fault}", fault.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
