using Awards.Documents;
using Awards.Domain.Calls;
using Awards.Web.Platform.Documents;
using Awards.Web.Platform.Files;
using Awards.Web.Tests.Documents;
using Microsoft.Extensions.Logging.Abstractions;

namespace Awards.Web.Tests.Platform.Documents;

/// <summary>Pages of texts, counted in the PDF that they really make.</summary>
public sealed class TextPagesTests : IClassFixture<ReceiptTests.SharedRenderer>, IDisposable
{
    private const string Sentence = "Die Kommune lädt alle ein, die neu angekommen sind, und alle, die schon lange hier leben. ";
    private readonly TextPages _pages;

    public TextPagesTests(ReceiptTests.SharedRenderer shared) => _pages = new(shared.Renderer, NullLogger<TextPages>.Instance);

    public void Dispose() => _pages.Dispose();

    private static string LongText { get; } = string.Join("\n\n", Enumerable.Repeat(string.Concat(Enumerable.Repeat(Sentence, 8)), 20));

    [PopplerFact]
    public async Task The_text_stands_in_the_PDF_and_what_it_belongs_to_in_the_margins()
    {
        var measure = await MeasureAsync(new("# Anlass\n\nEin *offenes* **Haus** – [mehr](https://a.example).\n\n- eins\n- zwei\n\n| A | B |\n|---|---|\n| 1 | 2 |", PageSettings.Default, "de")
        {
            Title = "Gemeinsam ankommen",
            Applicant = "Musterstadt 1",
            CallTitle = "Zusammenleben",
        });
        measure.Pages.ShouldBe(1);
        (await Poppler.TextAsync(measure.Pdf)).ShouldBe("Musterstadt 1 · Gemeinsam ankommen Anlass Ein offenes Haus – mehr. • eins • zwei A B 1 2 Zusammenleben Seite 1 von 1");
        var info = await Poppler.InfoAsync(measure.Pdf);
        info["Title"].ShouldBe("Gemeinsam ankommen");
        info["Tagged"].ShouldBe("yes");
        info["Page size"].ShouldEndWith("(A4)");
        System.Text.Encoding.Latin1.GetString(measure.Pdf).ShouldContain("<pdfuaid:part>1</pdfuaid:part>");
    }

    [PopplerFact]
    public async Task Markup_of_the_typesetter_in_a_text_appears_literally()
    {
        const string Hostile = """#eval("1+1") #read("/data.json") $a$ = z @r // [ {""";
        (await Poppler.TextAsync((await MeasureAsync(new(Hostile, PageSettings.Default, "en") { Title = Hostile, Applicant = Hostile, CallTitle = Hostile })).Pdf)).Split(Hostile).Length.ShouldBeGreaterThanOrEqualTo(3);
    }

    [Fact]
    public async Task The_settings_of_the_call_decide_on_the_pages()
    {
        var usual = (await MeasureAsync(new(LongText, PageSettings.Default, "de"))).Pages;
        usual.ShouldBeGreaterThan(2);
        (await MeasureAsync(new(LongText, PageSettings.Default with { SizeTenths = 140 }, "de"))).Pages.ShouldBeGreaterThan(usual);
        (await MeasureAsync(new(LongText, PageSettings.Default with { LinePercent = 200 }, "de"))).Pages.ShouldBeGreaterThan(usual);
        (await MeasureAsync(new(LongText, PageSettings.Default with { MarginMillimetres = 50 }, "de"))).Pages.ShouldBeGreaterThan(usual);
        (await MeasureAsync(new(LongText, PageSettings.Default with { SizeTenths = 80, LinePercent = 100, MarginMillimetres = 10 }, "de"))).Pages.ShouldBeLessThan(usual);
    }

    [Fact]
    public async Task What_stands_in_the_margins_takes_no_room()
    {
        var bare = await MeasureAsync(new(LongText, PageSettings.Default with { MarginMillimetres = 10 }, "de"));
        var named = await MeasureAsync(new(LongText, PageSettings.Default with { MarginMillimetres = 10 }, "de") { Title = new string('x', 300), Applicant = Sentence, CallTitle = Sentence });
        named.Pages.ShouldBe(bare.Pages);
    }

    [Theory]
    [InlineData(80)]
    [InlineData(100)]
    [InlineData(115)]
    [InlineData(140)]
    public async Task The_size_of_the_call_is_found_in_the_PDF_again(int tenths)
    {
        var pdf = (await MeasureAsync(new("# Titel\n\n" + LongText, PageSettings.Default with { SizeTenths = tenths }, "de"))).Pdf;
        var measured = PdfText.Measure(pdf).Fact;
        measured.BodySizeTenths.ShouldBe(tenths);
        measured.IsA4.ShouldBeTrue();
        measured.IsSmallerThan(tenths).ShouldBeFalse();
        measured.IsSmallerThan(tenths + 3).ShouldBeTrue();
    }

