using Awards.Domain.Calls;
using Awards.Domain.Shared;

namespace Awards.Domain.Applications;

/// <summary>What the texts of an application must hold, and how much they may, before it can be handed in. A draft may be incomplete and too long.</summary>
public static class ContentRules
{
    /// <summary>What is missing or over the call's limits, in the order of the pages; questions of the questionnaire are not looked at.</summary>
    /// <param name="pages">Measured pages of the text; null = not measured.</param>
    public static IEnumerable<MissingItem> Missing(SubmittedContent content, CallDefinition call, int? pages)
    {
        var (texts, limits) = (content.Texts, call.LimitRules());
        IEnumerable<MissingItem> Need(string key) => ApplicationFields.Text(texts, key).Trim().Length == 0 ? [new(key, null)] : [];
        var items = Need(nameof(texts.ContactName)).Concat(Need(nameof(texts.ContactMail))).Concat(Need(nameof(texts.Title)));
        if (call.Contributions is { Count: > 0 }) items = items.Concat(Need(nameof(texts.Contribution))).Concat(Need(nameof(texts.Novelty)));
        if (texts.ThirdParties.Length > 0) items = items.Concat(Need(nameof(texts.Embedding)));
        items = items.Concat(Need(nameof(texts.Summary)));
        if (Words(texts.Summary) is var words && words > limits.SummaryWords)
            items = items.Append(new(nameof(texts.Summary), null, new("application.summary_too_long", "Die Kurzfassung hat {0} Wörter, erlaubt sind {1}.", words, limits.SummaryWords)));
        items = items.Concat(Text(content, limits, pages));
        return items.Concat(content.Projects.SelectMany((project, at) => Project(project, at + 1, limits)));
    }

    /// <summary>Words of a text as people count them: what stands between blanks and holds a letter or a digit.</summary>
    public static int Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(word => word.Any(char.IsLetterOrDigit));

    private static IEnumerable<MissingItem> Text(SubmittedContent content, CallLimits limits, int? pages)
    {
        const string Key = nameof(ApplicationTexts.Description);
        if (content.Files.Text is null && content.Texts.Description.Trim().Length == 0) return [new(Key, null)];
        // Not measured: the typesetting did not work at that moment. That must not cost anybody the deadline; intake points it out.
        if ((content.Files.Text is { } file ? file.Pages : pages) is not { } counted) return [];
        return counted <= limits.Pages ? [] : [new(Key, null, new("application.text_too_long", "Die Beschreibung hat {0} Seiten, erlaubt sind {1}.", counted, limits.Pages))];
    }

    private static IEnumerable<MissingItem> Project(ProjectText project, int position, CallLimits limits)
    {
        if (project.Description.Length > limits.ProjectCharacters)
            yield return new(ApplicationFields.Project(position, nameof(project.Description)), null,
                new("application.project_too_long", "Die Beschreibung von Einzelprojekt {0} hat {1} Zeichen, erlaubt sind {2}.", position, project.Description.Length, limits.ProjectCharacters));
        foreach (var field in limits.ProjectFields.Where(field => field.Required && project.Fields[field.Code].Trim().Length == 0))
            yield return new(ApplicationFields.ProjectField(position, field.Code), null);
    }
}
