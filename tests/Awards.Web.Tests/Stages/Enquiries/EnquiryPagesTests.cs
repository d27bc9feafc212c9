using System.Net;
using Awards.Domain.Enquiries;
using Awards.Testing;
using Awards.Web.Data;
using Awards.Web.Stages.Applications;
using Awards.Web.Stages.Calls;
using Awards.Web.Stages.Enquiries;
using Awards.Web.Tests.Naughty;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Tests.Stages.Enquiries;

public sealed class EnquiryPagesTests : IAsyncLifetime
{
    private AwardsHost _host = null!;
    private World _world = null!;
    private Visitor _editor = null!;

    public async Task InitializeAsync()
    {
        _host = await AwardsHost.StartAsync();
        _world = await World.CreateAsync(_host);
        _editor = await _host.SignedInAsync(Cast.Editor);
    }

    public async Task DisposeAsync()
    {
        _editor.Dispose();
        await _host.DisposeAsync();
    }

    private async Task<Answer> AskAsync(string mail, string text, string? trap = null, Visitor? by = null)
    {
        using var anybody = _host.Visitor();
        var page = await (by ?? anybody).GetAsync(EnquiryLinks.Ask(World.Slug));
        return await (by ?? anybody).SubmitAsync(page, "main form", new() { ["Input.Mail"] = mail, ["Input.Text"] = text.Replace("\n", "\r", StringComparison.Ordinal), ["website"] = trap ?? "" });
    }

    private Task<List<Enquiry>> AllAsync() => _host.DbAsync(db => db.Enquiries.AsNoTracking().OrderBy(each => each.AskedAt).ThenBy(each => each.Id).ToListAsync());

    [Fact]
    public async Task Anybody_asks_and_the_answer_is_the_same_for_programs()
    {
        using var anybody = _host.Visitor();
        (await anybody.GetAsync(CallLinks.Public(World.Slug))).Page.QuerySelector($"a[href='{EnquiryLinks.Ask(World.Slug)}']").ShouldNotBeNull();
        var faulty = await AskAsync("kein-at", "");
        faulty.Status.ShouldBe(HttpStatusCode.OK);
        faulty.TextOf("[id='Input_Mail-error']").ShouldContain("keine vollständige E-Mail-Adresse");
        faulty.TextOf("[id='Input_Text-error']").ShouldContain("Bitte schreiben Sie Ihre Frage.");
        faulty.Page.QuerySelector("[name='Input.Mail']")!.GetAttribute("value").ShouldBe("kein-at");
        var asked = await AskAsync("amt@musterstadt.example", "Dürfen wir?", by: anybody);
        asked.Location.ShouldBe(EnquiryLinks.Ask(World.Slug));
        (await anybody.GetAsync(asked.Location!)).TextOf("[role=status]").ShouldContain("Ihre Frage ist angekommen. Die Antwort geht an amt@musterstadt.example.");
        (await AskAsync("amt@musterstadt.example", "Dürfen wir?")).IsRedirect.ShouldBeTrue();
        (await AskAsync("programm@musterstadt.example", "Kaufen Sie!", trap: "https://x.example")).Location.ShouldBe(asked.Location);
        var enquiry = (await AllAsync()).ShouldHaveSingleItem();
        (enquiry.Mail, enquiry.Text, enquiry.Channel, enquiry.State, enquiry.AskedBy).ShouldBe(("amt@musterstadt.example", "Dürfen wir?", EnquiryChannel.Form, EnquiryState.Open, null));
    }

    [Fact]
    public async Task Whoever_asks_too_much_is_turned_away_for_an_hour()
    {
        for (var number = 1; number <= 10; number++) (await AskAsync("amt@musterstadt.example", $"Frage {number}")).IsRedirect.ShouldBeTrue();
        var refused = await AskAsync("amt@musterstadt.example", "Noch eine");
        refused.TextOf("main").ShouldContain("sehr viele Anfragen");
        refused.TextOf("textarea").ShouldBe("Noch eine");
        (await AllAsync()).Count.ShouldBe(10);
        _host.Clock.Now = _host.Clock.Now.AddHours(2);
        (await AskAsync("amt@musterstadt.example", "Noch eine")).IsRedirect.ShouldBeTrue();
    }

