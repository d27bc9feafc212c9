using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Awards.Web.Platform.Files;

/// <summary>What a scanner says about a file.</summary>
/// <param name="Verdict">Clean, found, too big for it, or no answer.</param>
/// <param name="Detail">Name of the finding, or what went wrong; for log and audit.</param>
public sealed record ScanResult(ScanVerdict Verdict, string Detail);

/// <summary>See <see cref="ScanResult"/>.</summary>
public enum ScanVerdict { Clean, Found, TooBig, Unavailable }

/// <summary>Scans by clamd over TCP, command INSTREAM.</summary>
public sealed class ClamAv(ClamAvSettings settings)
{
    private const int Chunk = 65_536;

    private TimeSpan Patience => TimeSpan.FromSeconds(settings.TimeoutSeconds);

    /// <summary>True where a host is configured.</summary>
    public bool IsConfigured => settings.Host.Length > 0;

    /// <summary>Sends a file; never throws for what the scanner or the network does.</summary>
    public async Task<ScanResult> ScanAsync(Stream file, CancellationToken cancellationToken)
    {
        try
        {
            return Read(await AskAsync("zINSTREAM\0", file, cancellationToken));
        }
        catch (Exception fault) when (fault is SocketException or IOException or TimeoutException)
        {
            return new(ScanVerdict.Unavailable, fault.Message);
        }
    }

    /// <summary>Throws when the scanner does not answer.</summary>
    public async Task PingAsync(CancellationToken cancellationToken)
    {
        if (await AskAsync("zPING\0", null, cancellationToken) is not "PONG" and var answer) throw new IOException($"clamd answered '{answer}'.");
    }

    private static ScanResult Read(string answer) =>
        answer.EndsWith(" FOUND", StringComparison.Ordinal) ? new(ScanVerdict.Found, answer["stream: ".Length..^" FOUND".Length])
        : answer == "stream: OK" ? new(ScanVerdict.Clean, "")
        : answer.Contains("size limit exceeded", StringComparison.OrdinalIgnoreCase) ? new(ScanVerdict.TooBig, answer)
        : new(ScanVerdict.Unavailable, answer.Length == 0 ? "clamd closed the connection without an answer." : answer);

    private async Task<string> AskAsync(string command, Stream? file, CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        await WithinAsync(token => client.ConnectAsync(settings.Host, settings.Port, token).AsTask(), cancellationToken);
        await using var stream = client.GetStream();
        IOException? cut = null;
        try
        {
            await WithinAsync(token => stream.WriteAsync(Encoding.ASCII.GetBytes(command), token).AsTask(), cancellationToken);
            if (file is not null) await SendAsync(file, stream, cancellationToken);
        }
        catch (IOException fault)
        {
            // Beyond its size limit clamd answers and closes while we still send: the answer tells.
            cut = fault;
        }
        var answer = new byte[1024];
        var length = 0;
        try
        {
            await WithinAsync(async token =>
            {
                for (int read; length < answer.Length && (read = await stream.ReadAsync(answer.AsMemory(length), token)) > 0;)
                {
                    length += read;
                    if (answer.AsSpan(0, length).Contains((byte)0)) break;
                }
            }, cancellationToken);
        }
        catch (IOException) when (cut is not null || length > 0)
        {
        }
        if (length == 0 && cut is not null) throw cut;
        return Encoding.UTF8.GetString(answer, 0, length).TrimEnd('\0', '\n');
    }

    private async Task SendAsync(Stream file, Stream target, CancellationToken cancellationToken)
    {
        var buffer = new byte[4 + Chunk];
        int read;
        do
        {
            read = await file.ReadAtLeastAsync(buffer.AsMemory(4), Chunk, throwOnEndOfStream: false, cancellationToken);
            // A chunk of length 0 ends the stream.
            BinaryPrimitives.WriteInt32BigEndian(buffer, read);
            await WithinAsync(token => target.WriteAsync(buffer.AsMemory(0, 4 + read), token).AsTask(), cancellationToken);
        }
        while (read > 0);
    }

    private async Task WithinAsync(Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            await work(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"clamd did not answer within {Patience.TotalSeconds} s.");
        }
    }
}

/// <summary>Degraded while a configured scanner does not answer: uploads are refused, everything else works.</summary>
public sealed class ClamAvHealth(ClamAv scanner) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await scanner.PingAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception fault) when (fault is SocketException or IOException or TimeoutException)
        {
            return HealthCheckResult.Degraded("The virus scanner does not answer: uploads are refused.", fault);
        }
    }
}
