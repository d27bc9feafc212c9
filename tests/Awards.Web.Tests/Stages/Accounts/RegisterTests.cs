using Awards.Domain.Accounts;
using Awards.Domain.Municipalities;
using Awards.Testing;
using Awards.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Tests.Stages.Accounts;

public sealed class RegisterTests : IAsyncLifetime
{
    private const string Mail = "amt@musterstadt.example", Good = "drei kleine Igel";
    private AccountCase _case = null!;

    public async Task InitializeAsync() => _case = await AccountCase.StartAsync();

    public async Task DisposeAsync() => await _case.DisposeAsync();

    [Fact]
    public async Task From_the_form_over_the_mail_to_an_account_that_may_apply()
    {
        using var visitor = _case.Host.Visitor();
        (await RegisterAsync(visitor, "Musterstadt 3")).TextOf("main").ShouldContain("Bitte sehen Sie in Ihr Postfach");
        (await _case.Host.DbAsync(db => db.Users.CountAsync(person => person.Email == Mail))).ShouldBe(0);
        var link = await _case.LinkAsync(Mail);
        var page = await visitor.GetAsync(link);
        page.TextOf("main").ShouldContain("Musterstadt 3");
        (await ConfirmAsync(visitor, page)).Location.ShouldBe("/konto");
        (await visitor.GetAsync("/kommune")).Status.ShouldBe(System.Net.HttpStatusCode.OK);
        (await _case.SignInAsync(Mail, Good)).Location.ShouldBe("/kommune");

        var person = await _case.Host.DbAsync(db => db.Users.SingleAsync(each => each.Email == Mail));
        (await _case.TrailAsync(AuditAction.InvitationAccepted)).ShouldAllBe(row => row.PersonId == person.Id);
        (await visitor.GetAsync(link)).TextOf("[data-errors]").ShouldContain("schon benutzt");
    }

    [Fact]
    public async Task A_registration_expires_after_two_days()
    {
        using var visitor = _case.Host.Visitor();
        await RegisterAsync(visitor, "Musterstadt 3");
        var page = await visitor.GetAsync(await _case.LinkAsync(Mail));
        _case.Host.Clock.Now += Invitation.RegisteredFor;
        (await ConfirmAsync(visitor, page)).TextOf("[data-errors]").ShouldContain("abgelaufen");
        (await _case.Host.DbAsync(db => db.Users.CountAsync(person => person.Email == Mail))).ShouldBe(0);
    }

