using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Awards.Documents;

/// <summary>Renders Typst templates in one long-lived Node process, one document at a time.</summary>
/// <remarks>The process starts with the first document. One that crashes, or exceeds a limit, is replaced for the next document.</remarks>
public sealed class TypstRenderer(TypstOptions options, ILogger<TypstRenderer> logger) : IDocumentRenderer, IAsyncDisposable, IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private TypstWorker? _worker;
    private int _requests;
    private bool _disposed;

    /// <summary>The worker's process, for tests.</summary>
    internal int? ProcessId => _worker?.ProcessId;

    /// <inheritdoc/>
    public async Task<byte[]> RenderPdfAsync<T>(string template, T model, CancellationToken cancellationToken)
    {
        if (template.Length == 0 || template.Any(character => !char.IsAsciiLetterOrDigit(character) && character != '-'))
            throw new ArgumentException("A template's name consists of letters, digits and hyphens.", nameof(template));

        var data = JsonSerializer.SerializeToElement(model, Json);
        await _turn.WaitAsync(cancellationToken);
        try
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return await RenderAsync(new RenderRequest(++_requests, template, data), cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<byte[]> RenderAsync(RenderRequest request, CancellationToken cancellationToken)
    {
        if (_worker is { HasExited: true })
        {
            logger.LogWarning("The document worker had ended by itself and is started again.");
            Discard();
        }

        try
        {
            _worker ??= await TypstWorker.StartAsync(options, cancellationToken);
            var answer = await _worker.AskAsync(request, cancellationToken);
            return answer.Pdf ?? throw new DocumentException($"Template '{request.Template}': {answer.Error}");
        }
        catch (WorkerLostException lost)
        {
            Discard();
            logger.LogError("Template {Template}: {Reason}", request.Template, lost.Message);
            throw new DocumentException($"Template '{request.Template}': {lost.Message}", lost);
        }
        catch (OperationCanceledException)
        {
            // The worker cannot be asked to stop: native code runs to its end.
            Discard();
            throw;
        }
    }

    private void Discard()
    {
        _worker?.Dispose();
        _worker = null;
    }

    /// <summary>Ends the worker after the document under way.</summary>
    public async ValueTask DisposeAsync()
    {
        await _turn.WaitAsync();
        Finish();
    }

    /// <inheritdoc cref="DisposeAsync"/>
    public void Dispose()
    {
        _turn.Wait();
        Finish();
    }

    private void Finish()
    {
        _disposed = true;
        Discard();
        // Not disposed: a caller still in the queue gets its turn and an ObjectDisposedException.
        _turn.Release();
    }
}
