using Awards.Domain.Applications;
using Awards.Domain.Shared;
using Awards.Testing;
using Awards.Web.Data;
using Awards.Web.Stages.Applications;
using Awards.Web.Tests.Stages.Applications;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Awards.Web.Tests.Data;

/// <summary>What a row says beside its values, and which values it never says.</summary>
public sealed class AuditTrailTests
{
    [Fact]
    public async Task A_row_names_role_and_call_and_a_part_names_its_whole()
    {
        await using var applying = await Applying.BeginAsync();
        await applying.SaveAsync(ApplicationLinks.Projects(applying.Id), new() { ["Input[0].Title"] = "Ein Projekt" });
        var rows = await applying.Host.DbAsync(db => db.AuditRows.Where(row => row.ActingAs != null && row.Action != AuditAction.SignedIn).ToListAsync());
        rows.ShouldNotBeEmpty();
        rows.ShouldAllBe(row => row.ActingAs == $"Municipality:{applying.World.Municipalities[0].Id}" && row.CallId == applying.World.Call.Id);
        rows.Where(row => row.ObjectType is nameof(SingleProject) or nameof(ApplicationMember)).ShouldAllBe(row => row.AboutId == applying.Id);
        rows.Select(row => row.ObjectType).Distinct().ShouldContain(nameof(ApplicationMember));
    }

    [Fact]
    public async Task A_sign_in_belongs_to_no_call()
    {
        await using var host = await AwardsHost.StartAsync();
        await World.CreateAsync(host);
        using (await host.SignedInAsync(Cast.Lead)) { }
        var row = await host.DbAsync(db => db.AuditRows.SingleAsync(each => each.Action == AuditAction.SignedIn));
        (row.CallId, row.ActingAs).ShouldBe((null, "Public"));
    }

    [Fact]
    public async Task Secrets_of_accounts_never_reach_the_trail()
    {
        await using var host = await AwardsHost.StartAsync();
        var world = await World.CreateAsync(host);
        using (var scope = host.Services.CreateScope())
        {
            var users = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
            var db = scope.ServiceProvider.GetRequiredService<AwardsDbContext>();
            var person = (await users.FindByEmailAsync(Cast.Lead))!;
            // Identity's store saves nothing by itself.
            async Task ChangeAsync(Func<Task<IdentityResult>> change) => (await db.WriteAsync(new(world.Persons[Cast.Lead], host.Clock.Now), AuditAction.AccountChanged, async () => (Outcome<bool>)(await change()).Succeeded)).Fact.ShouldBeTrue();
            await ChangeAsync(() => users.SetAuthenticationTokenAsync(person, "anbieter", "recovery", "canary-token"));
            await ChangeAsync(() => users.AddLoginAsync(person, new UserLoginInfo("anbieter", "canary-login", "Anbieter")));
            await ChangeAsync(() => users.AddOrUpdatePasskeyAsync(person, new UserPasskeyInfo("canary-id"u8.ToArray(), "canary-public"u8.ToArray(), host.Clock.Now, 1, ["usb"], true, false, false, "canary-attest"u8.ToArray(), "canary-client"u8.ToArray())));
            await ChangeAsync(() => users.UpdateSecurityStampAsync(person));
        }
        var rows = await host.DbAsync(db => db.AuditRows.Include(row => row.Values).Where(row => row.Action == AuditAction.AccountChanged).ToListAsync());
        rows.Count.ShouldBeGreaterThanOrEqualTo(4);
        var json = string.Join('\n', rows.Select(row => row.Values!.Json));
        json.ShouldContain("anbieter");
        json.ShouldNotContain("canary");
        json.ShouldNotContain(Convert.ToBase64String("canary-public"u8)[..10]);
        rows.Where(row => row.ObjectType != "IdentityPasskeyData").ShouldAllBe(row => row.ObjectId == world.Persons[Cast.Lead]);
        var all = string.Join('\n', await host.DbAsync(db => db.AuditRows.Where(row => row.Values != null).Select(row => row.Values!.Json).ToListAsync()));
        foreach (var stored in await host.DbAsync(db => db.Users.Select(person => person.PasswordHash!).ToListAsync())) all.ShouldNotContain(stored);
    }

    [Fact]
    public async Task Every_property_that_is_named_like_a_secret_is_masked_or_listed_as_harmless()
    {
        await using var host = await AwardsHost.StartAsync();
        var shown = await host.DbAsync(db => Task.FromResult(db.Model.GetEntityTypes().Where(type => type.ClrType != typeof(AuditRow) && type.ClrType != typeof(AuditValues) && type.ClrType != typeof(AuditLink))
            .SelectMany(type => type.GetProperties()).Where(property => property.ClrType == typeof(string) || property.ClrType == typeof(byte[]))
            .Where(property => new[] { "Password", "Secret", "Token", "Stamp", "Hash", "Key", "Salt" }.Any(word => property.Name.Contains(word, StringComparison.Ordinal)) && !AuditMask.Hides(property))
            .Select(property => $"{property.DeclaringType.ClrType.Name}.{property.Name}").Order(StringComparer.Ordinal).ToList()));
        shown.ShouldBe(["Application.ContentHash", "Application.PresentHash", "Municipality.AssociationKey", "Municipality.DistrictKey", "Municipality.OfficialKey",
            "Municipality.RegionalKey", "Municipality.SearchKey", "Municipality.TextKey", "Submission.ContentHash"]);
    }

    [Fact]
    public async Task The_job_chains_what_was_committed_within_five_seconds()
    {
        await using var host = await AwardsHost.StartAsync(settings: new Dictionary<string, string?> { ["Jobs:Enabled"] = "true" });
        var scheduler = await host.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
        var trigger = (ISimpleTrigger)(await scheduler.GetTrigger(new TriggerKey("chain")))!;
        trigger.RepeatInterval.ShouldBeLessThanOrEqualTo(TimeSpan.FromSeconds(2));
        await World.CreateAsync(host);
        var patience = TimeSpan.FromSeconds(40);
        for (var waited = TimeSpan.Zero; await host.DbAsync(db => AuditChain.Unlinked(db, Guid.Empty).CountAsync()) > 0; waited += TimeSpan.FromMilliseconds(200))
        {
            waited.ShouldBeLessThan(patience);
            await Task.Delay(200);
            // The scheduler follows the host's clock, which stands still by itself.
            host.Clock.Now = host.Clock.Now.AddMilliseconds(200);
        }
        (await host.CheckAsync()).ShouldBeEmpty();
    }
}
