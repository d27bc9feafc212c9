using System.Net;
using Awards.Domain.Calls;
using Awards.Domain.PreReview;
using Awards.Testing;
using Awards.Web.Data;
using Microsoft.EntityFrameworkCore;
using static Awards.Web.Tests.Stages.PreReview.ReviewingCase;

namespace Awards.Web.Tests.Stages.PreReview;

/// <summary>What a call can say about its sheets, as reviewers meet it; and what follows when it changes.</summary>
public sealed class SheetDataTests
{
    private static CallDefinition Rich(CallDefinition call) => call with
    {
        EntrySheet = call.EntrySheet with
        {
            Items = [.. call.EntrySheet.Items.Select(item => item.Criterion switch
            {
                "goals" => item with { Comment = CommentRule.Required, Anchors = [new(2, "Zwei <b>heißt</b> das")] },
                "lasting" => item with { Independent = true, MustBeRated = true },
                _ => item,
            })],
            Votes = [new(Vote.Suitable), new(Vote.NotSuitable, 60, 200)],
        },
    };

    [Fact]
    public async Task Anchors_stand_at_their_points_and_comments_at_their_criteria()
    {
        await using var one = await StartAsync(Rich);
        var page = await (await one.SignedInAsync(Cast.Reviewer(1))).GetAsync(one.Address);
        page.TextsOf("fieldset.anchored label").ShouldContain("2: Zwei <b>heißt</b> das");
        page.Page.QuerySelectorAll("[name=e-lasting]").Select(box => box.GetAttribute("value")).ShouldBe(["0", "1", "2", "3", "4", "5"]);
        page.Page.QuerySelectorAll("textarea").Select(area => area.GetAttribute("name")).ShouldBe(["e-c-goals", "e-comment", "p1-comment", "p2-comment", "Reasons"]);
        page.Page.QuerySelectorAll("[name=Vote]").Select(box => box.GetAttribute("value")).ShouldBe(["Suitable", "NotSuitable"]);
        page.TextOf("main").ShouldContain("nicht geeignet: 60 bis 200 Zeichen");
        page.TextsOf(".kern-task-list__item .kern-badge").ShouldBe(["offen", "offen", "offen"]);
    }

