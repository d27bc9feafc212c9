using System.Net;
using Awards.Testing;
using Awards.Testing.Files;
using Awards.Web.Data;
using Awards.Web.Platform.Files;
using Awards.Web.Stages.Calls;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Awards.Web.Tests.Stages.Calls;

public sealed class DownloadsTests : IAsyncLifetime
{
    private const string Form = "form[enctype='multipart/form-data']";

    private AwardsHost _host = null!;
    private Visitor _lead = null!;

    public async Task InitializeAsync()
    {
        _host = await AwardsHost.StartAsync(settings: new Dictionary<string, string?> { ["Files:MaxBytes"] = "300000" });
        await World.CreateAsync(_host);
        _lead = await _host.SignedInAsync(Cast.Lead);
    }

    public async Task DisposeAsync()
    {
        _lead.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task What_the_lead_uploads_for_everybody_stands_on_the_public_page_and_downloads_harmlessly()
    {
        var file = CraftedPdf.Pages(2);
        var answer = await UploadAsync(file, "Faltblatt für alle.pdf");
        answer.Location.ShouldBe(CallLinks.Downloads(World.Slug));
        (await _lead.GetAsync(answer.Location!)).TextOf("[role=status]").ShouldContain("„Faltblatt“ ist hochgeladen.");

        using var anybody = _host.Visitor();
        var page = await anybody.GetAsync(CallLinks.Public(World.Slug));
        var link = page.Page.QuerySelector("a[href^='/dateien/']").ShouldNotBeNull();
        link.TextContent.ShouldBe("Faltblatt");
        using var download = await anybody.RequestAsync(HttpMethod.Get, link.GetAttribute("href")!);
        download.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await download.Content.ReadAsByteArrayAsync()).ShouldBe(file);
        string Header(string name) => string.Join(", ", download.Headers.Concat(download.Content.Headers).Single(each => each.Key == name).Value);
        Header("Content-Type").ShouldBe("application/pdf");
        Header("X-Content-Type-Options").ShouldBe("nosniff");
        Header("Content-Security-Policy").ShouldBe("sandbox; default-src 'none'");
        Header("Cache-Control").ShouldBe("no-store, private");
        Header("Content-Disposition").ShouldBe("attachment; filename=\"Faltblatt f_r alle.pdf\"; filename*=UTF-8''Faltblatt%20f%C3%BCr%20alle.pdf");
        Header("ETag").ShouldBe($"\"{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(file))}\"");
        Header("Accept-Ranges").ShouldBe("bytes");
        (await DownloadRowsAsync()).ShouldBe(0);
        (await _host.CheckAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Ranges_are_served_and_only_the_first_is_recorded()
    {
        var file = CraftedPdf.Pages();
        var link = await InternalAsync(file);
        async Task<(HttpStatusCode Status, string Bytes, string? Range)> Range(string range)
        {
            using var response = await _lead.RequestAsync(HttpMethod.Get, link, ("Range", range));
            return (response.StatusCode, Convert.ToHexString(await response.Content.ReadAsByteArrayAsync()), response.Content.Headers.ContentRange?.ToString());
        }
        (await Range("bytes=0-9")).ShouldBe((HttpStatusCode.PartialContent, Convert.ToHexString(file[..10]), $"bytes 0-9/{file.Length}"));
        (await Range("bytes=10-19")).ShouldBe((HttpStatusCode.PartialContent, Convert.ToHexString(file[10..20]), $"bytes 10-19/{file.Length}"));
        (await Range($"bytes={file.Length}-")).Status.ShouldBe(HttpStatusCode.RequestedRangeNotSatisfiable);
        (await DownloadRowsAsync()).ShouldBe(1);
        using var head = await _lead.RequestAsync(HttpMethod.Head, link);
        (head.StatusCode, head.Content.Headers.ContentLength).ShouldBe((HttpStatusCode.OK, file.Length));
        using var known = await _lead.RequestAsync(HttpMethod.Get, link, ("If-None-Match", head.Headers.ETag!.ToString()));
        known.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        (await DownloadRowsAsync()).ShouldBe(1);
        _host.Clock.Now = _host.Clock.Now.AddHours(2);
        await _lead.RequestAsync(HttpMethod.Get, link, ("Range", "bytes=1-"));
        (await DownloadRowsAsync()).ShouldBe(2);
    }

    [Theory]
    [InlineData(Cast.Lead, true)]
    [InlineData(Cast.Editor, true)]
    [InlineData(Cast.Finance, true)]
    [InlineData(Cast.OtherLead, false)]
    [InlineData(Cast.ClerkOne, false)]
    [InlineData(Cast.JuryChair, false)]
    [InlineData(Cast.Stranger, false)]
    [InlineData(null, false)]
    public async Task An_internal_document_is_there_for_the_office_of_its_call_only(string? mail, bool may)
    {
        var link = await InternalAsync(CraftedPdf.Pages());
        using var visitor = mail is null ? _host.Visitor() : await _host.SignedInAsync(mail);
        using var answer = await visitor.RequestAsync(HttpMethod.Get, link);
        answer.StatusCode.ShouldBe(may ? HttpStatusCode.OK : HttpStatusCode.NotFound);
        (await DownloadRowsAsync()).ShouldBe(may ? 1 : 0);
        (await visitor.GetAsync(CallLinks.Public(World.Slug))).Text.ShouldNotContain("Vermerk");
    }

    [Fact]
    public async Task The_office_reads_the_list_and_only_the_lead_changes_it()
    {
        await InternalAsync(CraftedPdf.Pages());
        using var editor = await _host.SignedInAsync(Cast.Editor);
        var page = await editor.GetAsync(CallLinks.Downloads(World.Slug));
        page.TextOf("main table").ShouldContain("Vermerk");
        page.Page.QuerySelector(Form).ShouldBeNull();
        page.Page.QuerySelector("main form").ShouldBeNull();
        var shown = await _lead.GetAsync(CallLinks.Downloads(World.Slug));
        var id = shown.Page.QuerySelector("[name=id]")!.GetAttribute("value")!;
        var token = page.Page.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        (await editor.PostRawAsync(CallLinks.RemoveDownload(World.Slug), new() { ["id"] = id, ["__RequestVerificationToken"] = token })).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await editor.PostRawAsync(CallLinks.Downloads(World.Slug), new() { ["__RequestVerificationToken"] = token })).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await _lead.PostRawAsync(CallLinks.Downloads(World.Slug), [])).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await _host.DbAsync(db => db.CallDownloads.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task What_was_typed_stays_when_the_file_is_refused()
    {
        var answer = await UploadAsync("Nur Text."u8.ToArray(), "notiz.pdf", english: "Leaflet");
        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.TextOf("[data-errors]").ShouldContain("Dieser Dateityp ist nicht möglich.");
        answer.Page.QuerySelector("[data-errors] a")!.GetAttribute("href").ShouldBe("#Upload");
        answer.Page.QuerySelector("[name='Input.TitleDe']")!.GetAttribute("value").ShouldBe("Faltblatt");
        answer.Page.QuerySelector("[name='Input.TitleEn']")!.GetAttribute("value").ShouldBe("Leaflet");
        (await _host.DbAsync(db => db.StoredFiles.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Each_missing_detail_is_named()
    {
        var page = await _lead.GetAsync(CallLinks.Downloads(World.Slug));
        var answer = await _lead.SubmitAsync(page, Form);
        answer.TextsOf("[data-errors] li").ShouldBe(["Bitte geben Sie dem Dokument einen Titel.", "Bitte wählen Sie, wer das Dokument lesen darf.", "Bitte wählen Sie eine Datei aus."]);
    }

    [Fact]
    public async Task A_removed_document_is_gone_at_once_and_purged_after_seven_days()
    {
        var link = await InternalAsync(CraftedPdf.Pages());
        var page = await _lead.GetAsync(CallLinks.Downloads(World.Slug));
        (await _lead.SubmitAsync(page, "form:has([name=id])")).IsRedirect.ShouldBeTrue();
        (await _lead.GetAsync(link)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await _lead.SubmitAsync(page, "form:has([name=id])")).IsRedirect.ShouldBeTrue();
        (await _lead.GetAsync(CallLinks.Downloads(World.Slug))).TextOf("[role=status]").ShouldContain("Dieses Dokument gibt es nicht mehr.");

        _host.Clock.Now = _host.Clock.Now.AddDays(7).AddSeconds(-1);
        (await PurgeAsync()).ShouldBe(new Purged(0, 0, 0, 0));
        _host.Clock.Now = _host.Clock.Now.AddSeconds(1);
        (await PurgeAsync()).ShouldBe(new Purged(0, 1, 0, 0));
        (await _host.DbAsync(db => db.AuditRows.CountAsync(row => row.Action == AuditAction.FilesPurged))).ShouldBe(1);
        Directory.GetFiles(Path.Combine(_host.Folder, "files"), "*", SearchOption.AllDirectories).ShouldBeEmpty();
        (await PurgeAsync()).ShouldBe(new Purged(0, 0, 0, 0));
    }

    [Fact]
    public async Task Too_large_a_request_gets_a_page_that_explains()
    {
        var answer = await UploadAsync(new byte[2_000_000], "gross.pdf");
        answer.Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        answer.TextOf("h1").ShouldBe("Das ist zu groß");
        answer.TextOf("main").ShouldContain("0,3 MB");
    }

    private async Task<Purged> PurgeAsync()
    {
        using var scope = _host.Services.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<PurgeFilesJob>().PurgeAsync();
    }

    private async Task<string> InternalAsync(byte[] file)
    {
        (await UploadAsync(file, "vermerk.pdf", "Vermerk", "Office")).IsRedirect.ShouldBeTrue();
        return (await _lead.GetAsync(CallLinks.Downloads(World.Slug))).Page.QuerySelector("main a[href^='/dateien/']")!.GetAttribute("href")!;
    }

    private async Task<Answer> UploadAsync(byte[] file, string name, string title = "Faltblatt", string audience = "Everybody", string english = "") =>
        await _lead.UploadAsync(await _lead.GetAsync(CallLinks.Downloads(World.Slug)), Form,
            new() { ["Input.TitleDe"] = title, ["Input.TitleEn"] = english, ["Input.Audience"] = audience }, "Upload", name, new ByteArrayContent(file));

    private Task<int> DownloadRowsAsync() => _host.DbAsync(db => db.AuditRows.CountAsync(row => row.Action == AuditAction.FileDownloaded));
}
