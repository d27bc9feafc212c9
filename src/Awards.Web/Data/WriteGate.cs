using System.Collections.Concurrent;

namespace Awards.Web.Data;

/// <summary>
/// SQLite has one writer. Waiting for it in the database costs up to seconds under load; waiting in line in the process costs
/// milliseconds (src/decisions/0008). PostgreSQL has no gate.
/// </summary>
#pragma warning disable CA1001 // gates live as long as the process
public sealed class WriteGate
#pragma warning restore CA1001
{
    private static readonly ConcurrentDictionary<string, WriteGate> Gates = new();
    private readonly SemaphoreSlim _line = new(1, 1);

    /// <summary>The gate of a database, one per connection string.</summary>
    public static WriteGate For(string connectionString) => Gates.GetOrAdd(connectionString, _ => new());

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