    [Fact]
    public async Task An_applicant_asks_from_the_application_and_reads_the_answer_there()
    {
        var application = await _world.SubmitAsync(1);
        using var clerk = await _host.SignedInAsync(Cast.ClerkOne);
        (await clerk.GetAsync(ApplicationLinks.Overview(application.Id))).Page.QuerySelector($"a[href='{EnquiryLinks.AskAbout(application.Id)}']").ShouldNotBeNull();
        var page = await clerk.GetAsync(EnquiryLinks.AskAbout(application.Id));
        (await clerk.SubmitAsync(page, "main form")).TextOf("#Text-error").ShouldContain("Bitte schreiben Sie Ihre Frage.");
        (await clerk.SubmitAsync(page, "main form", new() { ["Text"] = "Bis wann?" })).Location.ShouldBe(EnquiryLinks.AskAbout(application.Id));
        var enquiry = (await AllAsync()).Single();
        (enquiry.ApplicationId, enquiry.Mail, enquiry.AskedBy, enquiry.Channel).ShouldBe((application.Id, Cast.ClerkOne, _world.Persons[Cast.ClerkOne], EnquiryChannel.Application));
        using var stranger = await _host.SignedInAsync(Cast.ClerkTwo);
        (await stranger.GetAsync(EnquiryLinks.AskAbout(application.Id))).Status.ShouldBe(HttpStatusCode.NotFound);

        var one = await _editor.GetAsync(EnquiryLinks.One(World.Slug, enquiry.Id));
        (await _editor.SubmitAsync(one, "form:has([name=Answer])")).TextOf("#Answer-error").ShouldContain("Bitte schreiben Sie eine Antwort.");
        (await _editor.SubmitAsync(one, "form:has([name=Answer])", new() { ["Answer"] = "Bis Mai." })).IsRedirect.ShouldBeTrue();
        (await _editor.SubmitAsync(one, "form:has([name=Answer])", new() { ["Answer"] = "Bis Juni." })).TextOf("main").ShouldContain("Inzwischen hat jemand anderes gespeichert");
        var mail = await _host.DbAsync(db => db.Outbox.AsNoTracking().SingleAsync(each => each.Kind == "enquiry"));
        (mail.Recipient, mail.CallId, mail.Mailing).ShouldBe((Cast.ClerkOne, _world.Call.Id, false));
        mail.Body.ShouldContain("Bis Mai.");
        mail.Body.ShouldContain("Bis wann?");
        (await clerk.GetAsync(EnquiryLinks.AskAbout(application.Id))).TextOf("article").ShouldContain("Bis Mai.");
    }

    [Fact]
    public async Task An_answer_is_published_without_naming_who_asked_and_stands_in_order()
    {
        await AskAsync("amt@musterstadt.example", "Dürfen zwei Kommunen zusammen?");
        var id = (await AllAsync()).Single().Id;
        var one = await _editor.GetAsync(EnquiryLinks.One(World.Slug, id));
        const string form = "form[action*=Publish]";
        var named = await _editor.SubmitAsync(one, form, new() { ["Faq.QuestionDe"] = "Fragt amt@musterstadt.example", ["Faq.AnswerDe"] = "" });
        named.TextOf("[id='Faq_QuestionDe-error']").ShouldContain("wer gefragt hat");
        named.TextOf("[id='Faq_AnswerDe-error']").ShouldContain("Bitte geben Sie eine Antwort ein.");
        var published = await _editor.SubmitAsync(one, form, new() { ["Faq.QuestionDe"] = "Dürfen zwei?", ["Faq.AnswerDe"] = "**Ja** <script>alert(1)</script>", ["Faq.QuestionEn"] = "May two?", ["Faq.AnswerEn"] = "Yes" });
        published.IsRedirect.ShouldBeTrue(published.Text);
        (await AllAsync()).Single().State.ShouldBe(EnquiryState.Published);
        var faq = await _editor.GetAsync(EnquiryLinks.Faq(World.Slug));
        (await _editor.SubmitAsync(faq, "form:has([name='Faq.QuestionDe'])", new() { ["Faq.QuestionDe"] = "Zweite?", ["Faq.AnswerDe"] = "Antwort" })).IsRedirect.ShouldBeTrue();
        faq = await _editor.GetAsync(EnquiryLinks.Faq(World.Slug));
        faq.TextsOf("ol li a").ShouldBe(["Dürfen zwei?", "Zweite?"]);
        (await _editor.SubmitAsync(faq, "form[action*=Up]")).IsRedirect.ShouldBeTrue();

        using var anybody = _host.Visitor();
        _host.Queries.Reset();
        var page = await anybody.GetAsync(CallLinks.Public(World.Slug));
        var queries = _host.Queries.Count;
        page.TextsOf("#fragen h3").ShouldBe(["Zweite?", "Dürfen zwei?"]);
        page.TextsOf("#fragen strong").ShouldBe(["Ja"]);
        page.Page.QuerySelectorAll("#fragen script").ShouldBeEmpty();
        page.Text.ShouldNotContain("amt@musterstadt.example");
        foreach (var link in page.Page.QuerySelectorAll("#fragen li a")) page.Page.QuerySelector(link.GetAttribute("href")!).ShouldNotBeNull();
        var english = await anybody.GetAsync(CallLinks.Public(World.Slug) + "?culture=en");
        english.TextsOf("#fragen h3").ShouldBe(["Zweite?", "May two?"]);
        english.Page.QuerySelectorAll("#fragen section").Select(section => section.GetAttribute("lang")).ShouldBe(["de", "en"]);

        var entry = await _editor.GetAsync(faq.Page.QuerySelector("ol li a")!.GetAttribute("href")!);
        (await _editor.SubmitAsync(entry, "form:has([name=Version])", new() { ["Faq.AnswerDe"] = "Nein, AMT@musterstadt.example" })).TextOf("[id='Faq_AnswerDe-error']").ShouldContain("wer gefragt hat");
        (await _editor.SubmitAsync(entry, "form:has([name=Version])", new() { ["Faq.AnswerDe"] = "Ja, gern" })).IsRedirect.ShouldBeTrue();
        (await _editor.SubmitAsync(entry, "form[action*=Remove]")).Location.ShouldBe(EnquiryLinks.Faq(World.Slug));
        _host.Queries.Reset();
        (await anybody.GetAsync(CallLinks.Public(World.Slug))).TextsOf("#fragen h3").ShouldBe(["Zweite?"]);
        _host.Queries.Count.ShouldBe(queries);
    }

