using Awards.Web.Data;
using Awards.Web.Platform.Privacy;
using Awards.Web.Platform.Requests;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Stages.Privacy.Office;

/// <summary>How long the call keeps what, what that will concern, and what was done.</summary>
[Authorize(Policy = PrivacyRights.Retention)]
public sealed class RetentionModel(AwardsDbContext db, Retention retention, RequestContext request) : PageModel
{
    private const int Shown = 50;

    public string Slug => request.Call.Slug;
    public IReadOnlyList<RetentionForecast> Forecasts { get; private set; } = [];
    public IReadOnlyList<RetentionReport> Reports { get; private set; } = [];

    /// <summary>UTC; null = never.</summary>
    public DateTime? LastRun { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Forecasts = await retention.PreviewAsync(request.Call, cancellationToken);
        Reports = await db.RetentionReports.AsNoTracking().Where(report => report.CallId == request.Call.Id).OrderByDescending(report => report.At).ThenBy(report => report.Rule).Take(Shown).ToListAsync(cancellationToken);
        LastRun = await db.RetentionReports.Where(report => report.Rule == RetentionReport.Run).Select(report => (DateTime?)report.At).FirstOrDefaultAsync(cancellationToken);
    }
}
