using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Xunit;

namespace Awards.Testing.Files;

/// <summary>A real clamd on this machine with one signature of our own, which finds a harmless word.</summary>
public sealed class ClamDaemon : IDisposable
{
    /// <summary>The word that is found.</summary>
    public const string Marker = "HARMLESS-MARKER-OF-THE-TESTS-7f3a9c";

    /// <summary>What clamd calls the finding.</summary>
    public const string Finding = "Awards.Test.Marker";

    private readonly Process _process;
    private readonly string _folder;

    private ClamDaemon(Process process, string folder, int port) => (_process, _folder, Port) = (process, folder, port);

    public int Port { get; }

    /// <summary>Path of clamd, or null.</summary>
    public static string? Program { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Append("/usr/sbin")
        .Select(folder => Path.Combine(folder, "clamd")).FirstOrDefault(File.Exists);

    /// <summary>Starts one and waits until it answers.</summary>
    /// <param name="streamMaxLength">Largest stream that it takes.</param>
    public static async Task<ClamDaemon> StartAsync(string streamMaxLength = "30M")
    {
        var folder = Directory.CreateTempSubdirectory("awards-clamd-").FullName;
        var signatures = Directory.CreateDirectory(Path.Combine(folder, "db")).FullName;
        // name : any file : at any offset : bytes
        await File.WriteAllTextAsync(Path.Combine(signatures, "awards.ndb"), $"{Finding}:0:*:{Convert.ToHexStringLower(Encoding.ASCII.GetBytes(Marker))}\n");
        var port = FreePort();
        var configuration = Path.Combine(folder, "clamd.conf");
        await File.WriteAllTextAsync(configuration, $"""
            Foreground yes
            DatabaseDirectory {signatures}
            TemporaryDirectory {folder}
            TCPSocket {port}
            TCPAddr 127.0.0.1
            StreamMaxLength {streamMaxLength}
            LogFile {Path.Combine(folder, "clamd.log")}

            """);
        var process = Process.Start(new ProcessStartInfo(Program!, ["--config-file", configuration]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        _ = process.StandardOutput.ReadToEndAsync();
        _ = process.StandardError.ReadToEndAsync();
        var daemon = new ClamDaemon(process, folder, port);
        for (var patience = TimeSpan.FromSeconds(30); patience > TimeSpan.Zero; patience -= TimeSpan.FromMilliseconds(100))
        {
            if (await daemon.AnswersAsync()) return daemon;
            if (process.HasExited) break;
            await Task.Delay(100);
        }
        var log = Path.Combine(folder, "clamd.log");
        var said = File.Exists(log) ? await File.ReadAllTextAsync(log) : "";
        daemon.Dispose();
        throw new InvalidOperationException($"clamd did not start: {said}");
    }

    /// <summary>Settings that lead a host to it.</summary>
    public Dictionary<string, string?> Settings => new() { ["Files:ClamAv:Host"] = "127.0.0.1", ["Files:ClamAv:Port"] = Port.ToString(System.Globalization.CultureInfo.InvariantCulture) };

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A free port on this machine.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, Port);
            await client.GetStream().WriteAsync("zPING\0"u8.ToArray());
            return client.GetStream().ReadByte() == 'P';
        }
        catch (SocketException)
        {
            return false;
        }
    }
}

/// <summary>A test with a real clamd. Without it, it is skipped and says so; in CI (AWARDS_REQUIRE_ALL) it then fails.</summary>
public sealed class ClamFactAttribute : FactAttribute
{
    public ClamFactAttribute()
    {
        if (ClamDaemon.Program is null && Environment.GetEnvironmentVariable("AWARDS_REQUIRE_ALL") != "1") Skip = "clamd is not here (Debian: apt-get install clamav-daemon).";
    }
}
