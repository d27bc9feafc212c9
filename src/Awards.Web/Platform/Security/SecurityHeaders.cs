namespace Awards.Web.Platform.Security;

/// <summary>Headers of every answer: nothing from elsewhere, nothing inline, no framing.</summary>
public static class SecurityHeaders
{
    /// <summary>No unsafe-*; KERN's icons are data: images.</summary>
    public const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>What of the browser's abilities pages may use: passkeys, nothing else.</summary>
    public static readonly string PermissionsPolicy = string.Join(", ", new[]
    {
        "accelerometer", "autoplay", "camera", "display-capture", "encrypted-media", "geolocation", "gyroscope", "hid", "idle-detection",
        "magnetometer", "microphone", "midi", "payment", "picture-in-picture", "screen-wake-lock", "serial", "sync-xhr", "usb", "xr-spatial-tracking",
    }.Select(feature => feature + "=()").Concat(["publickey-credentials-create=(self)", "publickey-credentials-get=(self)", "fullscreen=(self)"]));

    /// <summary>One year. Without subdomains, which may be somebody else's.</summary>
    public const string TransportSecurity = "max-age=31536000";

    /// <summary>Sets them when the answer begins, so that an error page, whose first attempt was thrown away, has them too.</summary>
    public static void SetAtStart(HttpContext http, bool demo) => http.Response.OnStarting(() =>
    {
        var headers = http.Response.Headers;
        // A file that somebody uploaded asks for a stricter one.
        if (headers.ContentSecurityPolicy.Count == 0) headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = PermissionsPolicy;
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (http.Request.IsHttps && !demo) headers.StrictTransportSecurity = TransportSecurity;
        // What a signed-in person saw must not be found on a shared machine afterwards, by the back button or in a proxy.
        if (http.User.Identity?.IsAuthenticated == true) headers.CacheControl = "no-store";
        else if (headers.CacheControl.Count == 0) headers.CacheControl = "no-cache";
        return Task.CompletedTask;
    });
}
