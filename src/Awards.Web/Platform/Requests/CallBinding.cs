using Awards.Domain.Calls;
using Awards.Web.Data;
using Microsoft.EntityFrameworkCore;

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
            // Opening a SQLite connection registers two dozen functions; a page with seven queries does so once, not seven times.
            if (db.Database.IsSqlite()) await db.Database.OpenConnectionAsync(http.RequestAborted);
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
