using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Web.Stages.Applications;

namespace Awards.Benchmarks;

/// <summary>Somebody in a town hall who fills an application page by page and hands it in. What is typed follows from the number.</summary>
internal sealed partial class RushClerk(int number, Guid application, string session)
{
    private readonly Dictionary<string, string> _answers = [];
    private string _more = "";

    public Guid Application => application;

    private string Description => string.Join("\n\n", Enumerable.Range(1, 12).Select(line => string.Create(CultureInfo.InvariantCulture, $"Absatz {line} der Kommune {number}: was geplant ist, wer mitmacht, was schon erreicht ist und was es kostet, in einigen Zeilen, wie man sie schreibt.")));
    private string Title => string.Create(CultureInfo.InvariantCulture, $"Beitrag der Kommune {number}");
    private string Summary => string.Create(CultureInfo.InvariantCulture, $"Kurzfassung der Kommune {number} in einem Satz.");

    /// <summary>Nobody measures the first page of a server.</summary>
    public async Task WarmAsync(HttpClient http)
    {
        for (var time = 0; time < 20; time++) await PageAsync(http, ApplicationLinks.Contact(application), []);
    }

    /// <summary>Fills and hands in between its start and the end of the rush, with pauses as people make them.</summary>
    /// <param name="place">0 to 1: place in the queue; the first ones begin at once, the last ones after six tenths of the time.</param>
    public async Task RunAsync(HttpClient http, CallDefinition call, ConcurrentBag<(string, double)> times, ConcurrentBag<string> faults, Stopwatch watch, TimeSpan length, double place)
    {
        var pages = Pages(call);
        var (begin, pause) = (length * 0.6 * place, length * 0.35 / (pages.Count * 3 + 3));
        if (begin - watch.Elapsed is { Ticks: > 0 } wait) await Task.Delay(wait);
        try
        {
            foreach (var (address, steps) in pages)
            {
                var (token, seen) = await PageAsync(http, address, times);
                foreach (var typed in steps)
                {
                    await Task.Delay(pause);
                    seen = await SaveAsync(http, address, token, seen, typed, times);
                }
                if (address == ApplicationLinks.Text(application)) await TimedAsync("count pages", times, () => SendAsync(http, HttpMethod.Get, address + "?handler=Pages", null));
                await Task.Delay(pause);
            }
            var (last, version) = await PageAsync(http, ApplicationLinks.Check(application), times);
            await Task.Delay(pause);
            var answer = await TimedAsync("submit", times, () => SendAsync(http, HttpMethod.Post, ApplicationLinks.Check(application), new() { ["__RequestVerificationToken"] = last, ["Version"] = version, ["Confirmed"] = "true" }));
            if (answer.Status != HttpStatusCode.Redirect) faults.Add($"{number}: submit {(int)answer.Status} {Plain().Replace(answer.Text, " ")[..Math.Min(300, answer.Text.Length)]}");
            await PageAsync(http, ApplicationLinks.Receipt(application), times);
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException or InvalidOperationException)
        {
            faults.Add($"{number}: {fault.Message}");
        }
    }

    /// <summary>Opens the first section of the questionnaire and saves another answer, again and again.</summary>
    public async Task RepeatAsync(HttpClient http, CallDefinition call, ConcurrentBag<(string, double)> times, int count)
    {
        var section = call.Questionnaire.Sections.First(each => each.Questions.Any(question => question.Choices.Count > 1));
        var question = section.Questions.First(each => each.Choices.Count > 1);
        for (var time = 0; time < count; time++)
        {
            var (token, seen) = await PageAsync(http, ApplicationLinks.Section(application, section.Code), times);
            await SaveAsync(http, ApplicationLinks.Section(application, section.Code), token, seen, new() { [QuestionField.NameOf(question.Code)] = question.Choices[time % 2].Code }, times);
        }
    }

    /// <summary>True when the stored application holds all that was typed last.</summary>
    public bool IsWhatWasTyped(Application stored) => stored.Texts.Title == Title && stored.Texts.Summary == Summary && stored.Texts.Description == Description
        && stored.ProjectTexts() is [{ Title: var project }] && project == $"Einzelprojekt {number}" && _answers.All(answer => stored.Answers[answer.Key] == answer.Value);

