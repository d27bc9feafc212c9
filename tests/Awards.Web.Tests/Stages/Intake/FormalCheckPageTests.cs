using System.Net;
using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Intake;
using Awards.Domain.Municipalities;
using Awards.Testing;
using Awards.Web.Data;
using Awards.Web.Tests.Documents;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Tests.Stages.Intake;

/// <summary>Check list, breaches, groups of joint entries, and taking an exclusion back, through the pages.</summary>
public sealed class FormalCheckPageTests : IAsyncLifetime
{
    private const string Admit = "form[action$='handler=Admit']", Check = "main form";
    private AwardsHost _host = null!;
    private World _world = null!;
    private Visitor _lead = null!;

    public async Task InitializeAsync()
    {
        _host = await AwardsHost.StartAsync();
        _world = await World.CreateAsync(_host, call => call with { FormalChecks = [new("town", "Von einer Kommune", "Keine Organisation"), new("length", "Text nicht zu lang")] });
        _lead = await _host.SignedInAsync(Cast.Lead);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task An_application_is_admitted_once_its_list_is_done()
    {
        var application = await _world.SubmitAsync(1);
        var page = await _lead.GetAsync(Address(application));
        page.TextOf("main").ShouldContain("Offen: Von einer Kommune; Text nicht zu lang.");
        (await _lead.SubmitAsync(page, Admit)).TextOf("[data-errors]").ShouldContain("Die formale Prüfung ist noch nicht abgeschlossen.");

        using var editor = await _host.SignedInAsync(Cast.Editor);
        var form = await editor.GetAsync(Address(application) + "/pruefung");
        var refused = await editor.SubmitAsync(form, Check, new() { ["Rows[0].State"] = "Ok", ["Rows[1].State"] = "Fault" });
        refused.Status.ShouldBe(HttpStatusCode.OK);
        refused.TextOf("[data-errors]").ShouldContain("Bitte schreiben Sie dazu, was nicht stimmt.");
        refused.Page.QuerySelector("[name='Rows[0].State'][value=Ok]")!.HasAttribute("checked").ShouldBeTrue();
        (await _host.DbAsync(db => db.FormalChecks.CountAsync())).ShouldBe(0);
        (await editor.SubmitAsync(refused, Check, new() { ["Rows[1].Note"] = "Sechs Seiten" })).IsRedirect.ShouldBeTrue();
        (await _lead.SubmitAsync(await _lead.GetAsync(Address(application)), Admit)).TextOf("[data-errors]").ShouldContain("Die formale Prüfung hat Fehler ergeben: Text nicht zu lang.");

        form = await editor.GetAsync(Address(application) + "/pruefung");
        (await editor.SubmitAsync(form, Check, new() { ["Rows[1].State"] = "Accepted", ["Rows[1].Note"] = "Nur die Fußnoten" })).IsRedirect.ShouldBeTrue();
        page = await _lead.GetAsync(Address(application));
        page.TextOf("main").ShouldContain("Nur die Fußnoten");
        page.TextOf("main").ShouldContain("editor");
        (await _lead.SubmitAsync(page, Admit)).IsRedirect.ShouldBeTrue();
        (await _host.CheckAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_who_check_at_once_do_not_overwrite_each_other_and_the_same_again_is_nothing()
    {
        var application = await _world.SubmitAsync(1);
        var address = Address(application) + "/pruefung";
        var (mine, theirs) = (await _lead.GetAsync(address), await _lead.GetAsync(address));
        (await _lead.SubmitAsync(theirs, Check, new() { ["Rows[0].State"] = "Fault", ["Rows[0].Note"] = "Ein Verein" })).IsRedirect.ShouldBeTrue();
        var stale = await _lead.SubmitAsync(mine, Check, new() { ["Rows[0].State"] = "Ok", ["Rows[1].State"] = "Ok" });
        stale.TextOf("[data-errors]").ShouldContain("Inzwischen hat jemand anderes diesen Prüfpunkt bearbeitet.");
        (await _host.DbAsync(db => db.FormalChecks.SingleAsync())).Note.ShouldBe("Ein Verein");
        var rows = await _host.DbAsync(db => db.AuditRows.CountAsync());
        (await _lead.SubmitAsync(await _lead.GetAsync(address), Check)).IsRedirect.ShouldBeTrue();
        (await _host.DbAsync(db => db.AuditRows.CountAsync())).ShouldBe(rows);
    }

    [Fact]
    public async Task A_third_project_is_accepted_with_a_reason_that_stays()
    {
        var application = await _world.SubmitAsync(1, projects: [new("A"), new("B"), new("C")]);
        var form = await _lead.GetAsync(Address(application) + "/pruefung");
        var rows = form.Page.QuerySelectorAll("[name$='.Code']").Select(each => each.GetAttribute("value")).ToList();
        var at = rows.IndexOf(FormalFindings.Projects);
        (await _lead.SubmitAsync(form, Check, new() { ["Rows[0].State"] = "Ok", ["Rows[1].State"] = "Ok", [$"Rows[{at}].State"] = "Accepted", [$"Rows[{at}].Note"] = "Das dritte gehört zum zweiten" })).IsRedirect.ShouldBeTrue();
        var page = await _lead.GetAsync(Address(application));
        page.TextOf("main").ShouldContain("Das dritte gehört zum zweiten");
        (await _lead.SubmitAsync(page, Admit)).IsRedirect.ShouldBeTrue();
        (await _host.DbAsync(db => db.Entries.Include(entry => entry.Projects).SingleAsync())).Projects.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_joint_entry_is_asked_for_its_group_and_notes_who_said_so()
    {
        var application = await _world.WriteAsync(db =>
        {
            var arrived = Application.TakeOver(_world.Call, new ArrivedEntry { ApplicantName = "Gemeinschaft", Channel = Channel.Web, Answers = AnswerSet.Empty, Type = MunicipalityType.District, Participants = [new("Stadt Beispiel"), new("Kreis Beispiel", Type: MunicipalityType.District)] }, _host.Clock.Now);
            arrived.SubmitTakenOver(_world.Call, 1, _host.Clock.Now);
            db.Applications.Add(arrived);
            db.FormalChecks.AddRange(new[] { "town", "length" }.Select(code => FormalCheck.Decide(arrived, null, new HashSet<string> { code }, code, CheckState.Ok, null, 0, new(null, _host.Clock.Now)).Fact));
            return Task.FromResult(arrived);
        });
        var page = await _lead.GetAsync(Address(application));
        page.TextOf("main").ShouldContain("Stadt Beispiel, Kreis Beispiel (Landkreis)");
        page.Page.QuerySelector("[name=Group]")!.GetAttribute("value").ShouldBe("districts");
        var refused = await _lead.SubmitAsync(page, Admit);
        refused.Page.QuerySelector("[data-errors] a")!.GetAttribute("href").ShouldBe("#Group");
        refused = await _lead.SubmitAsync(refused, Admit, new() { ["Group"] = "independent_cities" });
        refused.TextOf("[data-errors]").ShouldContain("Bitte begründen Sie die Wahl der Prämierungsgruppe.");
        (await _lead.SubmitAsync(refused, Admit, new() { ["TypeReason"] = "Die Stadt führt das Projekt" })).IsRedirect.ShouldBeTrue();
        var entry = await _host.DbAsync(db => db.Entries.AsNoTracking().SingleAsync());
        (entry.GroupCode, entry.GroupSource).ShouldBe(("independent_cities", "Festlegung der Geschäftsstelle: Die Stadt führt das Projekt"));
        (await _lead.GetAsync(Address(application))).TextOf("main").ShouldContain("Die Stadt führt das Projekt");
    }

    [Fact]
    public async Task An_exclusion_is_printed_and_taken_back_with_a_reason()
    {
        var application = await _world.SubmitAsync(1);
        await _lead.SubmitAsync(await _lead.GetAsync(Address(application)), "form[action$='handler=Exclude']", new() { ["ExclusionReason"] = "Keine Kommune, sondern ein <b>Verein</b>." });
        foreach (var _ in new[] { 1, 2 })
        {
            var (status, type, pdf) = await _lead.DownloadAsync(Address(application) + "/schreiben.pdf");
            (status, type).ShouldBe((HttpStatusCode.OK, "application/pdf"));
            if (Poppler.IsInstalled) (await Poppler.TextAsync(pdf)).ShouldContain("Keine Kommune, sondern ein <b>Verein</b>.");
        }
        using var editor = await _host.SignedInAsync(Cast.Editor);
        (await editor.GetAsync(Address(application) + "/schreiben.pdf")).Status.ShouldBe(HttpStatusCode.Forbidden);
        var page = await _lead.GetAsync(Address(application));
        (await _lead.SubmitAsync(page, "form[action$='handler=TakeBack']", new() { ["TakeBackReason"] = " " })).TextOf("[data-errors]").ShouldContain("Bitte begründen Sie");
        (await _lead.SubmitAsync(page, "form[action$='handler=TakeBack']", new() { ["TakeBackReason"] = "Der Kreis ist Träger" })).IsRedirect.ShouldBeTrue();
        (await _host.DbAsync(db => db.Applications.Select(each => each.Status).SingleAsync())).ShouldBe(ApplicationState.Submitted);
        (await _lead.GetAsync(Address(application))).TextOf("main").ShouldContain("Ausschluss zurückgenommen");
        (await _lead.GetAsync(Address(application) + "/schreiben.pdf")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await _host.DbAsync(db => db.AuditRows.CountAsync(row => row.Action == AuditAction.LetterPrinted))).ShouldBe(2);
        (await _host.CheckAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_list_of_a_call_is_edited_in_the_set_up()
    {
        var address = $"/institut/{World.Slug}/einrichten/formale-pruefung";
        var page = await _lead.GetAsync(address);
        var saved = await _lead.SubmitAsync(page, "main form", new() { ["Rows[2].LabelDe"] = "Fristgerecht", ["Rows[0].Remove"] = "true" });
        saved.IsRedirect.ShouldBeTrue(saved.Text);
        var call = await _host.DbAsync(db => db.Calls.AsNoTracking().SingleAsync(each => each.Slug == World.Slug));
        call.Definition.FormalChecks!.Select(item => item.Code).ShouldBe(["length", "fristgerecht"]);
    }

    private static string Address(Application application) => $"/institut/{World.Slug}/bewerbungen/{application.Id}";
}
