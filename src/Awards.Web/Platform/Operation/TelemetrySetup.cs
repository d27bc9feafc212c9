using System.Diagnostics;
using Awards.Web.Data;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Platform.Operation;

/// <summary>Switches telemetry on where an address is configured; its packages are otherwise not even loaded.</summary>
internal static class TelemetrySetup
{
    public static void AddTelemetry(this IServiceCollection services, TelemetryOptions options)
    {
        services.AddSingleton<AwardsMeters>();
        services.AddSingleton(options);
        services.AddSingleton(new DatabaseGauge("awards.mails", "{mail}", "Mails in the outbox by state", async (db, cancellationToken) =>
            [.. (await db.Outbox.Where(mail => mail.State != OutboxState.Sent).GroupBy(mail => mail.State).Select(group => new { group.Key, Count = group.LongCount() }).ToListAsync(cancellationToken))
                .Select(each => new GaugeValue(each.Count, "state", each.Key.ToString()))]));
        if (!options.IsOn) return;
        services.AddHostedService<Telemetry>();
        services.AddHostedService<GaugeReader>();
    }

    /// <summary>Names the trace of a request by its route, never by its address, which may hold names and tokens.</summary>
    public static void UseTelemetry(this WebApplication app)
    {
        if (!app.Services.GetRequiredService<TelemetryOptions>().IsOn) return;
        app.Use(async (http, next) =>
        {
            await next(http);
            if (http.Features.Get<IHttpActivityFeature>()?.Activity is not { } activity) return;
            var route = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "";
            var method = HttpMethods.IsGet(http.Request.Method) ? "GET" : HttpMethods.IsPost(http.Request.Method) ? "POST" : "_OTHER";
            activity.DisplayName = $"{method} /{route.TrimStart('/')}";
            activity.SetTag("http.route", route);
            activity.SetTag("http.request.method", method);
            activity.SetTag("http.response.status_code", http.Response.StatusCode);
            activity.SetTag("awards.request", http.TraceIdentifier);
            if (http.Response.StatusCode >= 500) activity.SetStatus(ActivityStatusCode.Error);
        });
    }
}
