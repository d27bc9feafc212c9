using Awards.Domain.Applications;
using Awards.Domain.Shared;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Platform.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Applications;

/// <summary>One short page of an application: topic, address, status ("open", "progress", "done"), what is missing there.</summary>
public sealed record Step(string Title, string Href, string Status, string? Hint, IReadOnlyList<MissingLink> Missing);

/// <summary>Something that must be filled in or mended, and the field where.</summary>
public sealed record MissingLink(string Label, string Href);

/// <summary>The pages of an application in order.</summary>
public static class ApplicationSteps
{
    private static readonly string[] ContactFields = [.. ApplicationFields.ContactKeys, nameof(ApplicationTexts.Department), nameof(ApplicationTexts.Website)];

    /// <summary>Addresses of all pages; the last one checks and submits.</summary>
    public static IReadOnlyList<string> Addresses(OwnApplication own)
    {
        var (id, call) = (own.Id, own.Call.Definition);
        var pages = new List<string> { ApplicationLinks.Contact(id), ApplicationLinks.Participants(id), ApplicationLinks.Contribution(id), ApplicationLinks.Text(id) };
        if (call.MaxSingleProjects > 0) pages.Add(ApplicationLinks.Projects(id));
        pages.AddRange(call.Questionnaire.Sections.Select(section => ApplicationLinks.Section(id, section.Code)));
        if (call.LimitRules().Attachments > 0) pages.Add(ApplicationLinks.Attachments(id));
        pages.Add(ApplicationLinks.Check(id));
        return pages;
    }

    /// <summary>The task list, without the last page.</summary>
    public static IReadOnlyList<Step> Of(OwnApplication own, string language, IStringLocalizer<Text> texts)
    {
        var (application, definition) = (own.Application, own.Call.Definition);
        var (written, limits) = (application.Texts, definition.LimitRules());
        var missing = own.Missing.Select(item => (Item: item, Page: PageOf(own, item))).ToList();
        Step Make(string title, string href, bool begun, string empty)
        {
            List<MissingLink> here = [.. missing.Where(each => each.Page == href).Select(each => Link(own, each.Item, each.Page, language, texts))];
            return new(title, href, !begun ? "open" : here.Count > 0 ? "progress" : "done", Hint(here.Count, begun, empty, texts), here);
        }
        var steps = new List<Step>
        {
            Make(texts["Kontakt"], ApplicationLinks.Contact(own.Id), ContactFields.Any(key => ApplicationFields.Text(written, key).Length > 0), texts["Wer beantwortet Rückfragen?"]),
            Make(texts["Beteiligte Kommunen"], ApplicationLinks.Participants(own.Id), application.Participants.Count > 0, texts["Freiwillig: nur bei einem gemeinsamen Beitrag"]),
            Make(texts["Beitrag"], ApplicationLinks.Contribution(own.Id), (written.Title + written.Summary + written.Contribution + written.Focus + written.ThirdParties + written.Embedding).Length > 0, texts["Titel, Kurzfassung und Schwerpunkt"]),
            Make(texts["Beschreibung"], ApplicationLinks.Text(own.Id), written.Description.Length > 0 || application.Files.Text is not null, texts["Höchstens {0} Seiten, hier geschrieben oder als PDF", limits.Pages]),
        };
        if (definition.MaxSingleProjects > 0)
            steps.Add(Make(texts["Einzelprojekte"], ApplicationLinks.Projects(own.Id), application.Projects.Count > 0, texts["Freiwillig: bis zu {0} Einzelprojekte", definition.MaxSingleProjects]));
        var asked = definition.Questionnaire.Asked(application.Answers);
        steps.AddRange(definition.Questionnaire.Sections.Select(section => Make(section.Title.In(language), ApplicationLinks.Section(own.Id, section.Code),
            section.Status(asked) != Domain.Calls.SectionStatus.Open,
            section.Questions.Any(question => question.Required) ? texts["Fragebogen"] : texts["Fragebogen, freiwillig"])));
        if (limits.Attachments > 0)
            steps.Add(Make(texts["Anlagen"], ApplicationLinks.Attachments(own.Id), application.Files.Attachments.Count > 0, texts["Freiwillig: bis zu {0} Dateien", limits.Attachments]));
        return steps;
    }

    private static string? Hint(int missing, bool begun, string empty, IStringLocalizer<Text> texts) => missing switch
    {
        0 => begun ? null : empty,
        1 => texts["1 Angabe fehlt"],
        _ => texts["{0} Angaben fehlen", missing],
    };

    private static string PageOf(OwnApplication own, MissingItem item) => item switch
    {
        { Question: { } question } => ApplicationLinks.Section(own.Id, own.Call.Definition.Questionnaire.Sections.First(section => section.Questions.Any(each => each.Code == question.Code)).Code),
        { Code: nameof(ApplicationTexts.Description) } => ApplicationLinks.Text(own.Id),
        _ when ContactFields.Contains(item.Code) => ApplicationLinks.Contact(own.Id),
        _ when ApplicationFields.ProjectOf(item.Code) is not null => ApplicationLinks.Projects(own.Id),
        _ => ApplicationLinks.Contribution(own.Id),
    };

    private static MissingLink Link(OwnApplication own, MissingItem item, string page, string language, IStringLocalizer<Text> texts)
    {
        var field = item.Question is { } question ? QuestionField.NameOf(question.Code)
            : ApplicationFields.ProjectOf(item.Code) is { } place ? $"Input[{place.Position - 1}].{(ApplicationFields.FieldOf(place.Part) is { } code ? $"Fields[{code}]" : place.Part)}"
            : "Input." + item.Code;
        var label = item.Question?.Text.In(language) ?? FieldLabels.Of(item.Code, own.Call.Definition, language, texts);
        return new(item.Fault is null ? label : $"{label}: {texts.Show(item.Fault)}", $"{page}#{Field.IdOf(field)}");
    }
}
