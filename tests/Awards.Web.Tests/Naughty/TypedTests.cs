using Awards.Testing;
using Awards.Web.Stages.Applications;
using Awards.Web.Tests.Stages.Applications;

namespace Awards.Web.Tests.Naughty;

/// <summary>All naughty strings into the texts of an entry, every fourth (another fourth for each) into each other kind of text field: it is stored as typed or refused with what was typed, and never a fault.</summary>
public sealed class TypedTests
{
    [SharedFact]
    public async Task A_clerk_can_type_anything_into_an_application()
    {
        await using var applying = await Applying.BeginAsync(Applying.WithWrittenQuestions);
        var (clerk, id) = (applying.Clerk, applying.Id);
        (string Address, string[] Fields)[] pages =
        [
            (ApplicationLinks.Contact(id), ["Input.Department", "Input.ContactName"]),
            (ApplicationLinks.Contribution(id), ["Input.Title", "Input.Summary", "Input.Focus", "Input.ThirdParties", "Input.Embedding"]),
            (ApplicationLinks.Text(id), ["Input.Description"]),
            (ApplicationLinks.Projects(id), ["Input[0].Title", "Input[0].Description"]),
            (ApplicationLinks.Section(id, "written"), ["Answers[slogan]", "Answers[lessons]", "Answers[volunteers]"]),
        ];
        for (var at = 0; at < NaughtyStrings.All.Count; at++)
        {
            var text = NaughtyStrings.All[at];
            foreach (var (address, fields) in pages.Where((page, place) => place == 1 || at % 4 == place))
            {
                var answer = await clerk.SubmitAsync(await clerk.GetAsync(address), Applying.Form, fields.ToDictionary(field => field, _ => (string?)text));
                var what = $"{address}: {Uri.EscapeDataString(text)} {(int)answer.Status}";
                // A form with a zero byte is refused as a whole; no browser sends one.
                if (!answer.IsRedirect && !text.Contains('\0', StringComparison.Ordinal))
                {
                    answer.ShouldShowTextAsText(what);
                    answer.TextsOf("[data-errors] a").ShouldNotBeEmpty(what);
                }
            }
        }
        foreach (var address in pages.Select(page => page.Address).Append(ApplicationLinks.Overview(id)).Append(ApplicationLinks.Check(id))) (await clerk.GetAsync(address)).ShouldShowTextAsText(address);
        (await applying.Host.CheckAsync()).ShouldBeEmpty();
    }

    [SharedFact]
    public async Task A_text_of_one_line_comes_back_as_it_was_typed()
    {
        await using var applying = await Applying.BeginAsync();
        var address = ApplicationLinks.Contribution(applying.Id);
        foreach (var text in NaughtyStrings.Stored)
        {
            (await applying.Clerk.SubmitAsync(await applying.Clerk.GetAsync(address), Applying.Form, new() { ["Input.Title"] = text })).IsRedirect.ShouldBeTrue(text);
            (await applying.Clerk.GetAsync(address)).Page.QuerySelector("[name='Input.Title']")!.GetAttribute("value").ShouldBe(text);
        }
    }

    [SharedFact]
    public async Task Anonymous_forms_and_searches_take_anything()
    {
        await using var host = await AwardsHost.StartAsync();
        await World.CreateAsync(host);
        using var visitor = host.Visitor();
        (string Address, string Form, string[] Fields)[] pages =
        [
            ("/anmelden", "form:has([name='Input.Mail'])", ["Input.Mail"]), ("/anmelden/link", "form:has([name=Mail])", ["Mail"]), ("/registrieren", "form:has([name='Input.Name'])", ["Input.Mail", "Input.Name", "Input.Municipality"]),
        ];
        for (var at = 0; at < NaughtyStrings.All.Count; at++)
        {
            var text = NaughtyStrings.All[at];
            foreach (var (address, form, fields) in pages.Where((_, place) => at % 4 == place))
                (await visitor.SubmitAsync(await visitor.GetAsync(address), form, fields.ToDictionary(field => field, _ => (string?)text))).ShouldShowTextAsText($"{address}: {text}");
            var escaped = Uri.EscapeDataString(new string([.. text.Where(c => !char.IsSurrogate(c) && c != '\0')]));
            foreach (var address in new[] { $"/wettbewerbe/{World.Slug}/beitraege?suche={escaped}", $"/anmelden?zurueck={escaped}", $"/anmelden/link/{(escaped.Length is 0 or > 500 ? "x" : escaped)}" })
            {
                var answer = await visitor.GetAsync(address);
                if (!answer.IsRedirect) answer.ShouldShowTextAsText(address);
            }
        }
    }

    [SharedFact]
    public async Task Office_forms_and_filters_take_anything()
    {
        await using var host = await AwardsHost.StartAsync();
        var world = await World.CreateAsync(host);
        var application = await world.SubmitAsync(1);
        using var lead = await host.SignedInAsync(Cast.Lead);
        for (var at = 0; at < NaughtyStrings.All.Count; at++)
        {
            var text = NaughtyStrings.All[at];
            var escaped = Uri.EscapeDataString(new string([.. text.Where(c => !char.IsSurrogate(c))]));
            foreach (var address in new[] { $"/institut/{World.Slug}/bewerbungen?suche={escaped}", $"/institut/{World.Slug}/protokoll?anfrage={escaped}&person={escaped}&gegenstand={escaped}", $"/institut/{World.Slug}/mails?an={escaped}" }.Where((_, place) => at % 4 == place))
                (await lead.GetAsync(address)).ShouldShowTextAsText(address);
            if (at % 4 != 3) continue;
            // A line end would add a second value to what is posted.
            var line = text.ReplaceLineEndings(" ");
            var invited = await lead.SubmitAsync(await lead.GetAsync($"/institut/{World.Slug}/personen"), "form:has([name=Mail])", new() { ["Mail"] = "kein@", ["Name"] = line, ["Roles"] = line });
            invited.ShouldShowTextAsText(text);
            var template = await lead.GetAsync($"/institut/{World.Slug}/mailtexte/receipt/de");
            var saved = await lead.SubmitAsync(template, "main form:has(textarea)", template.Page.QuerySelectorAll("main form:has(textarea) textarea, main form:has(textarea) input[type=text]").ToDictionary(field => field.GetAttribute("name")!, _ => (string?)line));
            if (!saved.IsRedirect) saved.ShouldShowTextAsText(text);
        }
        (await lead.GetAsync($"/institut/{World.Slug}/bewerbungen/{application.Id}")).ShouldShowTextAsText("application");
    }
}
