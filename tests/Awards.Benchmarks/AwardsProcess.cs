using System.Diagnostics;
using Awards.Web.Platform;

namespace Awards.Benchmarks;

/// <summary>Runs the built program as operators do, and measures it from outside.</summary>
internal static class AwardsProcess
{
    private static readonly string Root = Installation.FindRoot();

    /// <summary>What a verb printed, how long it took and how much memory it had at most (MB; 0 where the system does not tell).</summary>
    public sealed record Result(int Code, string Output, string Errors, TimeSpan Time, double PeakMegabytes);

    /// <summary>Starts a verb.</summary>
    public static Process Start(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(Root, "artifacts", "web", "Awards.Web.dll"), .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Root,
        };
        start.Environment[Installation.RootVariable] = Root;
        return Process.Start(start)!;
    }

    /// <summary>Runs a verb to its end.</summary>
    public static async Task<Result> RunAsync(params string[] args)
    {
        var watch = Stopwatch.StartNew();
        using var process = Start(args);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        double peak = 0;
        while (!process.HasExited)
        {
            peak = Math.Max(peak, PeakMegabytes(process.Id));
            await Task.WhenAny(process.WaitForExitAsync(), Task.Delay(50));
        }
        return new(process.ExitCode, await output, await errors, watch.Elapsed, peak);
    }

    /// <summary>Starts a server and waits until it answers.</summary>
    public static async Task<Process> ServeAsync(string verb, string data, string url)
    {
        var process = Start(verb, "--data", data, "--urls", url);
        while (await process.StandardOutput.ReadLineAsync() is { } line)
            if (line.Contains(url, StringComparison.Ordinal)) break;
        if (process.HasExited) throw new InvalidOperationException(await process.StandardError.ReadToEndAsync());
        _ = process.StandardOutput.ReadToEndAsync();
        _ = process.StandardError.ReadToEndAsync();
        return process;
    }

    /// <summary>Highest resident memory so far, from /proc.</summary>
    public static double PeakMegabytes(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(each => each.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], System.Globalization.CultureInfo.InvariantCulture) / 1024;
        }
        catch (IOException)
        {
            return 0;
        }
    }

    /// <summary>A free port on this machine.</summary>
    public static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}
