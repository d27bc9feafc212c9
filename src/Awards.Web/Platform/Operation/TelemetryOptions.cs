namespace Awards.Web.Platform.Operation;

/// <summary>Settings below <c>Telemetry</c>. Without an address nothing is measured or sent.</summary>
public sealed class TelemetryOptions
{
    /// <summary>Base address of the collector, such as http://collector:4318.</summary>
    public string OtlpEndpoint { get; set; } = "";

    /// <summary>"http/protobuf" or "grpc".</summary>
    public string Protocol { get; set; } = "http/protobuf";

    /// <summary>Headers for the collector, "name=value,name=value"; a secret.</summary>
    public string Headers { get; set; } = "";

    /// <summary>Seconds between two exports, 1 to 3600.</summary>
    public int ExportSeconds { get; set; } = 60;

    /// <summary>Share of requests that are traced, 0 to 1.</summary>
    public double TraceShare { get; set; } = 1;

    internal bool IsOn => OtlpEndpoint.Length > 0;

    internal void Check(SettingFaults faults)
    {
        if (IsOn && !(Uri.TryCreate(OtlpEndpoint, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
            faults.Add("Telemetry:OtlpEndpoint", $"„{OtlpEndpoint}“ ist keine Adresse der Form http://collector:4318.");
        if (Protocol is not ("http/protobuf" or "grpc")) faults.Add("Telemetry:Protocol", "Möglich sind http/protobuf und grpc.");
        if (ExportSeconds is < 1 or > 3600) faults.Add("Telemetry:ExportSeconds", "Bitte eine Zahl von 1 bis 3600 angeben.");
        if (TraceShare is not (>= 0 and <= 1)) faults.Add("Telemetry:TraceShare", "Bitte eine Zahl von 0 bis 1 angeben.");
    }
}
