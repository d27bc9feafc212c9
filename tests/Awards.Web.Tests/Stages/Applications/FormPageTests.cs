using System.Net;
using System.Text.Json;
using Awards.Domain.Applications;
using Awards.Testing;
using Awards.Web.Data;
using Awards.Web.Stages.Applications;

namespace Awards.Web.Tests.Stages.Applications;

public sealed class FormPageTests : IAsyncLifetime
{
    private Applying _applying = null!;

    public async Task InitializeAsync() => _applying = await Applying.BeginAsync();

    public async Task DisposeAsync() => await _applying.DisposeAsync();

    private string Contact => ApplicationLinks.Contact(_applying.Id);
    private string Contribution => ApplicationLinks.Contribution(_applying.Id);
    private string Description => ApplicationLinks.Text(_applying.Id);
    private string Projects => ApplicationLinks.Projects(_applying.Id);

    [Fact]
    public async Task Each_page_saves_its_part_and_leaves_the_others_alone()
    {
        (await _applying.SaveAsync(Contact, new() { ["Input.ContactName"] = " Ansprechperson ", ["Input.ContactMail"] = "a@musterstadt.example", ["Input.Department"] = "Amt", ["Input.Website"] = "www.musterstadt.example" }, goOn: true)).Location.ShouldBe(ApplicationLinks.Participants(_applying.Id));
        (await _applying.SaveAsync(Contribution, new() { ["Input.Title"] = "Titel", ["Input.Summary"] = "kurz\rzweite Zeile", ["Input.Focus"] = "Punkt" }, goOn: true)).Location.ShouldBe(Description);
        (await _applying.SaveAsync(Description, new() { ["Input.Description"] = "lang" }, goOn: true)).Location.ShouldBe(Projects);
        (await _applying.SaveAsync(Projects, new() { ["Input[0].Title"] = "Erstes", ["Input[1].Title"] = "Zweites", ["Input[1].Description"] = "Text" }, goOn: true)).Location.ShouldBe(ApplicationLinks.Section(_applying.Id, "concept"));
        var stored = await _applying.StoredAsync();
        stored.Texts.ShouldBe(new ApplicationTexts { ContactName = "Ansprechperson", ContactMail = "a@musterstadt.example", Department = "Amt", Website = "www.musterstadt.example", Title = "Titel", Summary = "kurz\nzweite Zeile", Focus = "Punkt", Description = "lang" });
        stored.ProjectTexts().ShouldBe([new("Erstes"), new("Zweites", "Text")]);
        (await _applying.AuditsAsync(AuditAction.ApplicationSaved)).ShouldBe(4);
    }

    [Fact]
    public async Task The_save_button_stays_and_says_when_it_was_saved()
    {
        (await _applying.SaveAsync(Contact, new() { ["Input.ContactName"] = "Ansprechperson" })).Location.ShouldBe(Contact);
        var page = await _applying.Clerk.GetAsync(Contact);
        page.TextOf("[role=status] .kern-alert").ShouldContain("Gespeichert um 10:00 Uhr");
        page.Page.QuerySelector("[name='Input.ContactName']")!.GetAttribute("value").ShouldBe("Ansprechperson");
    }

    [Fact]
    public async Task Saving_what_is_stored_writes_nothing()
    {
        await _applying.SaveAsync(Contact, new() { ["Input.ContactName"] = "Ansprechperson" });
        await _applying.SaveAsync(Contact, []);
        await _applying.SaveAsync(Projects, new() { ["Input[1].Title"] = "Nur im zweiten Feld" });
        var before = await _applying.StoredAsync();
        (await _applying.SaveAsync(Projects, new() { ["Input[0].Title"] = "", ["Input[1].Title"] = "Nur im zweiten Feld" }, goOn: true)).IsRedirect.ShouldBeTrue();
        (await _applying.StoredAsync()).Version.ShouldBe(before.Version);
        (await _applying.AuditsAsync(AuditAction.ApplicationSaved)).ShouldBe(2);
    }

