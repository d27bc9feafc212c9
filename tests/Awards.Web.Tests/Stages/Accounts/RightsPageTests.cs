using Awards.Domain.Accounts;
using Awards.Testing;
using Awards.Web.Platform.Security;
using Awards.Web.Stages;
using Awards.Web.Stages.Accounts;
using Awards.Web.Tests.Structure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace Awards.Web.Tests.Stages.Accounts;

public sealed class RightsPageTests : IAsyncLifetime
{
    private static readonly Dictionary<CallRole, string> Holders = new()
    {
        [CallRole.Lead] = Cast.Lead,
        [CallRole.Reviewer] = Cast.Reviewer(1),
        [CallRole.Editor] = Cast.Editor,
        [CallRole.Finance] = Cast.Finance,
        [CallRole.JuryMember] = Cast.JuryMember,
    };

    private AccountCase _case = null!;

    public async Task InitializeAsync() => _case = await AccountCase.StartAsync();

    public async Task DisposeAsync() => await _case.DisposeAsync();

    [Fact]
    public async Task The_page_says_of_every_page_and_role_what_the_table_written_by_hand_says()
    {
        using var lead = await _case.Host.SignedInAsync(Cast.Lead);
        var page = await lead.GetAsync($"/institut/{World.Slug}/rechte");
        var tables = page.Page.QuerySelectorAll("main table").ToList();
        var roles = Enum.GetValues<CallRole>();
        tables[0].QuerySelectorAll("thead th").Skip(1).Select(head => head.TextContent.Trim()).ShouldBe(roles.Select(AccountWords.Role));
        var rights = tables[0].QuerySelectorAll("tbody tr").ToDictionary(row => row.QuerySelector("th")!.TextContent.Trim(),
            row => row.QuerySelectorAll("td").Select((cell, at) => (cell.TextContent.Trim(), roles[at])).Where(cell => cell.Item1 == "ja").Select(cell => cell.Item2).ToHashSet());
        var shown = tables[1].QuerySelectorAll("tbody tr").ToDictionary(row => row.QuerySelector("th")!.TextContent.Trim(), row => row.QuerySelector("td")!.TextContent.Trim().Split(" · "));

        shown.Keys.Order(StringComparer.Ordinal).ShouldBe(RightsTable.Pages.Where(each => !each.Value.Contains(RightsTable.Anonymous)).Select(each => each.Key).Order(StringComparer.Ordinal));
        foreach (var (address, labels) in shown)
            foreach (var (role, mail) in Holders)
                labels.All(label => label == "angemeldet sein" || (rights.TryGetValue(label, out var may) && may.Contains(role))).ShouldBe(RightsTable.Pages[address].Contains(mail), $"{role} on {address}");
    }

    [Fact]
    public async Task Every_named_right_is_a_policy_with_its_roles_and_some_page_or_action_asks_for_it()
    {
        var policies = _case.Host.Services.GetRequiredService<IAuthorizationPolicyProvider>();
        StageRights.All.Select(right => right.Name).ShouldBeUnique();
        StageRights.All.Select(right => right.Label).ShouldBeUnique();
        foreach (var right in StageRights.All)
        {
            right.Roles.ShouldNotBeEmpty();
            var policy = (await policies.GetPolicyAsync(right.Name)).ShouldNotBeNull(right.Name);
            policy.Requirements.OfType<RoleInCall>().ShouldHaveSingleItem().Roles.ShouldBe(right.Roles);
        }
        var asked = _case.Host.Services.GetServices<Microsoft.AspNetCore.Routing.EndpointDataSource>().SelectMany(source => source.Endpoints)
            .SelectMany(endpoint => endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>()).Select(data => data.Policy).OfType<string>().ToHashSet();
        // Asked for within a page, part by part.
        asked.Add(Awards.Web.Stages.Intake.IntakeRights.Contacts);
        StageRights.All.Select(right => right.Name).Except(asked).ShouldBeEmpty("rights that no page asks for");
    }
}
