using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Awards.Web.Tests.Platform.Operation;

/// <summary>A tiny collector for OTLP over HTTP: keeps what is posted to it.</summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<(string Path, string? Type, string? Key, byte[] Body)> _posts = new();

    private OtlpReceiver(WebApplication app) => _app = app;

    public string Url => _app.Urls.First();

    public static async Task<OtlpReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        var receiver = new OtlpReceiver(builder.Build());
        receiver._app.MapPost("/{**path}", async (HttpContext http) =>
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body);
            receiver._posts.Enqueue((http.Request.Path, http.Request.ContentType, http.Request.Headers["x-key"], body.ToArray()));
            return Results.Bytes([], "application/x-protobuf");
        });
        await receiver._app.StartAsync();
        return receiver;
    }

    /// <summary>Content types and keys of what came to a path.</summary>
    public IReadOnlyList<(string? Type, string? Key)> Posts(string path) => [.. _posts.Where(post => post.Path == path).Select(post => (post.Type, post.Key))];

    /// <summary>Everything that came to a path, as text: protobuf keeps strings as they are.</summary>
    public string Text(string path) => string.Concat(_posts.Where(post => post.Path == path).Select(post => Encoding.UTF8.GetString(post.Body)));

    /// <summary>Waits until a text has arrived.</summary>
    public async Task<bool> HasAsync(string path, string text)
    {
        for (var waited = 0; waited < 30_000; waited += 100)
        {
            if (Text(path).Contains(text, StringComparison.Ordinal)) return true;
            await Task.Delay(100);
        }
        return false;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
