using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Intake;
using Awards.Testing;
using Awards.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Tests.Stages.Privacy;

public sealed class ConsentTests : IAsyncLifetime
{
    private AwardsHost _host = null!;

    public async Task InitializeAsync() => _host = await AwardsHost.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task A_contact_is_public_with_its_consent_only_and_vanishes_with_it()
    {
        var world = await World.CreateAsync(_host);
        using var clerk = await _host.SignedInAsync(Cast.ClerkOne);
        var applicant = new Applicant(clerk, world.Call.Definition);
        var silent = await applicant.BeginAsync();
        await applicant.FillAsync(silent, "Ohne Einwilligung");
        (await clerk.GetAsync(silent + "/pruefen")).Page.QuerySelector("[name='Consents[publish_contact]']")!.HasAttribute("checked").ShouldBeFalse();
        (await applicant.SubmitAsync(silent)).Location!.ShouldEndWith("/eingang");
        var open = await applicant.BeginAsync();
        await applicant.FillAsync(open, "Mit Einwilligung");
        var page = await clerk.GetAsync(open + "/pruefen");
        (await clerk.SubmitAsync(page, "main form:has([name=Confirmed])", new() { ["Confirmed"] = "true", ["Consents[publish_contact]"] = "true" })).Location!.ShouldEndWith("/eingang");
        (await clerk.GetAsync(open + "/eingang")).TextOf("section:has(#consents)").ShouldContain("Fassung 1");
        foreach (var address in new[] { silent, open }) await AdmitAsync(world, Guid.Parse(address.Split('/')[^1]));
        _host.Clock.Now = world.Call.Phase(PhaseKind.Publication)!.From;
        using var visitor = _host.Visitor();
        const string canary = "amt@musterstadt.example";
        (await visitor.GetAsync($"/wettbewerbe/{World.Slug}/beitraege/1")).Text.ShouldNotContain(canary);
        (await visitor.GetAsync($"/wettbewerbe/{World.Slug}/beitraege/2")).Text.ShouldContain(canary);
        (await _host.CheckAsync()).ShouldBeEmpty();

        using var again = await _host.SignedInAsync(Cast.ClerkOne);
        await again.SubmitAsync(await again.GetAsync(open + "/einwilligungen"), "main form:has([name=code])", button: ("code", "publish_contact"));
        (await visitor.GetAsync($"/wettbewerbe/{World.Slug}/beitraege/2")).Text.ShouldNotContain(canary);
        (await _host.DbAsync(db => db.Consents.AsNoTracking().SingleAsync())).WithdrawnAt.ShouldBe(_host.Clock.Now);
        (await _host.CheckAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Another_contact_person_or_another_text_is_not_covered()
    {
        var world = await World.CreateAsync(_host);
        var entry = await world.AdmitAsync(1);
        var definition = world.Call.Definition.PrivacyRules().Consent("publish_contact")!;
        await world.WriteAsync(async db =>
        {
            var application = await db.Applications.Include(each => each.Projects).SingleAsync(each => each.Id == entry.ApplicationId);
            db.Consents.Add(Domain.Privacy.Consent.Give(application, definition, new(null, _host.Clock.Now)));
            return true;
        });
        _host.Clock.Now = world.Call.Phase(PhaseKind.Publication)!.From;
        using var visitor = _host.Visitor();
        (await visitor.GetAsync($"/wettbewerbe/{World.Slug}/beitraege/1")).Text.ShouldContain("kontakt@musterstadt.example");
        using var lead = await _host.SignedInAsync(Cast.Lead);
        var form = await lead.GetAsync($"/institut/{World.Slug}/bewerbungen/{entry.ApplicationId}/kontakt");
        (await lead.SubmitAsync(form, "main form", new() { ["ContactMail"] = "neu@musterstadt.example" })).Page.QuerySelector("[data-errors]").ShouldNotBeNull();
        (await lead.SubmitAsync(form, "main form", new() { ["ContactMail"] = "neu@musterstadt.example", ["Reason"] = "Bitte der Kommune" })).IsRedirect.ShouldBeTrue();
        var text = (await visitor.GetAsync($"/wettbewerbe/{World.Slug}/beitraege/1")).Text;
        text.ShouldNotContain("kontakt@musterstadt.example");
        text.ShouldNotContain("neu@musterstadt.example");
        (await _host.CheckAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_required_consent_must_be_given_before_submitting()
    {
        var world = await World.CreateAsync(_host, call => call with { Privacy = new() { Consents = [new("rules", 1, "Ich kenne die Regeln.", Required: true)] } });
        using var clerk = await _host.SignedInAsync(Cast.ClerkOne);
        var applicant = new Applicant(clerk, world.Call.Definition);
        var address = await applicant.BeginAsync();
        await applicant.FillAsync(address, "Beitrag");
        (await applicant.SubmitAsync(address)).TextOf("[data-errors]").ShouldContain("Ich kenne die Regeln.");
        (await _host.DbAsync(db => db.Consents.CountAsync())).ShouldBe(0);
        var page = await clerk.GetAsync(address + "/pruefen");
        (await clerk.SubmitAsync(page, "main form:has([name=Confirmed])", new() { ["Confirmed"] = "true", ["Consents[rules]"] = "true" })).IsRedirect.ShouldBeTrue();
    }

    private static Task<Entry> AdmitAsync(World world, Guid id) => world.WriteAsync(async db =>
    {
        var application = await db.Applications.Include(each => each.Projects).SingleAsync(each => each.Id == id);
        var next = await db.Entries.Where(each => each.CallId == world.Call.Id).CountAsync() + 1;
        var admitted = Admission.Admit(application, world.Call, next, null, new(null, AwardsHost.Start)).Fact;
        db.AddRange(admitted.Entry, admitted.Decision);
        return admitted.Entry;
    });
}
