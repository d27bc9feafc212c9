using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Options;

namespace Awards.Web.Platform.Files;

/// <summary>
/// On pages that take a file: lets a request be as large as <c>Files:MaxBytes</c> and the form around it, reads the form before the antiforgery check does,
/// and answers 413 with a page that explains where it is too large.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class UploadLimitsAttribute : Attribute, IAsyncAuthorizationFilter, IOrderedFilter
{
    /// <summary>A browser shows the answer only after it has sent everything: up to this many times the limit is read and thrown away.</summary>
    private const int Patience = 20;

    /// <summary>The limit in bytes that a request was refused for; null where it was another one.</summary>
    public static long? Exceeded(HttpContext http) => http.Items[typeof(UploadLimitsAttribute)] as long?;

    /// <summary>Before antiforgery (1000).</summary>
    public int Order => 0;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        if (!HttpMethods.IsPost(http.Request.Method) || !http.Request.HasFormContentType) return;
        var services = http.RequestServices;
        var limit = services.GetRequiredService<FileSettings>().MaxBytes + FileSettings.FormMargin;
        var body = http.Features.Get<IHttpMaxRequestBodySizeFeature>();
        if (body is { IsReadOnly: false }) body.MaxRequestBodySize = limit * Patience;
        var general = services.GetRequiredService<IOptions<FormOptions>>().Value;
        http.Features.Set<IFormFeature>(new FormFeature(http.Request, new FormOptions { ValueCountLimit = general.ValueCountLimit, MultipartBodyLengthLimit = limit, BufferBodyLengthLimit = limit }));
        try
        {
            if (http.Request.ContentLength > limit) await TooLargeAsync(context);
            else await http.Request.ReadFormAsync(http.RequestAborted);
        }
        catch (Exception tooLarge) when (tooLarge is InvalidDataException or BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge })
        {
            await TooLargeAsync(context);
        }
    }

    private static async Task TooLargeAsync(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        try
        {
            await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
        }
        catch (IOException)
        {
            http.Response.Headers.Connection = "close";
        }
        // The error page is asked for with the same request, and must not read its form.
        http.Features.Set<IFormFeature>(new FormFeature(FormCollection.Empty));
        http.Items[typeof(UploadLimitsAttribute)] = http.RequestServices.GetRequiredService<FileSettings>().MaxBytes;
        context.Result = new StatusCodeResult(StatusCodes.Status413PayloadTooLarge);
    }
}
