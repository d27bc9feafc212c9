using System.Net;
using System.Text.Json;
using Awards.Domain.Calls;
using Awards.Domain.Municipalities;
using Awards.Domain.Shared;
using Awards.Testing;
using Awards.Testing.Calls;
using Awards.Web.Platform.Questionnaires;
using Awards.Web.Stages.Setup;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Tests.Stages.Setup;

/// <summary>A call quite unlike the reference: groups by inhabitants, every type of question from a workbook, no single projects, a letter of intent that is required.</summary>
public sealed class SecondCallTests
{
    private static readonly DateTime Start = GermanTime.Utc(new(2027, 3, 1));

    private static CallDefinition Unlike => NewCalls.Blank(new(new LocalizedText("Grüne Höfe", "Green yards"), "gruene-hoefe", "HOF-2027"), Start) with
    {
        Summary = "Höfe und Plätze, die Regen aufnehmen.",
        Organiser = "Musterinstitut",
        WhoMayEnter = "Alle Kommunen",
        LetterOfIntentRequired = true,
        Phases = [new(PhaseKind.LetterOfIntent, Start, GermanTime.ShiftDays(Start, 30)), .. NewCalls.Blank(new("", "", ""), Start).Phases],
        AwardGroups = [new() { Code = "small", Label = "Unter 20.000", BelowPopulation = 20_000 }, new() { Code = "large", Label = "Ab 20.000", FromPopulation = 20_000 }],
        Criteria = [new("idea", "Idee"), new("effect", "Wirkung")],
        EntrySheet = new() { Code = "entry", Title = new("Prüfbogen für den Beitrag", "Review sheet of the entry"), Min = 1, Max = 4, Items = [new("idea", 15), new("effect")] },
        BudgetCents = 5_000_000,
        Prizes = [new("prize", "Preis", 1_250_000, ["small", "large"])],
        MayEnter = [ApplicantKind.DistrictMunicipality, ApplicantKind.Association],
        Contributions = [new("yard", "Hof"), new("square", "Platz")],
        Limits = new() { Pages = 3, Attachments = 0 },
        Page = new() { SizeTenths = 105 },
    };

    [Fact]
    public async Task It_is_set_up_beside_the_first_from_a_workbook_and_released()
    {
        await using var host = await AwardsHost.StartAsync();
        await World.CreateAsync(host);
        using var lead = await host.SignedInAsync(Cast.Lead);
        var call = Unlike;
        var editors = await Editors.BeginAsync(lead, call);
        await editors.TextsAsync(call);
        await editors.CalendarAsync(call);
        await editors.GroupsAsync(call);
        await editors.PrizesAsync(call);
        await editors.CriteriaAsync(call);
        await editors.ScopeAsync(call);
        using var workbook = new ByteArrayContent(QuestionnaireWorkbook.Write(EveryQuestion.Questionnaire));
        (await lead.UploadAsync(await lead.GetAsync(SetupLinks.Questionnaire(call.Slug)), "form[enctype]", [], "Upload", "fragebogen.xlsx", workbook)).IsRedirect.ShouldBeTrue();
        // Opened and saved as it stands, each question keeps its condition, also one nested deeper than the form.
        foreach (var question in EveryQuestion.Questionnaire.Questions) await editors.SaveAsync(SetupLinks.Question(call.Slug, question.Code), []);
        var overview = await lead.GetAsync(SetupLinks.Overview(call.Slug));
        (await lead.SubmitAsync(overview, "main form[method=post]")).IsRedirect.ShouldBeTrue(overview.TextOf("main"));

        var made = (await host.DbAsync(db => db.Calls.AsNoTracking().SingleAsync(each => each.Slug == call.Slug))).Definition;
        var expected = call with { Draft = false, Questionnaire = EveryQuestion.Questionnaire };
        JsonSerializer.Serialize(made, CallDefinition.Json).ShouldBe(JsonSerializer.Serialize(expected, CallDefinition.Json));
        made.GroupFor(MunicipalityType.DistrictMunicipality, 19_999)!.Code.ShouldBe("small");
        using var anybody = host.Visitor();
        (await anybody.GetAsync("/")).TextOf("main").ShouldContain("Grüne Höfe");
        (await anybody.GetAsync($"/wettbewerbe/{World.Slug}")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_faulty_workbook_is_refused_whole_and_names_its_cells()
    {
        await using var host = await AwardsHost.StartAsync();
        await World.CreateAsync(host);
        using var lead = await host.SignedInAsync(Cast.Lead);
        var spoiled = EveryQuestion.Questionnaire with { Sections = [new Section { Code = "one", Title = "Abschnitt", Questions = [new ShortTextQuestion { Code = "first", Text = "?", AskedIf = new ChosenCondition("second", ["yes"]) }, new YesNoQuestion { Code = "second", Text = "?" }] }] };
        using var workbook = new ByteArrayContent(QuestionnaireWorkbook.Write(spoiled));
        var before = await host.DbAsync(db => db.Calls.Where(each => each.Slug == World.Slug).Select(each => each.DefinitionJson).SingleAsync());
        var answer = await lead.UploadAsync(await lead.GetAsync(SetupLinks.Questionnaire(World.Slug)), "form[enctype]", [], "Upload", "fragebogen.xlsx", workbook);
        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.TextsOf("main tbody th").ShouldContain("survey");
        answer.TextOf("main tbody").ShouldContain("second");
        (await host.DbAsync(db => db.Calls.Where(each => each.Slug == World.Slug).Select(each => each.DefinitionJson).SingleAsync())).ShouldBe(before);
    }

    [Fact]
    public async Task Every_type_of_question_is_typed_and_comes_back_the_same()
    {
        await using var host = await AwardsHost.StartAsync();
        await World.CreateAsync(host);
        using var lead = await host.SignedInAsync(Cast.Lead);
        var call = Unlike;
        var editors = await Editors.BeginAsync(lead, call);
        // What is nested deeper than the form comes from files only; the first test sees to it that it is kept.
        var typed = EveryQuestion.Questionnaire with
        {
            Sections = [.. EveryQuestion.Questionnaire.Sections.Select(section => section with
            {
                Questions = [.. section.Questions.Select(question => ConditionInput.Of(question.AskedIf, EveryQuestion.Questionnaire).Keep ? question with { AskedIf = null } : question)],
            })],
        };
        typed.Questions.Count(question => question.AskedIf is not null).ShouldBeGreaterThan(0);
        await editors.QuestionnaireAsync(typed);
        async Task<string> MadeAsync() => JsonSerializer.Serialize((await host.DbAsync(db => db.Calls.AsNoTracking().SingleAsync(each => each.Slug == call.Slug))).Definition.Questionnaire, CallDefinition.Json);
        var made = await MadeAsync();
        made.ShouldBe(JsonSerializer.Serialize(typed, CallDefinition.Json));
        // Opened and saved as it stands, each question is what it was.
        foreach (var question in typed.Questions) await editors.SaveAsync(SetupLinks.Question(call.Slug, question.Code), []);
        (await MadeAsync()).ShouldBe(made);
    }
}