    [Fact]
    public async Task A_project_can_be_taken_away_again()
    {
        await _applying.SaveAsync(Projects, new() { ["Input[0].Title"] = "Erstes", ["Input[1].Title"] = "Zweites" });
        await _applying.SaveAsync(Projects, new() { ["Input[0].Title"] = "" });
        (await _applying.StoredAsync()).ProjectTexts().ShouldBe([new("Zweites")]);
    }

    [Fact]
    public async Task Errors_stand_at_the_field_keep_what_was_typed_and_do_not_stop_the_other_fields()
    {
        var page = await _applying.SaveAsync(Contact, new() { ["Input.ContactName"] = "Ansprechperson", ["Input.ContactMail"] = "kaputt" });
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.TextOf("[data-errors] a[href='#Input_ContactMail']").ShouldStartWith("Bitte geben Sie eine vollständige E-Mail-Adresse an");
        page.Page.QuerySelector("[name='Input.ContactMail']")!.GetAttribute("aria-invalid").ShouldBe("true");
        page.Page.QuerySelector("[name='Input.ContactName']")!.GetAttribute("value").ShouldBe("Ansprechperson");
        (await _applying.StoredAsync()).Texts.ShouldBe(new ApplicationTexts { ContactName = "Ansprechperson" });
        var projects = await _applying.SaveAsync(Projects, new() { ["Input[1].Description"] = "ohne Titel" });
        projects.TextOf("[data-errors] a[href='#Input_1__Title']").ShouldBe("Bitte geben Sie dem Einzelprojekt einen Titel.");
        projects.TextOf("[name='Input[1].Description']").ShouldBe("ohne Titel");
    }

    [Theory]
    [InlineData("<script>alert(1)</script>\"'><img src=x onerror=alert(1)>")]
    [InlineData("</textarea></title>{{7*7}} ${7*7} %0d%0a")]
    [InlineData("=HYPERLINK(\"http://example.org\";\"x\")")]
    public async Task Markup_is_text_wherever_it_is_shown(string hostile)
    {
        await _applying.FillAsync();
        (await _applying.SaveAsync(Contribution, new() { ["Input.Title"] = hostile, ["Input.Summary"] = hostile, ["Input.Focus"] = hostile, ["Input.ThirdParties"] = hostile, ["Input.Embedding"] = hostile })).IsRedirect.ShouldBeTrue();
        (await _applying.SaveAsync(Description, new() { ["Input.Description"] = hostile })).IsRedirect.ShouldBeTrue();
        await _applying.SaveAsync(Projects, new() { ["Input[0].Title"] = hostile, ["Input[0].Description"] = hostile });
        (await _applying.StoredAsync()).Texts.Title.ShouldBe(hostile);
        (await _applying.Clerk.GetAsync(Contribution)).Page.QuerySelector("[name='Input.Title']")!.GetAttribute("value").ShouldBe(hostile);
        await ShownAsTextAsync(ApplicationLinks.Start, ApplicationLinks.Overview(_applying.Id), ApplicationLinks.Check(_applying.Id), Contribution, Description, Projects, ApplicationLinks.History(_applying.Id));
        (await _applying.SubmitAsync()).IsRedirect.ShouldBeTrue();
        await ShownAsTextAsync(ApplicationLinks.Start, ApplicationLinks.Overview(_applying.Id), ApplicationLinks.Receipt(_applying.Id));
    }

    [Theory]
    [InlineData("vor \u0007 nach")]
    [InlineData("vor \u001b[31m nach")]
    [InlineData("vor \uffff nach")]
    public async Task Characters_that_cannot_be_stored_are_refused_and_the_text_is_kept(string hostile)
    {
        var page = await _applying.SaveAsync(Contribution, new() { ["Input.Title"] = "Titel", ["Input.Summary"] = hostile });
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.TextOf("[data-errors] a[href='#Input_Summary']").ShouldContain("Zeichen, das nicht gespeichert werden kann");
        page.TextOf("[name='Input.Summary']").ShouldNotBeEmpty();
        (await _applying.StoredAsync()).Texts.ShouldBe(new ApplicationTexts { Title = "Titel" });
    }

