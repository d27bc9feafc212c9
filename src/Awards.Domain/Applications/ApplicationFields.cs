using System.Globalization;
using System.Text.Json;
using Awards.Domain.Calls;
using Awards.Domain.Shared;

namespace Awards.Domain.Applications;

/// <summary>
/// The content of an application as single fields with stable keys: "Title", "project.1.Description", "answer.evaluation", "participants".
/// History and merging look at fields, so that two people on one page lose nothing.
/// </summary>
public static class ApplicationFields
{
    /// <summary>Key of the list of participants, a JSON list.</summary>
    public const string Participants = "participants";

    /// <summary>Key of the uploaded text and the attachments. It is told in the history, but not restored: the file itself is gone.</summary>
    public const string Files = "files";

    private const string AnswerPrefix = "answer.", ProjectPrefix = "project.", FieldPrefix = "field.";

    private static readonly (string Key, Func<ApplicationTexts, string> Read, Func<ApplicationTexts, string, ApplicationTexts> Write)[] Texts =
    [
        (nameof(ApplicationTexts.ContactName), texts => texts.ContactName, (texts, value) => texts with { ContactName = value }),
        (nameof(ApplicationTexts.ContactMail), texts => texts.ContactMail, (texts, value) => texts with { ContactMail = value }),
        (nameof(ApplicationTexts.ContactPhone), texts => texts.ContactPhone, (texts, value) => texts with { ContactPhone = value }),
        (nameof(ApplicationTexts.Department), texts => texts.Department, (texts, value) => texts with { Department = value }),
        (nameof(ApplicationTexts.Website), texts => texts.Website, (texts, value) => texts with { Website = value }),
        (nameof(ApplicationTexts.Title), texts => texts.Title, (texts, value) => texts with { Title = value }),
        (nameof(ApplicationTexts.Contribution), texts => texts.Contribution, (texts, value) => texts with { Contribution = value }),
        (nameof(ApplicationTexts.Novelty), texts => texts.Novelty?.ToString() ?? "", (texts, value) => texts with { Novelty = Enum.TryParse<Novelty>(value, out var novelty) ? novelty : null }),
        (nameof(ApplicationTexts.Focus), texts => texts.Focus, (texts, value) => texts with { Focus = value }),
        (nameof(ApplicationTexts.ThirdParties), texts => texts.ThirdParties, (texts, value) => texts with { ThirdParties = value }),
        (nameof(ApplicationTexts.Embedding), texts => texts.Embedding, (texts, value) => texts with { Embedding = value }),
        (nameof(ApplicationTexts.Summary), texts => texts.Summary, (texts, value) => texts with { Summary = value }),
        (nameof(ApplicationTexts.Description), texts => texts.Description, (texts, value) => texts with { Description = value }),
    ];

    /// <summary>Keys of the texts, in the order of the form.</summary>
    public static IEnumerable<string> TextKeys => Texts.Select(text => text.Key);

    /// <summary>Keys of what tells who the contact person is.</summary>
    public static IReadOnlyList<string> ContactKeys { get; } = [nameof(ApplicationTexts.ContactName), nameof(ApplicationTexts.ContactMail), nameof(ApplicationTexts.ContactPhone)];

    /// <summary>Key of an answer.</summary>
    public static string Answer(string question) => AnswerPrefix + question;

    /// <summary>Code of the question of a key, or null where it is no answer.</summary>
    public static string? QuestionOf(string key) => key.StartsWith(AnswerPrefix, StringComparison.Ordinal) ? key[AnswerPrefix.Length..] : null;

    /// <summary>Key of a part of a single project: "Title", "Description", or "field.CODE".</summary>
    /// <param name="position">From 1.</param>
    public static string Project(int position, string part) => string.Create(CultureInfo.InvariantCulture, $"{ProjectPrefix}{position}.{part}");

    /// <summary>Key of one of the call's further fields of a single project.</summary>
    /// <param name="position">From 1.</param>
    public static string ProjectField(int position, string code) => Project(position, FieldPrefix + code);

