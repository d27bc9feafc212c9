using System.Diagnostics;
using Awards.Documents;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Awards.Web.Tests.Documents;

public sealed class VolumeTests : IClassFixture<ReceiptTests.SharedRenderer>
{
    private readonly TypstRenderer _renderer;

    public VolumeTests(ReceiptTests.SharedRenderer shared) => _renderer = shared.Renderer;

    private static ReportPage Page(int number) => new()
    {
        Number = $"M-2026-{number:000}",
        Name = $"Musterstadt {number}",
        Title = $"Beitrag {number}",
        Type = "kreisfreie Stadt",
        State = "Hessen",
        Facts = [new("Kommune", $"Musterstadt {number}"), new("Einwohnerzahl", "48.312")],
        Description = "Ein offenes Haus.\n\nEs ist täglich geöffnet.",
        Reasons = "Es wirkt.",
    };

    private static VolumeModel Volume { get; } = new()
    {
        Language = "de",
        CallTitle = "Musterwettbewerb",
        IssuedBy = "Musterinstitut",
        DataText = "2. März 2026, 10:00 Uhr",
        DataUtc = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc),
        Notices = ["Ein Hinweis vorab."],
        Groups = [new("Kreisfreie Städte", [Page(1), Page(2) with { DraftNote = "Entwurf: noch in Arbeit", Description = "" }]), new("Landkreise", [Page(3)])],
    };

    [PopplerFact]
    public async Task Each_group_has_contents_with_page_numbers_an_overview_and_its_reports()
    {
        var text = await Poppler.TextAsync(await VolumeAsync(Volume));

        text.ShouldStartWith("Musterwettbewerb Kurzgutachten zu den Vorschlägen Musterwettbewerb Musterinstitut Datenstand: 2. März 2026, 10:00 Uhr Ein Hinweis vorab. Prämierungsgruppen Kreisfreie Städte");
        // Dots lead to the numbers of pages.
        var plain = System.Text.RegularExpressions.Regex.Replace(text, @"(\. ?){3,}\u2060?", " ").Replace("  ", " ", StringComparison.Ordinal);
        plain.ShouldContain("Inhalt M-2026-001 Musterstadt 1 3 M-2026-002 Musterstadt 2 4 Übersicht Nummer Kommune Typ Land Titel M-2026-001 Musterstadt 1");
        plain.ShouldContain("Inhalt M-2026-003 Musterstadt 3 6 Übersicht");
        plain.ShouldContain("Kurzbeschreibung Ein offenes Haus. Es ist täglich geöffnet. Begründung Es wirkt.");
        plain.ShouldContain("M-2026-002 Musterstadt 2 · Entwurf");
        plain.ShouldContain("Entwurf: noch in Arbeit Beitrag 2");
        plain.ShouldContain("Kurzbeschreibung Noch nicht geschrieben");
        plain.ShouldContain("Seite 6 von 6");
    }

    [PopplerFact]
    public async Task Volume_and_report_are_tagged_claim_PDF_UA_and_have_headings_contents_and_table_headers()
    {
        foreach (var (pdf, title, expected) in new[]
        {
            (await VolumeAsync(Volume), "Kurzgutachten zu den Vorschlägen: Musterwettbewerb", new[] { "H1", "H2", "H3", "TOC", "TOCI", "Table", "THead", "TH", "TR", "TD", "Link" }),
            (await ReportAsync(Page(1)), "Kurzgutachten M-2026-001 Musterstadt 1", new[] { "H1", "H2", "Table", "THead", "TH", "TR", "TD" }),
        })
        {
            var info = await Poppler.InfoAsync(pdf);
            info["Title"].ShouldBe(title);
            info["Tagged"].ShouldBe("yes");
            System.Text.Encoding.Latin1.GetString(pdf).ShouldContain("<pdfuaid:part>1</pdfuaid:part>");
            var tags = (await Poppler.StructureAsync(pdf)).Split('\n').Select(line => line.Trim().Split(' ', ':')[0]).ToHashSet();
            foreach (var tag in expected) tags.ShouldContain(tag);
        }
    }

    [PopplerFact]
    public async Task A_report_alone_has_the_table_and_both_texts() =>
        (await Poppler.TextAsync(await ReportAsync(Page(1) with { GeneratedNotice = "Generiert." }))).ShouldBe(
            "Musterwettbewerb M-2026-001 Musterstadt 1 Generiert. Beitrag 1 Angaben zu Kommune und Beitrag Angabe Inhalt Kommune Musterstadt 1 Einwohnerzahl 48.312 "
            + "Kurzbeschreibung Ein offenes Haus. Es ist täglich geöffnet. Begründung Es wirkt. Kurzgutachten M-2026-001 · Datenstand 2. März 2026, 10:00 Uhr Seite 1 von 1");

    [PopplerFact]
    public async Task Markup_of_a_person_appears_literally_and_empty_text_is_no_fault()
    {
        const string hostile = """#eval("1+1") *x* = z <script> \ // ]""";
        var text = await Poppler.TextAsync(await VolumeAsync(Volume with { Groups = [new(hostile, [Page(1) with { Name = hostile, Title = hostile, Description = hostile, Facts = [new(hostile, "")] }])] }));
        text.ShouldContain("#eval(\"1+1\") *x* = z <script> \\ // ]");
        (await VolumeAsync(Volume with { Groups = [] })).ShouldNotBeEmpty();
    }

    [Fact]
    public void The_DOCX_is_valid_has_real_headings_header_rows_contents_running_heads_and_page_numbers()
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(VolumeDocument.Write(Volume)), false);

        new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2016).Validate(document).Select(fault => $"{fault.Part?.Uri} {fault.Path?.XPath}: {fault.Description}").ShouldBeEmpty();
        var main = document.MainDocumentPart!;
        var body = main.Document.Body!;
        List<string> Of(string style) => [.. body.Descendants<Paragraph>().Where(each => each.ParagraphProperties?.ParagraphStyleId?.Val?.Value == style).Select(each => each.InnerText)];
        Of("Heading1").ShouldBe(["Kreisfreie Städte", "Landkreise"]);
        Of("Heading2").ShouldBe(["M-2026-001 Musterstadt 1", "M-2026-002 Musterstadt 2", "M-2026-003 Musterstadt 3"]);
        Of("Heading3").Distinct().ShouldBe(["Angaben zu Kommune und Beitrag", "Kurzbeschreibung", "Begründung"]);
        foreach (var table in body.Descendants<Table>())
        {
            table.Descendants<TableRow>().First().Descendants<TableHeader>().ShouldHaveSingleItem();
            table.Descendants<TableCaption>().Single().Val!.Value.ShouldNotBeNullOrEmpty();
        }
        var fields = body.Descendants<FieldCode>().Select(code => code.Text.Trim()).ToList();
        fields.Where(code => code.StartsWith("TOC", StringComparison.Ordinal)).ShouldBe(["TOC \\o \"1-1\" \\h \\z", "TOC \\o \"2-2\" \\b range1 \\h \\z", "TOC \\o \"2-2\" \\b range2 \\h \\z"]);
        main.HeaderParts.Select(part => part.Header.InnerText).ShouldBe(["Musterwettbewerb", "Musterwettbewerb · Kreisfreie Städte STYLEREF 2 ", "Musterwettbewerb · Landkreise STYLEREF 2 "], ignoreOrder: true);
        main.FooterParts.Single().Footer.Descendants<FieldCode>().Select(code => code.Text.Trim()).ShouldBe(["PAGE", "NUMPAGES"]);
        var bookmarks = body.Descendants<BookmarkStart>().Select(bookmark => bookmark.Name!.Value!).ToList();
        bookmarks.ShouldBeUnique();
        body.Descendants<Hyperlink>().Select(link => link.Anchor!.Value!).ShouldBeSubsetOf(bookmarks);
    }

    [Fact]
    public void The_same_volume_gives_the_same_DOCX_and_characters_that_XML_cannot_hold_are_left_out()
    {
        VolumeDocument.Write(Volume).ShouldBe(VolumeDocument.Write(Volume));
        var odd = VolumeDocument.Write(Volume with { Groups = [new("G", [Page(1) with { Description = "a\0b\u0001c\uFFFFd" }])] });
        using var document = WordprocessingDocument.Open(new MemoryStream(odd), false);
        document.MainDocumentPart!.Document.InnerText.ShouldContain("abcd");
    }

    [LibreOfficeWriterFact]
    public async Task LibreOffice_opens_the_DOCX_and_prints_its_contents()
    {
        var folder = Directory.CreateTempSubdirectory("awards-volume-").FullName;
        try
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, "band.docx"), VolumeDocument.Write(Volume));
            using var process = Process.Start(new ProcessStartInfo("soffice", ["--headless", "--norestore", $"-env:UserInstallation=file://{folder}/profile", "--convert-to", "pdf", "--outdir", folder, Path.Combine(folder, "band.docx")]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var errors = process.StandardError.ReadToEndAsync();
            await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            process.ExitCode.ShouldBe(0, await errors);
            var text = await Poppler.TextAsync(await File.ReadAllBytesAsync(Path.Combine(folder, "band.pdf")));
            foreach (var words in new[] { "Kurzgutachten zu den Vorschlägen", "Kreisfreie Städte", "M-2026-003 Musterstadt 3", "Entwurf: noch in Arbeit", "Es ist täglich geöffnet.", "Musterwettbewerb · Landkreise", "Seite 1 von" }) text.ShouldContain(words);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private Task<byte[]> VolumeAsync(VolumeModel model) => _renderer.RenderPdfAsync(VolumeModel.Template, model, CancellationToken.None);

    private Task<byte[]> ReportAsync(ReportPage page) => _renderer.RenderPdfAsync(ReportModel.Template, new ReportModel
    {
        Language = "de",
        CallTitle = Volume.CallTitle,
        IssuedBy = Volume.IssuedBy,
        DataText = Volume.DataText,
        DataUtc = Volume.DataUtc,
        Report = page,
    }, CancellationToken.None);
}

/// <summary>A test with a real LibreOffice Writer. Without it the test is skipped and says so; in CI (AWARDS_REQUIRE_ALL) it then fails.</summary>
internal sealed class LibreOfficeWriterFactAttribute : FactAttribute
{
    public LibreOfficeWriterFactAttribute()
    {
        // It has nothing to do with databases: once is enough.
        if (Environment.GetEnvironmentVariable("AWARDS_TEST_DATABASE") == "postgres") Skip = "Runs with the tests on SQLite.";
        var soffice = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Select(folder => Path.Combine(folder, "soffice")).FirstOrDefault(File.Exists);
        // The program lies beside its parts; Calc alone does not read DOCX.
        var program = soffice is null ? null : Path.GetDirectoryName(File.ResolveLinkTarget(soffice, returnFinalTarget: true)?.FullName ?? soffice);
        if ((program is null || !File.Exists(Path.Combine(program, "libswlo.so")) || !Poppler.IsInstalled) && Environment.GetEnvironmentVariable("AWARDS_REQUIRE_ALL") != "1")
            Skip = "LibreOffice Writer or poppler-utils is missing (Debian: apt-get install --no-install-recommends libreoffice-writer poppler-utils).";
    }
}
