using System.Collections.Concurrent;
using System.Diagnostics;
using Awards.Web;
using Awards.Web.Platform;

namespace Awards.Testing;

/// <summary>A server in a process of its own, started as operators start it, behind a proxy that ends TLS.</summary>
public sealed class ServerProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly ConcurrentQueue<string> _complaints = new();

    private ServerProcess(Process process, Uri address) => (Process, Address) = (process, address);

    public Process Process { get; }

    /// <summary>The server's own address, http.</summary>
    public Uri Address { get; }

    /// <summary>What it wrote to its log so far.</summary>
    public string Log => string.Join('\n', _complaints);

    /// <summary>Runs <c>serve</c> on a data directory and waits until it answers.</summary>
    public static async Task<ServerProcess> StartAsync(string data, IReadOnlyDictionary<string, string?> settings)
    {
        Directory.CreateDirectory(data);
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet", [typeof(AwardsApp).Assembly.Location, "serve", "--data", data, "--urls", address.GetLeftPart(UriPartial.Authority)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[Installation.RootVariable] = Installation.FindRoot();
        start.Environment["Proxy__KnownProxies__0"] = "127.0.0.1";
        // The cast signs in with a password alone.
        start.Environment["Accounts__RequireSecondFactor"] = "false";
        foreach (var (key, value) in settings) start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        var server = new ServerProcess(System.Diagnostics.Process.Start(start)!, address);
        server.Process.ErrorDataReceived += (_, line) => server._complaints.Enqueue(line.Data ?? "");
        server.Process.BeginErrorReadLine();
        using var limit = new CancellationTokenSource(Patience);
        while (await server.Process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
            if (line.Contains(address.Authority, StringComparison.Ordinal)) return server;
        await server.Process.WaitForExitAsync(limit.Token);
        throw new InvalidOperationException($"The server ended with {server.Process.ExitCode}:\n{server.Log}");
    }

    /// <summary>Somebody who looks at its pages through the proxy.</summary>
    public Visitor Visitor() => new(new ProxyHandler(Address), new Uri("https://localhost"));

    public void Dispose()
    {
        if (!Process.HasExited) Process.Kill();
        Process.WaitForExit();
        Process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}
