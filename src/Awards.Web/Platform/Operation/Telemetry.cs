using System.Reflection;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Awards.Web.Platform.Operation;

/// <summary>Sends metrics and traces by OTLP while the server runs. Exports happen beside the requests; a collector that is down costs them nothing.</summary>
internal sealed class Telemetry(TelemetryOptions options, AwardsMeters meters) : IHostedService, IDisposable
{
    private static readonly string[] Meters =
    [
        AwardsMeters.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.Routing", "Microsoft.AspNetCore.Diagnostics",
        "Microsoft.AspNetCore.RateLimiting", "Microsoft.AspNetCore.Authentication", "Microsoft.AspNetCore.Authorization", "Microsoft.AspNetCore.Identity",
        "Microsoft.EntityFrameworkCore", "Npgsql", "Quartz", "System.Runtime",
    ];

    private MeterProvider? _metrics;
    private TracerProvider? _traces;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        meters.Start();
        var resource = ResourceBuilder.CreateEmpty().AddService("awards", serviceVersion: Assembly.GetExecutingAssembly().GetName().Version?.ToString(), serviceInstanceId: Environment.MachineName + ":" + Environment.ProcessId);
        var rhythm = (int)TimeSpan.FromSeconds(options.ExportSeconds).TotalMilliseconds;
        _metrics = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource).AddMeter(Meters).AddOtlpExporter((exporter, reader) =>
        {
            Address(exporter, "v1/metrics");
            reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = rhythm;
        }).Build();
        _traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource("Microsoft.AspNetCore", "Npgsql").SetSampler(new TraceIdRatioBasedSampler(options.TraceShare)).AddOtlpExporter(exporter =>
        {
            Address(exporter, "v1/traces");
            exporter.BatchExportProcessorOptions = new() { ScheduledDelayMilliseconds = Math.Min(rhythm, 5000) };
        }).Build();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        // What is left is sent once more, but nobody waits long for a collector that is down.
        _traces?.Shutdown(2000);
        _metrics?.Shutdown(2000);
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        _traces?.Dispose();
        _metrics?.Dispose();
    }

    private void Address(OtlpExporterOptions exporter, string path)
    {
        var grpc = options.Protocol == "grpc";
        exporter.Protocol = grpc ? OtlpExportProtocol.Grpc : OtlpExportProtocol.HttpProtobuf;
        exporter.Endpoint = new Uri(grpc ? options.OtlpEndpoint : options.OtlpEndpoint.TrimEnd('/') + "/" + path);
        exporter.TimeoutMilliseconds = 5000;
        if (options.Headers.Length > 0) exporter.Headers = options.Headers;
    }
}
