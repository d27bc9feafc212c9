using System.Text.RegularExpressions;
using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Municipalities;
using Awards.Domain.Shared;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Stages.Applications;
using Awards.Web.Stages.Applications.Municipality;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Intake;

/// <summary>All fields of an application on one page, for staff who type what came by post or mail.</summary>
public sealed partial class KeyedForm(CallDefinition call)
{
    public const string Participants = "Input.Participants";

    private static readonly TextFields Written = new([.. ApplicationFields.TextKeys]);

    public CallDefinition Call => call;
    public ApplicationTexts Texts { get; private init; } = ApplicationTexts.Empty;
    public IReadOnlyList<ProjectInput> Projects { get; private init; } = [];

    /// <summary>A line each, as <see cref="Line"/> writes them.</summary>
    public string Joint { get; private init; } = "";

    public QuestionList Questions { get; private init; } = null!;

    /// <summary>The form with some content in it.</summary>
    public static KeyedForm Of(CallDefinition call, SubmittedContent content) => new(call)
    {
        Texts = content.Texts,
        Projects = Filled([.. content.Projects.Select(ProjectInput.Of)], call),
        Joint = string.Join("\n", content.Participants.Select(Line)),
        Questions = List(call, question => QuestionField.Of(question, content.Answers[question.Code], RequestContext.Language), content.Answers),
    };

    /// <summary>What a form posted; null where some of it cannot be stored, which is then named at its field. The form keeps everything as typed.</summary>
    public static (KeyedForm Form, SubmittedContent? Content) Read(CallDefinition call, IFormCollection posted, AnswerSet stored, ModelStateDictionary state, IStringLocalizer<Text> texts)
    {
        var form = new KeyedForm(call)
        {
            Texts = Written.Read(posted, ApplicationTexts.Empty),
            Projects = Filled([.. Enumerable.Range(0, Application.MostKeyedProjects).Where(at => posted.ContainsKey($"Projects[{at}].Title")).Select(at => Project(posted, at, call))], call),
            Joint = TextRules.Lines(posted[Participants]),
            Questions = List(call, question => question is FileQuestion ? QuestionField.Of(question, stored[question.Code], RequestContext.Language) : QuestionField.Of(question, posted, RequestContext.Language), stored),
        };
        Written.Check(form.Texts, state, texts);
        List<ProjectText> projects = [.. form.Projects.Select(project => project.Text(call.LimitRules()))];
        for (var at = 0; at < projects.Count; at++)
            foreach (var (property, refusal) in projects[at].Faults()) state.Add(texts, refusal, $"Projects[{at}].{property}");
        var joint = form.Joint.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(ReadLine).ToList();
        if (Participant.RefusalOf(joint) is { } unfit) state.Add(texts, unfit, Participants);
        var answers = stored;
        foreach (var field in form.Questions.Fields.Where(field => field.Question is not FileQuestion))
        {
            var read = field.Read();
            if (read.Refused(out var refusal)) state.Add(texts, refusal, field.Name);
            else answers = answers.With(field.Question.Code, read.Fact);
        }
        return (form, state.IsValid ? new SubmittedContent(form.Texts, [.. projects.Where(project => !project.IsEmpty)], joint, ApplicationFiles.None, answers) : null);
    }

    /// <summary>"Musterstadt 2 (KA, NW)": type and state where they are known.</summary>
    public static string Line(Participant participant)
    {
        var known = string.Join(", ", new[] { participant.Type?.Code(), participant.State }.OfType<string>());
        return known.Length == 0 ? participant.Name : $"{participant.Name} ({known})";
    }

    private static Participant ReadLine(string line)
    {
        if (Known().Match(line) is not { Success: true } match) return new(line);
        string? Part(string name) => match.Groups[name] is { Success: true } group ? group.Value : null;
        var (type, state) = (Part("type"), Part("state"));
        // "Neustadt (Dosse)" has words in brackets, but no codes.
        return type is null && state is null || state is not null && !FederalStates.Codes.Contains(state) ? new(line)
            : new(match.Groups["name"].Value, null, state, type is null ? null : MunicipalityTypes.Parse(type));
    }

    private static ProjectInput Project(IFormCollection posted, int at, CallDefinition call) => new()
    {
        Title = posted[$"Projects[{at}].Title"],
        Description = posted[$"Projects[{at}].Description"],
        Fields = call.LimitRules().ProjectFields.ToDictionary(field => field.Code, field => (string?)posted[$"Projects[{at}].Fields[{field.Code}]"].ToString()),
    };

    // Room for one more than the call allows: what arrived with a third project is recorded, and intake decides on it.
    private static List<ProjectInput> Filled(List<ProjectInput> projects, CallDefinition call)
    {
        while (projects.Count < Math.Min(Application.MostKeyedProjects, call.MaxSingleProjects + 1)) projects.Add(new());
        return projects;
    }

    private static QuestionList List(CallDefinition call, Func<Question, QuestionField> field, AnswerSet answers) =>
        new([.. call.Questionnaire.Questions.Select(field)], call.Questionnaire, answers);

    [GeneratedRegex(@"^(?<name>.+) \((?:(?<type>KS|KA|LK)(?:, (?<state>[A-Z]{2}))?|(?<state>[A-Z]{2}))\)$", RegexOptions.CultureInvariant)]
    private static partial Regex Known();
}
