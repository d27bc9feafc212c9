using Awards.Domain.Calls;
using Awards.Testing;
using Awards.Web.Stages.Calls;
using Awards.Web.Stages.Intake;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Tests.Stages.Calls;

/// <summary>Groups by inhabitants, from the dashboard to admission.</summary>
public sealed class PopulationBandTests
{
    [Fact]
    public async Task Inhabitants_by_the_register_decide_on_the_group()
    {
        await using var host = await AwardsHost.StartAsync();
        var world = await World.CreateAsync(host, call => call with
        {
            AwardGroups = [new() { Code = "small", Label = "Klein", BelowPopulation = 20_000 }, new() { Code = "large", Label = "Groß", FromPopulation = 20_000 }],
            Prizes = [],
        });
        await host.DbAsync(db => db.Municipalities.Where(each => each.Id == world.Municipalities[0].Id).ExecuteUpdateAsync(set => set.SetProperty(each => each.Population, 5_000)));
        var (known, unknown) = (await world.SubmitAsync(1), await world.SubmitAsync(2));
        using var lead = await host.SignedInAsync(Cast.Lead);
        var dashboard = await lead.GetAsync(CallLinks.Office(World.Slug));
        dashboard.Page.QuerySelectorAll("tbody tr").Select(row => (row.QuerySelector("th")!.TextContent.Trim(), row.QuerySelectorAll("td")[1].TextContent.Trim()))
            .ShouldBe([("Klein", "1"), ("Groß", "0"), ("Ohne Gruppe: Typ oder Einwohnerzahl unbekannt", "1")]);

        (await AdmitAsync(lead, unknown.Id)).Text.ShouldContain("Die Gruppen richten sich nach der Einwohnerzahl");
        (await AdmitAsync(lead, known.Id)).IsRedirect.ShouldBeTrue();
        (await host.DbAsync(db => db.Entries.Select(entry => entry.GroupCode).SingleAsync())).ShouldBe("small");
    }

    private static async Task<Answer> AdmitAsync(Visitor lead, Guid id) => await lead.SubmitAsync(await lead.GetAsync(IntakeLinks.Application(World.Slug, id)), "form[action$='Admit']");
}
