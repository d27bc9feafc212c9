using System.Text;
using Awards.Domain.Shared;
using Awards.Testing;
using Awards.Testing.Files;
using Awards.Web.Data;
using Awards.Web.Platform.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Awards.Web.Tests.Platform.Files;

/// <summary>Every upload goes the whole way (receive, check, keep, save), so that each refusal also shows that nothing stays.</summary>
public sealed class UploadChecksTests(UploadChecksTests.Fixture fixture) : IClassFixture<UploadChecksTests.Fixture>
{
    private static readonly Dictionary<string, (string Name, string Code, Func<byte[]> File)> Bad = new()
    {
        ["empty"] = ("leer.pdf", "file.empty", () => []),
        ["too big"] = ("gross.pdf", "file.too_big", () => new byte[Fixture.MaxBytes + 1]),
        ["too big for its kind"] = ("gross.png", "file.too_big", () => [.. CraftedImage.Png(), .. new byte[Fixture.MaxPng]]),
        ["text"] = ("notiz.txt", "file.type", () => "Nur Text."u8.ToArray()),
        ["web page with the name of a PDF"] = ("seite.pdf", "file.type", () => "<html><script>alert(1)</script>"u8.ToArray()),
        ["program"] = ("programm.exe", "file.type", () => [(byte)'M', (byte)'Z', .. new byte[200]]),
        ["drawing"] = ("bild.svg", "file.type", () => "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"u8.ToArray()),
        ["mark of PDF later than at the start"] = ("spaet.pdf", "file.type", () => [.. "GIF89a"u8, .. CraftedPdf.Pages()]),
        ["PDF named as a document"] = ("brief.docx", "file.extension", () => CraftedPdf.Pages()),
        ["image named as a program"] = ("bild.exe", "file.extension", () => CraftedImage.Png()),
        ["document named as a table"] = ("tabelle.xlsx", "file.extension", () => CraftedOffice.Docx()),
        ["old Word"] = ("alt.doc", "file.old_office", () => CraftedOffice.Compound("WordDocument")),
        ["Office with password"] = ("geheim.docx", "file.encrypted", () => CraftedOffice.Compound("EncryptedPackage")),
        ["PDF with password"] = ("geheim.pdf", "file.encrypted", () => CraftedPdf.Encrypted()),
        ["PDF cut off"] = ("halb.pdf", "file.broken", () => CraftedPdf.Pages(3)[..200]),
        ["PDF of rubbish"] = ("kaputt.pdf", "file.broken", () => [.. "%PDF-1.7\n"u8, .. Enumerable.Repeat((byte)'x', 500), .. "\n%%EOF"u8]),
        ["PDF without pages"] = ("leer.pdf", "file.broken", () => CraftedPdf.Write(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>"])),
        ["PDF and a zip behind it"] = ("doppelt.pdf", "file.appended", () => [.. CraftedPdf.Pages(), .. CraftedOffice.Docx()[..300]]),
        ["PDF with JavaScript at opening"] = ("skript.pdf", "file.active_pdf", () => CraftedPdf.WithCatalog("/OpenAction 4 0 R", "<< /S /JavaScript /JS (app.alert\\(1\\)) >>")),
        ["PDF with a hidden spelling of JavaScript"] = ("skript.pdf", "file.active_pdf", () => CraftedPdf.WithCatalog("/OpenAction 4 0 R", "<< /S /J#61vaScript /J#53 (app.alert\\(1\\)) >>")),
        ["PDF with named scripts"] = ("skript.pdf", "file.active_pdf", () => CraftedPdf.WithCatalog("/Names << /JavaScript << /Names [(a) 4 0 R] >> >>", "<< >>")),
        ["PDF that starts programs"] = ("start.pdf", "file.active_pdf", () => CraftedPdf.WithCatalog("/OpenAction << /S /Launch /F (cmd.exe) >>")),
        ["PDF with XFA"] = ("formular.pdf", "file.active_pdf", () => CraftedPdf.WithCatalog("/AcroForm << /XFA (x) /Fields [] >>")),
        ["PDF with an attachment"] = ("anhang.pdf", "file.attached_pdf", () => CraftedPdf.WithCatalog("/Names << /EmbeddedFiles << /Names [(a.exe) 4 0 R] >> >>", "<< /Type /Filespec /F (a.exe) /EF << /F 5 0 R >> >>", CraftedPdf.Stream("/Type /EmbeddedFile", [1, 2, 3]))),
        ["PDF with too many pages"] = ("dick.pdf", "file.too_many_pages", () => CraftedPdf.Pages(Fixture.MaxPages + 1)),
        ["PDF with JavaScript in packed objects"] = ("skript.pdf", "file.active_pdf", () => CraftedPdf.Packed("<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (x) >> >>", OnePage, Page)),
        ["PDF with packed objects that unpack to 150 MB"] = ("bombe.pdf", "file.costly", () => CraftedPdf.Packed("<< /Type /Catalog /Pages 2 0 R >>", OnePage, Page + new string(' ', 150 << 20))),
        ["PDF with endless nesting"] = ("tief.pdf", "file.costly", () => CraftedPdf.WithCatalog("/X " + string.Concat(Enumerable.Repeat("[", 200_000)))),
        ["PDF whose pages contain themselves"] = ("kreis.pdf", "file.broken", () => CraftedPdf.Write(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R] /Count 1 >>"])),
        ["PDF whose table points elsewhere"] = ("zeiger.pdf", "file.broken", () => Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(CraftedPdf.Pages()).Replace("2 0 obj", "7 0 obj", StringComparison.Ordinal))),
        ["zip"] = ("archiv.zip", "file.type", () => CraftedOffice.Zip([("datei.txt", stream => stream.WriteByte(65))])),
        ["empty zip"] = ("leer.docx", "file.type", () => CraftedOffice.Zip([])),
        ["template"] = ("vorlage.docx", "file.type", () => CraftedOffice.OfType("application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml")),
        ["document cut off"] = ("halb.docx", "file.broken", () => CraftedOffice.Docx()[..400]),
        ["document and something behind it"] = ("mehr.docx", "file.broken", () => [.. CraftedOffice.Docx(), .. "<html>"u8]),
        ["document whose part goes up the tree"] = ("pfad.docx", "file.broken", () => CraftedOffice.Docx(("../../etc/passwd", "x"))),
        ["document whose part begins at the root"] = ("pfad.docx", "file.broken", () => CraftedOffice.Docx(("/etc/passwd", "x"))),
        ["document whose part has a drive"] = ("pfad.docx", "file.broken", () => CraftedOffice.Docx(("c:\\x", "x"))),
        ["document with the same part twice"] = ("zwei.docx", "file.broken", () => CraftedOffice.Docx(("WORD/DOCUMENT.XML", "<a/>"))),
        ["document with entities"] = ("lachen.docx", "file.broken", () => CraftedOffice.Docx(("word/styles.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>"))),
        ["document with macros"] = ("makro.docx", "file.macros", () => CraftedOffice.Docx(("word/vbaProject.bin", "x"))),
        ["document with a macro type"] = ("makro.docx", "file.macros", () => CraftedOffice.OfType("application/vnd.ms-word.document.macroEnabled.main+xml")),
        ["table with macros"] = ("makro.xlsx", "file.macros", () => CraftedOffice.Xlsx(("xl/vbaProject.bin", "x"))),
        ["table with old macros"] = ("makro.xlsx", "file.macros", () => CraftedOffice.Xlsx(("xl/macrosheets/sheet1.xml", "<a/>"))),
        ["document with an object"] = ("objekt.docx", "file.embedded", () => CraftedOffice.Docx(("word/embeddings/oleObject1.bin", "x"))),
        ["document with a remote template"] = ("vorlage.docx", "file.external", () => CraftedOffice.Docx(CraftedOffice.ExternalLink("attachedTemplate", "http://example.org/a.dotm"))),
        ["document with a remote image"] = ("bild.docx", "file.external", () => CraftedOffice.Docx(CraftedOffice.ExternalLink("image", "https://example.org/a.png"))),
        ["document with a link to a share"] = ("link.docx", "file.external", () => CraftedOffice.Docx(CraftedOffice.ExternalLink("hyperlink", "file:///\\\\server\\share"))),
        ["document that unpacks to 300 MB"] = ("bombe.docx", "file.bomb", () => CraftedOffice.Bomb(300 << 20)),
        ["document that unpacks a thousandfold"] = ("bombe.docx", "file.bomb", () => CraftedOffice.Bomb(30 << 20)),
        ["document that lies about its size"] = ("luege.docx", "file.bomb", () => CraftedOffice.LieAboutSize(CraftedOffice.Bomb(1 << 20), "word/media/image1.bmp")),
        ["document with too many parts"] = ("viele.docx", "file.bomb", () => CraftedOffice.Docx([.. Enumerable.Range(0, ZipParts.MaxParts + 1).Select(number => ($"word/{number}.bin", ""))])),
        ["PNG cut off"] = ("halb.png", "file.broken", () => CraftedImage.Png()[..40]),
        ["PNG with a wrong sum"] = ("falsch.png", "file.broken", () => Changed(CraftedImage.Png(), at: 45)),
        ["PNG and a zip behind it"] = ("doppelt.png", "file.appended", () => [.. CraftedImage.Png(), .. CraftedOffice.Docx()]),
        ["PNG of 100 megapixels"] = ("riesig.png", "file.too_many_pixels", () => CraftedImage.Png(10_000, 10_000)),
        ["PNG without height"] = ("flach.png", "file.broken", () => CraftedImage.Png(8, 0)),
        ["JPEG cut off"] = ("halb.jpg", "file.broken", () => CraftedImage.Jpeg()[..^2]),
        ["JPEG and a zip behind it"] = ("doppelt.jpg", "file.appended", () => [.. CraftedImage.Jpeg(), .. CraftedOffice.Docx()]),
        ["JPEG of 100 megapixels"] = ("riesig.jpg", "file.too_many_pixels", () => CraftedImage.Jpeg(10_000, 10_000)),
    };

    private const string OnePage = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>";
    private const string Page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>";

    private static readonly Dictionary<string, (string Name, FileKind Kind, int? Pages, Func<byte[]> File)> Good = new()
    {
        ["PDF"] = ("Faltblatt.pdf", FileKind.Pdf, 3, () => CraftedPdf.Pages(3)),
        ["PDF with a harmless form"] = ("Formular.PDF", FileKind.Pdf, 1, () => CraftedPdf.WithCatalog("/AcroForm << /Fields [] >>")),
        ["PDF without an ending"] = ("Faltblatt", FileKind.Pdf, 1, () => CraftedPdf.Pages()),
        ["PDF with packed objects"] = ("Neu.pdf", FileKind.Pdf, 1, () => CraftedPdf.Packed("<< /Type /Catalog /Pages 2 0 R >>", OnePage, Page)),
        ["document"] = ("Brief.docx", FileKind.Docx, null, () => CraftedOffice.Docx()),
        ["document with links"] = ("Brief.docx", FileKind.Docx, null, () => CraftedOffice.Docx(CraftedOffice.ExternalLink("hyperlink", "https://example.org/"))),
        ["table"] = ("Tabelle.xlsx", FileKind.Xlsx, null, () => CraftedOffice.Xlsx()),
        ["PNG"] = ("Bild.png", FileKind.Png, null, () => CraftedImage.Png(64, 32)),
        ["JPEG"] = ("Foto.JPEG", FileKind.Jpeg, null, () => CraftedImage.Jpeg()),
        ["JPEG with a preview behind it"] = ("Foto.jpg", FileKind.Jpeg, null, () => [.. CraftedImage.Jpeg(), 0, 0, .. CraftedImage.Jpeg()]),
    };

    public static TheoryData<string> BadOnes => [.. Bad.Keys];

    public static TheoryData<string> GoodOnes => [.. Good.Keys];

    [Theory]
    [MemberData(nameof(BadOnes))]
    public async Task A_bad_file_is_refused_and_leaves_nothing(string what)
    {
        var (name, code, file) = Bad[what];
        var before = await fixture.TracesAsync();
        var outcome = await fixture.StoreAsync(file(), name);
        outcome.Refused(out var refusal).ShouldBeTrue(what);
        refusal.Code.ShouldBe(code);
        (await fixture.TracesAsync()).ShouldBe(before);
    }

    [Theory]
    [MemberData(nameof(GoodOnes))]
    public async Task A_good_file_is_kept_as_it_came(string what)
    {
        var (name, kind, pages, content) = Good[what];
        var file = (await fixture.StoreAsync(content(), name)).Fact;
        (file.Kind, file.Pages, file.Size).ShouldBe((kind, pages, content().Length));
        file.Name.ShouldBe(name == "Faltblatt" ? "Faltblatt.pdf" : name);
        await using var stored = fixture.Store.Open(file.StorageName).ShouldNotBeNull();
        using var copy = new MemoryStream();
        await stored.CopyToAsync(copy);
        copy.ToArray().ShouldBe(content());
        (await fixture.Host.CheckAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_the_transaction_refuses_leaves_no_bytes_either()
    {
        var before = await fixture.TracesAsync();
        (await fixture.StoreAsync(CraftedPdf.Pages(), "a.pdf", _ => Task.FromResult<Outcome<StoredFile>>(FileRefusals.None))).Refused(out _).ShouldBeTrue();
        (await fixture.TracesAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Many_uploads_at_once_do_not_mix()
    {
        var files = await Task.WhenAll(Enumerable.Range(1, 12).Select(async number => (Pages: number, (await fixture.StoreAsync(number % 2 == 0 ? CraftedImage.Png(number, 1) : CraftedPdf.Pages(number), $"{number}")).Fact)));
        files.Select(each => each.Fact.StorageName).ShouldBeUnique();
        foreach (var (pages, file) in files.Where(each => each.Pages % 2 == 1)) file.Pages.ShouldBe(pages);
        (await fixture.Host.CheckAsync()).ShouldBeEmpty();
    }

    private static byte[] Changed(byte[] file, int at)
    {
        file[at] ^= 0xFF;
        return file;
    }

    /// <summary>One host for all; limits small enough for files made in memory.</summary>
    public sealed class Fixture : IAsyncLifetime
    {
        internal const int MaxBytes = 4 << 20;
        internal const int MaxPng = 100_000;
        internal const int MaxPages = 50;

        public AwardsHost Host { get; private set; } = null!;

        public IFileStore Store => Host.Services.GetRequiredService<IFileStore>();

        public async Task InitializeAsync() => Host = await AwardsHost.StartAsync(settings: new Dictionary<string, string?>
        {
            ["Files:MaxBytes"] = $"{MaxBytes}",
            ["Files:MaxBytesOf:Png"] = $"{MaxPng}",
            ["Files:MaxPages"] = $"{MaxPages}",
        });

        public async Task DisposeAsync() => await Host.DisposeAsync();

        public async Task<Outcome<StoredFile>> StoreAsync(byte[] content, string name, Func<StoredFile, Task<Outcome<StoredFile>>>? decide = null)
        {
            using var scope = Host.Services.CreateScope();
            return await scope.ServiceProvider.GetRequiredService<Uploads>().StoreAsync(new MemoryStream(content), name, new FileOwner("Test", Guid.CreateVersion7(), null),
                WriteContext.System(Host.Clock.Now, "Test"), AuditAction.CallDownloadAdded, decide ?? (file => Task.FromResult<Outcome<StoredFile>>(file)), CancellationToken.None);
        }

        /// <summary>Rows and files, so that two states can be compared.</summary>
        public async Task<string> TracesAsync()
        {
            var folder = Path.Combine(Host.Folder, "files");
            var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal) : Enumerable.Empty<string>();
            var (rows, audit) = await Host.DbAsync(async db => (await db.StoredFiles.CountAsync(), await db.AuditRows.CountAsync()));
            return new StringBuilder().Append(rows).Append(',').Append(audit).AppendJoin('\n', files).ToString();
        }
    }
}
