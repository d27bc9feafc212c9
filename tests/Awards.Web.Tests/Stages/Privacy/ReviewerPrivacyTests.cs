using System.IO.Compression;
using System.Text.Json;
using Awards.Domain.PreReview;
using Awards.Testing;
using Awards.Web.Data;
using Awards.Web.Platform.Privacy;
using Awards.Web.Stages.PreReview;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Awards.Web.Tests.Stages.Privacy;

/// <summary>What the pre-review holds on reviewers: shown to them, and gone when they or their call's time are.</summary>
public sealed class ReviewerPrivacyTests : IAsyncLifetime
{
    private static readonly string[] Own = ["Kanarienamt 1", "Kanarie: eigener Grund", "Kanarie: eigener Bogen", "Kanarie: eigenes Gutachten"];
    private AwardsHost _host = null!;
    private World _world = null!;
    private Visitor _lead = null!;

    private Guid One => _world.Persons[Cast.Reviewer(1)];

    public async Task InitializeAsync()
    {
        _world = await World.CreateAsync(_host = await AwardsHost.StartAsync(settings: new Dictionary<string, string?> { ["Privacy:UnusedAccountDays"] = "0" }));
        _lead = await _host.SignedInAsync(Cast.Lead);
        var (entry, foreign) = (await _world.AdmitAsync(1), await _world.AdmitAsync(3));
        foreach (var reviewer in new[] { 1, 2 })
        {
            var profile = await _lead.GetAsync(PreReviewLinks.Reviewer(World.Slug, _world.Persons[Cast.Reviewer(reviewer)]));
            (await _lead.SubmitAsync(profile, "main form", new() { ["Department"] = $"Kanarienamt {reviewer}", ["Absences[0].From"] = "2026-03-01", ["Absences[0].To"] = "2026-03-04" })).IsRedirect.ShouldBeTrue();
        }
        using (var one = await _host.SignedInAsync(Cast.Reviewer(1)))
        {
            await one.SubmitAsync(await one.GetAsync(PreReviewLinks.Conflicts(World.Slug)), "main form", new() { ["Beitrag"] = $"{entry.Id}\n{foreign.Id}", ["Kind"] = "Resides" });
            var page = await one.GetAsync(PreReviewLinks.Conflicts(World.Slug));
            var mistaken = (await _host.DbAsync(db => db.Conflicts.SingleAsync(each => each.EntryId == entry.Id))).Id;
            (await one.SubmitAsync(page, "form[action*=TakeBack]", new() { ["Conflict"] = mistaken.ToString(), ["Reason"] = "Kanarie: eigener Grund" })).IsRedirect.ShouldBeTrue();
            (await one.SubmitAsync(page, "form[action*=State]")).IsRedirect.ShouldBeTrue();
        }
        var reviews = await _world.AssignAsync(entry);
        var plan = await _lead.SubmitAsync(await _lead.GetAsync(PreReviewLinks.Pairs(World.Slug)), "main form:has([name=Order])");
        plan.IsRedirect.ShouldBeTrue(plan.Text);
        await _world.HandInAsync(reviews[0].Id, reasons: "Kanarie: eigener Bogen, lang genug.");
        await _world.HandInAsync(reviews[1].Id, reasons: "Kanarie: fremder Bogen, lang genug.");
        var result = await _world.SettleAsync(entry);
        await _world.WriteAsync(db =>
        {
            db.ConflictStatements.Add(ConflictStatement.Give(_world.Call.Id, _world.Persons[Cast.Reviewer(2)], 2, _host.Clock.Now));
            db.Conflicts.Add(ConflictOfInterest.Declare(foreign.Id, _world.Persons[Cast.Reviewer(2)], ConflictKind.Personal, new(_world.Persons[Cast.Lead], _host.Clock.Now)).Dismiss(new(_world.Persons[Cast.Lead], _host.Clock.Now, "Kanarie: Grund der Leitung")).Fact);
            db.ShortReports.Add(ShortReport.Generated(result, new("Kanarie: eigenes Gutachten", "Begründung"), One, _host.Clock.Now));
            db.ReviewVersions.Add(ReviewVersion.Due(reviews[0], VersionOccasion.HandedIn, null, new(One, _host.Clock.Now))!);
            return Task.FromResult(true);
        });
        (await _host.CheckAsync()).ShouldBeEmpty();
    }

