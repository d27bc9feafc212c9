namespace Awards.Web.Data;

/// <summary>One at a time, in the order of arrival.</summary>
#pragma warning disable CA1001 // a semaphore without a wait handle holds nothing to give back
public sealed class WaitingLine
#pragma warning restore CA1001
{
    private readonly SemaphoreSlim _line = new(1, 1);

    /// <summary>Waits in line; disposing lets the next one in.</summary>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        await _line.WaitAsync(cancellationToken);
        return new Turn(_line);
    }

    private sealed class Turn(SemaphoreSlim line) : IDisposable
    {
        private SemaphoreSlim? _line = line;

        public void Dispose() => Interlocked.Exchange(ref _line, null)?.Release();
    }
}
