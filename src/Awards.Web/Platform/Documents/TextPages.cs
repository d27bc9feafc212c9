using Awards.Documents;
using Awards.Domain.Calls;
using Awards.Domain.Shared;
using Awards.Web.Platform.Files;

namespace Awards.Web.Platform.Documents;

/// <summary>A text whose pages are asked for.</summary>
/// <param name="Markdown">The text as typed.</param>
/// <param name="Page">How the call has it typeset.</param>
/// <param name="Language">"de" or "en".</param>
public sealed record TextToMeasure(string Markdown, PageSettings Page, string Language)
{
    /// <summary>In the margin and the properties of the PDF; they take no room from the text.</summary>
    public string Title { get; init; } = "";

    /// <inheritdoc cref="Title"/>
    public string Applicant { get; init; } = "";

    /// <inheritdoc cref="Title"/>
    public string CallTitle { get; init; } = "";

    /// <summary>Whose text it is: a newer request of the same drops one that still waits. Null = nobody's.</summary>
    public Guid? Of { get; init; }
}

/// <summary>The pages of a text and the PDF they were counted in.</summary>
/// <param name="Pages">0 while nothing is written.</param>
/// <param name="Pdf">PDF/UA-1 on A4.</param>
public sealed record TextMeasure(int Pages, byte[] Pdf);

/// <summary>Counts the pages of texts in the PDF that they really make. One at a time; few wait, the others are told to come again.</summary>
public sealed class TextPages(IDocumentRenderer renderer, ILogger<TextPages> log) : IDisposable
{
    /// <summary>Most requests that wait.</summary>
    public const int MaxWaiting = 12;

    /// <summary>Too many wait already.</summary>
    public static Refusal Busy { get; } = new("text.busy", /*text*/ "Gerade werden viele Texte gesetzt. Ihr Text ist gespeichert; die Seiten werden gleich noch einmal gezählt.");

    /// <summary>A newer request for the same text came while this one waited.</summary>
    public static Refusal Superseded { get; } = new("text.superseded", /*text*/ "Der Text hat sich inzwischen geändert; gezählt werden die Seiten des neueren Stands.");

    /// <summary>The text could not be typeset.</summary>
    public static Refusal Failed { get; } = new("text.failed", /*text*/ "Der Text ließ sich nicht setzen, deshalb sind seine Seiten nicht gezählt. Bitte vereinfachen Sie Tabellen und Listen, oder laden Sie den Text als PDF hoch.");

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Lock _guard = new();
    private readonly Dictionary<Guid, CancellationTokenSource> _waitingFor = [];
    private int _waiting;

    /// <summary>Typesets a text and counts its pages. Refused while too many wait, when a newer request takes its place, or when it cannot be typeset.</summary>
    public async Task<Outcome<TextMeasure>> MeasureAsync(TextToMeasure text, CancellationToken cancellationToken)
    {
        using var place = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (!Enter(text.Of, place)) return Busy;
        try
        {
            await _turn.WaitAsync(place.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Superseded;
        }
        finally
        {
            Leave(text.Of, place);
        }
        try
        {
            return await TypesetAsync(text);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    // Not cancelled once it began: breaking off costs the renderer its process, and everybody behind the time to start one.
    private async Task<Outcome<TextMeasure>> TypesetAsync(TextToMeasure text)
    {
        try
        {
            var blocks = TextTree.Of(text.Markdown);
            var pdf = await renderer.RenderPdfAsync(ApplicationTextModel.Template, Model(text, blocks), CancellationToken.None);
            var pages = PdfText.Measure(pdf);
            return pages.Refused(out var refusal) ? refusal : new TextMeasure(blocks.Count == 0 ? 0 : pages.Fact.Pages, pdf);
        }
        catch (DocumentException fault)
        {
            log.LogError(fault, "The text of application {Application} cannot be typeset.", text.Of);
            return Failed;
        }
    }

    private bool Enter(Guid? of, CancellationTokenSource place)
    {
        CancellationTokenSource? older = null;
        lock (_guard)
        {
            if (of is { } key) _waitingFor.Remove(key, out older);
            if (older is null && _waiting >= MaxWaiting) return false;
            _waiting++;
            if (of is { } newKey) _waitingFor[newKey] = place;
            older?.Cancel();
        }
        return true;
    }

    private void Leave(Guid? of, CancellationTokenSource place)
    {
        lock (_guard)
        {
            _waiting--;
            if (of is { } key && _waitingFor.TryGetValue(key, out var mine) && mine == place) _waitingFor.Remove(key);
        }
    }

    private static ApplicationTextModel Model(TextToMeasure text, IReadOnlyList<TextBlock> blocks) => new()
    {
        Language = text.Language,
        Title = text.Title,
        Applicant = text.Applicant,
        CallTitle = text.CallTitle,
        Font = text.Page.Font,
        SizeTenths = text.Page.SizeTenths,
        LinePercent = text.Page.LinePercent,
        MarginMillimetres = text.Page.MarginMillimetres,
        Blocks = blocks,
    };
}