    [Fact]
    public async Task A_form_with_a_null_character_is_no_form_and_gets_an_answer_in_words()
    {
        var page = await _applying.SaveAsync(Contribution, new() { ["Input.Title"] = "a\0b" });
        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.TextOf("h1").ShouldBe("Die Anfrage war nicht verständlich");
    }

    [Fact]
    public async Task A_hundred_thousand_characters_are_refused_and_kept()
    {
        var long_ = string.Concat(Enumerable.Repeat("ä<b>&\"", 20_000))[..100_000];
        var page = await _applying.SaveAsync(Contribution, new() { ["Input.Title"] = "Titel", ["Input.Summary"] = long_ });
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.TextOf("[data-errors] a[href='#Input_Summary']").ShouldBe("Der Text hat 100000 Zeichen, erlaubt sind 20000. Bitte kürzen Sie ihn.");
        page.Page.QuerySelector("[name='Input.Summary']")!.TextContent.ShouldBe(long_);
        (await _applying.SaveAsync(Contact, new() { ["Input.ContactName"] = long_ })).Page.QuerySelector("[name='Input.ContactName']")!.GetAttribute("value").ShouldBe(long_);
        (await _applying.StoredAsync()).Texts.ShouldBe(new ApplicationTexts { Title = "Titel" });
    }

    [Fact]
    public async Task Of_two_tabs_the_second_sees_both_versions_and_overwrites_only_on_purpose()
    {
        var first = await _applying.Clerk.GetAsync(Contribution);
        var second = await _applying.Clerk.GetAsync(Contribution);
        (await _applying.Clerk.SubmitAsync(first, Applying.Form, new() { ["Input.Title"] = "Erster Tab" })).IsRedirect.ShouldBeTrue();
        var conflict = await _applying.Clerk.SubmitAsync(second, Applying.Form, new() { ["Input.Title"] = "Zweiter Tab" });
        conflict.Status.ShouldBe(HttpStatusCode.OK);
        conflict.TextOf("[data-errors]").ShouldContain("Inzwischen hat jemand anderes gespeichert.");
        conflict.TextsOf("section[aria-labelledby=both] tbody tr > *").ShouldBe(["Titel des Beitrags", "Zweiter Tab", "Erster Tab"]);
        conflict.Page.QuerySelector("[name='Input.Title']")!.GetAttribute("value").ShouldBe("Zweiter Tab");
        conflict.Page.QuerySelector(Applying.Form)!.HasAttribute("data-autosave").ShouldBeFalse();
        (await _applying.StoredAsync()).Texts.Title.ShouldBe("Erster Tab");
        (await _applying.Clerk.SubmitAsync(conflict, Applying.Form)).IsRedirect.ShouldBeTrue();
        (await _applying.StoredAsync()).Texts.Title.ShouldBe("Zweiter Tab");
    }

    [Fact]
    public async Task Colleagues_on_different_pages_do_not_get_in_each_others_way()
    {
        var contact = await _applying.Clerk.GetAsync(Contact);
        await _applying.SaveAsync(Contribution, new() { ["Input.Title"] = "Titel" });
        await _applying.SaveAsync(ApplicationLinks.Section(_applying.Id, "concept"), new() { ["Answers[needs_analysis]"] = "yes" });
        (await _applying.Clerk.SubmitAsync(contact, Applying.Form, new() { ["Input.ContactName"] = "Ansprechperson" })).IsRedirect.ShouldBeTrue();
        var stored = await _applying.StoredAsync();
        (stored.Texts.Title, stored.Texts.ContactName, stored.Answers["needs_analysis"], stored.Version).ShouldBe(("Titel", "Ansprechperson", "yes", 3));
    }

