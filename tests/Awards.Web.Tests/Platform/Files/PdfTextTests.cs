using System.Diagnostics;
using System.Text;
using Awards.Testing.Files;
using Awards.Web.Platform.Files;

namespace Awards.Web.Tests.Platform.Files;

/// <summary>Uploaded texts are measured: pages, their format, the size of their body text.</summary>
public sealed class PdfTextTests
{
    private const string Fonts = "<< /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> /W << /Type /Font /Subtype /Type0 /BaseFont /X >> /D << /Type /Font /Subtype /Type3 /FontMatrix [0.01 0 0 0.01 0 0] >> >> >>";

    [Theory]
    [InlineData("[0 0 595 842]", true)]
    [InlineData("[0 0 595.276 841.89]", true)]
    [InlineData("[595 842 0 0]", true)]
    [InlineData("[100 100 695 942]", true)]
    [InlineData("[0 0 842 595]", true)]
    [InlineData("[0 0 595 842] /Rotate 90", true)]
    [InlineData("[0 0 842 595] /Rotate 270", true)]
    [InlineData("[0 0 590 836.5]", true)]
    [InlineData("[0 0 588 842]", false)]
    [InlineData("[0 0 612 792]", false)]
    [InlineData("[0 0 420 595]", false)]
    [InlineData("[0 0 700 900] /CropBox [50 20 645 862]", true)]
    [InlineData("[0 0 595 842] /CropBox [0 0 500 842]", false)]
    [InlineData("[0 0 595 842] /CropBox [-50 -50 900 900]", true)]
    [InlineData("[0 0 297.5 421] /UserUnit 2", true)]
    [InlineData("[0 0 595 842] /UserUnit 2", false)]
    public void The_format_is_that_of_the_visible_page(string boxes, bool isA4) => Measure(One(boxes, "")).IsA4.ShouldBe(isA4);

