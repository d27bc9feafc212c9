using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Shared;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Applications;

/// <summary>One short page of an application: topic, address, status ("open", "progress", "done"), what is missing there.</summary>
public sealed record Step(string Title, string Href, string Status, string? Hint, IReadOnlyList<MissingLink> Missing);

/// <summary>Something that must be filled in, and the field where.</summary>
public sealed record MissingLink(string Label, string Href);

/// <summary>The pages of an application in order.</summary>
public static class ApplicationSteps
{
    private static readonly string[] ContactFields = [nameof(ApplicationTexts.ContactName), nameof(ApplicationTexts.ContactMail)];

    /// <summary>Addresses of all pages; the last one checks and submits.</summary>
    public static IReadOnlyList<string> Addresses(OwnApplication own) =>
    [
        ApplicationLinks.Contact(own.Id),
        ApplicationLinks.Contribution(own.Id),
        .. own.Call.Definition.MaxSingleProjects > 0 ? [ApplicationLinks.Projects(own.Id)] : Array.Empty<string>(),
        .. own.Call.Definition.Questionnaire.Sections.Select(section => ApplicationLinks.Section(own.Id, section.Code)),
        ApplicationLinks.Check(own.Id),
    ];

    /// <summary>The task list, without the last page.</summary>
    public static IReadOnlyList<Step> Of(OwnApplication own, string language, IStringLocalizer<Text> texts)
    {
        var (application, definition) = (own.Application, own.Call.Definition);
        var written = application.Texts;
        var missing = own.Missing.Select(item => (Item: item, Page: PageOf(own, item))).ToList();
        Step Make(string title, string href, bool begun, string empty)
        {
            List<MissingLink> here = [.. missing.Where(each => each.Page == href).Select(each => Link(each.Item, each.Page, language, texts))];
            return new(title, href, !begun ? "open" : here.Count > 0 ? "progress" : "done", Hint(here.Count, begun, empty, texts), here);
        }
        var steps = new List<Step>
        {
            Make(texts["Kontakt"], ApplicationLinks.Contact(own.Id), (written.ContactName + written.ContactMail + written.Department + written.Website).Length > 0, texts["Wer beantwortet Rückfragen?"]),
            Make(texts["Beitrag"], ApplicationLinks.Contribution(own.Id), (written.Title + written.Summary + written.Description).Length > 0, texts["Titel, Kurzfassung und Beschreibung"]),
        };
        if (definition.MaxSingleProjects > 0)
            steps.Add(Make(texts["Einzelprojekte"], ApplicationLinks.Projects(own.Id), application.Projects.Count > 0, texts["Freiwillig: bis zu {0} Einzelprojekte", definition.MaxSingleProjects]));
        var asked = definition.Questionnaire.Asked(application.Answers);
        steps.AddRange(definition.Questionnaire.Sections.Select(section => Make(section.Title.In(language), ApplicationLinks.Section(own.Id, section.Code),
            section.Status(asked) != SectionStatus.Open,
            section.Questions.Any(question => question.Required) ? texts["Fragebogen"] : texts["Fragebogen, freiwillig"])));
        return steps;
    }

    /// <summary>Label of a text field.</summary>
    public static string Label(string property, IStringLocalizer<Text> texts) => property switch
    {
        nameof(ApplicationTexts.ContactName) => texts["Name der Ansprechperson"],
        nameof(ApplicationTexts.ContactMail) => texts["E-Mail-Adresse der Ansprechperson"],
        nameof(ApplicationTexts.Department) => texts["Zuständige Stelle"],
        nameof(ApplicationTexts.Website) => texts["Internetadresse"],
        nameof(ApplicationTexts.Title) => texts["Titel des Beitrags"],
        nameof(ApplicationTexts.Summary) => texts["Kurzfassung"],
        nameof(ApplicationTexts.Description) => texts["Beschreibung"],
        _ => throw new ArgumentOutOfRangeException(nameof(property), property, null),
    };

    private static string? Hint(int missing, bool begun, string empty, IStringLocalizer<Text> texts) => missing switch
    {
        0 => begun ? null : empty,
        1 => texts["1 Angabe fehlt"],
        _ => texts["{0} Angaben fehlen", missing],
    };

    private static string PageOf(OwnApplication own, MissingItem item) => item.Question is null
        ? ContactFields.Contains(item.Code) ? ApplicationLinks.Contact(own.Id) : ApplicationLinks.Contribution(own.Id)
        : ApplicationLinks.Section(own.Id, own.Call.Definition.Questionnaire.Sections.First(section => section.Questions.Any(question => question.Code == item.Code)).Code);

    private static MissingLink Link(MissingItem item, string page, string language, IStringLocalizer<Text> texts) => item.Question is null
        ? new(Label(item.Code, texts), $"{page}#{Field.IdOf("Input." + item.Code)}")
        : new(item.Question.Text.In(language), $"{page}#{Field.IdOf(QuestionField.NameOf(item.Code))}");
}