    [Fact]
    public async Task The_script_saves_and_gets_the_version_for_its_next_save()
    {
        var page = await _applying.Clerk.GetAsync(Contribution);
        var saved = Json(await _applying.Clerk.SubmitAsync(page, Applying.Form, new() { ["Input.Title"] = "von selbst" }, autosave: true));
        saved.GetProperty("savedAt").GetString().ShouldBe("10:00");
        var version = saved.GetProperty("version").GetString();
        var again = Json(await _applying.Clerk.SubmitAsync(page, Applying.Form, new() { ["Input.Title"] = "von selbst, weiter", ["Version"] = version }, autosave: true));
        again.TryGetProperty("savedAt", out _).ShouldBeTrue();
        (await _applying.StoredAsync()).Texts.Title.ShouldBe("von selbst, weiter");
        (await _applying.AuditsAsync(AuditAction.ApplicationSaved)).ShouldBe(2);
    }

    [Fact]
    public async Task The_script_writes_nothing_when_nothing_changed_even_with_an_old_version()
    {
        var page = await _applying.Clerk.GetAsync(Contribution);
        await _applying.Clerk.SubmitAsync(page, Applying.Form, new() { ["Input.Title"] = "gleich" }, autosave: true);
        var retry = Json(await _applying.Clerk.SubmitAsync(page, Applying.Form, new() { ["Input.Title"] = "gleich" }, autosave: true));
        retry.GetProperty("version").GetString().ShouldBe($"Title:{FieldMerge.Fingerprint("gleich")}");
        (await _applying.AuditsAsync(AuditAction.ApplicationSaved)).ShouldBe(1);
    }

    [Fact]
    public async Task The_script_is_told_about_conflicts_and_refusals()
    {
        var page = await _applying.Clerk.GetAsync(Contribution);
        await _applying.SaveAsync(Contribution, new() { ["Input.Title"] = "anders" });
        var conflict = Json(await _applying.Clerk.SubmitAsync(page, Applying.Form, new() { ["Input.Title"] = "meins" }, autosave: true));
        conflict.GetProperty("conflict").GetBoolean().ShouldBeTrue();
        conflict.GetProperty("message").GetString()!.ShouldContain("beide Fassungen");
        var refused = Json(await _applying.SaveAsync(Contact, new() { ["Input.ContactMail"] = "kaputt" }, autosave: true));
        refused.GetProperty("refused").GetBoolean().ShouldBeTrue();
        refused.GetProperty("message").GetString()!.ShouldContain("E-Mail-Adresse");
    }

    [Fact]
    public async Task Two_who_change_different_fields_of_one_page_both_keep_what_they_wrote()
    {
        var (first, second) = (await _applying.Clerk.GetAsync(Contribution), await _applying.Clerk.GetAsync(Contribution));
        (await _applying.Clerk.SubmitAsync(first, Applying.Form, new() { ["Input.Title"] = "Erster Titel" })).IsRedirect.ShouldBeTrue();
        (await _applying.Clerk.SubmitAsync(second, Applying.Form, new() { ["Input.Summary"] = "Zweite Kurzfassung" })).IsRedirect.ShouldBeTrue();
        var stored = (await _applying.StoredAsync()).Texts;
        (stored.Title, stored.Summary).ShouldBe(("Erster Titel", "Zweite Kurzfassung"));
        (await _applying.Clerk.GetAsync(Contribution)).TextOf("[role=status] .kern-alert").ShouldContain("Jemand anderes hat inzwischen geändert: Titel des Beitrags.");
    }

