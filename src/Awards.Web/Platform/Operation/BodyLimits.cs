using Awards.Web.Platform.Files;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace Awards.Web.Platform.Operation;

/// <summary>
/// Answers a body that is too large (413) or too slow (408) with that status. Without it the form's reader takes the fault for a form
/// without a token and answers 400. Stands behind routing, which knows the limit of the page.
/// </summary>
public sealed class BodyLimits(RequestDelegate next)
{
    /// <summary>Bytes that are read and thrown away at most.</summary>
    private const long MaxDrained = 32 * 1024 * 1024;

    public async Task InvokeAsync(HttpContext http)
    {
        // The page about the fault comes by here again, with the same body.
        var again = http.Features.Get<IStatusCodeReExecuteFeature>() is not null || http.Features.Get<IExceptionHandlerFeature>() is not null;
        // Pages that take a file have a limit of their own and say so by themselves.
        if (again || http.GetEndpoint()?.Metadata.GetMetadata<UploadLimitsAttribute>() is not null || http.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: false })
        {
            await next(http);
            return;
        }
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { } limit && http.Request.ContentLength > limit.MaxRequestBodySize)
        {
            await DrainAsync(http, limit);
            http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }
        var watched = new WatchedBody(http.Request.Body);
        http.Request.Body = watched;
        try
        {
            await next(http);
        }
        finally
        {
            http.Request.Body = watched.Inner;
        }
        if (watched.Fault is { } status && !http.Response.HasStarted)
        {
            http.Response.Clear();
            http.Response.StatusCode = status;
        }
    }

    /// <summary>A browser shows an answer only when its upload was taken off it; what is far too large is cut off instead.</summary>
    private static async Task DrainAsync(HttpContext http, IHttpMaxRequestBodySizeFeature limit)
    {
        if (http.Request.ContentLength > MaxDrained || limit.IsReadOnly) return;
        limit.MaxRequestBodySize = http.Request.ContentLength;
        await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
    }

    /// <summary>Passes everything on and remembers with which status the server refused to read further.</summary>
    private sealed class WatchedBody(Stream inner) : Stream
    {
        public Stream Inner => inner;
        public int? Fault { get; private set; }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            try
            {
                return await inner.ReadAsync(buffer, cancellationToken);
            }
            catch (BadHttpRequestException fault)
            {
                Fault = fault.StatusCode;
                throw;
            }
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
        public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => inner.Length;
        public override long Position { get => inner.Position; set => inner.Position = value; }
        public override void Flush() => inner.Flush();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
