using Awards.Web.Platform.Requests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Awards.Web.Platform.Security;

/// <summary>
/// A page for dangerous things: who proved their identity too long ago does so again first. The form has half an hour more than the page,
/// so that nobody loses what they typed.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RecentProofAttribute : Attribute, IAsyncPageFilter
{
    /// <summary>How long a proof counts.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(30);

    /// <summary>Where it is asked for.</summary>
    public const string Path = "/konto/bestaetigen";

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var http = context.HttpContext;
        var now = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        var lasts = HttpMethods.IsPost(http.Request.Method) ? Lasts + Grace : Lasts;
        if (http.RequestServices.GetRequiredService<RequestContext>().SessionOrNull is { } session && now - session.ProvedAt <= lasts) return next();
        context.Result = new LocalRedirectResult($"{Path}?zurueck={Uri.EscapeDataString(http.Request.Path + http.Request.QueryString)}");
        return Task.CompletedTask;
    }
}
