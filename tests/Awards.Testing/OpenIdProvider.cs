using System.Diagnostics;
using System.Text.Json;
using Awards.Web.Platform;
using Awards.Web.Platform.Security;

namespace Awards.Testing;

/// <summary>A real OpenID provider (npm oidc-provider) on this machine. It demands PKCE and signs everybody in as the account that a test names.</summary>
public sealed class OpenIdProvider : IDisposable
{
    private const string Client = "awards", Secret = "ein Geheimnis nur dieser Tests";
    private readonly Process _process;

    private OpenIdProvider(Process process, int port) => (_process, Issuer) = (process, $"http://127.0.0.1:{port}");

    /// <summary>Its address.</summary>
    public string Issuer { get; }

    /// <summary>Settings of a host that uses it.</summary>
    public (string Key, string? Value)[] Settings =>
        [("Sso:Authority", Issuer), ("Sso:ClientId", Client), ("Sso:ClientSecret", Secret), ("Sso:Name", "Institutskonto")];

    /// <summary>Starts one that sends browsers back to <paramref name="origin"/>; it ends with the test process.</summary>
    public static async Task<OpenIdProvider> StartAsync(string origin = "https://localhost")
    {
        var root = Installation.FindRoot();
        var process = Process.Start(new ProcessStartInfo("node", [Path.Combine(root, "tests", "Awards.Testing", "oidc-provider.mjs"), origin + SingleSignOn.CallbackPath, Client, Secret])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = root,
        })!;
        process.BeginErrorReadLine();
        // It says before that its keys are only for tests.
        while (await process.StandardOutput.ReadLineAsync() is { } line)
            if (line.StartsWith('{'))
            {
                _ = process.StandardOutput.ReadToEndAsync();
                return new(process, JsonDocument.Parse(line).RootElement.GetProperty("port").GetInt32());
            }
        throw new InvalidOperationException("The OpenID provider did not start. Run npm ci.");
    }

    /// <summary>What a browser does at the provider: goes where it is sent, until it is sent back; gives that address.</summary>
    /// <param name="account">Account at the provider.</param>
    public async Task<Uri> PassAsync(string address, string account)
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var browser = new HttpClient(handler);
        var next = new Uri($"{address}&login_hint={Uri.EscapeDataString(account)}");
        for (var hops = 0; hops < 10 && next.GetLeftPart(UriPartial.Authority) == Issuer; hops++)
        {
            using var answer = await browser.GetAsync(next);
            if (answer.Headers.Location is not { } location) throw new InvalidOperationException($"{next}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
            next = new Uri(next, location);
        }
        return next;
    }

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }
}
