using System.Text.Json;
using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Testing;
using Awards.Web.Data;
using Awards.Web.Platform.Privacy;
using Awards.Web.Platform.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Awards.Web.Tests.Stages.Privacy;

public sealed class RetentionTests : IAsyncLifetime
{
    private AwardsHost _host = null!;
    private World _world = null!;

    public async Task InitializeAsync() => _world = await World.CreateAsync(_host = await AwardsHost.StartAsync(settings: new Dictionary<string, string?> { ["Privacy:UnusedAccountDays"] = "0" }));

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Each_rule_takes_effect_at_its_instant_and_not_before_and_the_tables_stay()
    {
        using (var clerk = await _host.SignedInAsync(Cast.ClerkOne)) await new Applicant(clerk, _world.Call.Definition).BeginAsync();
        await _world.SubmitAsync(2);
        var entry = await _world.AdmitAsync(1);
        foreach (var review in await _world.AssignAsync(entry)) await _world.HandInAsync(review.Id);
        await _world.WriteAsync(db =>
        {
            var mail = OutboxMessage.Write("amt@musterstadt.example", "Betreff", "Text", _host.Clock.Now, callId: _world.Call.Id);
            mail.GiveUp("abgelehnt");
            db.Outbox.Add(mail);
            db.Enquiries.Add(Domain.Enquiries.Enquiry.Ask(_world.Call.Id, new() { Mail = "kontakt@musterstadt.example", Text = "Dürfen wir?" }, Domain.Enquiries.EnquiryChannel.Form, new(null, _host.Clock.Now)).Fact);
            return Task.FromResult(true);
        });
        var before = await TablesAsync();
        foreach (var rules in _world.Call.Definition.PrivacyRules().Retention.GroupBy(rule => rule.DueAt(_world.Call)!.Value).OrderBy(group => group.Key))
        {
            _host.Clock.Now = rules.Key.AddSeconds(-1);
            (await RunAsync()).Keys.ShouldNotContain(key => key.StartsWith(World.Slug, StringComparison.Ordinal));
            _host.Clock.Now = rules.Key;
            var done = await RunAsync();
            foreach (var rule in rules) done.GetValueOrDefault($"{World.Slug}: {rule.What}").ShouldBe(rule.What is RetentionSubject.ReviewAuthors ? 2 : 1, rule.What.ToString());
            (await RunAsync()).Keys.ShouldNotContain(key => key.StartsWith(World.Slug, StringComparison.Ordinal));
            (await _host.CheckAsync()).ShouldBeEmpty(rules.Key.ToString("O"));
            (await TablesAsync()).ShouldBe(before);
        }
        await _host.DbAsync(async db =>
        {
            (await db.Applications.AnyAsync(each => each.Status == ApplicationState.Draft || each.Texts.ContactName != "" || each.Texts.ContactMail != "")).ShouldBeFalse();
            (await db.Outbox.SingleAsync(each => each.CallId == _world.Call.Id)).Body.ShouldBeEmpty();
            (await db.Enquiries.SingleAsync()).Mail.ShouldBeEmpty();
            var reviewer = _world.Persons[Cast.Reviewer(1)];
            (await db.Reviews.AnyAsync(each => each.ReviewerId == reviewer)).ShouldBeFalse();
            (await db.Set<AuditValues>().AnyAsync(each => each.Json.Contains("kontakt@musterstadt.example"))).ShouldBeFalse();
            return true;
        });
        using var lead = await _host.SignedInAsync(Cast.Lead);
        var page = await lead.GetAsync($"/institut/{World.Slug}/datenschutz");
        page.TextsOf("table:last-of-type tbody tr").Count.ShouldBeGreaterThan(0);
        page.Text.ShouldContain("Kontaktdaten der Bewerbungen");
    }

    [Fact]
    public async Task What_belongs_to_the_installation_is_cleaned_too()
    {
        using (await _host.SignedInAsync(Cast.Stranger)) { }
        await _world.WriteAsync(db =>
        {
            db.MailLinks.Add(Domain.Accounts.MailLink.For(_world.Persons[Cast.Stranger], LinkToken.Hash("x"), _host.Clock.Now));
            db.Invitations.Add(Domain.Accounts.Invitation.ForMunicipality("wartend@test.example", "Wartend", null, null, LinkToken.Hash("y"), new(null, _host.Clock.Now)));
            db.Throttles.Add(new() { Key = "k", Count = 1, Since = _host.Clock.Now });
            return Task.FromResult(true);
        });
        (await RunAsync()).ShouldBeEmpty();
        _host.Clock.Now = _host.Clock.Now.AddDays(40);
        var done = await RunAsync();
        done.Keys.ShouldBe(["Sessions", "MailLinks", "Throttles", "Invitations"], ignoreOrder: true);
        (await _host.DbAsync(db => db.Set<AuditValues>().AnyAsync(each => each.Json.Contains("wartend@test.example")))).ShouldBeFalse();
        (await _host.CheckAsync()).ShouldBeEmpty();
    }

    private async Task<IReadOnlyDictionary<string, int>> RunAsync()
    {
        using var scope = _host.Services.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<RetentionJob>().RunAsync();
    }

    private async Task<string> TablesAsync() => string.Join("\n", CountedEntries.Tables(_world.Call, await _host.DbAsync(db => CountedEntries.LoadAsync(db, _world.Call.Id))).Select(table => JsonSerializer.Serialize(table)));
}
