using System.Net;
using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Testing;
using Awards.Web.Data;
using Awards.Web.Stages.Calls;
using Awards.Web.Stages.Setup;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Tests.Stages.Setup;

public sealed class SetupTests : IAsyncLifetime
{
    private const string Form = "main form[method=post]";
    private AwardsHost _host = null!;
    private World _world = null!;
    private Visitor _lead = null!;

    public async Task InitializeAsync()
    {
        _host = await AwardsHost.StartAsync();
        _world = await World.CreateAsync(_host);
        _lead = await _host.SignedInAsync(Cast.Lead);
    }

    public async Task DisposeAsync()
    {
        _lead.Dispose();
        await _host.DisposeAsync();
    }

    private Task<Call> StoredAsync(string slug = World.Slug) => _host.DbAsync(db => db.Calls.AsNoTracking().SingleAsync(call => call.Slug == slug));

    private async Task<Answer> NewAsync(Dictionary<string, string?> values) => await _lead.SubmitAsync(await _lead.GetAsync(SetupLinks.New), Form, values);

    [Fact]
    public async Task A_draft_is_there_for_its_office_and_for_nobody_else()
    {
        (await NewAsync(new() { ["From"] = "leer", ["Title"] = "Geheimer Wettbewerb", ["Slug"] = "geheim-2027", ["NumberPrefix"] = "G", ["FirstDay"] = "2026-01-01" })).IsRedirect.ShouldBeTrue();
        (await _lead.GetAsync(SetupLinks.Overview("geheim-2027"))).TextOf("main").ShouldContain("Entwurf");
        (await _lead.GetAsync(CallLinks.Public("geheim-2027"))).Status.ShouldBe(HttpStatusCode.OK);
        using var anybody = _host.Visitor();
        (await anybody.GetAsync(CallLinks.Public("geheim-2027"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await anybody.GetAsync("/")).Text.ShouldNotContain("Geheimer Wettbewerb");
        (await anybody.GetAsync("/datenschutz")).Text.ShouldNotContain("Geheimer Wettbewerb");
        using var clerk = await _host.SignedInAsync(Cast.ClerkOne);
        (await clerk.GetAsync("/kommune")).Text.ShouldNotContain("Geheimer Wettbewerb");
        (await clerk.GetAsync("/kommune/geheim-2027/beginnen")).Status.ShouldBe(HttpStatusCode.NotFound);
        using var other = await _host.SignedInAsync(Cast.OtherLead);
        (await other.GetAsync(SetupLinks.Overview("geheim-2027"))).Status.ShouldBe(HttpStatusCode.NotFound);
        // Without a role there the address says no more than any that does not exist.
        (await _lead.GetAsync(SetupLinks.Overview("gibt-es-nicht"))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("Slug", World.Slug, "Einen Wettbewerb mit dieser Adresse gibt es schon")]
    [InlineData("Slug", "neu", "Einen Wettbewerb mit dieser Adresse gibt es schon")]
    [InlineData("Slug", "Groß und klein", "Die Adresse darf nur kleine Buchstaben")]
    [InlineData("Title", "", "Der Wettbewerb braucht einen Titel")]
    [InlineData("FirstDay", "irgendwann", "Bitte geben Sie den Tag so an")]
    [InlineData("From", "", "Bitte wählen Sie, womit Sie beginnen")]
    [InlineData("From", "datei", "Bitte wählen Sie eine Datei")]
    public async Task What_a_new_call_lacks_is_said_and_what_was_typed_stays(string field, string typed, string words)
    {
        var values = new Dictionary<string, string?> { ["From"] = "leer", ["Title"] = "Neuer Titel", ["Slug"] = "neuer-wettbewerb", ["NumberPrefix"] = "N", ["FirstDay"] = "2027-01-01" };
        values[field] = typed;
        var answer = await NewAsync(values);
        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.TextOf(".kern-alert--danger").ShouldContain(words);
        if (field != "NumberPrefix") answer.Page.QuerySelector("[name=NumberPrefix]")!.GetAttribute("value").ShouldBe("N");
        (await _host.DbAsync(db => db.Calls.CountAsync())).ShouldBe(2);
    }

    [Fact]
    public async Task A_copy_is_next_years_edition_in_one_step()
    {
        (await NewAsync(new() { ["From"] = World.Slug, ["Title"] = "Muster 2028", ["Slug"] = "muster-2028", ["NumberPrefix"] = "M-2028", ["FirstDay"] = "2028-02-01" })).IsRedirect.ShouldBeTrue();
        var (source, copy) = (await StoredAsync(), await StoredAsync("muster-2028"));
        copy.Definition.Draft.ShouldBeTrue();
        copy.Definition.Questionnaire.Questions.Select(question => question.Code).ShouldBe(source.Definition.Questionnaire.Questions.Select(question => question.Code));
        Domain.Shared.GermanTime.Local(copy.Phase(PhaseKind.Application)!.From).ShouldBe(new DateTime(2028, 2, 1));
        (await _lead.SubmitAsync(await _lead.GetAsync(SetupLinks.Overview("muster-2028")), Form)).IsRedirect.ShouldBeTrue();
        (await StoredAsync("muster-2028")).Definition.Draft.ShouldBeFalse();
    }

    [Fact]
    public async Task An_extended_deadline_needs_a_reason_is_announced_to_drafts_and_stays_visible()
    {
        using var clerk = await _host.SignedInAsync(Cast.ClerkOne);
        (await clerk.SubmitAsync(await clerk.GetAsync($"/kommune/{World.Slug}/beginnen"), Form)).IsRedirect.ShouldBeTrue();
        var call = await StoredAsync();
        var until = Domain.Shared.GermanTime.Local(call.Phase(PhaseKind.Application)!.Until!.Value).AddDays(6);
        var values = new Dictionary<string, string?> { ["Rows[1].UntilDay"] = until.ToString("yyyy-MM-dd", null), ["Rows[1].UntilTime"] = "24:00" };
        var refused = await _lead.SubmitAsync(await _lead.GetAsync(SetupLinks.Calendar(World.Slug)), Form, values);
        refused.TextOf(".kern-alert--danger").ShouldContain("Bitte begründen Sie die Verlängerung");
        (await StoredAsync()).DefinitionJson.ShouldBe(call.DefinitionJson);

        values["Reason"] = "Sturmflut an der Küste";
        (await _lead.SubmitAsync(await _lead.GetAsync(SetupLinks.Calendar(World.Slug)), Form, values)).IsRedirect.ShouldBeTrue();
        var extended = await StoredAsync();
        extended.Phase(PhaseKind.Application)!.Until.ShouldBe(Domain.Shared.GermanTime.Utc(until.AddDays(1)));
        using var anybody = _host.Visitor();
        (await anybody.GetAsync(CallLinks.Public(World.Slug))).TextOf("main").ShouldContain("Sturmflut an der Küste");
        var mail = await _host.DbAsync(db => db.Outbox.AsNoTracking().SingleAsync(each => each.Kind == SetupMails.DeadlineExtended.Code));
        mail.Recipient.ShouldBe(Cast.ClerkOne);
        mail.Body.ShouldContain("Sturmflut an der Küste");
    }

    [Fact]
    public async Task A_deadline_is_never_shortened()
    {
        var until = Domain.Shared.GermanTime.Local((await StoredAsync()).Phase(PhaseKind.Application)!.Until!.Value).AddDays(-3);
        var answer = await _lead.SubmitAsync(await _lead.GetAsync(SetupLinks.Calendar(World.Slug)), Form, new() { ["Rows[1].UntilDay"] = until.ToString("yyyy-MM-dd", null), ["Reason"] = "Wir sind fertig" });
        answer.TextOf(".kern-alert--danger").ShouldContain("nie verkürzt");
        answer.Page.QuerySelector("[name=Reason]")!.TextContent.ShouldContain("Wir sind fertig");
    }

    [Fact]
    public async Task A_question_that_is_answered_stays_and_the_answers_are_named()
    {
        await _world.SubmitAsync(1, answers: AnswerSet.Empty.With("needs_analysis", "yes").With("duration", "permanent"));
        var section = (await StoredAsync()).Definition.Questionnaire.Sections.First(each => each.Questions.Any(question => question.Code == "duration"));
        var at = section.Questions.ToList().FindIndex(question => question.Code == "duration");
        var answer = await _lead.SubmitAsync(await _lead.GetAsync(SetupLinks.Section(World.Slug, section.Code)), Form, new() { [$"Rows[{at}].Remove"] = "true" });
        answer.TextOf(".kern-alert--danger").ShouldContain("ist schon beantwortet und muss bleiben: M-2026-E001");
    }

    [Fact]
    public async Task Two_who_edit_the_same_call_notice_each_other()
    {
        var first = await _lead.GetAsync(SetupLinks.Texts(World.Slug));
        var second = await _lead.GetAsync(SetupLinks.Scope(World.Slug));
        (await _lead.SubmitAsync(first, Form, new() { ["Input.TitleDe"] = "Neuer Titel" })).IsRedirect.ShouldBeTrue();
        var refused = await _lead.SubmitAsync(second, Form, new() { ["Input.Pages"] = "7" });
        refused.TextOf(".kern-alert--danger").ShouldContain("Inzwischen hat jemand anderes den Wettbewerb geändert");
        refused.Page.QuerySelector("[name='Input.Pages']")!.GetAttribute("value").ShouldBe("7");
    }

    [Fact]
    public async Task The_trail_names_what_changed_and_nothing_else()
    {
        await _lead.SubmitAsync(await _lead.GetAsync(SetupLinks.Texts(World.Slug)), Form, new() { ["Input.TitleDe"] = "Neuer Titel" });
        var values = await _host.DbAsync(db => db.AuditRows.Where(row => row.Action == AuditAction.CallChanged).Select(row => row.Values!.Json).SingleAsync());
        values.ShouldContain("title.de");
        values.ShouldContain("Neuer Titel");
        values.ShouldNotContain("questionnaire");
    }

    [Fact]
    public async Task Texts_in_markdown_are_shown_harmlessly()
    {
        await _lead.SubmitAsync(await _lead.GetAsync(SetupLinks.Texts(World.Slug)), Form, new()
        {
            ["Input.BodyDe"] = "# Worum es geht\r\r**Wichtig** <script>alert(1)</script> [böse](javascript:alert(1)) [gut](https://example.org/) ![Bild](https://example.org/pixel.png)",
        });
        using var anybody = _host.Visitor();
        var page = await anybody.GetAsync(CallLinks.Public(World.Slug));
        page.TextsOf(".announcement h2").ShouldBe(["Worum es geht"]);
        page.TextsOf(".announcement strong").ShouldBe(["Wichtig"]);
        page.Page.QuerySelectorAll(".announcement script, .announcement img").ShouldBeEmpty();
        page.Page.QuerySelectorAll(".announcement a").Select(link => link.GetAttribute("href")).ShouldBe(["#", "https://example.org/", "https://example.org/pixel.png"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_file_of_a_call_comes_back_as_the_same_bytes()
    {
        var file = (await _lead.DownloadAsync(SetupLinks.File(World.Slug))).Content;
        var text = System.Text.Encoding.UTF8.GetString(file).Replace($"\"slug\": \"{World.Slug}\"", "\"slug\": \"zurueck\"", StringComparison.Ordinal);
        using var upload = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(text));
        var answer = await _lead.UploadAsync(await _lead.GetAsync(SetupLinks.New), Form, new() { ["From"] = "datei" }, "Upload", "wettbewerb.json", upload);
        answer.IsRedirect.ShouldBeTrue(answer.Text);
        var back = System.Text.Encoding.UTF8.GetString((await _lead.DownloadAsync(SetupLinks.File("zurueck"))).Content);
        // On the page a file begins as a draft.
        back.Replace("  \"draft\": true,\n", "", StringComparison.Ordinal).ShouldBe(text);
    }

    [Theory]
    [InlineData("kein JSON", "Zeile 1")]
    [InlineData("{\n  \"slug\": \"x\",\n  \"unbekannt\": 1\n}", "Zeile 3")]
    [InlineData("null", "Zeile 1")]
    [InlineData("""{"slug":"x","numberPrefix":"X","title":"T","summary":"S","sponsor":"","organiser":"O","whoMayEnter":"W","phases":[],"awardGroups":[],"criteria":[],"entrySheet":{"code":"entry","title":"E","items":[]},"budgetCents":0,"prizes":[],"questionnaire":{"sections":[]},"tables":[]}""", "Zeile 1")]
    public async Task A_file_that_is_no_call_is_refused_with_its_line(string content, string words)
    {
        using var upload = new StringContent(content);
        var answer = await _lead.UploadAsync(await _lead.GetAsync(SetupLinks.New), Form, new() { ["From"] = "datei" }, "Upload", "wettbewerb.json", upload);
        answer.TextOf(".kern-alert--danger").ShouldContain(words);
    }

    [Fact]
    public async Task Every_type_of_question_has_an_editor()
    {
        var types = typeof(Question).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Question)) && !type.IsAbstract);
        QuestionKinds.All.Select(kind => kind.Type).ShouldBe(types, ignoreOrder: true);
        await Task.CompletedTask;
    }

    [Fact]
    public async Task The_preview_follows_conditions_and_stores_nothing()
    {
        var before = await _host.DbAsync(db => db.Applications.CountAsync());
        var section = (await StoredAsync()).Definition.Questionnaire.Sections[0].Code;
        var page = await _lead.GetAsync(SetupLinks.Preview(World.Slug, section));
        page.Status.ShouldBe(HttpStatusCode.OK);
        var answer = await _lead.SubmitAsync(page, Form);
        answer.TextsOf("h2").ShouldContain("So würde gespeichert");
        (await _host.DbAsync(db => db.Applications.CountAsync())).ShouldBe(before);
        (await _lead.GetAsync(SetupLinks.Preview(World.Slug, section) + "?breite=telefon")).Page.QuerySelector(".phone-frame").ShouldNotBeNull();
    }

    [Fact]
    public async Task The_questionnaire_goes_out_and_comes_back_as_a_workbook()
    {
        var before = (await StoredAsync()).Definition.Questionnaire;
        var (status, _, file) = await _lead.DownloadAsync(SetupLinks.Workbook(World.Slug));
        status.ShouldBe(HttpStatusCode.OK);
        using var upload = new ByteArrayContent(file);
        var answer = await _lead.UploadAsync(await _lead.GetAsync(SetupLinks.Questionnaire(World.Slug)), "form[enctype]", [], "Upload", "fragebogen.xlsx", upload);
        answer.IsRedirect.ShouldBeTrue(answer.Text);
        System.Text.Json.JsonSerializer.Serialize((await StoredAsync()).Definition.Questionnaire, CallDefinition.Json).ShouldBe(System.Text.Json.JsonSerializer.Serialize(before, CallDefinition.Json));
    }
}
