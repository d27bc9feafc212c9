using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Awards.Web.Platform.Operation;

/// <summary>How large and how long a request may be. A page that needs more says so: [RequestSizeLimit], [RequestTimeout].</summary>
public static class Limits
{
    /// <summary>Largest body, in bytes.</summary>
    public const long Body = 2 * 1024 * 1024;

    /// <summary>Name of the policy for pages that compute or send much: five minutes.</summary>
    public const string LongWork = nameof(LongWork);

    /// <summary>Setting: seconds a request may take, 1 to 600; without it 30.</summary>
    public const string SecondsSetting = "Limits:RequestSeconds";

    internal static TimeSpan Read(IConfiguration configuration, SettingFaults faults)
    {
        if (configuration[SecondsSetting] is not { Length: > 0 } text) return TimeSpan.FromSeconds(30);
        if (int.TryParse(text, System.Globalization.NumberStyles.None, null, out var seconds) && seconds is >= 1 and <= 600) return TimeSpan.FromSeconds(seconds);
        faults.Add(SecondsSetting, "Bitte eine ganze Zahl von 1 bis 600 angeben.");
        return TimeSpan.FromSeconds(30);
    }

    internal static void Apply(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        var limits = kestrel.Limits;
        limits.MaxRequestBodySize = Body;
        limits.MaxRequestLineSize = 8 * 1024;
        limits.MaxRequestHeadersTotalSize = 32 * 1024;
        limits.MaxRequestHeaderCount = 64;
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);
        limits.MinRequestBodyDataRate = limits.MinResponseDataRate = new MinDataRate(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));
        limits.Http2.MaxStreamsPerConnection = 100;
        limits.Http2.MaxRequestHeaderFieldSize = 16 * 1024;
        limits.Http2.KeepAlivePingDelay = TimeSpan.FromSeconds(30);
    }

    internal static void AddLimits(this IServiceCollection services, TimeSpan usual) => services.AddRequestTimeouts(options =>
    {
        options.DefaultPolicy = new RequestTimeoutPolicy { Timeout = usual, TimeoutStatusCode = StatusCodes.Status503ServiceUnavailable };
        options.AddPolicy(LongWork, new RequestTimeoutPolicy { Timeout = TimeSpan.FromMinutes(5), TimeoutStatusCode = StatusCodes.Status503ServiceUnavailable });
    });
}