    [Theory]
    [InlineData("jemand@gmail.com", "dienstliche Adresse; eine bei gmail.com")]
    [InlineData("jemand", "Das ist keine vollständige E-Mail-Adresse")]
    [InlineData("a@b", "Das ist keine vollständige E-Mail-Adresse")]
    [InlineData("", "Bitte geben Sie Ihre E-Mail-Adresse ein.")]
    public async Task An_address_that_says_nothing_about_work_is_refused_with_words(string mail, string words)
    {
        using var visitor = _case.Host.Visitor();
        var answer = await RegisterAsync(visitor, "Musterstadt 3", mail);
        answer.TextOf("[data-errors]").ShouldContain(words);
        answer.Page.QuerySelector("[name='Input.Municipality']")!.GetAttribute("value").ShouldBe("Musterstadt 3");
        (await _case.Host.DbAsync(db => db.Invitations.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task An_address_of_more_than_254_characters_and_an_unreadable_name_are_refused()
    {
        using var visitor = _case.Host.Visitor();
        (await RegisterAsync(visitor, "Musterstadt 3", new string('a', 300) + "@musterstadt.example")).TextOf("[data-errors]").ShouldContain("keine vollständige E-Mail-Adresse");
        (await RegisterAsync(visitor, "Musterstadt 3", name: "Na\u0001me")).TextOf("[data-errors]").ShouldContain("unsichtbares Zeichen");
        (await RegisterAsync(visitor, "Musterstadt 3", name: new string('a', 201))).TextOf("[data-errors]").ShouldContain("erlaubt sind 200");
    }

    [Fact]
    public async Task Several_matches_are_asked_about()
    {
        using var visitor = _case.Host.Visitor();
        var answer = await RegisterAsync(visitor, "muster");
        answer.TextOf("[data-errors]").ShouldContain("welche Kommune");
        answer.Page.QuerySelectorAll("[name='Input.MunicipalityId']").Length.ShouldBe(7);
        var chosen = await visitor.SubmitAsync(answer, "form:has([name='Input.Mail'])", new() { ["Input.MunicipalityId"] = _case.World.Municipalities[4].Id.ToString() });
        chosen.TextOf("main").ShouldContain("Postfach");
        (await _case.Host.DbAsync(db => db.Invitations.SingleAsync())).MunicipalityId.ShouldBe(_case.World.Municipalities[4].Id);
    }

    [Fact]
    public async Task An_unlisted_municipality_is_made_once_and_only_when_the_address_is_confirmed()
    {
        foreach (var mail in new[] { "eins@anderswo.example", "zwei@anderswo.example" })
        {
            using var visitor = _case.Host.Visitor();
            var asked = await RegisterAsync(visitor, "Anderswo", mail);
            asked.TextOf("[data-errors]").ShouldContain("„Anderswo“ steht nicht in unserer Liste");
            await visitor.SubmitAsync(asked, "form:has([name='Input.Mail'])", new() { ["Input.State"] = "NW", ["Input.Type"] = MunicipalityType.District.Code() });
        }
        (await CountAsync()).ShouldBe(0);
        foreach (var mail in new[] { "eins@anderswo.example", "zwei@anderswo.example" })
        {
            using var visitor = _case.Host.Visitor();
            await ConfirmAsync(visitor, await visitor.GetAsync(await _case.LinkAsync(mail)));
        }
        (await CountAsync()).ShouldBe(1);
        (await _case.MailsAsync("eins@anderswo.example"))[^1].Subject.ShouldBe("Neues Konto für Anderswo");

        Task<int> CountAsync() => _case.Host.DbAsync(db => db.Municipalities.CountAsync(each => each.Name == "Anderswo"));
    }

    [Fact]
    public async Task An_existing_account_must_sign_in_first_and_its_colleagues_are_told_once()
    {
        using var visitor = _case.Host.Visitor();
        var unknown = (await RegisterAsync(visitor, "Musterstadt 1")).TextOf("main h1, main [role]");
        (await RegisterAsync(visitor, "Musterstadt 1", Cast.ClerkTwo)).TextOf("main h1, main [role]").ShouldBe(unknown);
        var link = await _case.LinkAsync(Cast.ClerkTwo);
        var page = await visitor.GetAsync(link);
        page.TextOf("main").ShouldContain("gibt es schon ein Konto");
        page.Page.QuerySelector("main form").ShouldBeNull();
        (await visitor.PostRawAsync(link, new() { ["Name"] = "Eindringling", ["__RequestVerificationToken"] = Token(await visitor.GetAsync("/anmelden")) })).IsRedirect.ShouldBeFalse();
        (await _case.MailsAsync(Cast.ClerkOne)).ShouldBeEmpty();

        (await AccountCase.SignInAsync(visitor, Cast.ClerkTwo, returnUrl: link)).Location.ShouldBe(link);
        for (var time = 0; time < 2; time++)
        {
            if (time == 1)
            {
                using var again = _case.Host.Visitor();
                await RegisterAsync(again, "Musterstadt 1", Cast.ClerkTwo);
                link = await _case.LinkAsync(Cast.ClerkTwo);
            }
            (await visitor.SubmitAsync(await visitor.GetAsync(link), "main form")).Location.ShouldBe("/konto");
        }
        (await visitor.GetAsync("/konto")).TextOf("main").ShouldContain("Musterstadt 1, Musterstadt 2");
        (await _case.MailsAsync(Cast.ClerkOne)).ShouldHaveSingleItem().Body.ShouldContain("clerk2 hat sich für Musterstadt 1 registriert");
    }

    [Fact]
    public async Task Who_reviews_an_entry_of_the_municipality_cannot_act_for_it()
    {
        await _case.World.AssignAsync(await _case.World.AdmitAsync(4));
        using var visitor = await _case.Host.SignedInAsync(Cast.Reviewer(1));
        await RegisterAsync(visitor, "Musterstadt 4", Cast.Reviewer(1));
        var answer = await visitor.SubmitAsync(await visitor.GetAsync(await _case.LinkAsync(Cast.Reviewer(1))), "main form");
        answer.TextOf("[data-errors]").ShouldContain("prüft einen Beitrag dieser Kommune");
        (await visitor.GetAsync("/kommune")).Status.ShouldBe(System.Net.HttpStatusCode.Forbidden);
        (await _case.Host.CheckAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_weak_password_is_refused_and_none_at_all_means_links()
    {
        using var visitor = _case.Host.Visitor();
        await RegisterAsync(visitor, "Musterstadt 3");
        var link = await _case.LinkAsync(Mail);
        (await visitor.SubmitAsync(await visitor.GetAsync(link), "main form", new() { ["Password"] = "passwort1234" })).TextOf("[data-errors]").ShouldContain("Passwort");
        (await visitor.SubmitAsync(await visitor.GetAsync(link), "main form")).Location.ShouldBe("/konto");
        (await _case.SignInAsync(Mail, "")).IsRedirect.ShouldBeFalse();
        (await _case.SignInAsync(Mail, "nobody")).TextOf("[data-errors]").ShouldContain("stimmen nicht");
    }

    [Fact]
    public async Task Where_registration_is_switched_off_the_page_says_whom_to_ask()
    {
        await using var closed = await AccountCase.StartAsync(("Accounts:Registration", "false"));
        using var visitor = closed.Host.Visitor();
        (await visitor.GetAsync("/registrieren")).TextOf("main").ShouldContain("Wenden Sie sich bitte an die Geschäftsstelle");
        (await visitor.GetAsync("/anmelden")).Text.ShouldNotContain("/registrieren");
        (await visitor.PostRawAsync("/registrieren", new() { ["Input.Mail"] = Mail, ["Input.Name"] = "Name", ["Input.Municipality"] = "Musterstadt 3", ["__RequestVerificationToken"] = Token(await visitor.GetAsync("/anmelden")) })).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
        (await closed.Host.DbAsync(db => db.Invitations.CountAsync())).ShouldBe(0);
    }

    private static string Token(Answer page) => page.Page.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    private static async Task<Answer> RegisterAsync(Visitor visitor, string municipality, string mail = Mail, string name = "Ansprechperson") => await visitor.SubmitAsync(await visitor.GetAsync("/registrieren"), "form:has([name='Input.Mail'])",
        new() { ["Input.Mail"] = mail, ["Input.Name"] = name, ["Input.Municipality"] = municipality });

    private static Task<Answer> ConfirmAsync(Visitor visitor, Answer page) => visitor.SubmitAsync(page, "main form", new() { ["Password"] = Good });
}