    /// <summary>Code of the further field that a part of a single project is, or null.</summary>
    public static string? FieldOf(string part) => part.StartsWith(FieldPrefix, StringComparison.Ordinal) ? part[FieldPrefix.Length..] : null;

    /// <summary>Position and part of a key, or null where it is of no single project.</summary>
    public static (int Position, string Part)? ProjectOf(string key)
    {
        if (!key.StartsWith(ProjectPrefix, StringComparison.Ordinal)) return null;
        var rest = key[ProjectPrefix.Length..].Split('.', 2);
        return rest.Length == 2 && int.TryParse(rest[0], NumberStyles.None, CultureInfo.InvariantCulture, out var position) ? (position, rest[1]) : null;
    }

    /// <summary>The stored value of a text, by its key.</summary>
    public static string Text(ApplicationTexts texts, string key) => Texts.First(text => text.Key == key).Read(texts);

    /// <summary>Texts with the values of some keys; other keys are passed over.</summary>
    public static ApplicationTexts With(ApplicationTexts texts, IReadOnlyDictionary<string, string> values) =>
        Texts.Where(text => values.ContainsKey(text.Key)).Aggregate(texts, (now, text) => text.Write(now, values[text.Key]));

    /// <summary>Single projects with the values of some keys; a position beyond the last makes new ones.</summary>
    public static IReadOnlyList<ProjectText> With(IReadOnlyList<ProjectText> projects, IReadOnlyDictionary<string, string> values)
    {
        var now = projects.ToList();
        foreach (var (key, value) in values)
        {
            if (ProjectOf(key) is not { Position: > 0 and < 1000 } place) continue;
            while (now.Count < place.Position) now.Add(new(""));
            var project = now[place.Position - 1];
            now[place.Position - 1] = place.Part switch
            {
                nameof(ProjectText.Title) => project with { Title = value },
                nameof(ProjectText.Description) => project with { Description = value },
                _ => FieldOf(place.Part) is { } code ? project with { Fields = project.Fields.With(code, value) } : project,
            };
        }
        return now;
    }

    /// <summary>The list of participants as one field.</summary>
    public static string Write(IReadOnlyList<Participant> participants) => participants.Count == 0 ? "" : JsonSerializer.Serialize(participants);

    /// <summary>Reads what <see cref="Write(IReadOnlyList{Participant})"/> wrote. Refused where it is something else: a form brings it back from the browser.</summary>
    public static Outcome<Participant[]> ReadParticipants(string value)
    {
        try
        {
            Participant[]? list = value.Length == 0 ? [] : JsonSerializer.Deserialize<Participant[]>(value);
            return list is null || list.Contains(null!) ? UnreadableParticipants : list;
        }
        catch (JsonException)
        {
            return UnreadableParticipants;
        }
    }

    private static Refusal UnreadableParticipants { get; } = new("participants.unreadable", "Die Liste der beteiligten Kommunen ist nicht zu lesen. Bitte wählen Sie sie auf der Seite „Beteiligte“ aus.");

    /// <summary>All fields that hold something.</summary>
    public static IReadOnlyDictionary<string, string> Of(Application application) => Of(SubmittedContent.Of(application));

    /// <summary>All fields of some content that hold something.</summary>
    public static IReadOnlyDictionary<string, string> Of(SubmittedContent content)
    {
        var fields = Texts.ToDictionary(text => text.Key, text => text.Read(content.Texts));
        foreach (var (project, at) in content.Projects.Select((project, at) => (project, at + 1)))
        {
            fields[Project(at, nameof(ProjectText.Title))] = project.Title;
            fields[Project(at, nameof(ProjectText.Description))] = project.Description;
            foreach (var code in project.Fields.Questions) fields[ProjectField(at, code)] = project.Fields[code];
        }
        foreach (var question in content.Answers.Questions) fields[Answer(question)] = content.Answers[question];
        fields[Participants] = Write(content.Participants);
        fields[Files] = string.Join("\n", content.Files.All().Select(file => file.Name));
        return fields.Where(field => field.Value.Length > 0).ToDictionary(field => field.Key, field => field.Value);
    }
}
