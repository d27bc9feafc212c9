using System.Net;
using AngleSharp.Dom;
using Awards.Domain.Calls;
using Awards.Testing;
using Awards.Web.Data;
using Awards.Web.Stages.Applications;

namespace Awards.Web.Tests.Stages.Applications;

public sealed class QuestionnaireTests : IAsyncLifetime
{
    private Applying _applying = null!;

    public async Task InitializeAsync() => _applying = await Applying.BeginAsync(Applying.WithWrittenQuestions);

    public async Task DisposeAsync() => await _applying.DisposeAsync();

    private string Written => ApplicationLinks.Section(_applying.Id, "written");
    private string Chain => ApplicationLinks.Section(_applying.Id, "chain");

    [Fact]
    public async Task A_section_that_does_not_exist_is_not_found() =>
        (await _applying.Clerk.GetAsync(ApplicationLinks.Section(_applying.Id, "gibt-es-nicht"))).Status.ShouldBe(HttpStatusCode.NotFound);

    [Fact]
    public async Task Numbers_and_texts_are_saved_in_their_canonical_form()
    {
        (await _applying.SaveAsync(Written, new() { ["Answers[volunteers]"] = "1.250", ["Answers[slogan]"] = " Hand in Hand ", ["Answers[lessons]"] = "eins\rzwei" }, goOn: true)).Location.ShouldBe(Chain);
        var answers = (await _applying.StoredAsync()).Answers;
        (answers["volunteers"], answers["slogan"], answers["lessons"]).ShouldBe(("1250", "Hand in Hand", "eins\nzwei"));
        var page = await _applying.Clerk.GetAsync(Written);
        page.Page.QuerySelector("[name='Answers[volunteers]']")!.GetAttribute("value").ShouldBe("1250");
        page.TextOf("#Answers_volunteers_-suffix").ShouldBe("Personen");
        page.TextOf("[name='Answers[lessons]']").ShouldBe("eins zwei");
        (await _applying.Clerk.GetAsync(ApplicationLinks.Check(_applying.Id))).TextOf("main").ShouldContain("1.250 Personen");
        (await _applying.AuditsAsync(AuditAction.ApplicationSaved)).ShouldBe(1);
    }

    [Fact]
    public async Task What_is_no_answer_is_refused_at_its_field_and_kept()
    {
        var page = await _applying.SaveAsync(Written, new() { ["Answers[volunteers]"] = "1.5", ["Answers[slogan]"] = new string('x', 51), ["Answers[lessons]"] = "<b>" });
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.TextOf("[data-errors] a[href='#Answers_volunteers_']").ShouldContain("ganze Zahl");
        page.TextOf("[data-errors] a[href='#Answers_slogan_']").ShouldContain("51 Zeichen");
        page.Page.QuerySelector("[name='Answers[volunteers]']")!.GetAttribute("value").ShouldBe("1.5");
        page.TextOf("[name='Answers[lessons]']").ShouldBe("<b>");
        (await _applying.StoredAsync()).Answers.Questions.ShouldBe(["lessons"]);
    }

    [Fact]
    public async Task Choices_that_do_not_exist_are_refused()
    {
        var page = await _applying.SaveAsync(Chain, new() { ["Answers[partners]"] = "vielleicht<b>" });
        page.TextOf("[data-errors]").ShouldContain("„vielleicht<b>“ ist keine der möglichen Antworten");
        (await _applying.SaveAsync(Chain, new() { ["Answers[partners]"] = "yes\nno" })).Status.ShouldBe(HttpStatusCode.OK);
        (await _applying.StoredAsync()).Version.ShouldBe(0);
    }

