using Awards.Domain.Accounts;
using Awards.Domain.Calls;
using Awards.Web.Data;
using Awards.Web.Platform.Security;
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
            // A call that is being set up is there for those who have a role in it, and for nobody else.
            if (await cache.FindAsync(db, slug, http.RequestAborted) is not { } call || (call.Definition.Draft && !http.User.Holds(call.Id, Enum.GetValues<CallRole>())))
            {
                http.Response.StatusCode = StatusCodes.Status404NotFound;
                return;
            }
            http.Items[typeof(Call)] = call;
        }
        await next(http);
    }
}
