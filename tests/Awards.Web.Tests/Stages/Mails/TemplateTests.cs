using System.Net;
using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Intake;
using Awards.Domain.Shared;
using Awards.Testing;
using Awards.Web.Data;
using Awards.Web.Platform.Mail;
using Awards.Web.Stages.Applications;
using Awards.Web.Stages.Mails;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Awards.Web.Tests.Stages.Mails;

public sealed class TemplateTests : IAsyncLifetime
{
    private const string Form = "form:has([name='Subject'])", Reset = "form[action$='handler=Reset']";
    private static readonly string Address = MailLinks.Template(World.Slug, "receipt", "de");
    private AwardsHost _host = null!;
    private World _world = null!;
    private Visitor _lead = null!;

    public async Task InitializeAsync()
    {
        _host = await AwardsHost.StartAsync();
        _world = await World.CreateAsync(_host);
        _lead = await _host.SignedInAsync(Cast.Lead);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task The_list_names_each_kind_and_whether_the_call_has_its_own_text()
    {
        var before = await _lead.GetAsync(MailLinks.Templates(World.Slug));
        string[] kinds = ["Eingangsbestätigung", "Erinnerung an einen Entwurf", "Eingang einer Absichtserklärung", "Erinnerung an offene Prüfbögen", "Mitteilung über den Ausschluss", "Nachforderung von Unterlagen", "Mitteilung über eine verlängerte Frist", "Antwort auf eine Anfrage", "Einladung zur gemeinsamen Sitzung", "Kurzgutachten vergeben", "Kurzgutachten zurückgegeben"];
        before.TextsOf("tbody th").ShouldBe(kinds);
        var links = kinds.SelectMany(kind => new[] { $"{kind}, Deutsch: Standardtext", $"{kind}, Englisch: Standardtext" }).ToList();
        before.TextsOf("tbody a").ShouldBe(links);
        await SaveAsync("Neu", "Text");
        (await _lead.GetAsync(MailLinks.Templates(World.Slug))).TextsOf("tbody a").ShouldBe(["Eingangsbestätigung, Deutsch: eigener Text vom 2. März 2026", .. links.Skip(1)]);
    }

    [Fact]
    public async Task The_calls_own_text_is_used_from_then_on_audited_and_can_be_taken_back()
    {
        var saved = await SaveAsync("Bestätigung {{eingangsnummer}}", "Liebe {{kommune}},\r\r„{{titel}}“ ist da.");
        saved.IsRedirect.ShouldBeTrue(saved.Text);
        (await _lead.GetAsync(saved.Location!)).TextOf("[role='status']").ShouldContain("Der Text ist gespeichert.");
        var application = await _world.SubmitAsync(1);
        var mail = await WrittenAsync(application);
        (mail.Subject, mail.Body).ShouldBe(("Bestätigung M-2026-E001", "Liebe Musterstadt 1,\n\n„Beitrag 1“ ist da."));
        (mail.CallId, mail.ObjectId, mail.Kind, mail.Language).ShouldBe((_world.Call.Id, application.Id, "receipt", "de"));

        var page = await _lead.GetAsync(Address);
        (await _lead.SubmitAsync(page, Reset)).IsRedirect.ShouldBeTrue();
        (await WrittenAsync(application)).Subject.ShouldBe("Eingangsbestätigung M-2026-E001: Beitrag 1");
        (await _host.DbAsync(db => db.AuditRows.Where(row => row.ObjectType == nameof(MailTemplate)).OrderBy(row => row.At).ThenBy(row => row.Id).Select(row => row.Action).ToListAsync()))
            .ShouldBe([AuditAction.MailTemplateSaved, AuditAction.MailTemplateReset]);
    }

    [Fact]
    public async Task Another_calls_text_is_not_touched()
    {
        await SaveAsync("Neu", "Text");
        var other = await _host.DbAsync(db => new MailTemplates(db).WordingAsync(ReceiptMail.Kind, _world.Other.Id, "de", CancellationToken.None));
        other.Subject.ShouldBe("Eingangsbestätigung {{eingangsnummer}}: {{titel}}");
    }

    [Theory]
    [InlineData("{{nummer}}", "Text", "Subject", "Den Platzhalter „{{nummer}}“ gibt es hier nicht.")]
    [InlineData("Betreff", "Hallo {titel}", "Body", "Bitte prüfen Sie die Stelle „Hallo {titel}“.")]
    [InlineData("", "Text", "Subject", "Bitte geben Sie einen Betreff an.")]
    [InlineData("Betreff", " ", "Body", "Bitte geben Sie einen Text an.")]
    public async Task A_fault_is_shown_at_its_field_and_what_was_typed_stays(string subject, string body, string field, string message)
    {
        var answer = await SaveAsync(subject, body);
        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.TextOf($"#{field}-error").ShouldContain(message);
        answer.Page.QuerySelector("[name='Subject']")!.GetAttribute("value").ShouldBe(subject.Trim());
        (await _host.DbAsync(db => db.MailTemplates.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Who_saves_second_is_told()
    {
        var page = await _lead.GetAsync(Address);
        await SaveAsync("Erste", "Text");
        var second = await _lead.SubmitAsync(page, Form, new() { ["Subject"] = "Zweite" });
        second.Status.ShouldBe(HttpStatusCode.OK);
        second.TextsOf(".kern-alert--danger").ShouldNotBeEmpty();
        (await _host.DbAsync(db => db.MailTemplates.Select(template => template.Subject).SingleAsync())).ShouldBe("Erste");
    }

    [Fact]
    public async Task The_preview_shows_what_the_receiver_would_read_and_saves_nothing()
    {
        var application = await _world.SubmitAsync(1, texts: new ApplicationTexts { Title = "<b>Fett</b> {{frist}}", ContactName = "Ansprechperson", ContactMail = "amt@musterstadt.example" });
        var answer = await PreviewAsync("Zu {{titel}}", "Hallo {{ansprechperson}}", application.Id.ToString());
        answer.TextOf("#vorschau h3").ShouldBe("Zu <b>Fett</b> {{frist}}");
        answer.TextOf("#vorschau .typed").ShouldBe("Hallo Ansprechperson");
        (await PreviewAsync("Zu {{titel}}", "Hallo", "")).TextOf("#vorschau h3").ShouldBe("Zu Unser Beitrag");
        (await _host.DbAsync(db => db.MailTemplates.CountAsync())).ShouldBe(0);
        (await _host.DbAsync(db => db.Outbox.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task The_preview_knows_neither_drafts_nor_other_calls()
    {
        var draft = await _world.WriteAsync(db =>
        {
            var begun = Application.TakeOver(_world.Call, new ArrivedEntry { ApplicantName = "Kanarienkreis", Channel = Channel.Web, Answers = AnswerSet.Empty }, _host.Clock.Now);
            var foreign = Application.TakeOver(_world.Other, new ArrivedEntry { ApplicantName = "Kanarienstadt", Channel = Channel.Web, Answers = AnswerSet.Empty }, _host.Clock.Now);
            foreign.SubmitTakenOver(_world.Other, 1, _host.Clock.Now);
            db.Applications.AddRange(begun, foreign);
            return Task.FromResult((Draft: begun.Id, Foreign: foreign.Id));
        });
        (await _lead.GetAsync(Address)).Text.ShouldNotContain("Kanarien");
        (await PreviewAsync("Zu {{kommune}}", "Text", draft.Draft.ToString())).Status.ShouldBe(HttpStatusCode.NotFound);
        (await PreviewAsync("Zu {{kommune}}", "Text", draft.Foreign.ToString())).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_notice_of_exclusion_is_previewed_with_excluded_ones_only_and_their_reason()
    {
        var open = await _world.SubmitAsync(1);
        var out2 = await _world.SubmitAsync(2);
        await _world.WriteAsync(async db =>
        {
            db.Add(Admission.Exclude(await db.Applications.SingleAsync(each => each.Id == out2.Id), WriteContext.System(_host.Clock.Now, "Keine Kommune.")).Fact);
            return true;
        });
        var address = MailLinks.Template(World.Slug, "exclusion", "en");
        var page = await _lead.GetAsync(address);
        page.TextsOf("select[name='With'] option").ShouldBe(["Beispielwerte", "Musterstadt 2: Beitrag 2"]);
        var preview = await _lead.PostAsPreviewAsync(page, out2.Id);
        preview.TextOf("#vorschau").ShouldContain("Reason: Keine Kommune.");
        (await _lead.PostAsPreviewAsync(page, open.Id)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("unbekannt", "de")]
    [InlineData("receipt", "fr")]
    public async Task Unknown_kinds_and_languages_are_not_found(string kind, string language) =>
        (await _lead.GetAsync(MailLinks.Template(World.Slug, kind, language))).Status.ShouldBe(HttpStatusCode.NotFound);

    [Fact]
    public async Task Every_default_text_can_be_filled_in_both_languages_and_is_saved_as_it_stands()
    {
        foreach (var kind in _host.Services.GetRequiredService<MailKinds>().All)
            foreach (var language in MailTemplates.Languages)
            {
                var page = await _lead.GetAsync(MailLinks.Template(World.Slug, kind.Code, language));
                (await _lead.PostAsPreviewAsync(page, null)).TextOf("#vorschau .typed").ShouldNotContain("{{");
            }
    }

    private async Task<Answer> SaveAsync(string subject, string body) =>
        await _lead.SubmitAsync(await _lead.GetAsync(Address), Form, new() { ["Subject"] = subject, ["Body"] = body });

    private async Task<Answer> PreviewAsync(string subject, string body, string application) =>
        await _lead.PostAsPreviewAsync(await _lead.GetAsync(Address), application.Length == 0 ? null : Guid.Parse(application), subject, body);

    private Task<OutboxMessage> WrittenAsync(Application application) =>
        _host.DbAsync(db => ReceiptMail.WriteAsync(new MailTemplates(db), application, _world.Call, _host.Clock.Now, "de", CancellationToken.None));
}

internal static class Previewing
{
    /// <summary>Presses the button "Vorschau" of the form on a page.</summary>
    public static Task<Answer> PostAsPreviewAsync(this Visitor visitor, Answer page, Guid? with, string? subject = null, string? body = null)
    {
        string Field(string name) => page.Page.QuerySelector($"[name='{name}']") is AngleSharp.Html.Dom.IHtmlTextAreaElement area ? area.Value : page.Page.QuerySelector($"[name='{name}']")!.GetAttribute("value")!;
        return visitor.PostRawAsync(page.Page.QuerySelector("button[formaction]")!.GetAttribute("formaction")!, new()
        {
            ["Subject"] = subject ?? Field("Subject"),
            ["Body"] = body ?? Field("Body"),
            ["Version"] = Field("Version"),
            ["With"] = with?.ToString() ?? "",
            ["__RequestVerificationToken"] = Field("__RequestVerificationToken"),
        });
    }
}
