using Awards.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Awards.Web.Platform;

/// <summary>Healthy while the database answers and its schema is current.</summary>
public sealed class DatabaseHealth(AwardsDbContext db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        (await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any()
            ? HealthCheckResult.Unhealthy("The schema is not current: run ./awards migrate.")
            : HealthCheckResult.Healthy();
}