    [Fact]
    public async Task The_script_goes_on_saving_beside_a_colleague_without_undoing_her_change()
    {
        var page = await _applying.Clerk.GetAsync(Contribution);
        await _applying.SaveAsync(Contribution, new() { ["Input.Title"] = "Von der Kollegin" });
        var first = Json(await _applying.Clerk.SubmitAsync(page, Applying.Form, new() { ["Input.Summary"] = "eins" }, autosave: true));
        first.GetProperty("problem").GetString()!.ShouldContain("Titel des Beitrags");
        await _applying.Clerk.SubmitAsync(page, Applying.Form, new() { ["Input.Summary"] = "zwei", ["Version"] = first.GetProperty("version").GetString() }, autosave: true);
        var stored = (await _applying.StoredAsync()).Texts;
        (stored.Title, stored.Summary).ShouldBe(("Von der Kollegin", "zwei"));
    }

    [Fact]
    public async Task The_script_saves_what_can_be_read_and_names_what_cannot()
    {
        var answer = Json(await _applying.SaveAsync(Contact, new() { ["Input.ContactName"] = "Ansprechperson", ["Input.ContactMail"] = "kaputt" }, autosave: true));
        (answer.GetProperty("savedAt").GetString(), answer.GetProperty("refused").GetBoolean()).ShouldBe(("10:00", true));
        answer.GetProperty("problem").GetString()!.ShouldContain("E-Mail-Adresse");
        (await _applying.StoredAsync()).Texts.ShouldBe(new ApplicationTexts { ContactName = "Ansprechperson" });
    }

    [Fact]
    public async Task A_tab_left_open_over_the_submission_changes_nothing_and_keeps_what_was_typed()
    {
        await _applying.FillAsync();
        var old = await _applying.Clerk.GetAsync(Contribution);
        await _applying.SubmitAsync();
        var answer = await _applying.Clerk.SubmitAsync(old, Applying.Form, new() { ["Input.Title"] = "zu spät" });
        answer.TextOf("[data-errors]").ShouldContain("Die Bewerbung ist eingereicht.");
        answer.Page.QuerySelector("[name='Input.Title']")!.GetAttribute("value").ShouldBe("zu spät");
        (await _applying.Clerk.GetAsync(Contribution)).Location.ShouldBe(ApplicationLinks.Overview(_applying.Id));
        (await _applying.Host.CheckAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Pages_and_saves_take_few_queries()
    {
        async Task<int> CountAsync(Func<Task> work)
        {
            _applying.Host.Queries.Reset();
            await work();
            return _applying.Host.Queries.Count;
        }
        var section = ApplicationLinks.Section(_applying.Id, "actors");
        (await CountAsync(() => _applying.Clerk.GetAsync(ApplicationLinks.Overview(_applying.Id)))).ShouldBeLessThanOrEqualTo(7);
        (await CountAsync(() => _applying.Clerk.GetAsync(section))).ShouldBeLessThanOrEqualTo(7);
        var page = await _applying.Clerk.GetAsync(section);
        (await CountAsync(() => _applying.Clerk.SubmitAsync(page, Applying.Form, new() { ["Answers[actors_internal]"] = "mayor\nsport" }, autosave: true))).ShouldBeLessThanOrEqualTo(12);
        var projects = await _applying.Clerk.GetAsync(Projects);
        (await CountAsync(() => _applying.Clerk.SubmitAsync(projects, Applying.Form, new() { ["Input[0].Title"] = "A", ["Input[1].Title"] = "B" }))).ShouldBeLessThanOrEqualTo(16);
    }

    private static JsonElement Json(Answer answer)
    {
        answer.Status.ShouldBe(HttpStatusCode.OK);
        return JsonDocument.Parse(answer.Text).RootElement;
    }

    private async Task ShownAsTextAsync(params string[] addresses)
    {
        foreach (var address in addresses)
        {
            var page = (await _applying.Clerk.GetAsync(address)).Page;
            page.QuerySelectorAll("main img, main script, main b").ShouldBeEmpty(address);
            page.QuerySelectorAll("h1").Length.ShouldBe(1, address);
        }
    }
}
