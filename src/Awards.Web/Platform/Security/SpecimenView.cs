using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using Awards.Domain.Accounts;
using Awards.Web.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Identity;

namespace Awards.Web.Platform.Security;

/// <summary>What somebody looks at pages as: a role in a call, or a municipality.</summary>
/// <param name="Role">Null = a municipality without applications.</param>
public sealed record SpecimenChoice(Guid CallId, CallRole? Role);

/// <summary>
/// "Ansicht als …": while its cookie is there, the lead of the call sees pages as somebody with another role would, with nothing of their own.
/// The specimen can change nothing. It is nobody's account, so whatever a seal opens only to the person concerned stays closed.
/// </summary>
public sealed class SpecimenView(RequestDelegate next, IDataProtectionProvider protection, Installation installation)
{
    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("Awards.Specimen").ToTimeLimitedDataProtector();
    private static readonly Guid Nobody = new("00000000-0000-7000-8000-000000000001");
    private static readonly TimeSpan Lasts = TimeSpan.FromHours(1);

    /// <summary>Where looking ends.</summary>
    public const string EndPath = "/ansicht/ende";

    public async Task InvokeAsync(HttpContext http)
    {
        if (http.Request.Cookies[CookieName(installation)] is { Length: > 0 } cookie && http.User.PersonId() is { } viewer)
        {
            if (Read(cookie, viewer) is { } choice && http.User.Holds(choice.CallId, CallRole.Lead))
            {
                http.User = Specimen(http.User, viewer, choice);
                http.Items[typeof(SpecimenChoice)] = choice;
                if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method) && http.Request.Path != EndPath
                    // The page that explains the refusal is made by the same request.
                    && http.Features.Get<IStatusCodeReExecuteFeature>() is null)
                {
                    http.Response.StatusCode = StatusCodes.Status403Forbidden;
                    return;
                }
            }
            else End(http, installation);
        }
        await next(http);
    }

    /// <summary>Begins to look as a role.</summary>
    public static void Begin(HttpContext http, Installation installation, IDataProtectionProvider protection, Guid viewer, SpecimenChoice choice) => http.Response.Cookies.Append(
        CookieName(installation),
        protection.CreateProtector("Awards.Specimen").ToTimeLimitedDataProtector().Protect($"{viewer}|{choice.CallId}|{choice.Role}", Lasts),
        new CookieOptions { HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Lax, Path = "/", Secure = http.Request.IsHttps });

    /// <summary>Ends it.</summary>
    public static void End(HttpContext http, Installation installation) => http.Response.Cookies.Delete(CookieName(installation), new CookieOptions { Path = "/", Secure = http.Request.IsHttps });

    private static string CookieName(Installation installation) => installation.Demo ? "awards-view" : "__Host-awards-view";

    private SpecimenChoice? Read(string cookie, Guid viewer)
    {
        try
        {
            var parts = _protector.Unprotect(cookie).Split('|');
            return parts[0] == viewer.ToString() ? new(Guid.Parse(parts[1], CultureInfo.InvariantCulture), Enum.TryParse<CallRole>(parts[2], out var role) ? role : null) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static ClaimsPrincipal Specimen(ClaimsPrincipal lead, Guid viewer, SpecimenChoice choice)
    {
        var identity = new ClaimsIdentity(
        [
            new(ClaimTypes.NameIdentifier, Nobody.ToString()), new(AwardsClaims.Viewer, viewer.ToString()),
            new(AwardsClaims.DisplayName, lead.FindFirstValue(AwardsClaims.DisplayName) ?? ""),
            choice.Role is { } role ? new(AwardsClaims.Role, $"{choice.CallId}:{role}") : new(AwardsClaims.Municipality, Nobody.ToString()),
        ], IdentityConstants.ApplicationScheme);
        return new ClaimsPrincipal(identity);
    }
}
