using Awards.Domain.Calls;
using Awards.Web.Data;
using Awards.Web.Platform;
using Awards.Web.Platform.Privacy;
using Awards.Web.Platform.Security;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Awards.Web.Stages.Shell.Public;

/// <summary>What happens to personal data, call by call, and which cookies there are.</summary>
public sealed class PrivacyModel(AwardsDbContext db, CallCache calls, PrivacyOptions options, SingleSignOnOptions singleSignOn, Installation installation) : PageModel
{
    public IReadOnlyList<Call> Calls { get; private set; } = [];
    public int UnusedAccountDays => options.UnusedAccountDays;

    /// <summary>The cookies that this installation sets.</summary>
    public IEnumerable<SiteCookie> Cookies => SiteCookies.All.Where(cookie => singleSignOn.Enabled || !cookie.Name.StartsWith("awards-sso", StringComparison.Ordinal));

    public async Task OnGetAsync(CancellationToken cancellationToken) => Calls = [.. (await calls.AllAsync(db, cancellationToken)).Where(call => !call.Definition.Draft)];

    /// <summary>The name that the browser shows.</summary>
    public string Shown(SiteCookie cookie) => installation.Demo || cookie.Name.StartsWith('.') || cookie.Name.EndsWith('*') ? cookie.Name : "__Host-" + cookie.Name;
}
