using System.Diagnostics;
using System.Text.Json;
using System.Threading.Channels;
using Awards.Web.Platform;

namespace Awards.Testing;

/// <summary>A real SMTP server (npm smtp-server) on this machine.</summary>
public sealed class SmtpServer : IDisposable
{
    private readonly Process _process;
    private readonly Channel<JsonElement> _mails = Channel.CreateUnbounded<JsonElement>();

    private SmtpServer(Process process, int port) => (_process, Port) = (process, port);

    public int Port { get; }

    /// <summary>Starts one; it ends with the test process. What it answers is chosen by the recipient, see smtp-server.mjs.</summary>
    /// <param name="pause">Milliseconds that it takes for a mail, on average.</param>
    public static async Task<SmtpServer> StartAsync(int pause = 0)
    {
        var root = Installation.FindRoot();
        // Imported from the repository's root, so that node finds node_modules there.
        var process = Process.Start(new ProcessStartInfo("node", [Path.Combine(root, "tests", "Awards.Testing", "smtp-server.mjs"), pause.ToString(System.Globalization.CultureInfo.InvariantCulture)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            WorkingDirectory = root,
        })!;
        var first = JsonDocument.Parse(await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The SMTP server did not start. Run npm ci.")).RootElement;
        var server = new SmtpServer(process, first.GetProperty("port").GetInt32());
        _ = Task.Run(async () =>
        {
            while (await process.StandardOutput.ReadLineAsync() is { } line) await server._mails.Writer.WriteAsync(JsonDocument.Parse(line).RootElement);
        });
        return server;
    }

    /// <summary>The next accepted mail: recipients and raw text.</summary>
    public async Task<(IReadOnlyList<string> To, string Raw)> NextAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var mail = await _mails.Reader.ReadAsync(limit.Token);
        return Read(mail);
    }

    /// <summary>The next mail that has arrived already; null = none.</summary>
    public (IReadOnlyList<string> To, string Raw)? Arrived() => _mails.Reader.TryRead(out var mail) ? Read(mail) : null;

    private static (IReadOnlyList<string> To, string Raw) Read(JsonElement mail) =>
        ([.. mail.GetProperty("to").EnumerateArray().Select(each => each.GetString()!)], mail.GetProperty("raw").GetString()!);

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }
}
