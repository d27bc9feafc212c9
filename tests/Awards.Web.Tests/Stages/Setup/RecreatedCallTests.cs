using System.Text.Json;
using Awards.Domain.Calls;
using Awards.Testing;
using Awards.Web.Data;
using Awards.Web.Data.Seeding;
using Awards.Web.Stages.Setup;

namespace Awards.Web.Tests.Stages.Setup;

public sealed class RecreatedCallTests
{
    [Fact]
    public async Task The_reference_call_is_re_created_by_the_editors_alone()
    {
        await using var host = await AwardsHost.StartAsync();
        await World.CreateAsync(host);
        var reference = AwardsHost.Seed.Call(DemoSeeder.Reference);
        using var lead = await host.SignedInAsync(Cast.Lead);
        await (await Editors.BeginAsync(lead, reference)).TypeAllAsync(reference);
        var file = (await lead.DownloadAsync(SetupLinks.File(reference.Slug))).Content;
        var made = JsonSerializer.Deserialize<CallDefinition>(file, CallDefinition.Json)!;
        made.Draft.ShouldBeTrue();
        // What the editor writes out although it is the usual, the seed leaves out.
        var expected = reference with { Limits = reference.LimitRules(), Page = reference.PageRules(), Privacy = reference.PrivacyRules() };
        AuditDiff.Of(Text(expected), Text(made with { Draft = false })).Select(each => $"{each.Key}: {each.Value[0]} -> {each.Value[1]}").ShouldBeEmpty();
        Text(made with { Draft = false }).ShouldBe(Text(expected));

        var released = await lead.SubmitAsync(await lead.GetAsync(SetupLinks.Overview(reference.Slug)), "main form[method=post]");
        released.IsRedirect.ShouldBeTrue(released.Text);
        using var anybody = host.Visitor();
        (await anybody.GetAsync($"/wettbewerbe/{reference.Slug}")).Status.ShouldBe(System.Net.HttpStatusCode.OK);
    }

    private static string Text(CallDefinition call) => JsonSerializer.Serialize(call, CallDefinition.Json);
}
