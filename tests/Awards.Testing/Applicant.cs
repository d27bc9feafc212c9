using AngleSharp.Html.Dom;
using Awards.Domain.Calls;

namespace Awards.Testing;

/// <summary>Writes a whole application through the pages, as a clerk does without scripts.</summary>
public sealed class Applicant(Visitor visitor, CallDefinition call)
{
    /// <summary>Begins an application and gives the address of its task list.</summary>
    public async Task<string> BeginAsync()
    {
        var page = await visitor.GetAsync($"/kommune/{call.Slug}/beginnen");
        var begun = await PostAsync(page, new() { ["Another"] = "true" });
        var id = begun.Location!.Split('/')[3];
        return $"/kommune/bewerbungen/{id}";
    }

    /// <summary>Fills contact, contribution and every section with the first answer of each question.</summary>
    public async Task FillAsync(string application, string title)
    {
        await PostAsync(await visitor.GetAsync(application + "/kontakt"), new() { ["Input.Department"] = "Amt für Beispiele", ["Input.ContactName"] = "Ansprechperson", ["Input.ContactMail"] = "amt@musterstadt.example" });
        var kinds = call.Contributions is { Count: > 0 } ? new Dictionary<string, string?> { ["Input.Contribution"] = call.Contributions[0].Code, ["Input.Novelty"] = "New" } : [];
        await PostAsync(await visitor.GetAsync(application + "/beitrag"), new(kinds) { ["Input.Title"] = title, ["Input.Summary"] = "Kurzfassung in einem Satz." });
        await PostAsync(await visitor.GetAsync(application + "/beschreibung"), new() { ["Input.Description"] = "Was geplant ist." });
        foreach (var section in call.Questionnaire.Sections)
        {
            var page = await visitor.GetAsync($"{application}/fragebogen/{section.Code}");
            var answers = section.Questions.Where(question => question.Choices.Count > 0).ToDictionary(question => $"Answers[{question.Code}]", question => (string?)question.Choices[0].Code);
            await PostAsync(page, answers);
        }
    }

    /// <summary>Submits; the answer leads to the receipt when it was accepted.</summary>
    public async Task<Answer> SubmitAsync(string application)
    {
        var page = await visitor.GetAsync(application + "/pruefen");
        return await visitor.SubmitAsync(page, "main form:has([name=Confirmed])", new() { ["Confirmed"] = "true" });
    }

    private async Task<Answer> PostAsync(Answer page, Dictionary<string, string?> values)
    {
        var button = page.Page.QuerySelector("main form button[name]") as IHtmlButtonElement;
        var answer = await visitor.SubmitAsync(page, "main form", values, button is null ? null : (button.Name!, button.Value));
        return answer.IsRedirect ? answer : throw new InvalidOperationException($"{page.Page.Location.PathName} did not accept the form: {(int)answer.Status}\n{answer.Text}");
    }
}
