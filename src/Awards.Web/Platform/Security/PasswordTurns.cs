using Awards.Web.Data;

namespace Awards.Web.Platform.Security;

/// <summary>
/// Looking at a password costs a tenth of a second of computing, on purpose. Attempts on one address therefore wait for each other, so that those
/// after the tenth wrong one cost nothing; and guesses never take the last core from people who type their password right.
/// </summary>
#pragma warning disable CA1001 // a semaphore without a wait handle holds nothing to give back
public sealed class PasswordTurns
#pragma warning restore CA1001
{
    // Addresses that share a line by chance wait for each other; memory does not grow with what strangers type.
    private readonly WaitingLine[] _lines = [.. Enumerable.Range(0, 256).Select(_ => new WaitingLine())];
    private readonly SemaphoreSlim _cores = new(Environment.ProcessorCount), _forGuesses = new(Math.Max(1, Environment.ProcessorCount - 1));

    /// <summary>The turn of one attempt on an address; disposing lets the next one begin.</summary>
    public Task<IDisposable> EnterAsync(string mail, CancellationToken cancellationToken) =>
        _lines[(uint)StringComparer.OrdinalIgnoreCase.GetHashCode(mail.Trim()) % (uint)_lines.Length].EnterAsync(cancellationToken);

    /// <summary>Computes when a core is free for it.</summary>
    /// <param name="guess">Somebody already failed at this address.</param>
    public async Task<T> ComputeAsync<T>(bool guess, Func<T> compute, CancellationToken cancellationToken)
    {
        if (guess) await _forGuesses.WaitAsync(cancellationToken);
        try
        {
            await _cores.WaitAsync(cancellationToken);
            try
            {
                // A thread of its own: those of the pool answer requests.
                return await Task.Factory.StartNew(compute, cancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            }
            finally
            {
                _cores.Release();
            }
        }
        finally
        {
            if (guess) _forGuesses.Release();
        }
    }
}
