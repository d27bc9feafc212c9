using System.Net;
using System.Text.Json;
using Awards.Domain.Intake;
using Awards.Domain.PreReview;
using Awards.Domain.Shared;
using Awards.Testing;
using Awards.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Tests.Stages.PreReview;

public sealed class SheetTests : IAsyncLifetime
{
    private const string Form = "main form[data-autosave]";
    private AwardsHost _host = null!;
    private World _world = null!;
    private Visitor _one = null!;
    private Entry _entry = null!;
    private List<Review> _reviews = null!;
    private string _address = "";

    public async Task InitializeAsync()
    {
        _host = await AwardsHost.StartAsync();
        _world = await World.CreateAsync(_host);
        _entry = await _world.AdmitAsync(1);
        _reviews = await _world.AssignAsync(_entry);
        _address = Address(_reviews[0].Id);
        _one = await _host.SignedInAsync(Cast.Reviewer(1));
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Only_the_own_reviewer_finds_a_sheet()
    {
        (await _one.GetAsync(_address)).Status.ShouldBe(HttpStatusCode.OK);
        (await _one.GetAsync(Address(_reviews[1].Id))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await _one.GetAsync(Address(Guid.CreateVersion7()))).Status.ShouldBe(HttpStatusCode.NotFound);
        using var two = await _host.SignedInAsync(Cast.Reviewer(2));
        (await two.GetAsync(_address)).Status.ShouldBe(HttpStatusCode.NotFound);
        using var lead = await _host.SignedInAsync(Cast.Lead);
        (await lead.GetAsync(_address)).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Somebody_elses_sheet_cannot_be_written()
    {
        using var two = await _host.SignedInAsync(Cast.Reviewer(2));
        var own = await two.GetAsync(Address(_reviews[1].Id));
        var token = own.Page.QuerySelector($"{Form} [name=__RequestVerificationToken]")!.GetAttribute("value")!;
        foreach (var address in new[] { _address, _address + "?handler=HandIn" })
            (await two.PostRawAsync(address, new() { ["__RequestVerificationToken"] = token, ["Version"] = "0", ["e-goals"] = "5" })).Status.ShouldBe(HttpStatusCode.NotFound);
        (await ReviewAsync()).Score.ShouldBeNull();
    }

    [Fact]
    public async Task Nothing_is_chosen_beforehand_and_each_criterion_has_seven_answers()
    {
        var page = await _one.GetAsync(_address);
        page.Page.QuerySelectorAll("main [checked]").ShouldBeEmpty();
        page.Page.QuerySelectorAll("[name=e-goals]").Select(box => box.GetAttribute("value")).ShouldBe(["0", "1", "2", "3", "4", "5", "x"]);
        page.Page.QuerySelectorAll("fieldset.rating").Length.ShouldBe(9 + 2 * 7);
        page.Page.QuerySelectorAll("fieldset.rating").ShouldAllBe(each => each.QuerySelector("legend") != null && each.QuerySelectorAll("label input").Length == 7);
        page.TextOf("main").ShouldContain("Beschreibung A");
        page.Text.ShouldNotContain("kontakt@musterstadt.example");
    }

    [Fact]
    public async Task An_incomplete_sheet_is_saved_and_comes_back_as_it_was()
    {
        var values = new Dictionary<string, string?> { ["e-goals"] = "4", ["e-lasting"] = "x", ["p2-goals"] = "0", ["e-comment"] = "Zeile 1\r", ["Vote"] = "NotSuitable", ["Reasons"] = "Noch <b>nicht</b> fertig" };
        (await _one.SubmitAsync(await _one.GetAsync(_address), Form, values)).Location.ShouldBe(_address);
        var page = await _one.GetAsync(_address);
        page.Page.QuerySelectorAll("main [checked]").Select(box => $"{box.GetAttribute("name")}={box.GetAttribute("value")}").ShouldBe(["e-goals=4", "e-lasting=x", "p2-goals=0", "Vote=NotSuitable"]);
        page.TextOf("#Reasons").ShouldBe("Noch <b>nicht</b> fertig");
        page.TextOf(".kern-alert--success").ShouldContain("Abgegeben ist der Prüfbogen damit noch nicht.");
        (await ReviewAsync()).Score.ShouldBe(4);
        var audited = await _host.DbAsync(db => db.AuditRows.Where(row => row.Action == AuditAction.ReviewSaved).Select(row => row.Values!.Json).ToListAsync());
        audited.ShouldNotBeEmpty();
        audited.ShouldAllBe(json => !json.Contains("fertig") && !json.Contains("NotSuitable"));
    }

    [Fact]
    public async Task Saving_without_a_change_writes_nothing()
    {
        await _one.SubmitAsync(await _one.GetAsync(_address), Form, new() { ["e-goals"] = "4", ["Reasons"] = "Erste Zeile" });
        var rows = await _host.DbAsync(db => db.AuditRows.CountAsync());
        await _one.SubmitAsync(await _one.GetAsync(_address), Form);
        (await _host.DbAsync(db => db.AuditRows.CountAsync())).ShouldBe(rows);
    }

    [Fact]
    public async Task Automatic_saving_answers_with_time_and_version_and_notices_another_window()
    {
        var page = await _one.GetAsync(_address);
        var saved = Json(await _one.SubmitAsync(page, Form, new() { ["e-goals"] = "4" }, autosave: true));
        saved.GetProperty("savedAt").GetString().ShouldBe("10:00");
        saved.GetProperty("version").GetInt32().ShouldBe(1);
        var conflict = Json(await _one.SubmitAsync(page, Form, new() { ["e-goals"] = "5" }, autosave: true));
        conflict.GetProperty("conflict").GetBoolean().ShouldBeTrue();
        (await ReviewAsync()).Score.ShouldBe(4);
    }

    [Fact]
    public async Task Automatic_saving_never_hands_in()
    {
        var page = await _one.GetAsync(_address);
        var values = Complete(page);
        await _one.SubmitAsync(page, Form, values, button: ("step", "hand-in"), autosave: true);
        (await ReviewAsync()).State.ShouldBe(ReviewState.Open);
        page.Page.QuerySelector(Form)!.GetAttribute("action").ShouldBe(_address);
    }

    [Fact]
    public async Task Of_two_windows_the_second_keeps_its_text_and_sees_what_is_stored()
    {
        var (one, two) = (await _one.GetAsync(_address), await _one.GetAsync(_address));
        await _one.SubmitAsync(one, Form, new() { ["Reasons"] = "Erstes Fenster" });
        var stale = await _one.SubmitAsync(two, Form, new() { ["Reasons"] = "Zweites Fenster", ["e-goals"] = "3" });
        stale.Status.ShouldBe(HttpStatusCode.OK);
        stale.TextOf("#Reasons").ShouldBe("Zweites Fenster");
        stale.TextOf("main").ShouldContain("Erstes Fenster");
        (await _one.SubmitAsync(stale, Form)).Location.ShouldBe(_address);
        (await ReviewAsync()).Reasons.ShouldBe("Zweites Fenster");
    }

    [Fact]
    public async Task Handing_in_too_early_links_to_each_missing_criterion_and_keeps_what_was_chosen()
    {
        var page = await _one.GetAsync(_address);
        var values = Complete(page);
        values.Remove("e-goals");
        values.Remove("p1-lasting");
        values["Reasons"] = "Meine Begründung, lang genug.";
        var refused = await HandInAsync(page, values);
        refused.Status.ShouldBe(HttpStatusCode.OK);
        refused.Page.QuerySelectorAll("[data-errors] a").Select(link => link.GetAttribute("href")).ShouldBe(["#e-goals", "#p1-lasting"]);
        refused.TextOf("[data-errors]").ShouldContain("Einzelprojekt 1: ");
        refused.Page.QuerySelector("#e-goals").ShouldNotBeNull();
        refused.TextOf("#Reasons").ShouldBe("Meine Begründung, lang genug.");
        refused.Page.QuerySelectorAll("fieldset.rating [checked]").Length.ShouldBe(21);
        (await ReviewAsync()).Score.ShouldBeNull();
    }

    [Fact]
    public async Task A_vote_and_reasons_are_asked_for_when_handing_in()
    {
        var page = await _one.GetAsync(_address);
        var values = Complete(page);
        values["Vote"] = null;
        (await HandInAsync(page, values)).TextOf("[data-errors]").ShouldContain("Bitte geben Sie ein Votum ab.");
        // All that is missing is named at once.
        (await HandInAsync(page, [])).TextOf("[data-errors]").ShouldContain("Bitte geben Sie ein Votum ab.");
        (await HandInAsync(page, new(Complete(page)) { ["Reasons"] = "kurz" })).TextOf("[data-errors]").ShouldContain("mindestens 20 Zeichen");
    }

    [Theory]
    [InlineData("6")]
    [InlineData("-1")]
    [InlineData("4,5")]
    [InlineData("NaN")]
    public async Task What_is_no_point_is_refused(string points)
    {
        var page = await _one.GetAsync(_address);
        (await _one.SubmitAsync(page, Form, new() { ["e-goals"] = points })).TextOf("[data-errors]").ShouldContain("Bitte wählen Sie 0 bis 5 Punkte.");
        (await ReviewAsync()).Version.ShouldBe(0);
    }

    [Fact]
    public async Task A_handed_in_sheet_counts_and_is_read_only()
    {
        var page = await _one.GetAsync(_address);
        (await HandInAsync(page, Complete(page))).Location.ShouldBe(_address);
        var review = await ReviewAsync();
        (review.State, review.Vote, review.Score).ShouldBe((ReviewState.HandedIn, Vote.Suitable, 4));
        var after = await _one.GetAsync(_address);
        after.Page.QuerySelector(Form).ShouldBeNull();
        after.TextOf("main").ShouldContain("Den Prüfbogen der zweiten Person sehen Sie hier, sobald auch sie abgegeben hat.");
        var again = await _one.SubmitAsync(page, Form, new() { ["Reasons"] = "Doch anders, ganz anders." });
        again.TextOf("[data-errors]").ShouldContain("kann nicht mehr geändert werden");
        again.TextOf("main").ShouldContain("Doch anders, ganz anders.");
        (await ReviewAsync()).Reasons.ShouldNotContain("anders");
        (await _host.DbAsync(db => db.AuditRows.CountAsync(row => row.Action == AuditAction.ReviewHandedIn && row.ObjectType == "Review"))).ShouldBe(1);
        (await _host.CheckAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_replaced_sheet_shows_nothing_of_the_entry_any_more()
    {
        var open = await _one.GetAsync(_address);
        await _world.WriteAsync(async db => (await db.Reviews.SingleAsync(review => review.Id == _reviews[0].Id)).Replace().Fact);
        var page = await _one.GetAsync(_address);
        page.TextOf("main").ShouldContain("Dieser Prüfbogen wurde neu vergeben.");
        page.Text.ShouldNotContain("Beschreibung A");
        var posted = await _one.SubmitAsync(open, Form, new() { ["Reasons"] = "Zu spät geschrieben" });
        posted.TextOf("[data-errors]").ShouldContain("neu vergeben");
        posted.Text.ShouldContain("Zu spät geschrieben");
        posted.Text.ShouldNotContain("Beschreibung A");
    }

    [Fact]
    public async Task Who_declared_a_conflict_writes_no_more()
    {
        var open = await _one.GetAsync(_address);
        await _world.WriteAsync(db =>
        {
            db.Conflicts.Add(ConflictOfInterest.Declare(_entry.Id, _world.Persons[Cast.Reviewer(1)], ConflictKind.Personal, WriteContext.System(_host.Clock.Now, "Test")));
            return Task.FromResult(true);
        });
        (await _one.SubmitAsync(open, Form, new() { ["e-goals"] = "5" })).TextOf("[data-errors]").ShouldContain("Befangenheit vermerkt");
        (await _one.GetAsync(_address)).Page.QuerySelector(Form).ShouldBeNull();
        (await ReviewAsync()).Score.ShouldBeNull();
    }

    [Fact]
    public async Task The_desk_lists_own_sheets_with_their_progress()
    {
        await _one.SubmitAsync(await _one.GetAsync(_address), Form, new() { ["e-goals"] = "4", ["p1-goals"] = "1" });
        await _world.HandInAsync((await _world.AssignAsync(await _world.AdmitAsync(2), 1, 3))[0].Id);
        await _world.AssignAsync(await _world.AdmitAsync(3), 2, 3);
        var desk = await _one.GetAsync("/vorpruefung");
        desk.TextsOf(".kern-task-list__item a").ShouldBe(["M-2026-001, Musterstadt 1"]);
        desk.TextOf(".kern-task-list__item").ShouldContain("2 von 23 Kriterien bewertet");
        desk.TextOf("details li").ShouldContain("M-2026-002, Musterstadt 2");
        desk.Text.ShouldNotContain("Musterstadt 3");
        using var lead = await _host.SignedInAsync(Cast.Lead);
        (await lead.GetAsync("/vorpruefung")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_desk_and_a_sheet_take_the_same_number_of_queries_for_one_and_for_many()
    {
        async Task<(int, int)> CountAsync()
        {
            await _one.GetAsync("/vorpruefung");
            _host.Queries.Reset();
            await _one.GetAsync("/vorpruefung");
            var desk = _host.Queries.Count;
            _host.Queries.Reset();
            await _one.GetAsync(_address);
            return (desk, _host.Queries.Count);
        }
        var one = await CountAsync();
        for (var number = 2; number <= 9; number++) await _world.AssignAsync(await _world.AdmitAsync(number), 1, 3);
        (await CountAsync()).ShouldBe(one);
    }

    private static string Address(Guid review) => $"/vorpruefung/{World.Slug}/boegen/{review}";

    private static JsonElement Json(Answer answer) => JsonDocument.Parse(answer.Text).RootElement;

    private static Dictionary<string, string?> Complete(Answer page)
    {
        var values = page.Page.QuerySelectorAll("fieldset.rating input").Select(box => box.GetAttribute("name")!).Distinct().ToDictionary(name => name, _ => (string?)"4");
        values["Vote"] = nameof(Vote.Suitable);
        values["Reasons"] = "Eine Begründung in einem ganzen Satz.";
        return values;
    }

    private Task<Answer> HandInAsync(Answer page, Dictionary<string, string?> values) => _one.SubmitAsync(page, Form, values, button: ("step", "hand-in"));

    private Task<Review> ReviewAsync() => _host.DbAsync(db => db.Reviews.AsNoTracking().SingleAsync(review => review.Id == _reviews[0].Id));
}
