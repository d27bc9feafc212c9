using System.Net;
using System.Text.Json;
using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Testing;
using Awards.Testing.Files;
using Awards.Web.Platform.Files;
using Awards.Web.Stages.Applications;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Tests.Stages.Applications;

/// <summary>The text of an application, written or sent, and its attachments.</summary>
public sealed class TextTests : IAsyncLifetime
{
    private Applying _applying = null!;

    public async Task InitializeAsync() => _applying = await Applying.BeginAsync(call => call with { Limits = new CallLimits { Pages = 2, SummaryWords = 5, Attachments = 2, AttachmentMegabytes = 1 } });

    public async Task DisposeAsync() => await _applying.DisposeAsync();

    private string Text => ApplicationLinks.Text(_applying.Id);
    private string Attachments => ApplicationLinks.Attachments(_applying.Id);
    private string Check => ApplicationLinks.Check(_applying.Id);

    private static string Long { get; } = string.Join("\r\r", Enumerable.Repeat("Ein Absatz mit einigen Wörtern, der so oft dasteht, bis drei Seiten voll sind. Er sagt nichts, er füllt nur.", 120));

    [Fact]
    public async Task The_printed_pages_of_the_text_are_counted_and_too_many_stop_the_submission_but_not_the_draft()
    {
        await _applying.FillAsync();
        (await _applying.SaveAsync(Text, new() { ["Input.Description"] = Long })).IsRedirect.ShouldBeTrue();
        (await _applying.Clerk.GetAsync(Text)).TextOf("[data-measured]").ShouldStartWith("6 Seiten, erlaubt sind 2.");
        (await _applying.Clerk.GetAsync(Check)).TextsOf("section[aria-labelledby=missing] li").ShouldBe(["Beschreibung: Die Beschreibung hat 6 Seiten, erlaubt sind 2."]);
        (await _applying.SubmitAsync()).IsRedirect.ShouldBeFalse();
        var answer = JsonDocument.Parse((await _applying.Clerk.GetAsync(Text + "?handler=Pages")).Text).RootElement;
        answer.GetProperty("fits").GetBoolean().ShouldBeFalse();
        (await _applying.SaveAsync(Text, new() { ["Input.Description"] = "Kurz" })).IsRedirect.ShouldBeTrue();
        (await _applying.StoredAsync()).TextPages.ShouldBeNull();
        (await _applying.SubmitAsync()).IsRedirect.ShouldBeTrue();
        (await _applying.StoredAsync()).TextPages.ShouldBe(1);
    }

    [Fact]
    public async Task The_text_can_be_looked_at_as_it_is_printed()
    {
        await _applying.SaveAsync(Text, new() { ["Input.Description"] = "## Überschrift\r\r" + string.Concat(Enumerable.Repeat("Ein Satz mit **fettem** Wort. ", 20)) });
        var (status, type, content) = await _applying.Clerk.DownloadAsync(ApplicationLinks.TextPdf(_applying.Id));
        (status, type).ShouldBe((HttpStatusCode.OK, "application/pdf"));
        PdfText.Measure(content).Fact.ShouldBe(new(1, true, 110));
    }

    [Fact]
    public async Task A_pdf_counts_in_place_of_the_editor_until_it_is_removed()
    {
        await _applying.FillAsync();
        (await UploadAsync(CraftedPdf.Pages(2), "Text.pdf")).IsRedirect.ShouldBeTrue();
        var page = await _applying.Clerk.GetAsync(Text);
        page.TextOf("section[aria-labelledby=sent]").ShouldContain("2 von höchstens 2 Seiten");
        page.TextOf("section[aria-labelledby=sent] .kern-alert").ShouldContain("Schriftgröße lässt sich nicht feststellen");
        (await UploadAsync(CraftedPdf.Pages(3), "Länger.pdf")).IsRedirect.ShouldBeTrue();
        (await _applying.Clerk.GetAsync(Check)).TextsOf("section[aria-labelledby=missing] li").ShouldBe(["Beschreibung: Die Beschreibung hat 3 Seiten, erlaubt sind 2."]);
        (await _applying.Host.DbAsync(db => db.AnswerFiles.CountAsync())).ShouldBe(1);
        (await _applying.Clerk.SubmitAsync(await _applying.Clerk.GetAsync(Text), "form[action*=Remove]")).IsRedirect.ShouldBeTrue();
        (await _applying.StoredAsync()).Files.Text.ShouldBeNull();
        (await _applying.SubmitAsync()).IsRedirect.ShouldBeTrue();
    }

