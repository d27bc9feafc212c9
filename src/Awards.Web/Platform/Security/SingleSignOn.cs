using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Awards.Web.Platform.Security;

/// <summary>Settings below <c>Sso</c>: sign-in through an OpenID Connect provider. Without an authority there is none.</summary>
public sealed class SingleSignOnOptions
{
    /// <summary>Issuer whose discovery document is read; https, except on this machine.</summary>
    public string Authority { get; set; } = "";

    public string ClientId { get; set; } = "";

    /// <summary>A secret: from the environment or a file.</summary>
    public string ClientSecret { get; set; } = "";

    /// <summary>What the button says: "Anmelden mit …".</summary>
    public string Name { get; set; } = "Single Sign-on";

    /// <summary>The provider itself asks for a second factor.</summary>
    public bool SecondFactor { get; set; }

    public bool Enabled => Authority.Length > 0;
}

/// <summary>Options of the handler; the endpoints are filled in from the discovery document before they are first used.</summary>
public sealed class OpenIdOptions : OAuthOptions
{
    internal ConfigurationManager<OpenIdConnectConfiguration> Discovery { get; set; } = null!;
}

/// <summary>
/// The OpenID Connect code flow on top of the framework's OAuth handler (state, correlation, PKCE): adds discovery, a nonce and the check of the
/// ID token's signature, issuer, audience, time and nonce.
/// </summary>
public sealed class OpenIdHandler(IOptionsMonitor<OpenIdOptions> options, ILoggerFactory logger, UrlEncoder encoder) : OAuthHandler<OpenIdOptions>(options, logger, encoder)
{
    private const string Nonce = "nonce";

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        await DiscoverAsync();
        await base.HandleChallengeAsync(properties);
    }

    protected override async Task<HandleRequestResult> HandleRemoteAuthenticateAsync()
    {
        await DiscoverAsync();
        return await base.HandleRemoteAuthenticateAsync();
    }

    protected override string BuildChallengeUrl(AuthenticationProperties properties, string redirectUri)
    {
        var nonce = properties.Items[Nonce] = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        return QueryHelpers.AddQueryString(base.BuildChallengeUrl(properties, redirectUri), Nonce, nonce!);
    }

    protected override async Task<AuthenticationTicket> CreateTicketAsync(ClaimsIdentity identity, AuthenticationProperties properties, OAuthTokenResponse tokens)
    {
        var discovered = await Options.Discovery.GetConfigurationAsync(Context.RequestAborted);
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(tokens.Response!.RootElement.GetString("id_token"), new TokenValidationParameters
        {
            ValidIssuer = discovered.Issuer,
            ValidAudience = Options.ClientId,
            IssuerSigningKeys = discovered.SigningKeys,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
        });
        if (!result.IsValid) throw new AuthenticationFailureException("The ID token is not valid.", result.Exception);
        var token = (JsonWebToken)result.SecurityToken;
        if (!properties.Items.TryGetValue(Nonce, out var nonce) || !token.TryGetPayloadValue<string>(Nonce, out var shown) || shown != nonce) throw new AuthenticationFailureException("The ID token belongs to another sign-in.");
        identity.AddClaim(new(ClaimTypes.NameIdentifier, token.Subject, ClaimValueTypes.String, token.Issuer));
        if (token.TryGetPayloadValue<string>("email", out var mail)) identity.AddClaim(new(ClaimTypes.Email, mail));
        return new AuthenticationTicket(new ClaimsPrincipal(identity), properties, Scheme.Name);
    }

    private async Task DiscoverAsync()
    {
        var discovered = await Options.Discovery.GetConfigurationAsync(Context.RequestAborted);
        (Options.AuthorizationEndpoint, Options.TokenEndpoint) = (discovered.AuthorizationEndpoint, discovered.TokenEndpoint);
    }
}

/// <summary>Registers single sign-on.</summary>
public static class SingleSignOn
{
    /// <summary>Name of the scheme.</summary>
    public const string Scheme = "sso";

    /// <summary>Where the provider sends the browser back to; to be registered there.</summary>
    public const string CallbackPath = "/anmelden/sso/rueckkehr";

    /// <summary>Where a failure is explained.</summary>
    public const string FailedPath = "/anmelden/sso?fehler=1";

    /// <summary>Adds the handler where an authority is configured. Throws for an authority that is not safe.</summary>
    public static void Add(AuthenticationBuilder authentication, SingleSignOnOptions settings, Action<CookieBuilder> harden)
    {
        if (!settings.Enabled) return;
        if (!Uri.TryCreate(settings.Authority, UriKind.Absolute, out var authority) || (authority.Scheme != Uri.UriSchemeHttps && !authority.IsLoopback) || settings.ClientId.Length == 0 || settings.ClientSecret.Length == 0)
            throw new InvalidOperationException("Sso: Authority muss mit https:// beginnen, ClientId und ClientSecret dürfen nicht fehlen.");
        authentication.AddOAuth<OpenIdOptions, OpenIdHandler>(Scheme, options =>
        {
            options.SignInScheme = Microsoft.AspNetCore.Identity.IdentityConstants.ExternalScheme;
            (options.ClientId, options.ClientSecret, options.CallbackPath, options.UsePkce) = (settings.ClientId, settings.ClientSecret, CallbackPath, true);
            options.AuthorizationEndpoint = options.TokenEndpoint = settings.Authority;
            options.Scope.Add("openid");
            options.Scope.Add("email");
            options.Discovery = new(settings.Authority.TrimEnd('/') + "/.well-known/openid-configuration", new OpenIdConnectConfigurationRetriever(),
                new HttpDocumentRetriever(new HttpClient { Timeout = TimeSpan.FromSeconds(10) }) { RequireHttps = !authority.IsLoopback });
            harden(options.CorrelationCookie);
            // The handler makes one cookie for each attempt and puts its id behind the name.
            options.CorrelationCookie.Name = "awards-sso-";
            options.Events.OnRemoteFailure = context =>
            {
                context.HttpContext.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(SingleSignOn).FullName!).LogWarning(context.Failure, "Single sign-on failed");
                context.Response.Redirect(FailedPath);
                context.HandleResponse();
                return Task.CompletedTask;
            };
        });
    }
}
