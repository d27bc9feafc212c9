using System.Net;
using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Intake;
using Awards.Domain.Municipalities;
using Awards.Testing;
using Awards.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Tests.Stages.Intake;

/// <summary>Many at once keep to the rules of one.</summary>
public sealed class BulkTests : IAsyncLifetime
{
    private const string List = $"/institut/{World.Slug}/bewerbungen", Form = "#bulk";
    private AwardsHost _host = null!;
    private World _world = null!;
    private Visitor _lead = null!;

    public async Task InitializeAsync()
    {
        _host = await AwardsHost.StartAsync();
        _world = await World.CreateAsync(_host, call => call with { FormalChecks = [new("town", "Von einer Kommune")] });
        _lead = await _host.SignedInAsync(Cast.Lead);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task What_one_refuses_many_refuse_in_the_same_words()
    {
        var open = await _world.SubmitAsync(1);
        var ready = await CheckedAsync(await _world.SubmitAsync(2));
        var joint = await CheckedAsync(await ArrivedAsync(new() { ApplicantName = "Gemeinschaft", Channel = Channel.Web, Answers = AnswerSet.Empty, Type = MunicipalityType.District, IsJoint = true }, 10));
        var typeless = await CheckedAsync(await ArrivedAsync(new() { ApplicantName = "Verein", Channel = Channel.Post, Answers = AnswerSet.Empty }, 11));
        var result = await RunAsync(BulkAction.Admit, all: true);
        result.TextOf("main").ShouldContain("Getan: 1. Nicht getan: 3.");
        result.TextsOf("tbody tr").Count.ShouldBe(4);
        (await StatesAsync()).Count(state => state == ApplicationState.Admitted).ShouldBe(1);
        foreach (var refused in new[] { open, joint, typeless })
        {
            var page = await _lead.GetAsync($"{List}/{refused.Id}");
            var alone = await _lead.SubmitAsync(page, "form[action$='handler=Admit']");
            alone.TextOf("[data-errors]").ShouldContain(result.TextOf($"tr:has(a[href$='{refused.Id}']) td"));
        }
        result.TextOf($"tr:has(a[href$='{ready.Id}'])").ShouldContain("zugelassen als M-2026-001");
        (await _host.CheckAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Only_the_chosen_ones_are_meant_and_each_leaves_its_own_trace()
    {
        var (one, two) = (await _world.SubmitAsync(1), await _world.SubmitAsync(2));
        var result = await RunAsync(BulkAction.CheckOk, [one], new() { ["Item"] = "town" });
        result.TextOf("main").ShouldContain("Getan: 1. Nicht getan: 0.");
        (await _host.DbAsync(db => db.FormalChecks.Select(check => check.ApplicationId).ToListAsync())).ShouldBe([one.Id]);
        result = await RunAsync(BulkAction.Exclude, [one, two], new() { ["Reason"] = "" });
        result.TextsOf("tbody tr").ShouldAllBe(row => row.Contains("Bitte begründen Sie den Ausschluss."));
        result = await RunAsync(BulkAction.Exclude, [one, two], new() { ["Reason"] = "Keine Kommune" });
        result.TextOf("main").ShouldContain("Getan: 2. Nicht getan: 0.");
        (await _host.DbAsync(db => db.Outbox.CountAsync(mail => mail.Kind == "exclusion"))).ShouldBe(2);
        (await _host.DbAsync(db => db.AuditRows.CountAsync(row => row.Action == AuditAction.ApplicationExcluded && row.ObjectType == "Application"))).ShouldBe(2);
        result = await RunAsync(BulkAction.Exclude, [one], new() { ["Reason"] = "noch einmal" });
        result.TextOf("main").ShouldContain("Diese Bewerbung ist bereits ausgeschlossen.");
        (await _host.DbAsync(db => db.AuditRows.CountAsync(row => row.Action == AuditAction.ManyDecided))).ShouldBe(4);
    }

    [Fact]
    public async Task All_matching_are_those_of_the_filter_also_beyond_the_page()
    {
        for (var number = 1; number <= 60; number++) await _world.SubmitAsync(number, number == 7 ? MunicipalityType.IndependentCity : MunicipalityType.District);
        var result = await RunAsync(BulkAction.AskForPiece, all: true, values: new() { ["Text"] = "Der Beschluss fehlt.", ["LastDay"] = "2026-04-01" }, query: "?suche=typ:LK");
        result.TextOf("main").ShouldContain("Getan: 59. Nicht getan: 0.");
        (await _host.DbAsync(db => db.MissingPieceRequests.CountAsync())).ShouldBe(59);
    }

    [Fact]
    public async Task Nothing_chosen_is_nothing_done()
    {
        await _world.SubmitAsync(1);
        var page = await _lead.GetAsync(List);
        var answer = await _lead.SubmitAsync(page, Form, new(), ("Action", nameof(BulkAction.Exclude)));
        answer.TextOf("[data-errors]").ShouldContain("Bitte wählen Sie mindestens eine Bewerbung aus.");
    }

    [Fact]
    public async Task Editors_check_many_and_decide_on_none()
    {
        var application = await _world.SubmitAsync(1);
        using var editor = await _host.SignedInAsync(Cast.Editor);
        var page = await editor.GetAsync(List);
        page.Page.QuerySelector("button[value=Exclude]").ShouldBeNull();
        var values = new Dictionary<string, string?> { ["Ids"] = application.Id.ToString(), ["Reason"] = "x", ["Item"] = "town" };
        (await editor.SubmitAsync(page, Form, values, ("Action", nameof(BulkAction.Exclude)))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await editor.SubmitAsync(page, Form, values, ("Action", nameof(BulkAction.CheckOk)))).IsRedirect.ShouldBeTrue();
        (await StatesAsync()).ShouldBe([ApplicationState.Submitted]);
        using var finance = await _host.SignedInAsync(Cast.Finance);
        (await finance.GetAsync(List)).Page.QuerySelector(Form).ShouldBeNull();
    }

    private async Task<Answer> RunAsync(BulkAction action, Application[]? chosen = null, Dictionary<string, string?>? values = null, bool all = false, string query = "")
    {
        values = new(values ?? []) { ["Scope"] = all ? "all" : "chosen" };
        if (chosen is not null) values["Ids"] = string.Join('\n', chosen.Select(each => each.Id));
        var answer = await _lead.SubmitAsync(await _lead.GetAsync(List + query), Form, values, ("Action", action.ToString()));
        answer.IsRedirect.ShouldBeTrue(answer.Text);
        return await _lead.GetAsync(answer.Location!);
    }

    private async Task<Application> CheckedAsync(Application application)
    {
        await _world.WriteAsync(db =>
        {
            db.FormalChecks.Add(FormalCheck.Decide(application, null, new HashSet<string> { "town" }, "town", CheckState.Ok, null, 0, new(null, _host.Clock.Now)).Fact);
            return Task.FromResult(true);
        });
        return application;
    }

    private Task<Application> ArrivedAsync(ArrivedEntry entry, int number) => _world.WriteAsync(db =>
    {
        var application = Application.TakeOver(_world.Call, entry, _host.Clock.Now);
        application.SubmitTakenOver(_world.Call, number, _host.Clock.Now);
        db.Applications.Add(application);
        return Task.FromResult(application);
    });

    private Task<List<ApplicationState>> StatesAsync() => _host.DbAsync(db => db.Applications.Select(each => each.Status).ToListAsync());
}
