using Awards.Domain.Calls;
using Awards.Web.Data;

namespace Awards.Web.Platform.Requests;

/// <summary>Looks up the call that the address names (route value "call"), before rights are checked.</summary>
public sealed class CallBinding(RequestDelegate next)
{
    /// <summary>Route value that names a call by its slug.</summary>
    public const string RouteValue = "call";

    public async Task InvokeAsync(HttpContext http, CallCache cache)
    {
        if (http.Request.RouteValues[RouteValue] is string slug)
        {
            var db = http.RequestServices.GetRequiredService<AwardsDbContext>();
            if (await cache.FindAsync(db, slug, http.RequestAborted) is not { } call)
            {
                http.Response.StatusCode = StatusCodes.Status404NotFound;
                return;
            }
            http.Items[typeof(Call)] = call;
        }
        await next(http);
    }
}
