using System.Net;
using AngleSharp.Dom;
using Awards.Domain.Calls;
using Awards.Domain.Municipalities;
using Awards.Testing;
using Awards.Testing.Calls;
using Awards.Testing.Files;
using Awards.Web.Data;
using Awards.Web.Data.Entries;
using Awards.Web.Platform.Files;
using Awards.Web.Stages.Applications;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Awards.Web.Tests.Stages.Applications;

/// <summary>Every type of question, filled in by the form, shown everywhere, and in files.</summary>
public sealed class EveryQuestionTests : IAsyncLifetime
{
    private Applying _applying = null!;

    private string Choices => ApplicationLinks.Section(_applying.Id, "choices");
    private string Numbers => ApplicationLinks.Section(_applying.Id, "numbers");
    private string Words => ApplicationLinks.Section(_applying.Id, "words");

    private static readonly Dictionary<string, string?> Chosen = new()
    {
        ["Answers[has_concept]"] = "yes",
        ["Answers[duration]"] = "other",
        ["Answers[duration][other]"] = "Bis 2040; 50 %",
        ["Answers[sources]"] = "state\nother",
        ["Answers[sources][other]"] = "Stiftung=A;B",
        ["Answers[partners][clubs]"] = "often",
        ["Answers[partners][schools]"] = "never",
    };

    private static readonly Dictionary<string, string?> Typed = new()
    {
        ["Answers[volunteers]"] = "1.250",
        ["Answers[area]"] = "12,5",
        ["Answers[cost]"] = "50.000,50",
        ["Answers[share]"] = "33,3 %",
        ["Answers[begin]"] = "31.12.2017",
    };

    public async Task InitializeAsync() => _applying = await Applying.BeginAsync(EveryQuestion.In);

    public async Task DisposeAsync() => await _applying.DisposeAsync();

    [Fact]
    public async Task Nothing_is_chosen_or_filled_in_beforehand()
    {
        foreach (var address in new[] { Choices, Numbers, Words })
        {
            var page = (await _applying.Clerk.GetAsync(address)).Page;
            page.QuerySelectorAll("main input[checked]").ShouldBeEmpty();
            page.QuerySelectorAll("[data-questions] input[type=text], [data-questions] textarea").Select(each => each.GetAttribute("value") ?? each.TextContent.Trim()).ShouldAllBe(value => value.Length == 0);
        }
    }