    [Fact]
    public async Task What_is_no_pdf_is_refused_as_a_text()
    {
        var page = await UploadAsync(CraftedOffice.Docx(), "Text.docx");
        page.TextOf("[data-errors]").ShouldContain("Der Text muss ein PDF sein.");
        (await _applying.Host.DbAsync(db => db.StoredFiles.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_file_that_was_handed_in_stays_readable_when_the_draft_replaces_it()
    {
        await _applying.FillAsync();
        await UploadAsync(CraftedPdf.Pages(), "Erste.pdf");
        await _applying.SubmitAsync();
        var first = (await _applying.StoredAsync()).Files.Text!;
        await _applying.Clerk.SubmitAsync(await _applying.Clerk.GetAsync(ApplicationLinks.Overview(_applying.Id)), "form[action*=Reopen]");
        await UploadAsync(CraftedPdf.Pages(2), "Zweite.pdf");
        (await _applying.Clerk.DownloadAsync(FileEndpoint.Link(first.FileId))).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Attachments_keep_the_calls_number_and_size()
    {
        async Task<Answer> SendAsync(byte[] content, string name) => await _applying.Clerk.UploadAsync(await _applying.Clerk.GetAsync(Attachments), "main form[enctype]", [], "Datei", name, new ByteArrayContent(content));
        (await SendAsync(CraftedPdf.OfSize(1_100_000), "gross.pdf")).TextOf("[data-errors]").ShouldContain("1 MB");
        (await SendAsync(CraftedImage.Png(), "bild.png")).IsRedirect.ShouldBeTrue();
        (await SendAsync(CraftedPdf.Pages(), "plan.pdf")).IsRedirect.ShouldBeTrue();
        var full = await _applying.Clerk.GetAsync(Attachments);
        full.Page.QuerySelector("main form[enctype]").ShouldBeNull();
        full.TextsOf(".files li a").ShouldBe(["bild.png", "plan.pdf"]);
        var one = (await _applying.StoredAsync()).Files.Attachments[0];
        (await _applying.Clerk.SubmitAsync(full, "form[action*=Remove]", button: ("datei", one.FileId.ToString()))).IsRedirect.ShouldBeTrue();
        (await _applying.StoredAsync()).Files.Attachments.Select(file => file.Name).ShouldBe(["plan.pdf"]);
        using var stranger = await _applying.Host.SignedInAsync(Cast.ClerkTwo);
        (await stranger.DownloadAsync(FileEndpoint.Link((await _applying.StoredAsync()).Files.Attachments[0].FileId))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Words_of_the_short_version_are_counted_as_people_do()
    {
        await _applying.FillAsync();
        await _applying.SaveAsync(ApplicationLinks.Contribution(_applying.Id), new() { ["Input.Summary"] = "Eins – zwei, drei & vier 5 sechs" });
        (await _applying.Clerk.GetAsync(Check)).TextsOf("section[aria-labelledby=missing] li").ShouldBe(["Kurzfassung: Die Kurzfassung hat 6 Wörter, erlaubt sind 5."]);
    }

    [Fact]
    public async Task Third_parties_need_a_word_on_how_they_are_embedded()
    {
        await _applying.FillAsync();
        await _applying.SaveAsync(ApplicationLinks.Contribution(_applying.Id), new() { ["Input.ThirdParties"] = "Ein Verein" });
        (await _applying.Clerk.GetAsync(Check)).TextsOf("section[aria-labelledby=missing] li a").ShouldBe(["Einbindung der Dritten"]);
    }

    private async Task<Answer> UploadAsync(byte[] content, string name) =>
        await _applying.Clerk.UploadAsync(await _applying.Clerk.GetAsync(Text), "main form[enctype]", [], "Datei", name, new ByteArrayContent(content));
}
