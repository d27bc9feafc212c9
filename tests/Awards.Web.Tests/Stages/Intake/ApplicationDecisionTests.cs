using System.Net;
using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Intake;
using Awards.Domain.Municipalities;
using Awards.Testing;
using Awards.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Tests.Stages.Intake;

public sealed class ApplicationDecisionTests : IAsyncLifetime
{
    private const string Admit = "form[action$='handler=Admit']", Exclude = "form[action$='handler=Exclude']";
    private AwardsHost _host = null!;
    private World _world = null!;
    private Visitor _lead = null!;

    public async Task InitializeAsync()
    {
        _host = await AwardsHost.StartAsync();
        _world = await World.CreateAsync(_host);
        _lead = await _host.SignedInAsync(Cast.Lead);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task The_page_prints_what_was_submitted()
    {
        var application = await _world.SubmitAsync(1, texts: new ApplicationTexts { Title = "Titel <b>", Summary = "Zeile 1\nZeile 2", ContactMail = "amt@musterstadt.example" });
        var page = await _lead.GetAsync(Address(application));
        var main = page.TextOf("main");
        main.ShouldContain("Titel <b>");
        main.ShouldContain("M-2026-E001");
        main.ShouldContain(application.ContentHash!);
        main.ShouldContain("amt@musterstadt.example");
        main.ShouldContain("Beschreibung A");
        main.ShouldContain("Wurde vor der Zielfestlegung eine Ausgangs- und Bedarfsanalyse erstellt? Ja");
        main.ShouldContain("„Kreisfreie Städte“");
    }

    [Fact]
    public async Task A_draft_another_calls_application_and_an_unknown_one_are_not_found()
    {
        var application = await _world.SubmitAsync(1);
        var draft = await _world.WriteAsync(db =>
        {
            var begun = Application.TakeOver(_world.Call, new ArrivedEntry { ApplicantName = "Entwurf", Channel = Channel.Web, Answers = AnswerSet.Empty }, _host.Clock.Now);
            db.Applications.Add(begun);
            return Task.FromResult(begun);
        });
        (await _lead.GetAsync(Address(draft))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await _lead.GetAsync($"/institut/{World.Slug}/bewerbungen/{Guid.CreateVersion7()}")).Status.ShouldBe(HttpStatusCode.NotFound);
        using var other = await _host.SignedInAsync(Cast.OtherLead);
        (await other.GetAsync($"/institut/{World.OtherSlug}/bewerbungen/{application.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Editors_read_but_do_not_decide()
    {
        var application = await _world.SubmitAsync(1);
        var form = await _lead.GetAsync(Address(application));
        using var editor = await _host.SignedInAsync(Cast.Editor);
        var page = await editor.GetAsync(Address(application));
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Page.QuerySelector(Admit).ShouldBeNull();
        var token = page.Page.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        foreach (var handler in new[] { "Admit", "Exclude" })
            (await editor.PostRawAsync($"{Address(application)}?handler={handler}", new() { ["__RequestVerificationToken"] = token, ["ExclusionReason"] = "x" })).Status.ShouldBe(HttpStatusCode.Forbidden);
        form.Page.QuerySelector(Admit).ShouldNotBeNull();
        (await StatusAsync(application)).ShouldBe(ApplicationState.Submitted);
    }

    [Fact]
    public async Task Admission_gives_the_next_number_and_leaves_audit_rows()
    {
        await _world.AdmitAsync(1);
        var application = await _world.SubmitAsync(2);
        var page = await _lead.GetAsync(Address(application));
        (await _lead.SubmitAsync(page, Admit)).Location.ShouldBe(Address(application));
        (await _lead.GetAsync(Address(application))).TextOf(".kern-alert--success").ShouldContain("M-2026-002");
        var entry = await _host.DbAsync(db => db.Entries.AsNoTracking().SingleAsync(each => each.ApplicationId == application.Id));
        (entry.Number, entry.GroupCode, entry.TypeSource).ShouldBe((2, "district_municipalities", Admission.FromApplicant));
        (await AuditedAsync(AuditAction.ApplicationAdmitted)).ShouldBe(["Application", "Entry", "EntryProject", "EntryProject", "IntakeDecision"]);
        (await _host.CheckAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Another_type_needs_a_reason_and_what_was_chosen_stays()
    {
        var application = await _world.SubmitAsync(1);
        var refused = await _lead.SubmitAsync(await _lead.GetAsync(Address(application)), Admit, new() { ["Type"] = "LK" });
        refused.Status.ShouldBe(HttpStatusCode.OK);
        refused.TextOf("[data-errors]").ShouldContain("Bitte begründen Sie das.");
        refused.Page.QuerySelector("[data-errors] a")!.GetAttribute("href").ShouldBe("#TypeReason");
        refused.Page.QuerySelector("#Type option[selected]")!.GetAttribute("value").ShouldBe("LK");
        (await _lead.SubmitAsync(refused, Admit, new() { ["TypeReason"] = "Gemeinschaft mit dem Kreis" })).IsRedirect.ShouldBeTrue();
        var entry = await _host.DbAsync(db => db.Entries.AsNoTracking().SingleAsync());
        (entry.Type, entry.GroupCode).ShouldBe((MunicipalityType.District, "districts"));
    }

    [Fact]
    public async Task Without_a_type_one_must_be_chosen()
    {
        var application = await ArrivedAsync(new ArrivedEntry { ApplicantName = "Verein", Channel = Channel.Post, Answers = AnswerSet.Empty });
        var refused = await _lead.SubmitAsync(await _lead.GetAsync(Address(application)), Admit);
        refused.TextOf("[data-errors]").ShouldContain("Der Kommunentyp ist nicht bekannt.");
        (await _lead.SubmitAsync(refused, Admit, new() { ["Type"] = "KA" })).IsRedirect.ShouldBeTrue();
    }

    [Fact]
    public async Task Exclusion_needs_a_reason_and_mails_it()
    {
        var application = await _world.SubmitAsync(1);
        var page = await _lead.GetAsync(Address(application));
        (await _lead.SubmitAsync(page, Exclude, new() { ["ExclusionReason"] = "  " })).TextOf("[data-errors]").ShouldContain("Bitte begründen Sie den Ausschluss.");
        (await _host.DbAsync(db => db.Outbox.CountAsync())).ShouldBe(0);

        (await _lead.SubmitAsync(page, Exclude, new() { ["ExclusionReason"] = "Keine Kommune." })).IsRedirect.ShouldBeTrue();
        (await StatusAsync(application)).ShouldBe(ApplicationState.Excluded);
        var mail = await _host.DbAsync(db => db.Outbox.SingleAsync());
        mail.Recipient.ShouldBe("kontakt@musterstadt.example");
        mail.Body.ShouldContain("Keine Kommune.");
        (await AuditedAsync(AuditAction.ApplicationExcluded)).ShouldBe(["Application", "IntakeDecision"]);
        (await _lead.GetAsync(Address(application))).TextOf("main").ShouldContain("Keine Kommune.");
    }

    [Fact]
    public async Task The_notice_of_exclusion_is_in_the_language_in_which_the_application_was_submitted()
    {
        using var clerk = await _host.SignedInAsync(Cast.ClerkOne);
        await clerk.GetAsync("/sprache?culture=en&returnUrl=/");
        var applicant = new Applicant(clerk, _world.Call.Definition);
        var address = await applicant.BeginAsync();
        await applicant.FillAsync(address, "Our contribution");
        (await applicant.SubmitAsync(address)).IsRedirect.ShouldBeTrue();
        var page = await _lead.GetAsync($"/institut/{World.Slug}/bewerbungen/{address.Split('/')[^1]}");
        (await _lead.SubmitAsync(page, Exclude, new() { ["ExclusionReason"] = "Keine Kommune." })).IsRedirect.ShouldBeTrue();
        var mail = await _host.DbAsync(db => db.Outbox.SingleAsync(each => each.Kind == "exclusion"));
        mail.Language.ShouldBe("en");
        mail.Body.ShouldContain("Unfortunately your application “Our contribution”");
        mail.Body.ShouldContain("Keine Kommune.");
    }

    [Fact]
    public async Task Without_an_address_there_is_no_mail_and_the_page_says_so()
    {
        var application = await ArrivedAsync(new ArrivedEntry { ApplicantName = "Verein", Channel = Channel.Post, Answers = AnswerSet.Empty });
        await _lead.SubmitAsync(await _lead.GetAsync(Address(application)), Exclude, new() { ["ExclusionReason"] = "Keine Kommune." });
        (await _host.DbAsync(db => db.Outbox.CountAsync())).ShouldBe(0);
        (await _lead.GetAsync(Address(application))).TextOf(".kern-alert--success").ShouldContain("nennt keine E-Mail-Adresse");
    }

    [Fact]
    public async Task Of_two_windows_the_second_is_told_that_it_is_decided()
    {
        var application = await _world.SubmitAsync(1);
        var (one, two) = (await _lead.GetAsync(Address(application)), await _lead.GetAsync(Address(application)));
        await _lead.SubmitAsync(one, Admit);
        var second = await _lead.SubmitAsync(two, Exclude, new() { ["ExclusionReason"] = "Anders überlegt" });
        second.Status.ShouldBe(HttpStatusCode.OK);
        second.TextOf("[data-errors]").ShouldContain("Inzwischen hat jemand anderes gespeichert.");
        (await StatusAsync(application)).ShouldBe(ApplicationState.Admitted);
        (await _host.DbAsync(db => db.Outbox.CountAsync())).ShouldBe(0);
    }

    [Theory]
    [InlineData("Admit")]
    [InlineData("Exclude")]
    public async Task A_decision_on_an_application_that_was_reopened_meanwhile_says_so(string decision)
    {
        var application = await _world.SubmitAsync(1);
        var page = await _lead.GetAsync($"/institut/{World.Slug}/bewerbungen/{application.Id}");
        await _world.WriteAsync(async db =>
        {
            var submitted = await db.Applications.SingleAsync(each => each.Id == application.Id);
            return submitted.Reopen(_world.Call, submitted.Version, new(null, _host.Clock.Now)).Fact;
        });
        var answer = await _lead.SubmitAsync(page, $"main form[action*='{decision}']", new() { ["ExclusionReason"] = "Begründung" });
        answer.Location.ShouldBe($"/institut/{World.Slug}/bewerbungen");
        (await _lead.GetAsync(answer.Location!)).TextOf("main").ShouldContain("inzwischen wieder geöffnet");
        (await StatusAsync(application)).ShouldBe(ApplicationState.Draft);
    }

    [Fact]
    public async Task Joint_entries_and_too_many_projects_are_pointed_out()
    {
        var application = await ArrivedAsync(new ArrivedEntry { ApplicantName = "Gemeinschaft", Channel = Channel.Web, Answers = AnswerSet.Empty, IsJoint = true, Type = MunicipalityType.District, Projects = [new("A"), new("B"), new("C")] });
        string.Join(' ', (await _lead.GetAsync(Address(application))).TextsOf("main .kern-alert--warning")).ShouldSatisfyAllConditions(
            text => text.ShouldContain("Gemeinschaftsbeitrag"), text => text.ShouldContain("3 Einzelprojekte, vorgesehen sind höchstens 2"));
    }

    private static string Address(Application application) => $"/institut/{World.Slug}/bewerbungen/{application.Id}";

    private Task<Application> ArrivedAsync(ArrivedEntry entry) => _world.WriteAsync(db =>
    {
        var application = Application.TakeOver(_world.Call, entry, _host.Clock.Now);
        application.SubmitTakenOver(_world.Call, 90, _host.Clock.Now);
        db.Applications.Add(application);
        return Task.FromResult(application);
    });

    private Task<ApplicationState> StatusAsync(Application application) => _host.DbAsync(db => db.Applications.Where(each => each.Id == application.Id).Select(each => each.Status).SingleAsync());

    private Task<List<string>> AuditedAsync(AuditAction action) => _host.DbAsync(db =>
        db.AuditRows.Where(row => row.Action == action && row.PersonId == _world.Persons[Cast.Lead]).Select(row => row.ObjectType).OrderBy(type => type).ToListAsync());
}
