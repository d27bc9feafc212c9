using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Awards.Testing;
using Awards.Web.Tests.Documents;

namespace Awards.Web.Tests.Leaks;

/// <summary>One answer with all that it says: body, headers, where it leads.</summary>
internal sealed record Heard(string Address, HttpStatusCode Status, string Text, string? Type)
{
    public bool IsPage => Status == HttpStatusCode.OK && Type == "text/html";
}

/// <summary>A reader goes through all addresses and notes which canaries it meets.</summary>
/// <param name="secrets">What nobody may meet anywhere: links that mails hold.</param>
internal sealed partial class Walk(Visitor visitor, IReadOnlyList<string> secrets)
{
    private readonly HashSet<string> _been = [];

    /// <summary>Addresses that are not barred as such: the reader gets a page, or is told that there is nothing.</summary>
    public List<string> Open { get; } = [];

    /// <summary>Pages with a field to search by: address without query, name of the field.</summary>
    public HashSet<(string Path, string Field)> Searches { get; } = [];

    /// <summary>Each canary with the first address that showed it.</summary>
    public Dictionary<string, string> Found { get; } = [];

    /// <summary>Reads the addresses and, once, what their pages lead to: links, and each choice of each filter.</summary>
    public async Task ReadAsync(IEnumerable<string> addresses)
    {
        var more = new List<string>();
        foreach (var address in addresses)
        {
            if (!_been.Add(address)) continue;
            var heard = await HearAsync(visitor, address);
            Note(heard);
            if (heard.IsPage) more.AddRange(LeadsTo(heard));
        }
        foreach (var address in more.Distinct().Where(_been.Add)) Note(await HearAsync(visitor, address));
    }

    /// <summary>Notes the canaries of an answer.</summary>
    public void Note(Heard heard)
    {
        // What an address says comes back, in a form's target or a redirect.
        foreach (var word in Words(heard.Text).Except(Words(heard.Address))) Found.TryAdd(word, heard.Address);
        foreach (var secret in secrets.Where(secret => heard.Address[0] == '/' && heard.Text.Contains(secret, StringComparison.Ordinal))) Found.TryAdd("a secret link", heard.Address);
        if (heard.Status is HttpStatusCode.OK or HttpStatusCode.NotFound) Open.Add(heard.Address);
    }

    /// <summary>The canaries and figures in a text.</summary>
    public static IEnumerable<string> Words(string text) => Canary().Matches(text).Select(match => match.Value.ToLowerInvariant())
        .Concat(Figure().Matches(text).Select(match => match.Value.Replace(',', '.'))).Distinct();

    public static async Task<Heard> HearAsync(Visitor visitor, string address)
    {
        using var response = await visitor.RequestAsync(HttpMethod.Get, address);
        var type = response.Content.Headers.ContentType?.MediaType;
        var bytes = await response.Content.ReadAsByteArrayAsync();
        var body = type == "application/pdf" ? Encoding.Latin1.GetString(bytes) : Encoding.UTF8.GetString(bytes);
        if (address.EndsWith(".pdf", StringComparison.Ordinal) && response.StatusCode == HttpStatusCode.OK && Poppler.IsInstalled) body += await Poppler.TextAsync(bytes);
        if (type == "application/zip") body = await UnzippedAsync(bytes);
        ((int)response.StatusCode).ShouldBeLessThan(500, address);
        return new(address, response.StatusCode, $"{response.Headers}{response.Content.Headers}\n{body}", type);
    }

    private static async Task<string> UnzippedAsync(byte[] bytes)
    {
        await using var zip = new ZipArchive(new MemoryStream(bytes));
        var text = new StringBuilder();
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(entry.Open());
            text.AppendLine(entry.FullName).AppendLine(await reader.ReadToEndAsync());
        }
        return text.ToString();
    }

    /// <summary>Links of a page, and its filters with each of their choices.</summary>
    private List<string> LeadsTo(Heard page)
    {
        List<string> addresses = [.. Link().Matches(page.Text).Select(link => WebUtility.HtmlDecode(link.Groups[1].Value)).Where(address => !Skipped().IsMatch(address))];
        if (!page.Text.Contains("method=\"get\"", StringComparison.Ordinal)) return addresses;
        var path = page.Address.Split('?')[0];
        foreach (var form in new HtmlParser().ParseDocument(page.Text).QuerySelectorAll("form[method=get]").OfType<IHtmlFormElement>())
        {
            foreach (var select in form.Elements.OfType<IHtmlSelectElement>())
                addresses.AddRange(select.Options.Where(option => option.Value.Length > 0).Select(option => $"{path}?{select.Name}={Uri.EscapeDataString(option.Value)}"));
            foreach (var field in form.Elements.OfType<IHtmlInputElement>().Where(field => field.Type is "text" or "search")) Searches.Add((path, field.Name!));
        }
        return addresses;
    }

    [GeneratedRegex("kanari[a-z]+?(?=kanari|[^a-z]|$)", RegexOptions.IgnoreCase)]
    private static partial Regex Canary();

    [GeneratedRegex(@"(?<![\d.,])(?:4[.,]37|2[.,]59|3[.,]61|4[.,]83)(?![\d])")]
    private static partial Regex Figure();

    [GeneratedRegex("href=\"(/[^\"#]*)")]
    private static partial Regex Link();

    [GeneratedRegex("^/(css|js|lib|img|favicon|sprache|abmelden|ansicht/ende)|^//")]
    private static partial Regex Skipped();
}