    [Fact]
    public async Task Nothing_is_chosen_beforehand_and_a_choice_can_be_taken_back()
    {
        var page = await _applying.Clerk.GetAsync(Chain);
        page.Page.QuerySelectorAll("input[checked]").ShouldBeEmpty();
        await _applying.Clerk.SubmitAsync(page, Applying.Form, new() { ["Answers[partners]"] = "yes" });
        page = await _applying.Clerk.GetAsync(Chain);
        page.Page.QuerySelectorAll("input[checked]").Select(each => each.GetAttribute("value")).ShouldBe(["yes"]);
        await _applying.Clerk.SubmitAsync(page, Applying.Form, new() { ["Answers[partners]"] = "" });
        (await _applying.StoredAsync()).Answers["partners"].ShouldBe("");
        (await _applying.Clerk.GetAsync(Chain)).Page.QuerySelectorAll("input[checked]").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_conditional_question_says_in_words_when_it_is_to_be_answered()
    {
        var page = await _applying.Clerk.GetAsync(Chain);
        page.TextsOf("[data-asked-note]").ShouldBe(["Nur beantworten, wenn die Antwort auf „Gibt es Partner?“ „Ja“ ist.", "Nur beantworten, wenn die Antwort auf „Gibt es einen Vertrag?“ „Ja“ ist."]);
        var contract = page.Page.QuerySelector("[data-question=contract]")!;
        System.Text.Json.JsonSerializer.Deserialize<Condition>(contract.GetAttribute("data-asked-if")!, CallDefinition.Json)!.Holds(AnswerSet.Empty.With("partners", "yes")).ShouldBeTrue();
        contract.QuerySelectorAll("[name='Answers[contract]']").Length.ShouldBe(3);
    }

    [Fact]
    public async Task Answers_no_longer_asked_for_are_kept_in_the_draft_and_dropped_by_the_submission()
    {
        await _applying.SaveAsync(ApplicationLinks.Contact(_applying.Id), new() { ["Input.ContactName"] = "Ansprechperson", ["Input.ContactMail"] = "a@musterstadt.example" });
        await _applying.SaveAsync(ApplicationLinks.Contribution(_applying.Id), new() { ["Input.Title"] = "Titel", ["Input.Summary"] = "kurz" });
        await _applying.SaveAsync(ApplicationLinks.Text(_applying.Id), new() { ["Input.Description"] = "lang" });
        await _applying.SaveAsync(Written, new() { ["Answers[volunteers]"] = "0" });
        await _applying.SaveAsync(Chain, new() { ["Answers[partners]"] = "yes", ["Answers[contract]"] = "yes", ["Answers[contract_name]"] = "Kanarienvogel" });
        await _applying.SaveAsync(Chain, new() { ["Answers[partners]"] = "no" });
        (await _applying.StoredAsync()).Answers["contract_name"].ShouldBe("Kanarienvogel");
        var check = await _applying.Clerk.GetAsync(ApplicationLinks.Check(_applying.Id));
        check.TextOf("main").ShouldContain("Alle Pflichtangaben sind da.");
        check.Text.ShouldNotContain("Kanarienvogel");
        (await _applying.SubmitAsync()).Location.ShouldBe(ApplicationLinks.Receipt(_applying.Id));
        (await _applying.StoredAsync()).Answers.Questions.ShouldBe(["partners", "volunteers"]);
        (await _applying.Clerk.GetAsync(ApplicationLinks.Receipt(_applying.Id))).Text.ShouldNotContain("Kanarienvogel");
        (await _applying.Host.CheckAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_tabs_see_both_answers_in_words()
    {
        var first = await _applying.Clerk.GetAsync(Chain);
        await _applying.SaveAsync(Chain, new() { ["Answers[partners]"] = "no" });
        var conflict = await _applying.Clerk.SubmitAsync(first, Applying.Form, new() { ["Answers[partners]"] = "yes" });
        conflict.TextsOf("section[aria-labelledby=both] tbody tr > *").ShouldBe(["Gibt es Partner?", "Ja", "Nein"]);
        conflict.Page.QuerySelectorAll("[name='Answers[partners]'][checked]").Single().GetAttribute("value").ShouldBe("yes");
        (await _applying.Clerk.SubmitAsync(conflict, Applying.Form)).IsRedirect.ShouldBeTrue();
        (await _applying.StoredAsync()).Answers["partners"].ShouldBe("yes");
    }

    [Fact]
    public async Task The_task_list_tells_open_begun_and_complete_sections_apart()
    {
        await _applying.SaveAsync(Written, new() { ["Answers[slogan]"] = "nur das Freiwillige" });
        await _applying.SaveAsync(Chain, new() { ["Answers[partners]"] = "no" });
        var page = await _applying.Clerk.GetAsync(ApplicationLinks.Overview(_applying.Id));
        page.Page.QuerySelectorAll(".kern-task-list__item").Select(each => string.Join(" | ", each.QuerySelectorAll("a, p, .kern-badge").Select(part => part.TextContent))).ShouldBe(
        [
            "Kontakt | 2 Angaben fehlen | offen", "Beteiligte Kommunen | Freiwillig: nur bei einem gemeinsamen Beitrag | offen",
            "Beitrag | 2 Angaben fehlen | offen", "Beschreibung | 1 Angabe fehlt | offen", "Einzelprojekte | Freiwillig: bis zu 2 Einzelprojekte | offen",
            "Zahlen und Texte | 1 Angabe fehlt | in Arbeit", "Bedingte Fragen | vollständig", "Anlagen | Freiwillig: bis zu 3 Dateien | offen", "Prüfen und Einreichen | Die Prüfseite nennt alles, was noch fehlt. | offen",
        ]);
        page.TextOf("main").ShouldContain("Bis zum Einreichen fehlen noch 6 Angaben.");
    }
}
