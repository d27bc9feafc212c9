using System.Collections.Concurrent;

namespace Awards.Web.Data;

/// <summary>
/// SQLite has one writer. Waiting for it in the database costs up to seconds under load; waiting in line in the process costs
/// milliseconds (src/decisions/0008). PostgreSQL has no gate.
/// </summary>
public sealed class WriteGate
{
    private static readonly ConcurrentDictionary<string, WriteGate> Gates = new();
    private readonly WaitingLine _line = new();

    /// <summary>The gate of a database, one per connection string.</summary>
    public static WriteGate For(string connectionString) => Gates.GetOrAdd(connectionString, _ => new());

    /// <summary>Waits in line; disposing lets the next one in.</summary>
    public Task<IDisposable> EnterAsync(CancellationToken cancellationToken) => _line.EnterAsync(cancellationToken);
}
