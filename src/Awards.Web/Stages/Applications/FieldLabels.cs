using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Web.Platform.Localisation;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Applications;

/// <summary>How people call the fields of an application, and how they read what stands in them.</summary>
public static class FieldLabels
{
    /// <summary>Label of a text field.</summary>
    public static string Text(string property, IStringLocalizer<Text> texts) => property switch
    {
        nameof(ApplicationTexts.ContactName) => texts["Name der Ansprechperson"],
        nameof(ApplicationTexts.ContactMail) => texts["E-Mail-Adresse der Ansprechperson"],
        nameof(ApplicationTexts.ContactPhone) => texts["Telefon der Ansprechperson"],
        nameof(ApplicationTexts.Department) => texts["Zuständige Stelle"],
        nameof(ApplicationTexts.Website) => texts["Internetadresse"],
        nameof(ApplicationTexts.Title) => texts["Titel des Beitrags"],
        nameof(ApplicationTexts.Contribution) => texts["Art des Beitrags"],
        nameof(ApplicationTexts.Novelty) => texts["Neu oder schon begonnen"],
        nameof(ApplicationTexts.Focus) => texts["Schwerpunkt"],
        nameof(ApplicationTexts.ThirdParties) => texts["Beteiligte Dritte"],
        nameof(ApplicationTexts.Embedding) => texts["Einbindung der Dritten"],
        nameof(ApplicationTexts.Summary) => texts["Kurzfassung"],
        nameof(ApplicationTexts.Description) => texts["Beschreibung"],
        _ => throw new ArgumentOutOfRangeException(nameof(property), property, null),
    };

    /// <summary>Label of any field, by its key; the key itself where the call no longer has it.</summary>
    public static string Of(string key, CallDefinition call, string language, IStringLocalizer<Text> texts)
    {
        if (ApplicationFields.TextKeys.Contains(key)) return Text(key, texts);
        if (key == ApplicationFields.Participants) return texts["Beteiligte Kommunen"];
        if (key == ApplicationFields.Files) return texts["Dateien"];
        if (ApplicationFields.QuestionOf(key) is { } code) return call.Questionnaire.Find(code)?.Text.In(language) ?? code;
        return ApplicationFields.ProjectOf(key) is { } place ? Project(place.Position, place.Part, call, language, texts) : key;
    }

    /// <summary>Label of a part of a single project.</summary>
    private static string Project(int position, string part, CallDefinition call, string language, IStringLocalizer<Text> texts) => part switch
    {
        nameof(ProjectText.Title) => texts["Einzelprojekt {0}, Titel", position],
        nameof(ProjectText.Description) => texts["Einzelprojekt {0}, Beschreibung", position],
        _ => texts["Einzelprojekt {0}, {1}", position, call.LimitRules().ProjectFields.FirstOrDefault(field => field.Code == ApplicationFields.FieldOf(part))?.Label.In(language) ?? part],
    };

    /// <summary>What stands in a field, as people read it.</summary>
    public static string Value(string key, string value, CallDefinition call, string language, IStringLocalizer<Text> texts)
    {
        if (value.Length == 0) return "";
        return key switch
        {
            nameof(ApplicationTexts.Contribution) => call.Contribution(value)?.Label.In(language) ?? value,
            nameof(ApplicationTexts.Novelty) => Novelty(value, texts),
            ApplicationFields.Participants when ApplicationFields.ReadParticipants(value) is { Refusal: null } read => string.Join(", ", read.Fact.Select(each => each.Name)),
            _ when ApplicationFields.QuestionOf(key) is { } code && call.Questionnaire.Find(code) is { } question => question.Print(value, language),
            _ => value,
        };
    }

    /// <summary>Whether a contribution is new.</summary>
    public static string Novelty(string value, IStringLocalizer<Text> texts) => value switch
    {
        nameof(Domain.Applications.Novelty.New) => texts["neu"],
        nameof(Domain.Applications.Novelty.Existing) => texts["schon begonnen"],
        _ => value,
    };
}
