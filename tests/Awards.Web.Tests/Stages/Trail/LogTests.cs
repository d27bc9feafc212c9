using System.Net;
using System.Text;
using Awards.Domain.Applications;
using Awards.Domain.Intake;
using Awards.Domain.PreReview;
using Awards.Domain.Shared;
using Awards.Testing;
using Awards.Web.Data;
using Awards.Web.Stages.Trail;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Tests.Stages.Trail;

public sealed class LogTests : IAsyncLifetime
{
    private const string Canary = "Kanarienvogel";

    private AwardsHost _host = null!;
    private World _world = null!;
    private Visitor _lead = null!;

    public async Task InitializeAsync()
    {
        _host = await AwardsHost.StartAsync();
        _world = await World.CreateAsync(_host);
        _lead = await _host.SignedInAsync(Cast.Lead);
    }

    public async Task DisposeAsync()
    {
        _lead.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task The_lead_reads_who_did_what_in_which_role_and_why()
    {
        var submitted = await _world.SubmitAsync(1);
        await ExcludeAsync(submitted.Id, "Außerhalb des Themas.");
        var page = await _lead.GetAsync(TrailLinks.Of(World.Slug, nameof(Application), submitted.Id));
        page.Status.ShouldBe(HttpStatusCode.OK);
        var row = page.Page.QuerySelectorAll("tbody tr").Single(each => each.TextContent.Contains("Entscheidung über die Zulassung", StringComparison.Ordinal)).TextContent;
        row.ShouldContain("lead");
        row.ShouldContain("Leitung");
        row.ShouldContain("Bewerbung ausgeschlossen");
        row.ShouldContain("Musterstadt 1");
        row.ShouldContain("– → Außerhalb des Themas.");
        var change = page.Page.QuerySelectorAll("tbody tr").First(each => each.TextContent.Contains("Zustand", StringComparison.Ordinal)).TextContent;
        change.ShouldContain("→ Excluded");
    }

    [Fact]
    public async Task Filters_for_action_person_day_and_request_narrow_the_list_and_bad_ones_count_as_not_said()
    {
        var submitted = await _world.SubmitAsync(1);
        await ExcludeAsync(submitted.Id, "Grund");
        var request = await _host.DbAsync(db => db.AuditRows.Where(row => row.Action == AuditAction.ApplicationExcluded).Select(row => row.RequestId).FirstAsync());
        var lead = _world.Persons[Cast.Lead];
        foreach (var query in new[] { "vorgang=ApplicationExcluded", $"person={lead}", $"anfrage={request}" }) (await RowsAsync(query)).ShouldBe(2, query);
        (await RowsAsync("bis=2026-03-01")).ShouldBe(0);
        (await RowsAsync("von=2026-03-03")).ShouldBe(0);
        var all = await RowsAsync("");
        all.ShouldBeGreaterThan(10);
        (await RowsAsync("von=2026-03-02&bis=2026-03-02")).ShouldBe(all);
        (await RowsAsync("von=gestern&bis=9999-12-31&vorgang=99&person=x&id=y&vor=12-z")).ShouldBe(all);
        (await RowsAsync("typ=IntakeDecision")).ShouldBe(1);
    }

    [Fact]
    public async Task Rows_of_another_call_are_not_there()
    {
        await _world.SubmitAsync(1);
        using var other = await _host.SignedInAsync(Cast.OtherLead);
        (await other.GetAsync(TrailLinks.Log(World.OtherSlug))).Text.ShouldNotContain("Musterstadt");
        (await other.GetAsync(TrailLinks.Log(World.Slug))).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Drafts_are_not_there_and_what_led_to_a_submission_is_masked()
    {
        var (draft, later) = (await DraftAsync(0, Cast.ClerkOne), await DraftAsync(1, Cast.ClerkTwo));
        foreach (var address in new[] { TrailLinks.Log(World.Slug), TrailLinks.File(World.Slug, new()), TrailLinks.Of(World.Slug, nameof(Application), draft) })
        {
            var text = (await _lead.GetAsync(address)).Text;
            foreach (var hidden in new[] { Canary, "Musterstadt 1", later.ToString() }) text.ShouldNotContain(hidden);
            if (!address.Contains(draft.ToString(), StringComparison.Ordinal)) text.ShouldNotContain(draft.ToString());
            text.ShouldNotContain("clerk", Case.Insensitive);
        }
        await _world.WriteAsync(async db =>
        {
            var application = await db.Applications.Include(each => each.Projects).SingleAsync(each => each.Id == later);
            application.SubmitTakenOver(_world.Call, 1, _host.Clock.Now);
            return true;
        });
        var now = await _lead.GetAsync(TrailLinks.Of(World.Slug, nameof(Application), later));
        now.Text.ShouldContain("Der Entwurf ist nur für die Bewerbenden lesbar.");
        now.Text.ShouldContain("clerk2");
        now.Text.ShouldNotContain(Canary);
        Encoding.UTF8.GetString((await _lead.DownloadAsync(TrailLinks.File(World.Slug, new()))).Content).ShouldNotContain(Canary);
    }

    [Fact]
    public async Task What_reviews_say_is_masked_also_when_both_are_handed_in()
    {
        var entry = await _world.AdmitAsync(1);
        foreach (var review in await _world.AssignAsync(entry)) await _world.HandInAsync(review.Id, reasons: Canary + " mit einer Begründung.");
        var page = await _lead.GetAsync(TrailLinks.Of(World.Slug, nameof(Entry), entry.Id));
        page.Text.ShouldNotContain(Canary);
        page.TextOf("main").ShouldContain("Votum *** → ***");
        page.TextOf("main").ShouldContain("Bewertung im Prüfbogen");
        page.TextOf("main").ShouldNotContain(nameof(Vote.Suitable));
    }

    [Fact]
    public async Task The_list_goes_on_page_by_page_without_gap_or_double_and_issues_the_same_queries_with_one_and_many_rows()
    {
        var one = await QueriesAsync(TrailLinks.Log(World.Slug, new TrailFilter { Action = AuditAction.SeedLoaded, ObjectType = "Call" }));
        for (var number = 1; number <= 20; number++) await _world.SubmitAsync(number);
        var many = await QueriesAsync(TrailLinks.Log(World.Slug));
        many.ShouldBe(one);
        many.ShouldBeLessThanOrEqualTo(8);

        var expected = await _host.DbAsync(db => db.AuditRows.CountAsync(row => row.CallId == _world.Call.Id));
        var found = 0;
        for (string? address = TrailLinks.Log(World.Slug); address is not null;)
        {
            var page = await _lead.GetAsync(address);
            found += page.Page.QuerySelectorAll("tbody tr").Length;
            address = page.Page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }
        found.ShouldBe(expected);
        found.ShouldBeGreaterThan(50);
    }

    [Fact]
    public async Task The_file_has_the_filtered_rows_is_safe_for_spreadsheets_and_leaves_a_row_itself()
    {
        var submitted = await _world.SubmitAsync(1, texts: new ApplicationTexts { Title = "=1+2", Summary = "Kurz" });
        var (status, type, content) = await _lead.DownloadAsync(TrailLinks.File(World.Slug, new TrailFilter { ObjectType = nameof(Application), ObjectId = submitted.Id }));
        (status, type).ShouldBe((HttpStatusCode.OK, "text/csv"));
        var text = Encoding.UTF8.GetString(content);
        text.ShouldContain(",Titel,,'=1+2\r\n");
        text.ShouldNotContain(",=1+2");
        var row = await _host.DbAsync(db => db.AuditRows.Include(each => each.Values).SingleAsync(each => each.Action == AuditAction.TrailDownloaded));
        (row.PersonId, row.ActingAs, row.CallId, row.ObjectId).ShouldBe((_world.Persons[Cast.Lead], "Lead", _world.Call.Id, _world.Call.Id));
        row.Values!.Json.ShouldContain(submitted.Id.ToString());
    }

    [Fact]
    public async Task A_table_file_leaves_a_row()
    {
        (await _lead.DownloadAsync($"/institut/{World.Slug}/tabellen/1.csv")).Status.ShouldBe(HttpStatusCode.OK);
        (await _lead.DownloadAsync($"/institut/{World.Slug}/tabellen/1.exe")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await _host.DbAsync(db => db.AuditRows.SingleAsync(row => row.Action == AuditAction.TableDownloaded))).PersonId.ShouldBe(_world.Persons[Cast.Lead]);
    }

    [Fact]
    public async Task Every_action_and_every_audited_object_has_a_german_word()
    {
        TrailWords.Actions.Keys.ShouldBe(Enum.GetValues<AuditAction>(), ignoreOrder: true);
        string[] never = [nameof(AuditRow), nameof(AuditValues), nameof(AuditLink), nameof(OutboxMessage), nameof(MailAttempt), nameof(Session), nameof(Throttle), nameof(RetentionReport),
            nameof(Awards.Domain.Applications.ApplicationChange), nameof(Awards.Domain.Intake.BulkRun), nameof(Awards.Domain.Outreach.WaveMail)];
        var types = await _host.DbAsync(db => Task.FromResult(db.Model.GetEntityTypes().Select(type => type.ClrType.Name).Distinct().Except(never).ToList()));
        types.Except(TrailWords.Types.Keys).ShouldBeEmpty();
    }

    private async Task ExcludeAsync(Guid id, string reason)
    {
        var address = $"/institut/{World.Slug}/bewerbungen/{id}";
        var answer = await _lead.SubmitAsync(await _lead.GetAsync(address), "form[action*=Exclude]", new() { ["ExclusionReason"] = reason });
        answer.IsRedirect.ShouldBeTrue(answer.Text);
    }

    private Task<Guid> DraftAsync(int town, string clerk) => _host.DbAsync(async db =>
    {
        var write = new WriteContext(_world.Persons[clerk], _host.Clock.Now, ActingAs: $"Municipality:{_world.Municipalities[town].Id}");
        var id = (await db.WriteAsync(write, AuditAction.ApplicationStarted, () =>
        {
            var application = Application.Start(_world.Call, _world.Municipalities[town], write).Fact;
            db.Applications.Add(application);
            db.ApplicationMembers.Add(ApplicationMember.Add(application.Id, write.Who!.Value, MemberRight.Sign));
            return Task.FromResult<Outcome<Guid>>(application.Id);
        })).Fact;
        db.ChangeTracker.Clear();
        (await db.WriteAsync(write, AuditAction.ApplicationSaved, async () => (await db.Applications.Include(each => each.Projects).SingleAsync(each => each.Id == id))
            .Describe(_world.Call, new ApplicationTexts { Title = Canary }, [new(Canary)], 0, write))).Refusal.ShouldBeNull();
        return id;
    });

    private async Task<int> RowsAsync(string query) => (await _lead.GetAsync($"{TrailLinks.Log(World.Slug)}?{query}")).Page.QuerySelectorAll("tbody tr").Length;

    private async Task<int> QueriesAsync(string address)
    {
        await _lead.GetAsync(address);
        _host.Queries.Reset();
        (await _lead.GetAsync(address)).Status.ShouldBe(HttpStatusCode.OK);
        return _host.Queries.Count;
    }
}