    [Fact]
    public async Task What_is_typed_is_stored_shown_again_submitted_and_read_by_office_and_reviewers()
    {
        await FillAsync();
        var stored = (await _applying.StoredAsync()).Answers;
        stored["duration"].ShouldBe("other=Bis 2040%3B 50 %25");
        stored["sources"].ShouldBe("state;other=Stiftung=A%3BB");
        stored["partners"].ShouldBe("clubs=often;schools=never");
        (stored["volunteers"], stored["area"], stored["cost"], stored["share"], stored["begin"]).ShouldBe(("1250", "12.5", "5000050", "33.3", "2017-12-31"));
        var numbers = (await _applying.Clerk.GetAsync(Numbers)).Page;
        string? Shown(string code) => numbers.QuerySelector($"[name='Answers[{code}]']")!.GetAttribute("value");
        (Shown("volunteers"), Shown("area"), Shown("cost"), Shown("share"), Shown("begin")).ShouldBe(("1250", "12,5", "50000,50", "33,3", "31.12.2017"));
        var choices = (await _applying.Clerk.GetAsync(Choices)).Page;
        choices.QuerySelectorAll("input[checked]").Select(each => $"{each.GetAttribute("name")}={each.GetAttribute("value")}").ShouldBe(
            ["Answers[has_concept]=yes", "Answers[duration]=other", "Answers[sources]=state", "Answers[sources]=other", "Answers[partners][clubs]=often", "Answers[partners][schools]=never"]);
        choices.QuerySelector("[name='Answers[sources][other]']")!.GetAttribute("value").ShouldBe("Stiftung=A;B");

        await _applying.SaveAsync(Words, new() { ["Answers[why_other]"] = "Stiftung", ["Answers[story]"] = "Es war einmal" });
        (await UploadAsync(CraftedPdf.Pages(), "Plan.pdf")).IsRedirect.ShouldBeTrue();
        var uploader = await _applying.Host.DbAsync(db => db.StoredFiles.Select(file => file.UploadedBy!.Value).SingleAsync());
        using (var scope = _applying.Host.Services.CreateScope())
            System.Text.Json.JsonSerializer.Serialize((await scope.ServiceProvider.GetRequiredService<Awards.Web.Stages.Privacy.OwnData>().CollectAsync(uploader, default))["uploads"]).ShouldContain("Plan.pdf");
        await ContactAsync();
        (await _applying.SubmitAsync()).Location.ShouldBe(ApplicationLinks.Receipt(_applying.Id));
        string[] printed = ["Anders: Bis 2040; 50 %", "Land; Weitere: Stiftung=A;B", "mit Vereinen: oft", "1.250 Personen", "12,5 Hektar", "50.000,50 Euro", "33,3 %", "31. Dezember 2017", "Plan.pdf (PDF, "];
        var receipt = (await _applying.Clerk.GetAsync(ApplicationLinks.Receipt(_applying.Id))).TextOf("main");
        using var lead = await _applying.Host.SignedInAsync(Cast.Lead);
        var office = (await lead.GetAsync(Awards.Web.Stages.Intake.IntakeLinks.Application(World.Slug, _applying.Id))).TextOf("main");
        foreach (var words in printed)
        {
            receipt.ShouldContain(words);
            office.ShouldContain(words);
        }
        (await _applying.Host.CheckAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Errors_name_the_field_and_keep_what_was_typed()
    {
        var page = await _applying.SaveAsync(Numbers, new() { ["Answers[area]"] = "1.5", ["Answers[cost]"] = "viel", ["Answers[share]"] = "101", ["Answers[begin]"] = "31.2.2018", ["Answers[volunteers]"] = "3" });
        page.Page.QuerySelectorAll("[data-errors] a").Select(each => each.GetAttribute("href")).ShouldBe(["#Answers_area_", "#Answers_cost_", "#Answers_share_", "#Answers_begin_"]);
        page.Page.QuerySelector("[name='Answers[area]']")!.GetAttribute("value").ShouldBe("1.5");
        page.Page.QuerySelector("[name='Answers[begin]']")!.GetAttribute("value").ShouldBe("31.2.2018");
        page = await _applying.SaveAsync(Choices, new() { ["Answers[sources]"] = "own\nnone", ["Answers[duration]"] = "short", ["Answers[duration][other]"] = "doch anders", ["Answers[partners][clubs]"] = "immer" });
        page.TextsOf("[data-errors] a").ShouldBe(["Sie haben Text zu einer Antwort geschrieben, die Sie nicht gewählt haben. Bitte wählen Sie die Antwort, oder löschen Sie den Text.",
            "„Nichts davon“ passt zu keiner anderen Antwort. Bitte wählen Sie entweder nur diese oder nur die anderen.", "„immer“ ist keine der möglichen Antworten (never, often)."]);
        page.Page.QuerySelector("[name='Answers[duration][other]']")!.GetAttribute("value").ShouldBe("doch anders");
        page.Page.QuerySelectorAll("[name='Answers[sources]'][checked]").Length.ShouldBe(2);
        (await _applying.StoredAsync()).Answers.Questions.ShouldBe(["volunteers"]);
    }

    [Fact]
    public async Task A_row_of_a_matrix_is_cleared_again_and_an_incomplete_one_is_missing()
    {
        await _applying.SaveAsync(Choices, Chosen);
        await _applying.SaveAsync(Choices, new() { ["Answers[partners][schools]"] = "" });
        (await _applying.StoredAsync()).Answers["partners"].ShouldBe("clubs=often");
        (await _applying.Clerk.GetAsync(ApplicationLinks.Check(_applying.Id))).TextOf("section[aria-labelledby=missing]").ShouldContain("Wie eng arbeiten Sie zusammen?");
    }

    [Fact]
    public async Task What_is_not_asked_can_be_no_error_and_keeps_its_stored_answer()
    {
        await _applying.SaveAsync(Choices, Chosen);
        await _applying.SaveAsync(Words, new() { ["Answers[why_other]"] = "gilt" });
        await _applying.SaveAsync(Choices, new() { ["Answers[has_concept]"] = "no" });
        (await _applying.SaveAsync(Words, new() { ["Answers[why_other]"] = new string('x', 81) })).IsRedirect.ShouldBeTrue();
        (await _applying.StoredAsync()).Answers["why_other"].ShouldBe("gilt");
        await _applying.SaveAsync(Choices, new() { ["Answers[has_concept]"] = "yes" });
        (await _applying.SaveAsync(Words, new() { ["Answers[why_other]"] = new string('x', 81) })).TextOf("[data-errors]").ShouldContain("81 Zeichen");
    }

    [Fact]
    public async Task A_nested_condition_is_said_in_words_and_given_to_the_script_with_the_answers_of_other_pages()
    {
        await FillAsync();
        var page = await _applying.Clerk.GetAsync(Words);
        page.TextsOf("[data-asked-note]")[0].ShouldStartWith("Nur beantworten, wenn die Antwort auf „Gibt es ein Konzept?“ „Ja“ ist und (bei „Woher kommt das Geld?“");
        var elsewhere = AnswerSet.FromJson(page.Page.QuerySelector("[data-questions]")!.GetAttribute("data-elsewhere")!);
        elsewhere.Questions.ShouldBe(["begin", "cost", "has_concept", "partners.clubs", "sources"]);
        (await _applying.Clerk.GetAsync(Words + "?culture=en")).TextsOf("[data-asked-note]")[2].ShouldBe("Answer only if the answer to “Is there a concept?” is “Yes”.");
    }

    [Fact]
    public async Task Files_are_added_within_their_limits_and_removed_again()
    {
        await _applying.SaveAsync(Choices, Chosen);
        (await UploadAsync(CraftedPdf.Pages(), "Plan.pdf")).Location.ShouldBe(Words);
        (await UploadAsync(CraftedImage.Jpeg(), "Bild.jpg")).TextOf("[data-errors]").ShouldContain("Bei dieser Frage ist JPEG nicht möglich. Erlaubt sind: PDF, PNG.");
        (await UploadAsync(CraftedPdf.OfSize(2_200_000), "Groß.pdf")).TextOf("[data-errors]").ShouldContain("höchstens 2 MB");
        (await UploadAsync(CraftedImage.Png(), "Bild.png")).IsRedirect.ShouldBeTrue();
        (await UploadAsync(CraftedPdf.Pages(), "Dritte.pdf")).TextOf("[data-errors]").ShouldContain("höchstens 2 Dateien");
        var page = await _applying.Clerk.GetAsync(Words);
        page.TextsOf("ul.files a").ShouldBe(["Plan.pdf", "Bild.png"]);
        await _applying.SaveAsync(Words, new() { ["Answers[why_other]"] = "Stiftung" });
        (await FilesAsync()).Count.ShouldBe(2);
        var first = (await FilesAsync())[0];
        (await _applying.Clerk.SubmitAsync(page, "#remove-plans", new() { ["datei"] = first.ToString() })).Location.ShouldBe(Words);
        (await FilesAsync()).ShouldNotContain(first);
        using var gone = await _applying.Clerk.RequestAsync(HttpMethod.Get, FileEndpoint.Link(first));
        gone.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await _applying.Clerk.SubmitAsync(page, "#remove-plans", new() { ["datei"] = first.ToString() })).TextOf("[data-errors]").ShouldContain("Diese Datei gibt es nicht mehr.");
        (await _applying.Host.CheckAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_draft_s_file_is_read_by_its_own_people_only_a_submitted_one_by_office_and_its_reviewers()
    {
        await FillAsync();
        await UploadAsync(CraftedPdf.Pages(), "Kanarienplan.pdf");
        var link = FileEndpoint.Link((await FilesAsync()).Single());
        async Task ReadByAsync(params string[] readers)
        {
            foreach (var mail in new[] { Cast.ClerkOne, Cast.ClerkTwo, Cast.Lead, Cast.Editor, Cast.OtherLead, Cast.Reviewer(1), Cast.Reviewer(3), Cast.JuryMember, Cast.Stranger })
            {
                using var person = await _applying.Host.SignedInAsync(mail);
                using var answer = await person.RequestAsync(HttpMethod.Get, link);
                answer.StatusCode.ShouldBe(readers.Contains(mail) ? HttpStatusCode.OK : HttpStatusCode.NotFound, mail);
            }
            using var anybody = _applying.Host.Visitor();
            using var refused = await anybody.RequestAsync(HttpMethod.Get, link);
            refused.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }
        await ReadByAsync(Cast.ClerkOne);
        await _applying.SaveAsync(Words, new() { ["Answers[why_other]"] = "Stiftung" });
        await ContactAsync();
        (await _applying.SubmitAsync()).IsRedirect.ShouldBeTrue();
        await ReadByAsync(Cast.ClerkOne, Cast.Lead, Cast.Editor);
        await _applying.World.WriteAsync(async db =>
        {
            var application = await db.Applications.Include(each => each.Projects).SingleAsync(each => each.Id == _applying.Id);
            var admitted = Domain.Intake.Admission.Admit(application, _applying.World.Call, 1, MunicipalityType.IndependentCity, Domain.Shared.WriteContext.System(_applying.Host.Clock.Now, "Test")).Fact;
            db.AddRange(admitted.Entry, admitted.Decision);
            db.Reviews.Add(Domain.PreReview.Review.Open(_applying.World.Call.Definition, admitted.Entry, _applying.World.Persons[Cast.Reviewer(1)]));
            return true;
        });
        await ReadByAsync(Cast.ClerkOne, Cast.Lead, Cast.Editor, Cast.Reviewer(1));
    }

    [Fact]
    public async Task A_file_can_be_added_by_nobody_else_and_to_no_other_question()
    {
        var page = await _applying.Clerk.GetAsync(Words);
        using var other = await _applying.Host.SignedInAsync(Cast.ClerkTwo);
        var own = await other.GetAsync("/konto");
        var token = new Dictionary<string, string> { ["__RequestVerificationToken"] = own.Page.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")! };
        (await other.PostRawAsync($"{Words}?handler=Remove&frage=plans", token)).Status.ShouldBe(HttpStatusCode.NotFound);
        var mine = new Dictionary<string, string> { ["__RequestVerificationToken"] = page.Page.QuerySelector("#send-plans [name=__RequestVerificationToken]")!.GetAttribute("value")! };
        (await _applying.Clerk.PostRawAsync($"{Words}?handler=Upload&frage=why_other", mine)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await _applying.Clerk.PostRawAsync($"{Words}?handler=Upload&frage=plans", mine)).TextOf("[data-errors]").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Entry_files_hold_every_type_and_come_back_byte_for_byte()
    {
        await _applying.World.AdmitAsync(7, answers: EveryQuestion.Answers);
        await _applying.World.AdmitAsync(8, answers: AnswerSet.Empty.With("sources", "none").With("area", "0.5"));
        var text = new StringWriter();
        await _applying.Host.DbAsync(db => EntryCsvWriter.WriteAsync(db, _applying.World.Call, text));
        var lines = text.ToString().Split("\r\n");
        lines[0].ShouldBe("nr,municipality_type,has_concept,duration,sources,partners.clubs,partners.schools,volunteers,area,cost,share,begin,why_other,story,plans");
        var (rows, faults) = EntryCsvReader.Read(System.Text.Encoding.UTF8.GetBytes(text.ToString()), _applying.World.Call.Definition.Questionnaire);
        faults.ShouldBeEmpty();
        rows[0].Answers.ShouldBe(EveryQuestion.Answers);
        rows[1].Answers["area"].ShouldBe("0.5");
        (_, faults) = EntryCsvReader.Read(System.Text.Encoding.UTF8.GetBytes(lines[0] + "\r\n1,Landkreis,yes,,,sometimes,,,\"1,5\",,,31.2.2018,,,\r\n"), _applying.World.Call.Definition.Questionnaire);
        faults.Select(fault => fault.Column).ShouldBe(["partners.clubs", "area", "begin"]);
    }

    private async Task FillAsync()
    {
        (await _applying.SaveAsync(Choices, Chosen)).IsRedirect.ShouldBeTrue();
        (await _applying.SaveAsync(Numbers, Typed)).IsRedirect.ShouldBeTrue();
    }

    private async Task ContactAsync()
    {
        await _applying.SaveAsync(ApplicationLinks.Contact(_applying.Id), new() { ["Input.ContactName"] = "Ansprechperson", ["Input.ContactMail"] = "a@musterstadt.example" });
        await _applying.SaveAsync(ApplicationLinks.Contribution(_applying.Id), new() { ["Input.Title"] = "Titel", ["Input.Summary"] = "kurz" });
        await _applying.SaveAsync(ApplicationLinks.Text(_applying.Id), new() { ["Input.Description"] = "lang" });
    }

    private async Task<Answer> UploadAsync(byte[] content, string name) =>
        await _applying.Clerk.UploadAsync(await _applying.Clerk.GetAsync(Words), "#send-plans", [], "Answers[plans]", name, new ByteArrayContent(content));

    private async Task<IReadOnlyList<Guid>> FilesAsync() => FileQuestion.Ids((await _applying.StoredAsync()).Answers["plans"]);
}