    public async Task DisposeAsync()
    {
        _lead.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Reviewers_get_what_is_held_on_them_and_nothing_on_others()
    {
        using var one = await _host.SignedInAsync(Cast.Reviewer(1));
        var text = await TextAsync(one);
        foreach (var word in Own) text.ShouldContain(word);
        foreach (var word in new[] { "Kanarienamt 2", "fremder Bogen" }) text.ShouldNotContain(word);
        var root = JsonDocument.Parse(text).RootElement;
        root.GetProperty("conflicts").GetArrayLength().ShouldBe(2);
        root.GetProperty("conflictStatements")[0].GetProperty("upTo").GetInt32().ShouldBe(2);
        root.GetProperty("reviewerProfiles")[0].GetProperty("absences").GetArrayLength().ShouldBe(1);
        root.GetProperty("shortReports")[0].GetProperty("versions").GetArrayLength().ShouldBe(1);

        using var two = await _host.SignedInAsync(Cast.Reviewer(2));
        var other = await TextAsync(two);
        // That it was lifted is theirs, why is the lead's word.
        other.ShouldContain("DismissedAt");
        foreach (var word in Own.Append("Grund der Leitung")) other.ShouldNotContain(word);
    }

    [Fact]
    public async Task An_erased_reviewer_leaves_finished_work_and_holding_conflicts_only()
    {
        using (var scope = _host.Services.CreateScope())
            (await scope.ServiceProvider.GetRequiredService<Erasures>().EraseAsync(One, new(null, _host.Clock.Now))).Refused(out _).ShouldBeFalse();
        (await _host.CheckAsync()).ShouldBeEmpty();
        await _host.DbAsync(async db =>
        {
            (await db.ReviewerProfiles.AnyAsync(each => each.PersonId == One)).ShouldBeFalse();
            (await db.ConflictStatements.AnyAsync(each => each.PersonId == One)).ShouldBeFalse();
            (await db.ReviewVersions.AnyAsync()).ShouldBeFalse();
            (await db.Conflicts.IgnoreQueryFilters().Where(each => each.PersonId == One).Select(each => each.Kind).ToListAsync()).ShouldBe([ConflictKind.Resides]);
            (await db.Reviews.SingleAsync(each => each.ReviewerId == One)).Reasons.ShouldContain("eigener Bogen");
            (await db.ShortReports.SingleAsync()).Description.ShouldBe("Kanarie: eigenes Gutachten");
            (await db.ReviewerProfiles.CountAsync()).ShouldBe(1);
            return true;
        });
        await NotInTrailAsync("Kanarienamt 1", "Kanarie: eigener Grund");

        // A trace that came back is found.
        await _world.WriteAsync(db => Task.FromResult(db.ReviewerProfiles.Add(ReviewerProfile.Begin(_world.Call.Id, One)).Entity));
        (await _host.CheckAsync()).ShouldHaveSingleItem().ShouldContain("gelöscht");
    }

    [Fact]
    public async Task After_the_time_of_the_call_nothing_says_who_reviewed_what()
    {
        var rule = _world.Call.Definition.PrivacyRules().Retention.Single(each => each.What == Domain.Calls.RetentionSubject.ReviewAuthors);
        _host.Clock.Now = rule.DueAt(_world.Call)!.Value;
        await RunAsync();
        (await _host.CheckAsync()).ShouldBeEmpty();
        await _host.DbAsync(async db =>
        {
            (await db.PairDrafts.AnyAsync()).ShouldBeFalse();
            (await db.ReviewerProfiles.AnyAsync()).ShouldBeFalse();
            (await db.ConflictStatements.AnyAsync()).ShouldBeFalse();
            (await db.ReviewVersions.AnyAsync()).ShouldBeFalse();
            var conflict = await db.Conflicts.IgnoreQueryFilters().SingleAsync();
            conflict.PersonId.ShouldNotBe(One);
            conflict.DeclaredBy.ShouldBe(conflict.PersonId);
            var report = await db.ShortReports.Include(each => each.Versions).SingleAsync();
            var author = await db.Reviews.Where(each => each.Reasons.Contains("eigener Bogen")).Select(each => each.ReviewerId).SingleAsync();
            (report.WriterId, report.Versions.Single().KeptBy, conflict.PersonId).ShouldBe((author, author, author));
            (await db.Users.SingleAsync(person => person.Id == author)).DisplayName.ShouldStartWith("Vorprüfer/in ");
            return true;
        });
        await NotInTrailAsync("Kanarienamt 1", "Kanarienamt 2", "Kanarie: eigener Grund", One.ToString());
        (await RunAsync()).Keys.ShouldNotContain(key => key.StartsWith(World.Slug, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_still_writes_a_short_report_is_told_how_to_mend_it()
    {
        await _world.WriteAsync(async db =>
        {
            var report = await db.ShortReports.SingleAsync();
            return report.Reopen("Bitte kürzen", report.Version, new(_world.Persons[Cast.Lead], true, false), new(_world.Persons[Cast.Lead], _host.Clock.Now)).Fact;
        });
        using var scope = _host.Services.CreateScope();
        (await scope.ServiceProvider.GetRequiredService<Erasures>().EraseAsync(One, new(null, _host.Clock.Now))).Refusal!.Code.ShouldBe("erasure.open_reports");
        using var one = await _host.SignedInAsync(Cast.Reviewer(1));
        (await one.GetAsync("/konto/daten")).Text.ShouldContain("schreibt noch an 1 Kurzgutachten");
    }

    private async Task<IReadOnlyDictionary<string, int>> RunAsync()
    {
        using var scope = _host.Services.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<RetentionJob>().RunAsync();
    }

    private async Task NotInTrailAsync(params string[] words)
    {
        var values = await _host.DbAsync(db => db.AuditRows.Where(row => row.ObjectType != nameof(Person) && row.ObjectType != "RoleAssignment").Select(row => row.Values!.Json).ToListAsync());
        foreach (var word in words) values.Where(json => json != null && json.Contains(word, StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty(word);
    }

    private static async Task<string> TextAsync(Visitor visitor)
    {
        var (_, type, content) = await visitor.DownloadAsync("/konto/daten.zip");
        type.ShouldBe("application/zip");
        using var zip = new ZipArchive(new MemoryStream(content));
        zip.GetEntry("lies-mich.html").ShouldNotBeNull();
        using var reader = new StreamReader(zip.GetEntry("daten.json")!.Open());
        return await reader.ReadToEndAsync();
    }
}