    [Fact]
    public async Task A_missing_comment_is_named_at_its_field_and_the_score_leaves_independent_criteria_out()
    {
        await using var one = await StartAsync(Rich);
        var visitor = await one.SignedInAsync(Cast.Reviewer(1));
        var values = new Dictionary<string, string?>(Complete(await visitor.GetAsync(one.Address))) { ["e-lasting"] = "0" };
        var refused = await visitor.SubmitAsync(await visitor.GetAsync(one.Address), Form, values, button: ("step", "hand-in"));
        refused.Page.QuerySelectorAll("[data-errors] a").Select(link => link.GetAttribute("href")).ShouldBe(["#e-c-goals"]);
        values["e-c-goals"] = "Anmerkung zu den Zielen";
        (await visitor.SubmitAsync(refused, Form, values, button: ("step", "hand-in"))).Location.ShouldBe(one.Address);
        var review = await one.ReviewAsync();
        (review.State, review.Score).ShouldBe((ReviewState.HandedIn, 4));
        review.Sheets.Single(sheet => sheet.ProjectId is null).CriterionComments["goals"].ShouldBe("Anmerkung zu den Zielen");
        (await visitor.GetAsync(one.Address)).TextOf("main").ShouldContain("Anmerkung zu den Zielen");
        var audited = await one.Host.DbAsync(db => db.AuditRows.Select(row => row.Values!.Json).ToListAsync());
        audited.ShouldAllBe(json => json == null || !json.Contains("Anmerkung zu den Zielen"));
        (await one.Host.CheckAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Progress_is_marked_sheet_by_sheet_here_and_on_the_start_page()
    {
        await using var one = await StartAsync();
        var visitor = await one.SignedInAsync(Cast.Reviewer(1));
        var page = await visitor.GetAsync(one.Address);
        await visitor.SubmitAsync(page, Form, Complete(page).Where(each => each.Key.StartsWith("p1-", StringComparison.Ordinal) || each.Key == "e-goals").ToDictionary());
        (await visitor.GetAsync(one.Address)).TextsOf(".kern-task-list__item .kern-badge").ShouldBe(["in Arbeit", "vollständig", "offen"]);
        (await visitor.GetAsync("/vorpruefung")).TextOf(".kern-task-list__item").ShouldContain("8 von 23 Kriterien bewertet · 1 von 3 Bögen vollständig");
    }

    [Fact]
    public async Task A_changed_weight_rescores_all_reviews_at_once_and_the_list_with_them()
    {
        await using var one = await StartAsync();
        var lead = await one.SignedInAsync(Cast.Lead);
        foreach (var (review, points) in one.Reviews.Zip(["5", "1"]))
        {
            var reviewer = await one.SignedInAsync(Cast.Reviewer(one.Reviews.IndexOf(review) + 1));
            var page = await reviewer.GetAsync($"{Pages}/boegen/{review.Id}");
            await reviewer.SubmitAsync(page, Form, new(Complete(page, "2")) { ["e-goals"] = points }, button: ("step", "hand-in"));
        }
        (await lead.GetAsync($"{Office}/beitraege")).Text.ShouldContain("2,11"); // ((5 + 8·2)/9 + (1 + 8·2)/9) / 2
        var criteria = await lead.GetAsync($"{Office}/einrichten/kriterien");
        var at = criteria.Page.QuerySelectorAll("input[name$='.Code'][type=hidden]").Select(field => field.GetAttribute("value")).ToList().IndexOf("goals");
        (await lead.SubmitAsync(criteria, "main form", new() { [$"Rows[{at}].EntryWeight"] = "8" })).IsRedirect.ShouldBeTrue();
        (await one.ReviewAsync()).Score.ShouldBe((8 * 5 + 8 * 2) / 16d);
        (await one.ReviewAsync(1)).Score.ShouldBe((8 * 1 + 8 * 2) / 16d);
        (await lead.GetAsync($"{Office}/beitraege")).Text.ShouldContain("2,50");
        (await one.Host.DbAsync(db => db.AuditRows.CountAsync(row => row.Action == AuditAction.CallChanged && row.ObjectType == nameof(Review)))).ShouldBe(2);
        (await one.Host.CheckAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Criteria_stay_once_reviews_exist_and_meanings_are_read_strictly()
    {
        await using var one = await StartAsync();
        var lead = await one.SignedInAsync(Cast.Lead);
        var page = await lead.GetAsync($"{Office}/einrichten/kriterien");
        (await lead.SubmitAsync(page, "main form", new() { ["Input.Max"] = "6" })).TextOf("[data-errors]").ShouldContain("Die Vorprüfung hat begonnen");
        var refused = await lead.SubmitAsync(page, "main form", new() { ["Input.AnchorsDe"] = "drei = teils" });
        refused.TextOf("[data-errors]").ShouldContain("ein Gleichheitszeichen");
        refused.TextOf("[name='Input.AnchorsDe']").ShouldBe("drei = teils");
        (await lead.SubmitAsync(page, "main form", new() { ["Input.AnchorsDe"] = "3 = teils\r0 = gar nicht", ["Input.AnchorsEn"] = "3 = partly" })).IsRedirect.ShouldBeTrue();
        (await lead.GetAsync($"{Office}/einrichten/kriterien")).TextOf("[name='Input.AnchorsDe']").ShouldBe("0 = gar nicht 3 = teils");
    }

    [Fact]
    public async Task A_warning_shows_where_a_municipality_would_see_something_before_publication()
    {
        await using var one = await StartAsync();
        var lead = await one.SignedInAsync(Cast.Lead);
        var page = await lead.GetAsync($"{Office}/einrichten/kriterien");
        page.Page.QuerySelectorAll(".kern-alert--warning").ShouldBeEmpty();
        await lead.SubmitAsync(page, "main form", new() { ["Input.Municipality"] = "Publication.Contents" });
        page = await lead.GetAsync($"{Office}/einrichten/kriterien");
        page.Page.QuerySelectorAll(".kern-alert--warning").ShouldBeEmpty();
        await lead.SubmitAsync(page, "main form", new() { ["Input.Municipality"] = "Jury.Contents\nPublication.Contents" });
        (await lead.GetAsync($"{Office}/einrichten/kriterien")).TextOf(".kern-alert--warning").ShouldContain("Kommunen sehen Prüfbögen vor der Veröffentlichung");
    }
}
