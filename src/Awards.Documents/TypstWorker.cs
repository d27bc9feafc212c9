using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace Awards.Documents;

/// <summary>The Node process behind <see cref="TypstRenderer"/>. It answers one request at a time.</summary>
internal sealed class TypstWorker : IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private static readonly TimeSpan MemoryCheckInterval = TimeSpan.FromMilliseconds(50);

    private readonly TypstOptions _options;
    private readonly Process _process;
    private readonly WorkerComplaints _complaints = new();

    private TypstWorker(TypstOptions options)
    {
        _options = options;
        _process = new Process { StartInfo = WorkerCommand.For(options) };
        _process.ErrorDataReceived += (_, line) => _complaints.Add(line.Data);
    }

    public int ProcessId => _process.Id;

    public bool HasExited => _process.HasExited;

    public static async Task<TypstWorker> StartAsync(TypstOptions options, CancellationToken cancellationToken)
    {
        var worker = new TypstWorker(options);
        try
        {
            worker._process.Start();
            worker._process.BeginErrorReadLine();
            var answer = await worker.WithinLimits(options.StartLimit, worker.ReadAsync, cancellationToken);
            return answer.Ready ? worker : throw new WorkerLostException("The worker answered before it was ready.");
        }
        catch (Win32Exception missing)
        {
            worker._process.Dispose();
            throw new WorkerLostException($"'{options.NodePath}' does not start. Install Node.js 20 or later.", missing);
        }
        catch
        {
            worker.Dispose();
            throw;
        }
    }

    public Task<RenderAnswer> AskAsync(RenderRequest request, CancellationToken cancellationToken) =>
        WithinLimits(_options.TimeLimit, async stop =>
        {
            await _process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(request, Json).AsMemory(), stop);
            await _process.StandardInput.FlushAsync(stop);
            var answer = await ReadAsync(stop);
            return answer.Id == request.Id ? answer : throw new WorkerLostException("The worker answered another request.");
        }, cancellationToken);

    private async Task<RenderAnswer> ReadAsync(CancellationToken stop)
    {
        var line = await _process.StandardOutput.ReadLineAsync(stop);
        if (line is null)
        {
            await _process.WaitForExitAsync(stop);
            throw new WorkerLostException($"The worker ended with code {_process.ExitCode}. {_complaints}".TrimEnd());
        }

        return JsonSerializer.Deserialize<RenderAnswer>(line, Json) ?? throw new WorkerLostException("The worker answered nothing.");
    }

    private async Task<RenderAnswer> WithinLimits(
        TimeSpan timeLimit, Func<CancellationToken, Task<RenderAnswer>> work, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var answer = work(stop.Token);
        var time = Task.Delay(timeLimit, stop.Token);
        var memory = MemoryExceeded(stop.Token);
        try
        {
            var first = await Task.WhenAny(answer, time, memory);
            cancellationToken.ThrowIfCancellationRequested();
            if (first == answer)
                return await answer;
            throw new WorkerLostException(first == time
                ? $"It took longer than {timeLimit.TotalSeconds:0.#} seconds."
                : $"It needed more than {_options.MemoryLimit / (1024 * 1024)} MiB of memory.");
        }
        catch (Exception broken) when (broken is IOException or JsonException)
        {
            throw new WorkerLostException($"The worker broke off. {_complaints}".TrimEnd(), broken);
        }
        finally
        {
            await stop.CancelAsync();
        }
    }

    private async Task MemoryExceeded(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(MemoryCheckInterval);
        while (await timer.WaitForNextTickAsync(stop))
        {
            if (ResidentMemory() > _options.MemoryLimit)
                return;
        }
    }

    private long ResidentMemory()
    {
        try
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
        catch (InvalidOperationException)
        {
            // It has just ended; the pending read reports that.
            return 0;
        }
    }

    public void Dispose()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }
        catch (InvalidOperationException)
        {
            // It has ended already.
        }

        _process.Dispose();
    }
}
