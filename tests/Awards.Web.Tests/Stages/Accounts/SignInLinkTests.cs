using System.Net;
using Awards.Domain.Accounts;
using Awards.Testing;
using Awards.Web.Data;
using Awards.Web.Platform.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Awards.Web.Tests.Stages.Accounts;

public sealed class SignInLinkTests : IAsyncLifetime
{
    private AccountCase _case = null!;

    public async Task InitializeAsync() => _case = await AccountCase.StartAsync();

    public async Task DisposeAsync() => await _case.DisposeAsync();

    [Fact]
    public async Task Opening_the_link_does_nothing_and_its_button_signs_in_once()
    {
        using var visitor = _case.Host.Visitor();
        await AccountCase.AskForLinkAsync(visitor, Cast.ClerkOne.ToUpperInvariant());
        var link = await _case.LinkAsync(Cast.ClerkOne);
        using var scanner = _case.Host.Visitor();
        for (var time = 0; time < 3; time++) (await scanner.GetAsync(link)).Status.ShouldBe(HttpStatusCode.OK);
        (await scanner.GetAsync("/konto")).IsRedirect.ShouldBeTrue();

        var answer = await visitor.SubmitAsync(await visitor.GetAsync(link), "main form");
        answer.Location.ShouldBe("/kommune");
        (await visitor.GetAsync("/konto/sitzungen")).TextOf("main tbody").ShouldContain("Anmeldelink");
        using var second = _case.Host.Visitor();
        var again = await second.SubmitAsync(await second.GetAsync(link), "main form");
        again.TextOf("[data-errors]").ShouldContain("abgelaufen oder schon benutzt");
        (await second.GetAsync("/konto")).IsRedirect.ShouldBeTrue();
    }

    [Fact]
    public async Task It_holds_twenty_minutes()
    {
        using var visitor = _case.Host.Visitor();
        await AccountCase.AskForLinkAsync(visitor, Cast.ClerkOne);
        var page = await visitor.GetAsync(await _case.LinkAsync(Cast.ClerkOne));
        _case.Host.Clock.Now += MailLink.Lasts;
        (await visitor.SubmitAsync(page, "main form")).TextOf("[data-errors]").ShouldContain("abgelaufen");
    }

    [Fact]
    public async Task Two_clicks_at_once_are_one_use()
    {
        using var visitor = _case.Host.Visitor();
        await AccountCase.AskForLinkAsync(visitor, Cast.ClerkOne);
        var link = await _case.LinkAsync(Cast.ClerkOne);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            using var browser = _case.Host.Visitor();
            return await browser.SubmitAsync(await browser.GetAsync(link), "main form");
        }));
        answers.Count(answer => answer.IsRedirect).ShouldBe(1);
        (await _case.Host.DbAsync(db => db.Sessions.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task A_link_to_a_page_leads_there_and_a_foreign_address_is_dropped()
    {
        using var visitor = _case.Host.Visitor();
        await AccountCase.AskForLinkAsync(visitor, Cast.ClerkOne, "/konto/sitzungen");
        (await visitor.SubmitAsync(await visitor.GetAsync(await _case.LinkAsync(Cast.ClerkOne)), "main form")).Location.ShouldBe("/konto/sitzungen");
        await AccountCase.AskForLinkAsync(visitor, Cast.ClerkTwo, "https://example.org/");
        var link = await _case.LinkAsync(Cast.ClerkTwo);
        link.ShouldNotContain("example.org");
        (await visitor.SubmitAsync(await visitor.GetAsync(link + "?zurueck=%2F%2Fexample.org"), "main form")).Location.ShouldBe("/kommune");
    }

    [Fact]
    public async Task Five_mails_an_hour_and_the_answer_is_always_the_same()
    {
        using var visitor = _case.Host.Visitor();
        var answers = new List<string>();
        for (var time = 0; time < 7; time++) answers.Add((await AccountCase.AskForLinkAsync(visitor, Cast.ClerkOne)).TextOf("main"));
        (await _case.MailsAsync(Cast.ClerkOne)).Count.ShouldBe(5);
        for (var time = 0; time < 7; time++) answers.Add((await AccountCase.AskForLinkAsync(visitor, "niemand@test.example")).TextOf("main"));
        answers.Distinct().ShouldHaveSingleItem();
        (await _case.MailsAsync("niemand@test.example")).ShouldBeEmpty();
        _case.Host.Clock.Now += TimeSpan.FromHours(1);
        await AccountCase.AskForLinkAsync(visitor, Cast.ClerkOne);
        (await _case.MailsAsync(Cast.ClerkOne)).Count.ShouldBe(6);
    }

    [Theory]
    [InlineData("")]
    [InlineData("kein-klammeraffe")]
    [InlineData("amt@musterstadt")]
    [InlineData("amt\u0001@musterstadt.example")]
    public async Task What_is_no_address_is_said_at_the_field(string mail)
    {
        using var visitor = _case.Host.Visitor();
        var answer = await AccountCase.AskForLinkAsync(visitor, mail);
        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Page.QuerySelector("[name=Mail]")!.GetAttribute("aria-invalid").ShouldBe("true");
    }

    [Fact]
    public async Task The_database_holds_a_digest_the_office_sees_no_text_and_sending_erases_it()
    {
        using var visitor = _case.Host.Visitor();
        await AccountCase.AskForLinkAsync(visitor, Cast.ClerkOne);
        var secret = (await _case.LinkAsync(Cast.ClerkOne)).Split('/')[^1];
        (await _case.Host.DbAsync(db => db.MailLinks.SingleAsync())).TokenHash.ShouldNotContain(secret);
        (await _case.TrailAsync(AuditAction.SignInLinkSent)).ShouldAllBe(row => !row.Values!.Json.Contains(secret) && row.PersonId == _case.Id(Cast.ClerkOne));
        var mail = (await _case.MailsAsync(Cast.ClerkOne)).ShouldHaveSingleItem();
        mail.Secret.ShouldBeTrue();
        using var lead = await _case.Host.SignedInAsync(Cast.Lead);
        (await lead.GetAsync($"/institut/{World.Slug}/mails")).Text.ShouldNotContain(secret);
        (await lead.GetAsync($"/institut/{World.Slug}/mails/{mail.Id}")).Text.ShouldNotContain(secret);
        using (var scope = _case.Host.Services.CreateScope()) (await scope.ServiceProvider.GetRequiredService<OutboxJob>().SendDueAsync(CancellationToken.None)).ShouldBe(1);
        (await _case.MailsAsync(Cast.ClerkOne)).Single().Body.ShouldBeEmpty();
    }

    [Fact]
    public async Task Using_a_link_is_put_down_to_its_person()
    {
        using var visitor = _case.Host.Visitor();
        await AccountCase.AskForLinkAsync(visitor, Cast.ClerkOne);
        await visitor.SubmitAsync(await visitor.GetAsync(await _case.LinkAsync(Cast.ClerkOne)), "main form");
        var used = (await _case.TrailAsync(AuditAction.AccountChanged)).Where(row => row.ObjectType == nameof(MailLink)).ToList();
        used.ShouldHaveSingleItem().PersonId.ShouldBe(_case.Id(Cast.ClerkOne));
        (await _case.TrailAsync(AuditAction.SignedIn)).ShouldHaveSingleItem().PersonId.ShouldBe(_case.Id(Cast.ClerkOne));
    }
}