    [Fact]
    public void One_page_of_another_format_is_enough()
    {
        var pdf = CraftedPdf.Write(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 /MediaBox [0 0 595 842] >>",
            "<< /Type /Page /Parent 2 0 R >>", "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] >>"]);
        Measure(pdf).ShouldBe(new(2, false, null));
    }

    [Theory]
    [InlineData("BT /F 11 Tf (Ein Text) Tj ET", 110)]
    [InlineData("BT /F 10.98 Tf (Ein Text) Tj ET", 110)]
    [InlineData("BT /F 1 Tf 11 0 0 11 50 700 Tm (Ein Text) Tj ET", 110)]
    [InlineData("0.5 0 0 0.5 0 0 cm BT /F 22 Tf (Ein Text) Tj ET", 110)]
    [InlineData(".24 0 0 -.24 0 842 cm BT /F 50 Tf 1 0 0 -1 0 0 Tm (Ein Text) Tj ET", 120)]
    [InlineData("BT /F 12 Tf 0 1 -1 0 300 300 Tm (Gedreht) Tj ET", 120)]
    [InlineData("BT /F -12 Tf (Gespiegelt) Tj ET", 120)]
    [InlineData("q 2 0 0 2 0 0 cm BT /F 5 Tf (x) Tj ET Q BT /F 11 Tf (Text) Tj ET", 110)]
    [InlineData("BT /F 20 Tf (Titel) Tj /F 9 Tf [(Der ) -20 (Text)] TJ ET", 90)]
    [InlineData("BT /F 20 Tf (Titel) Tj /F 9 Tf (eins) ' 0 0 (zwei) \" ET", 90)]
    [InlineData("BT /W 20 Tf <0001000200030004> Tj /F 9 Tf (Texte) Tj ET", 90)]
    [InlineData("BT /F 20 Tf (\\050\\051\\\\\\n) Tj /F 9 Tf (Texte) Tj ET", 90)]
    [InlineData("BT /F 9 Tf (ab\\)c) Tj /F 20 Tf (Text\\\n) Tj ET", 200)]
    [InlineData("BT /D 1 Tf 1 0 0 1 0 0 Tm (Zeichnung) Tj ET", 100)]
    [InlineData("BI /W 1 /H 1 ID \x01 EIx (( EI BT /F 11 Tf (Text) Tj ET", 110)]
    [InlineData("BT /F 11 Tf 3 Tr (Texterkennung) Tj ET", null)]
    [InlineData("BT /F 11 Tf (Text) Tj ET Q Q", 110)]
    [InlineData("0 0 595 842 re f", null)]
    [InlineData("BT /F 11 Tf (Text Tj ET", null)]
    [InlineData("1 2 cm", null)]
    [InlineData("", null)]
    public void The_size_is_that_of_most_visible_characters(string content, int? tenths) => Measure(One("[0 0 595 842]", content)).BodySizeTenths.ShouldBe(tenths);

    [Fact]
    public void Forms_within_a_page_are_followed_with_their_own_scale()
    {
        var form = CraftedPdf.Stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Matrix [0.5 0 0 0.5 0 0] /Filter /FlateDecode", CraftedPdf.Deflate("BT /F 20 Tf (In der Form) Tj ET"u8.ToArray()));
        Measure(Page("[0 0 595 842]", "2 0 0 2 0 0 cm /X Do", Fonts[..^2] + "/XObject << /X 5 0 R >> >>", form)).BodySizeTenths.ShouldBe(200);
    }

    [Fact]
    public void Contents_in_parts_are_one()
    {
        var pdf = CraftedPdf.Write(["<< /Type /Catalog /Pages 2 0 R >>", $"<< /Type /Pages /Kids [3 0 R] /Count 1 /Resources {Fonts} >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents [4 0 R 5 0 R] >>", CraftedPdf.Stream("", "BT /F 11"u8.ToArray()), CraftedPdf.Stream("", "Tf (Text) Tj ET"u8.ToArray())]);
        Measure(pdf).BodySizeTenths.ShouldBe(110);
    }

    /// <summary>Each would take hours or all memory; its pages are counted all the same.</summary>
    [Theory]
    [InlineData("forms that call one another ten times each")]
    [InlineData("a form that calls itself")]
    [InlineData("content that unpacks to 150 MB")]
    [InlineData("states without end")]
    [InlineData("operands without end")]
    public void Bombs_are_given_up(string which)
    {
        var again = string.Concat(Enumerable.Repeat("/X Do ", 10));
        string Form(int next) => CraftedPdf.Stream($"/Type /XObject /Subtype /Form /Resources << /XObject << /X {next} 0 R >> >>", Encoding.Latin1.GetBytes(again));
        var resources = Fonts[..^2] + "/XObject << /X 5 0 R >> >>";
        var pdf = which switch
        {
            "forms that call one another ten times each" => Page("[0 0 595 842]", again, resources, [.. Enumerable.Range(6, 9).Select(Form), CraftedPdf.Stream("/Subtype /Form", Encoding.Latin1.GetBytes(new string('1', 3) + string.Concat(Enumerable.Repeat(" q Q", 5000))))]),
            "a form that calls itself" => Page("[0 0 595 842]", again, resources, Form(5)),
            "content that unpacks to 150 MB" => CraftedPdf.Write(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>", CraftedPdf.Stream("/Filter /FlateDecode", CraftedPdf.Deflate(new byte[150 << 20]))]),
            "states without end" => One("[0 0 595 842]", string.Concat(Enumerable.Repeat("q ", 100_000))),
            _ => One("[0 0 595 842]", string.Concat(Enumerable.Repeat("1 ", 100_000))),
        };
        Measure(pdf).ShouldBe(new(1, true, null));
    }

    [Fact]
    public void What_is_no_PDF_or_encrypted_is_refused()
    {
        PdfText.Measure("%PDF-1.7 nichts"u8.ToArray()).Refusal.ShouldBe(FileRefusals.Broken);
        PdfText.Measure(CraftedPdf.Encrypted()).Refusal.ShouldBe(FileRefusals.Encrypted);
        PdfText.Measure(CraftedPdf.Write(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R] /Count 1 >>"])).Refusal.ShouldBe(FileRefusals.Broken);
    }

    [ChromiumFact]
    public async Task What_a_browser_prints_is_measured()
    {
        var folder = Directory.CreateTempSubdirectory("awards-print-");
        try
        {
            var (page, pdf) = (Path.Combine(folder.FullName, "seite.html"), Path.Combine(folder.FullName, "seite.pdf"));
            var text = string.Concat(Enumerable.Repeat("<p>Die Kommune lädt alle ein, die neu angekommen sind.</p>", 90));
            await File.WriteAllTextAsync(page, $"<!doctype html><title>Text</title><style>@page {{ size: A4 }} body {{ font: 11pt sans-serif }}</style><h1>Titel</h1>{text}");
            var start = new ProcessStartInfo(ChromiumFactAttribute.Chromium!, ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--no-first-run",
                $"--user-data-dir={Path.Combine(folder.FullName, "profile")}", "--no-pdf-header-footer", $"--print-to-pdf={pdf}", new Uri(page).AbsoluteUri])
            { RedirectStandardError = true, RedirectStandardOutput = true };
            using var process = Process.Start(start)!;
            await Task.WhenAll(process.StandardError.ReadToEndAsync(), process.StandardOutput.ReadToEndAsync());
            await process.WaitForExitAsync();
            var measured = Measure(await File.ReadAllBytesAsync(pdf));
            measured.Pages.ShouldBeGreaterThan(1);
            (measured.IsA4, measured.BodySizeTenths).ShouldBe((true, 110));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static PdfMeasure Measure(byte[] pdf) => PdfText.Measure(pdf).Fact;

    private static byte[] One(string boxes, string content) => Page(boxes, content, Fonts);

    /// <summary>One page; further objects begin with number 5.</summary>
    private static byte[] Page(string boxes, string content, string resources, params string[] objects) => CraftedPdf.Write(
    [
        "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        $"<< /Type /Page /Parent 2 0 R /Resources {resources} /Contents 4 0 R /MediaBox {boxes} >>", CraftedPdf.Stream("", Encoding.Latin1.GetBytes(content)), .. objects,
    ]);
}

/// <summary>A test that prints with Chromium. Without it the test is skipped, except in CI, where it fails.</summary>
internal sealed class ChromiumFactAttribute : FactAttribute
{
    public ChromiumFactAttribute()
    {
        if (Chromium is null && Environment.GetEnvironmentVariable("AWARDS_REQUIRE_ALL") != "1") Skip = "Chromium is not on PATH (Debian: apt-get install chromium).";
    }

    public static string? Chromium { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Select(folder => Path.Combine(folder, "chromium")).FirstOrDefault(File.Exists);
}
