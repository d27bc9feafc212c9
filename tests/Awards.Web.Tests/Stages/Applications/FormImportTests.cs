using System.Net;
using Awards.Domain.Applications;
using Awards.Testing;
using Awards.Testing.Calls;
using Awards.Web.Platform.Forms;
using Awards.Web.Stages.Applications;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Tests.Stages.Applications;

/// <summary>A municipality takes its filled form into its draft; nothing that stands there is replaced unasked.</summary>
public sealed class FormImportTests : IAsyncLifetime
{
    private const string Take = "form[action$='handler=Take']", Send = "form[enctype]";
    private AwardsHost _host = null!;
    private World _world = null!;
    private Visitor _clerk = null!;
    private string _address = "";

    public async Task InitializeAsync()
    {
        _host = await AwardsHost.StartAsync();
        _world = await World.CreateAsync(_host, FilledForm.In);
        _clerk = await _host.SignedInAsync(Cast.ClerkOne);
        var begin = $"/kommune/{World.Slug}/beginnen";
        var answer = await _clerk.SubmitAsync(await _clerk.GetAsync(begin), "main form");
        _address = answer.Location ?? throw new InvalidOperationException(answer.Text);
    }

    public async Task DisposeAsync()
    {
        _clerk.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task An_empty_draft_takes_everything()
    {
        var preview = await UploadAsync(FormWorkbook.Write(_world.Call.Definition, "de", new(FilledForm.Applicant, FilledForm.Content)));
        preview.Page.QuerySelectorAll("[name=Take]").Length.ShouldBe(preview.Page.QuerySelectorAll("[name=Take][checked]").Length);
        (await _clerk.SubmitAsync(preview, Take)).Location.ShouldBe(_address);
        var application = await ApplicationAsync();
        var now = SubmittedContent.Of(application) with { Files = ApplicationFiles.None };
        now.ToJson().ShouldBe(FilledForm.Content.ToJson());
        (await _host.DbAsync(db => db.ApplicationChanges.CountAsync(change => change.ApplicationId == application.Id))).ShouldBeGreaterThan(20);
    }

    [Fact]
    public async Task What_stands_there_is_replaced_only_where_it_is_ticked()
    {
        await _clerk.SubmitAsync(await _clerk.GetAsync(_address + "/beitrag"), "main form", new() { ["Input.Title"] = "Von Hand", ["Input.Focus"] = "Auch von Hand" });
        var preview = await UploadAsync(FormWorkbook.Write(_world.Call.Definition, "de", new(FilledForm.Applicant, FilledForm.Content)));
        preview.Page.QuerySelector("[name=Take][value=Title]")!.HasAttribute("checked").ShouldBeFalse();
        preview.Page.QuerySelector("[name=Take][value=ContactName]")!.HasAttribute("checked").ShouldBeTrue();
        (await _clerk.SubmitAsync(preview, Take, new() { ["Take"] = "Focus\nContactName" })).IsRedirect.ShouldBeTrue();
        var texts = (await ApplicationAsync()).Texts;
        (texts.Title, texts.Focus, texts.ContactName, texts.Department).ShouldBe(("Von Hand", FilledForm.Content.Texts.Focus, "Fachstelle Integration", ""));
    }

    [Fact]
    public async Task What_somebody_changed_meanwhile_is_not_lost()
    {
        var preview = await UploadAsync(FormWorkbook.Write(_world.Call.Definition, "de", new(FilledForm.Applicant, FilledForm.Content)));
        await _clerk.SubmitAsync(await _clerk.GetAsync(_address + "/beitrag"), "main form", new() { ["Input.Title"] = "Inzwischen" });
        var refused = await _clerk.SubmitAsync(preview, Take);
        refused.TextOf("[data-errors]").ShouldContain("jemand anderes gespeichert");
        refused.Page.QuerySelector("[name=Take][value=Title]")!.HasAttribute("checked").ShouldBeFalse();
        (await ApplicationAsync()).Texts.Title.ShouldBe("Inzwischen");
    }

    [Theory]
    [InlineData("[null]")]
    [InlineData("{")]
    [InlineData("7")]
    [InlineData("[{\"Name\":null}]")]
    public async Task A_page_that_comes_back_altered_is_refused_in_words(string altered)
    {
        var preview = await UploadAsync(FormWorkbook.Write(_world.Call.Definition, "de", new(FilledForm.Applicant, FilledForm.Content)));
        preview.Page.QuerySelector($"th:has([name=Take][value={ApplicationFields.Participants}]) [name=Form]")!.SetAttribute("value", altered);
        var refused = await _clerk.SubmitAsync(preview, Take);
        refused.TextOf("[data-errors]").ShouldContain("beteiligte");
        (await ApplicationAsync()).Texts.Title.ShouldBeEmpty();
    }

    [Fact]
    public async Task Bad_files_are_named_and_others_find_no_page()
    {
        (await UploadAsync([1, 2, 3])).TextOf("main tbody").ShouldContain("lässt sich nicht lesen");
        (await UploadAsync(FormWorkbook.Write(_world.Call.Definition, "de"))).TextOf("[data-errors]").ShouldContain("Im Formular steht nichts");
        using var other = await _host.SignedInAsync(Cast.ClerkTwo);
        (await other.GetAsync(_address + "/formular")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private Guid Id => Guid.Parse(_address.Split('/')[^1]);

    private Task<Application> ApplicationAsync() => _host.DbAsync(db => db.Applications.AsNoTracking().Include(each => each.Projects).SingleAsync(each => each.Id == Id));

    private async Task<Answer> UploadAsync(byte[] file) =>
        await _clerk.UploadAsync(await _clerk.GetAsync(ApplicationLinks.FormImport(Id)), Send, [], "Upload", "formular.xlsx", new ByteArrayContent(file));
}