    // Each page with what is typed on it, step by step: the last step is what must be there afterwards.
    private List<(string Address, List<Dictionary<string, string>> Steps)> Pages(CallDefinition call)
    {
        List<(string, List<Dictionary<string, string>>)> pages =
        [
            (ApplicationLinks.Contact(application), [new() { ["Input.ContactName"] = "Ansprech" }, new() { ["Input.ContactName"] = "Ansprechperson", ["Input.ContactMail"] = $"amt{number}@musterstadt.example", ["Input.Department"] = "Hauptamt" }]),
            (ApplicationLinks.Contribution(application), [new() { ["Input.Title"] = Title }, WithKind(call, new() { ["Input.Title"] = Title, ["Input.Summary"] = Summary })]),
            (ApplicationLinks.Text(application), [new() { ["Input.Description"] = Description[..200] }, new() { ["Input.Description"] = Description }]),
            (ApplicationLinks.Projects(application), [new() { ["Input[0].Title"] = $"Einzelprojekt {number}" }]),
        ];
        foreach (var section in call.Questionnaire.Sections)
        {
            foreach (var question in section.Questions.Where(question => question.Choices.Count > 0)) _answers[question.Code] = question.Choices[number % question.Choices.Count].Code;
            var typed = section.Questions.Where(question => _answers.ContainsKey(question.Code)).ToDictionary(question => QuestionField.NameOf(question.Code), question => _answers[question.Code]);
            pages.Add((ApplicationLinks.Section(application, section.Code), [new(typed.Take(1)), typed]));
        }
        foreach (var question in call.Questionnaire.Questions.Where(question => question.AskedIf is not null).ToList())
            if (!question.IsAsked(_answers.Aggregate(AnswerSet.Empty, (set, answer) => set.With(answer.Key, answer.Value)))) _answers[question.Code] = "";
        return pages;
    }

    private static Dictionary<string, string> WithKind(CallDefinition call, Dictionary<string, string> typed)
    {
        if (call.Contributions is { Count: > 0 } kinds) (typed["Input.Contribution"], typed["Input.Novelty"]) = (kinds[0].Code, nameof(Novelty.New));
        return typed;
    }

    private async Task<(string Token, string Seen)> PageAsync(HttpClient http, string address, ConcurrentBag<(string, double)> times)
    {
        var answer = await TimedAsync("page", times, () => SendAsync(http, HttpMethod.Get, address, null));
        if (answer.Status != HttpStatusCode.OK) throw new InvalidOperationException($"{address}: {(int)answer.Status}");
        var main = answer.Text[answer.Text.IndexOf("<main", StringComparison.Ordinal)..];
        return (TokenField().Match(main).Groups[1].Value, WebUtility.HtmlDecode(VersionField().Match(main).Groups[1].Value));
    }

    private async Task<string> SaveAsync(HttpClient http, string address, string token, string seen, Dictionary<string, string> typed, ConcurrentBag<(string, double)> times)
    {
        var answer = await TimedAsync("save", times, () => SendAsync(http, HttpMethod.Post, address, new(typed) { ["__RequestVerificationToken"] = token, ["Version"] = seen }, autosave: true));
        if (answer.Status != HttpStatusCode.OK || !answer.Text.Contains("\"savedAt\"", StringComparison.Ordinal)) throw new InvalidOperationException($"{address}: not saved, {(int)answer.Status} {answer.Text[..Math.Min(200, answer.Text.Length)]}");
        return System.Text.Json.JsonDocument.Parse(answer.Text).RootElement.GetProperty("version").GetString()!;
    }

    private async Task<(HttpStatusCode Status, string Text)> SendAsync(HttpClient http, HttpMethod method, string address, Dictionary<string, string>? form, bool autosave = false)
    {
        using var request = new HttpRequestMessage(method, address);
        request.Headers.Add("Cookie", session + _more);
        if (autosave) request.Headers.Add(ApplicationDesk.AutosaveHeader, "1");
        if (form is not null) request.Content = new FormUrlEncodedContent(form);
        using var answer = await http.SendAsync(request);
        if (answer.Headers.TryGetValues("Set-Cookie", out var cookies))
            foreach (var cookie in cookies.Select(each => each.Split(';')[0]).Where(each => each.Contains("awards-form=", StringComparison.Ordinal))) _more = "; " + cookie;
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static async Task<T> TimedAsync<T>(string kind, ConcurrentBag<(string, double)> times, Func<Task<T>> work)
    {
        var begun = Stopwatch.GetTimestamp();
        var result = await work();
        times.Add((kind, Stopwatch.GetElapsedTime(begun).TotalMilliseconds));
        return result;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex TokenField();

    [GeneratedRegex("name=\"Version\" value=\"([^\"]*)\"")]
    private static partial Regex VersionField();

    [GeneratedRegex("<[^>]+>|\\s+")]
    private static partial Regex Plain();
}
