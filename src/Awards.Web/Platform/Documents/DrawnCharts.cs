using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Awards.Documents;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Awards.Web.Platform.Documents;

/// <summary>A chart as SVG with the fingerprint of what it shows.</summary>
public sealed record DrawnChart(string Svg, string Tag)
{
    /// <summary>As an answer that browsers keep until it changes.</summary>
    public FileContentResult ToResult() => new(Encoding.UTF8.GetBytes(Svg), "image/svg+xml; charset=utf-8") { EntityTag = new EntityTagHeaderValue($"\"{Tag}\"") };
}

/// <summary>Draws charts. What was drawn once is remembered by its content.</summary>
public sealed class DrawnCharts(IChartRenderer renderer)
{
    private const int MostRemembered = 100;

    private readonly ConcurrentDictionary<string, string> _drawn = new();

    /// <exception cref="DocumentException">It could not be drawn: the message says why.</exception>
    public Task<DrawnChart> DrawAsync(ChartModel chart, CancellationToken cancellationToken) => RememberedAsync(chart, () => renderer.RenderAsync(chart, cancellationToken));

    /// <exception cref="DocumentException">It could not be drawn: the message says why.</exception>
    public Task<DrawnChart> DrawAsync(StateMapModel map, CancellationToken cancellationToken) => RememberedAsync(map, () => renderer.RenderAsync(map, cancellationToken));

    private async Task<DrawnChart> RememberedAsync<T>(T model, Func<Task<string>> draw)
    {
        var tag = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(model)));
        if (_drawn.TryGetValue(tag, out var known)) return new(known, tag);
        var svg = await draw();
        // Few calls have few pictures; whoever looks at many gets them anew.
        if (_drawn.Count >= MostRemembered) _drawn.Clear();
        return new(_drawn[tag] = svg, tag);
    }
}
