using System.Globalization;
using System.Security.Claims;
using Awards.Domain.Calls;
using Awards.Domain.Shared;
using Awards.Web.Platform.Operation;
using Awards.Web.Platform.Security;

namespace Awards.Web.Platform.Requests;

/// <summary>What a page needs to know about its request: who, since when, in which call.</summary>
public sealed class RequestContext(IHttpContextAccessor accessor, PublicAddress address, Installation installation)
{
    private HttpContext Http => accessor.HttpContext ?? throw new InvalidOperationException("There is no request.");

    /// <summary>UTC instant at which the request began: what counts for deadlines.</summary>
    public DateTime Began => (DateTime)Http.Items[typeof(RequestContext)]!;

    /// <summary>The signed-in person; throws when nobody is signed in.</summary>
    public Guid PersonId => Http.User.PersonId() ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>The signed-in person's claims.</summary>
    public ClaimsPrincipal User => Http.User;

    /// <summary>The session of the signed-in person; throws when nobody is signed in.</summary>
    public SessionState Session => SessionOrNull ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>The session, or null when nobody is signed in.</summary>
    public SessionState? SessionOrNull => Http.Items[typeof(SessionState)] as SessionState;

    /// <summary>The call named in the address; throws on pages without one.</summary>
    public Call Call => Http.Items[typeof(Call)] as Call ?? throw new InvalidOperationException("The address names no call.");

    /// <summary>The call named in the address, or null.</summary>
    public Call? CallOrNull => Http.Items[typeof(Call)] as Call;

    /// <summary>Names the call of a page whose address does not (an application by its id), so that banner and rules know it.</summary>
    public void Concerns(Call call) => Http.Items[typeof(Call)] = call;

    /// <summary>Language of the page: "de" or "en".</summary>
    public static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? "en" : "de";

    /// <summary>Context of a write in this request.</summary>
    public WriteContext Write(string? why = null) =>
        new(Http.User.ActingPersonId(), Began, string.IsNullOrWhiteSpace(why) ? null : why.Trim(), ReferenceNumber(Http), ActingAs.In(Http), CallOrNull?.Id);

    /// <summary>A whole address for mails. Never made from the host that a request names, except in the demo, which answers on this machine only.</summary>
    public string Absolute(string path) => installation.Demo && address == PublicAddress.Local ? $"{Http.Request.Scheme}://{Http.Request.Host}{path}" : address.Of(path);

    /// <summary>The number people quote when something failed; the same in log and audit.</summary>
    public static string ReferenceNumber(HttpContext http) => http.TraceIdentifier;

    /// <summary>Remembers when the request began, before anything else happens to it.</summary>
    public static void Stamp(HttpContext http, TimeProvider clock)
    {
        http.Items[typeof(RequestContext)] = clock.GetUtcNow().UtcDateTime;
        http.TraceIdentifier = Convert.ToHexString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(6));
    }
}
