using Awards.Domain.Outreach;
using Awards.Testing;
using Awards.Web.Stages.Outreach;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Tests.Stages.Outreach;

public sealed class PaceTests
{
    [Fact]
    public async Task No_minute_gets_more_mails_than_is_set()
    {
        await using var slow = await OutreachCase.StartAsync(perMinute: 12);
        var wave = await slow.WaveAsync(await slow.ListAsync([.. Enumerable.Range(0, 30).Select(number => $"v{number:00}@verband.example")]));
        var written = new List<int>();
        for (var tick = 0; tick < 20; tick++)
        {
            written.Add(await slow.RunAsync());
            slow.Host.Clock.Now = slow.Host.Clock.Now.AddSeconds(10);
        }
        written.Sum().ShouldBe(30);
        written.Max().ShouldBe(2);
        Enumerable.Range(0, written.Count - 5).Select(from => written.Skip(from).Take(6).Sum()).Max().ShouldBeLessThanOrEqualTo(12);
        (await slow.Host.DbAsync(db => db.Waves.SingleAsync(each => each.Id == wave.Id))).State.ShouldBe(WaveState.Done);
    }

    [Fact]
    public async Task Without_an_address_of_the_site_nothing_is_released()
    {
        await using var host = await AwardsHost.StartAsync();
        var world = await World.CreateAsync(host);
        var wave = await world.WriteAsync(db =>
        {
            var list = ContactList.Make(world.Call.Id, "Alle", null, new(null, host.Clock.Now)).Fact;
            db.ContactLists.Add(list);
            db.Contacts.Add(Contact.Add(list, new() { Name = "Verband", Mail = "a@verband.example", Source = "Web" }, null, host.Clock.Now).Fact);
            var made = Wave.Make(world.Call.Id, new() { Name = "Welle", ListId = list.Id, SubjectDe = "x", TextDe = "y" }, host.Clock.Now).Fact;
            db.Waves.Add(made);
            return Task.FromResult(made);
        });
        using var lead = await host.SignedInAsync(Cast.Lead);
        (await lead.GetAsync(OutreachLinks.Index(World.Slug))).TextOf("main").ShouldContain("Noch kann nichts verschickt werden");
        var page = await lead.GetAsync(OutreachLinks.Wave(World.Slug, wave.Id));
        (await lead.SubmitAsync(page, "form[action*=Release]", new() { ["Confirmed"] = "true" })).TextOf("main").ShouldContain("In den Einstellungen fehlt PublicAddress");
        (await lead.SubmitAsync(page, "form[action*=Test]")).TextOf("main").ShouldContain("In den Einstellungen fehlt PublicAddress");
        (await lead.SubmitAsync(page, "form[action*=Delete]")).Location.ShouldBe(OutreachLinks.Index(World.Slug));
        (await host.DbAsync(db => db.Waves.CountAsync())).ShouldBe(0);
    }
}
