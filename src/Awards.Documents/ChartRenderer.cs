using System.Text;
using Microsoft.Extensions.Logging;

namespace Awards.Documents;

/// <summary>Draws charts and maps as SVG, to be shown as pictures.</summary>
public interface IChartRenderer
{
    /// <summary>A chart. The same model gives the same picture.</summary>
    /// <exception cref="DocumentException">It could not be drawn: the message says why.</exception>
    Task<string> RenderAsync(ChartModel chart, CancellationToken cancellationToken);

    /// <summary>A map of the states.</summary>
    /// <exception cref="DocumentException">It could not be drawn: the message says why.</exception>
    Task<string> RenderAsync(StateMapModel map, CancellationToken cancellationToken);
}

/// <summary>Draws in a Node process of its own, beside the one that sets documents, so that a chart does not wait for a volume.</summary>
public sealed class ChartRenderer(TypstOptions options, ILogger<TypstRenderer> logger) : IChartRenderer, IAsyncDisposable, IDisposable
{
    // The same worker with the same limits; only its script is another one, and its answers are SVG.
    private readonly TypstRenderer _worker = new(options with { Script = "charts.mjs" }, logger);

    /// <inheritdoc/>
    public async Task<string> RenderAsync(ChartModel chart, CancellationToken cancellationToken) => Encoding.UTF8.GetString(await _worker.RenderPdfAsync(chart.Kind, chart, cancellationToken));

    /// <inheritdoc/>
    public async Task<string> RenderAsync(StateMapModel map, CancellationToken cancellationToken) => Encoding.UTF8.GetString(await _worker.RenderPdfAsync("map", map, cancellationToken));

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _worker.DisposeAsync();

    /// <inheritdoc/>
    public void Dispose() => _worker.Dispose();
}
