using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Awards.Testing;

/// <summary>An answer with its parsed page.</summary>
public sealed record Answer(HttpStatusCode Status, string? Location, string Text, IDocument Page, System.Net.Http.Headers.HttpResponseHeaders Headers)
{
    public bool IsRedirect => (int)Status is >= 300 and < 400;

    /// <summary>Text of the first element that matches, with single blanks.</summary>
    public string TextOf(string selector) =>
        string.Join(' ', (Page.QuerySelector(selector)?.TextContent ?? throw new InvalidOperationException($"{selector} is not on the page:\n{Text}")).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Texts of all elements that match.</summary>
    public IReadOnlyList<string> TextsOf(string selector) =>
        [.. Page.QuerySelectorAll(selector).Select(element => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];
}

/// <summary>A browser without scripts: keeps cookies, fills and submits the forms it was shown, does not follow redirects by itself.</summary>
/// <param name="inner">Leads to the server; must neither keep cookies nor follow redirects.</param>
public sealed class Visitor(HttpMessageHandler inner, Uri server) : IDisposable
{
    private readonly HttpClient _client = new(new CookieHandler(inner)) { BaseAddress = server };

    public Task<Answer> GetAsync(string address) => SendAsync(new HttpRequestMessage(HttpMethod.Get, address));

    /// <summary>Gets a page and follows redirects within the site.</summary>
    public async Task<Answer> FollowAsync(string address)
    {
        var answer = await GetAsync(address);
        for (var hops = 0; answer.IsRedirect && hops < 5; hops++) answer = await GetAsync(answer.Location!);
        return answer;
    }

    /// <summary>The bytes of a download.</summary>
    public async Task<(HttpStatusCode Status, string? Type, byte[] Content)> DownloadAsync(string address)
    {
        var response = await _client.GetAsync(address);
        return (response.StatusCode, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsByteArrayAsync());
    }

    /// <summary>Submits a form of a page as a browser would: what stands in it, changed by <paramref name="values"/>; several values joined by "\n".</summary>
    /// <param name="button">Name=value of the pressed button, where it has a name.</param>
    public Task<Answer> SubmitAsync(Answer page, string formSelector, Dictionary<string, string?>? values = null, (string Name, string Value)? button = null, bool autosave = false)
    {
        var form = page.Page.QuerySelector(formSelector) as IHtmlFormElement
            ?? throw new InvalidOperationException($"The form {formSelector} is not on the page:\n{page.Text}");
        var fields = Fields(form).Where(field => values?.ContainsKey(field.Key) != true).ToList();
        foreach (var (name, value) in values ?? [])
            if (value is not null) fields.AddRange(value.Split('\n').Select(each => KeyValuePair.Create(name, each)));
        if (button is { } pressed) fields.Add(KeyValuePair.Create(pressed.Name, pressed.Value));
        var target = form.GetAttribute("action") is { Length: > 0 } action ? action : page.Page.Location.PathName + page.Page.Location.Search;
        if (pressedAction(page, button) is { } own) target = own;
        var request = new HttpRequestMessage(HttpMethod.Post, target) { Content = new FormUrlEncodedContent(fields) };
        if (autosave) request.Headers.Add("X-Autosave", "1");
        return SendAsync(request);

        static string? pressedAction(Answer page, (string Name, string Value)? button) => button is not { } pressed ? null
            : page.Page.QuerySelectorAll("button[formaction]").FirstOrDefault(each => each.GetAttribute("name") == pressed.Name && each.GetAttribute("value") == pressed.Value)?.GetAttribute("formaction");
    }

    /// <summary>Submits a form with a file, as a browser does.</summary>
    /// <param name="field">Name of the file field.</param>
    public Task<Answer> UploadAsync(Answer page, string formSelector, Dictionary<string, string> values, string field, string fileName, HttpContent file)
    {
        var form = page.Page.QuerySelector(formSelector) as IHtmlFormElement
            ?? throw new InvalidOperationException($"The form {formSelector} is not on the page:\n{page.Text}");
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in Fields(form).Where(each => !values.ContainsKey(each.Key)).Concat(values)) content.Add(new StringContent(value), name);
        content.Add(file, field, fileName);
        return SendAsync(new HttpRequestMessage(HttpMethod.Post, form.GetAttribute("action") is { Length: > 0 } action ? action : page.Page.Location.PathName) { Content = content });
    }

    /// <summary>Sends a request with headers of its own and gives the raw answer; the caller disposes it.</summary>
    public Task<HttpResponseMessage> RequestAsync(HttpMethod method, string address, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, address);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return _client.SendAsync(request);
    }

    /// <summary>Signs in through the page.</summary>
    public async Task SignInAsync(string mail, string password)
    {
        var page = await GetAsync("/anmelden");
        var answer = await SubmitAsync(page, "form:has([name='Input.Mail'])", new() { ["Input.Mail"] = mail, ["Input.Password"] = password });
        if (!answer.IsRedirect) throw new InvalidOperationException($"{mail} could not sign in: {answer.Status}");
    }

    /// <summary>Posts fields as they are, without a form: what an attacker does.</summary>
    public Task<Answer> PostRawAsync(string address, Dictionary<string, string> fields) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(fields) });

    /// <summary>Posts content as it is: several files.</summary>
    public Task<Answer> PostAsync(string address, HttpContent content) => SendAsync(new HttpRequestMessage(HttpMethod.Post, address) { Content = content });

    public void Dispose() => _client.Dispose();

    private static IEnumerable<KeyValuePair<string, string>> Fields(IHtmlFormElement form)
    {
        foreach (var element in form.Elements)
        {
            var name = element.GetAttribute("name");
            if (string.IsNullOrEmpty(name) || element.HasAttribute("disabled")) continue;
            switch (element)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio" } box:
                    if (box.IsChecked) yield return KeyValuePair.Create(name, box.Value);
                    break;
                case IHtmlInputElement { Type: not ("submit" or "button" or "image" or "file") } input:
                    yield return KeyValuePair.Create(name, input.Value);
                    break;
                case IHtmlTextAreaElement area:
                    yield return KeyValuePair.Create(name, area.Value);
                    break;
                case IHtmlSelectElement select:
                    foreach (var option in select.SelectedOptions) yield return KeyValuePair.Create(name, option.Value);
                    break;
            }
        }
    }

    private async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        var response = await _client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        var address = new Uri(_client.BaseAddress!, request.RequestUri!).ToString();
        var page = await BrowsingContext.New(Configuration.Default).OpenAsync(source => source.Content(text).Address(address));
        return new(response.StatusCode, response.Headers.Location?.ToString(), text, page, response.Headers);
    }

    private sealed class CookieHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        private readonly CookieContainer _cookies = new();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (_cookies.GetCookieHeader(request.RequestUri!) is { Length: > 0 } header) request.Headers.Add("Cookie", header);
            var response = await base.SendAsync(request, cancellationToken);
            if (response.Headers.TryGetValues("Set-Cookie", out var set))
                foreach (var cookie in set) _cookies.SetCookies(request.RequestUri!, cookie);
            return response;
        }
    }
}
