using Awards.Documents;

namespace Awards.Web.Tests.Documents;

public sealed class ReceiptTests : IClassFixture<ReceiptTests.SharedRenderer>
{
    private const string Hash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    private readonly TypstRenderer _renderer;

    public ReceiptTests(SharedRenderer shared) => _renderer = shared.Renderer;

    [PopplerFact]
    public async Task The_German_receipt_says_what_was_submitted()
    {
        (await Poppler.TextAsync(await RenderAsync(Receipts.Complete))).ShouldBe(
            "Deutsches Institut für Urbanistik Eingangsbestätigung Zusammenleben Hand in Hand – Kommunen gestalten "
            + "Kennung ZHH-2017-042 Bewerber Musterstadt 1 Ansprechperson Fachstelle Integration integration@musterstadt.example "
            + "Titel Gemeinsam ankommen im „Übergang“ Eingegangen am Donnerstag, 21. Dezember 2017, 14:03 Uhr (MEZ) "
            + "Ihre Bewerbung ist vollständig bei uns eingegangen. Dieses Schreiben gibt wieder, was Sie eingereicht haben. "
            + "Demonstration: Die Antworten sind erzeugt. "
            + "Darstellung Kurzbeschreibung Ein offenes Haus für alle. Es ist täglich geöffnet. "
            + "Einzelprojekte 1. Sprachcafé Menschen treffen sich zum Gespräch. "
            + "Angaben im Fragebogen Angaben zur Kommune Frage Antwort Einwohnerzahl 48.312 "
            + "Welche Ämter sind beteiligt? Sozialamt Jugendamt Gibt es ein Integrationskonzept? Keine Antwort "
            + $"Prüfsumme (SHA-256) {Hash} Die Prüfsumme wurde aus den eingereichten Angaben berechnet. "
            + "Ändert sich eine Angabe, ändert sich auch die Prüfsumme. "
            + "Eingangsbestätigung · ZHH-2017-042 Seite 1 von 1");
    }

    [PopplerFact]
    public async Task The_English_receipt_has_English_labels()
    {
        var model = Receipts.Complete with { Language = "en", Texts = [], SingleProjects = [], GeneratedNotice = null };

        (await Poppler.TextAsync(await RenderAsync(model))).ShouldBe(
            "Deutsches Institut für Urbanistik Confirmation of receipt Zusammenleben Hand in Hand – Kommunen gestalten "
            + "Reference ZHH-2017-042 Applicant Musterstadt 1 Contact Fachstelle Integration integration@musterstadt.example "
            + "Title Gemeinsam ankommen im „Übergang“ Received on Donnerstag, 21. Dezember 2017, 14:03 Uhr (MEZ) "
            + "We have received your complete application. This letter repeats what you submitted. "
            + "Answers to the questionnaire Angaben zur Kommune Question Answer Einwohnerzahl 48.312 "
            + "Welche Ämter sind beteiligt? Sozialamt Jugendamt Gibt es ein Integrationskonzept? No answer "
            + $"Checksum (SHA-256) {Hash} The checksum was calculated from what was submitted. "
            + "If any of it changes, the checksum changes as well. "
            + "Confirmation of receipt · ZHH-2017-042 Page 1 of 1");
    }

    [PopplerFact]
    public async Task It_is_tagged_and_claims_PDF_UA_and_carries_its_metadata()
    {
        var pdf = await RenderAsync(Receipts.Complete);

        var info = await Poppler.InfoAsync(pdf);
        info["Title"].ShouldBe("Eingangsbestätigung ZHH-2017-042");
        info["Author"].ShouldBe("Deutsches Institut für Urbanistik");
        info["Tagged"].ShouldBe("yes");
        info["Page size"].ShouldEndWith("(A4)");
        var content = System.Text.Encoding.Latin1.GetString(pdf);
        content.ShouldContain("<pdfuaid:part>1</pdfuaid:part>");
        content.ShouldContain("/Lang (de)");
        content.ShouldContain("D:20171221130309");
    }