    [Fact]
    public async Task The_list_has_open_ones_first_and_the_dashboard_counts_them()
    {
        (await _editor.GetAsync(EnquiryLinks.List(World.Slug))).TextOf("main").ShouldContain("Hier erscheinen Fragen an die Geschäftsstelle");
        var form = await _editor.GetAsync(EnquiryLinks.New(World.Slug));
        (await _editor.SubmitAsync(form, "main form", new() { ["Input.Mail"] = "x" })).TextOf("[id='Input_Text-error']").ShouldContain("Frage");
        (await _editor.SubmitAsync(form, "main form", new() { ["Input.Mail"] = "anruf@musterstadt.example", ["Input.Text"] = "Am Telefon", ["Language"] = "en" })).IsRedirect.ShouldBeTrue();
        _host.Clock.Now = _host.Clock.Now.AddDays(3);
        _editor.Dispose();
        _editor = await _host.SignedInAsync(Cast.Editor);
        await AskAsync("zweite@musterstadt.example", "Zweite");
        var all = await AllAsync();
        (all[0].Channel, all[0].Language).ShouldBe((EnquiryChannel.Mail, "en"));
        var list = await _editor.GetAsync(EnquiryLinks.List(World.Slug, new() { State = "offen" }));
        list.TextsOf("tbody th").ShouldBe(["Am Telefon", "Zweite"]);
        list.TextsOf("tbody td.number").ShouldBe(["3", "0"]);
        (await _editor.GetAsync(CallLinks.Office(World.Slug))).TextOf("main").ShouldContain("2 Anfragen sind offen");
        using var finance = await _host.SignedInAsync(Cast.Finance);
        (await finance.GetAsync(CallLinks.Office(World.Slug))).TextOf("main").ShouldNotContain("Anfragen sind offen");
        (await finance.GetAsync(EnquiryLinks.List(World.Slug))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await _editor.GetAsync(EnquiryLinks.One(World.OtherSlug, all[0].Id))).Status.ShouldBe(HttpStatusCode.Forbidden);
        var one = await _editor.GetAsync(EnquiryLinks.One(World.Slug, all[1].Id));
        (await _editor.SubmitAsync(one, "form[action*=Close]")).IsRedirect.ShouldBeTrue();
        (await _editor.GetAsync(EnquiryLinks.List(World.Slug) + "?stand=geschlossen")).TextsOf("tbody th").ShouldBe(["Zweite"]);
        (await _editor.GetAsync(EnquiryLinks.List(World.Slug) + "?suche=TELEFON")).TextsOf("tbody th").ShouldBe(["Am Telefon"]);
        (await _editor.GetAsync(EnquiryLinks.List(World.Slug) + "?suche=gibtesnicht")).TextOf("main").ShouldContain("Keine Anfrage passt zu diesem Filter.");
        _host.Queries.Reset();
        await _editor.GetAsync(EnquiryLinks.List(World.Slug));
        var few = _host.Queries.Count;
        await _world.WriteAsync(db =>
        {
            for (var number = 0; number < 80; number++) db.Enquiries.Add(Enquiry.Ask(_world.Call.Id, new() { Mail = "a@b.example", Text = $"Frage {number}" }, EnquiryChannel.Form, new(null, _host.Clock.Now)).Fact);
            return Task.FromResult(true);
        });
        _host.Queries.Reset();
        (await _editor.GetAsync(EnquiryLinks.List(World.Slug))).TextsOf("tbody th").Count.ShouldBe(50);
        _host.Queries.Count.ShouldBe(few);
        (await _editor.GetAsync(EnquiryLinks.One(World.Slug, Guid.CreateVersion7()))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await _editor.GetAsync(EnquiryLinks.FaqEntry(World.Slug, Guid.CreateVersion7()))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [SharedFact]
    public async Task Hostile_questions_are_shown_as_text()
    {
        await _world.WriteAsync(db =>
        {
            foreach (var text in NaughtyStrings.Stored) db.Enquiries.Add(Enquiry.Ask(_world.Call.Id, new() { Name = text.Length > 200 ? text[..200] : text, Mail = "a@b.example", Text = text }, EnquiryChannel.Form, new(null, _host.Clock.Now)).Fact);
            return Task.FromResult(true);
        });
        for (var page = 1; page <= 4; page++) (await _editor.GetAsync(EnquiryLinks.List(World.Slug) + $"?seite={page}")).ShouldShowTextAsText("list");
        foreach (var enquiry in (await AllAsync()).Take(60)) (await _editor.GetAsync(EnquiryLinks.One(World.Slug, enquiry.Id))).ShouldShowTextAsText(enquiry.Text);
    }
}