    [Fact]
    public async Task A_text_that_is_not_written_has_no_page() => (await MeasureAsync(new("  \n", PageSettings.Default, "de"))).Pages.ShouldBe(0);

    [Theory]
    [InlineData("| a | b |\n|---|---|\n| 1 | 2 | 3 | 4 |\n\n1. x\n\n   > y\n\n     ```\n     z\n     ```")]
    [InlineData("🎉 漢 \u202Eabc שלום # x")]
    [InlineData("[](https://a.example) ![](x) **  ** #")]
    [InlineData("- \n-\n> \n\n|||\n|---|---|")]
    [InlineData("<https://a.example/öäü?x=y&z=%00> [x](mailto:a@b.example?subject=x)")]
    public async Task Any_text_can_be_typeset(string text) => (await MeasureAsync(new(text, PageSettings.Default, "de") { Title = text, Applicant = text })).Pdf.ShouldNotBeEmpty();

    [Fact]
    public async Task The_longest_text_can_be_typeset() =>
        (await MeasureAsync(new(new string('x', 15_000) + "\n\n" + string.Concat(Enumerable.Repeat("- a\n", 3_700)), PageSettings.Default, "de"))).Pages.ShouldBeGreaterThan(50);

    [Fact]
    public async Task Few_wait_and_a_newer_text_takes_the_place_of_an_older_one()
    {
        var renderer = new HeldRenderer();
        using var pages = new TextPages(renderer, NullLogger<TextPages>.Instance);
        var running = pages.MeasureAsync(new("läuft", PageSettings.Default, "de"), default);
        await renderer.Began.Task;
        var mine = Guid.CreateVersion7();
        var older = pages.MeasureAsync(new("alt", PageSettings.Default, "de") { Of = mine }, default);
        var newer = pages.MeasureAsync(new("neu", PageSettings.Default, "de") { Of = mine }, default);
        (await older).Refusal.ShouldBe(TextPages.Superseded);
        var waiting = Enumerable.Range(1, TextPages.MaxWaiting - 1).Select(number => pages.MeasureAsync(new($"{number}", PageSettings.Default, "de"), default)).ToList();
        (await pages.MeasureAsync(new("zu viel", PageSettings.Default, "de"), default)).Refusal.ShouldBe(TextPages.Busy);
        renderer.Go.SetResult();
        foreach (var each in waiting.Append(running).Append(newer)) (await each).Fact.Pages.ShouldBe(1);
        (await pages.MeasureAsync(new("danach", PageSettings.Default, "de"), default)).Fact.Pages.ShouldBe(1);
    }

    [Fact]
    public async Task Who_leaves_gives_the_place_back()
    {
        var renderer = new HeldRenderer();
        using var pages = new TextPages(renderer, NullLogger<TextPages>.Instance);
        var running = pages.MeasureAsync(new("läuft", PageSettings.Default, "de"), default);
        await renderer.Began.Task;
        using var leave = new CancellationTokenSource();
        var left = Enumerable.Range(1, TextPages.MaxWaiting).Select(number => pages.MeasureAsync(new($"{number}", PageSettings.Default, "de"), leave.Token)).ToList();
        await leave.CancelAsync();
        foreach (var each in left) await Should.ThrowAsync<OperationCanceledException>(() => each);
        var next = pages.MeasureAsync(new("danach", PageSettings.Default, "de"), default);
        renderer.Go.SetResult();
        (await running).Fact.Pages.ShouldBe(1);
        (await next).Fact.Pages.ShouldBe(1);
    }

    [Fact]
    public async Task A_renderer_that_fails_is_a_refusal_in_words()
    {
        using var pages = new TextPages(DocumentSetup.Renderer(DocumentSetup.Options with { NodePath = "no-such-node" }), NullLogger<TextPages>.Instance);
        (await pages.MeasureAsync(new("x", PageSettings.Default, "de"), default)).Refusal.ShouldBe(TextPages.Failed);
    }

    private async Task<TextMeasure> MeasureAsync(TextToMeasure text) => (await _pages.MeasureAsync(text, CancellationToken.None)).Fact;

    /// <summary>A renderer whose first document takes until it is let go: no real one waits at a given moment.</summary>
    private sealed class HeldRenderer : IDocumentRenderer
    {
        public TaskCompletionSource Began { get; } = new();
        public TaskCompletionSource Go { get; } = new();

        public async Task<byte[]> RenderPdfAsync<T>(string template, T model, CancellationToken cancellationToken)
        {
            Began.TrySetResult();
            await Go.Task;
            return Awards.Testing.Files.CraftedPdf.Pages();
        }
    }
}