    [PopplerFact]
    public async Task Headings_lists_and_table_headers_are_in_the_structure()
    {
        var structure = await Poppler.StructureAsync(await RenderAsync(Receipts.Complete));

        var tags = structure.Split('\n').Select(line => line.Trim().Split(' ', ':')[0])
            .Where(tag => tag.Length > 0 && tag[0] != '/').Distinct().Order(StringComparer.Ordinal);
        tags.ShouldBe(["Document", "H1", "H2", "H3", "L", "LBody", "LI", "Lbl", "P", "Span", "TBody", "TD", "TH", "THead", "TR", "Table"]);
    }

    [Fact]
    public async Task The_same_model_gives_the_same_bytes_also_from_another_process()
    {
        await using var other = DocumentSetup.Renderer(DocumentSetup.Options);

        var first = await RenderAsync(Receipts.Complete);
        await RenderAsync(Receipts.Everywhere("something else in between"));

        (await RenderAsync(Receipts.Complete)).ShouldBe(first);
        (await other.RenderPdfAsync(ReceiptModel.Template, Receipts.Complete, CancellationToken.None)).ShouldBe(first);
    }

    [PopplerFact]
    public async Task Markup_and_code_in_user_text_appear_literally()
    {
        const string hostile = """#eval("1+1") #read("/data.json") *x* _y_ $a$ = z <script>alert(1)</script> `c` @r \ // \" [ {""";

        var text = await Poppler.TextAsync(await RenderAsync(
            Receipts.Complete with { Title = hostile, Texts = [new ReceiptText(hostile, hostile)] }));

        // Lines may break within the text, so white space does not count.
        WithoutBlanks(text).Split(WithoutBlanks(hostile)).Length.ShouldBe(4);
    }

    [PopplerFact]
    public async Task Characters_without_a_glyph_are_shown_by_number_and_invisible_ones_left_out()
    {
        var text = await Poppler.TextAsync(await RenderAsync(
            Receipts.Complete with { Title = "Fest 🎉 漢 a\0b\u0007c\u202Ed \uD800." }));

        text.ShouldContain("Titel Fest [U+1F389] [U+6F22] abcd �.", Case.Sensitive);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t\n\r\n\u00A0\u200B")]
    [InlineData("שלום مرحبا Ελλάδα Київ e\u0301\u0351")]
    [InlineData("👩‍👩‍👧‍👦🏳️‍🌈")]
    [InlineData("\uFFFE\uFFFF\uE000\u0001\u001B\u0085\u2028\u2066")]
    [InlineData("Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft")]
    public async Task Any_text_can_be_printed_anywhere(string text) =>
        (await RenderAsync(Receipts.Everywhere(text))).ShouldNotBeEmpty();

    [PopplerFact]
    public async Task A_text_of_100000_characters_in_one_word_is_printed_completely()
    {
        var word = string.Concat(Enumerable.Repeat("abcdefghij", 10_000));

        var text = await Poppler.TextAsync(await RenderAsync(Receipts.Complete with { Texts = [new ReceiptText("Lang", word)] }));

        text.Count(character => character == 'j').ShouldBeGreaterThanOrEqualTo(10_000);
    }

    private static string WithoutBlanks(string text) => text.Replace(" ", "", StringComparison.Ordinal);

    private Task<byte[]> RenderAsync(ReceiptModel model) =>
        _renderer.RenderPdfAsync(ReceiptModel.Template, model, CancellationToken.None);

    public sealed class SharedRenderer : IAsyncLifetime
    {
        internal TypstRenderer Renderer { get; } = DocumentSetup.Renderer(DocumentSetup.Options);

        public Task InitializeAsync() => Task.CompletedTask;

        public async Task DisposeAsync() => await Renderer.DisposeAsync();
    }
}
