using System.Net;
using Awards.Testing;
using Awards.Web.Data;
using Awards.Web.Platform.Mail;
using Awards.Web.Tests.Platform.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Awards.Web.Tests.Stages.Mails;

public sealed class UnsubscribeTests : IAsyncLifetime
{
    private const string Receiver = "amt@musterstadt.example";
    private OutboxCase _case = null!;
    private Visitor _visitor = null!;

    public async Task InitializeAsync()
    {
        _case = await OutboxCase.StartAsync();
        _visitor = _case.Host.Visitor();
    }

    public async Task DisposeAsync() => await _case.DisposeAsync();

    [Fact]
    public async Task A_mailing_carries_the_link_and_opening_it_changes_nothing()
    {
        var link = await LinkFromMailAsync();
        var page = await _visitor.GetAsync(link);
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.TextOf("main").ShouldContain("a…@musterstadt.example");
        page.Text.ShouldNotContain(Receiver);
        (await _case.Host.DbAsync(db => db.MailSuppressions.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Pressing_the_button_ends_mailings_of_the_call_and_nothing_else()
    {
        var page = await _visitor.GetAsync(await LinkFromMailAsync());
        (await _visitor.SubmitAsync(page, "main form")).TextOf("[role='status']").ShouldContain("Die Abbestellung ist vermerkt");
        (await StatesAsync()).ShouldBe((OutboxState.Suppressed, OutboxState.Sent, OutboxState.Sent));
        (await _case.Host.DbAsync(db => db.AuditRows.CountAsync(row => row.Action == AuditAction.MailingsUnsubscribed))).ShouldBe(1);
        (await _case.Host.DbAsync(db => db.MailSuppressions.SingleAsync())).AddressHash.ShouldBe(MailSuppression.HashOf(" AMT@Musterstadt.example"));
    }

    [Fact]
    public async Task Ticking_the_box_ends_mailings_of_all_calls()
    {
        var page = await _visitor.GetAsync(await LinkFromMailAsync());
        await _visitor.SubmitAsync(page, "main form", new() { ["alle"] = "true" });
        (await StatesAsync()).ShouldBe((OutboxState.Suppressed, OutboxState.Suppressed, OutboxState.Sent));
    }

    [Fact]
    public async Task A_mail_program_unsubscribes_with_one_post_without_cookies_and_twice_is_as_good_as_once()
    {
        var link = await LinkFromMailAsync();
        for (var time = 0; time < 2; time++)
        {
            using var program = _case.Host.Visitor();
            (await program.PostRawAsync(link, new() { ["List-Unsubscribe"] = "One-Click" })).Status.ShouldBe(HttpStatusCode.OK);
        }
        (await _case.Host.DbAsync(db => db.MailSuppressions.CountAsync())).ShouldBe(1);
        (await StatesAsync()).ShouldBe((OutboxState.Suppressed, OutboxState.Sent, OutboxState.Sent));
    }

    [Fact]
    public async Task A_suppressed_mailing_is_shown_as_such()
    {
        await _visitor.PostRawAsync(await LinkFromMailAsync(), []);
        var id = await _case.AddAsync(_case.To(Receiver, call: _case.World.Call.Id, mailing: true));
        await _case.SendAsync();
        using var lead = await _case.Host.SignedInAsync(Cast.Lead);
        (await lead.GetAsync(Awards.Web.Stages.Mails.MailLinks.Mail(World.Slug, id))).TextOf("main").ShouldContain("Nicht gesendet: abbestellt");
        (await lead.GetAsync(Awards.Web.Stages.Mails.MailLinks.Mails(World.Slug) + "?zustand=abbestellt")).TextsOf("tbody tr").ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("erfunden")]
    [InlineData("CfDJ8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_token_that_we_did_not_make_is_not_found(string token)
    {
        (await _visitor.GetAsync(Unsubscribing.Path + token)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await _visitor.PostRawAsync(Unsubscribing.Path + token, [])).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Without_the_sites_address_no_mailing_goes_out()
    {
        await using var other = await OutboxCase.StartAsync(settings: ("PublicAddress", ""));
        var id = await other.AddAsync(other.To(Receiver, mailing: true));
        (await other.SendAsync()).ShouldBe(0);
        var mail = await other.MailAsync(id);
        mail.State.ShouldBe(OutboxState.Failed);
        mail.LastError.ShouldNotBeNull().ShouldContain("PublicAddress");
    }

    private async Task<string> LinkFromMailAsync()
    {
        await _case.AddAsync(_case.To(Receiver, call: _case.World.Call.Id, mailing: true));
        (await _case.SendAsync()).ShouldBe(1);
        var header = OutboxCase.Headers((await _case.Smtp.NextAsync()).Raw).Single(line => line.StartsWith("List-Unsubscribe:", StringComparison.OrdinalIgnoreCase));
        var link = header[(header.IndexOf('<', StringComparison.Ordinal) + 1)..^1];
        link.ShouldStartWith("https://wettbewerb.example" + Unsubscribing.Path);
        return new Uri(link).PathAndQuery;
    }

    /// <summary>What becomes of a mailing of the call, a mailing of another call, and a mail that is no mailing.</summary>
    private async Task<(OutboxState Own, OutboxState Other, OutboxState Needed)> StatesAsync()
    {
        var own = await _case.AddAsync(_case.To(Receiver, call: _case.World.Call.Id, mailing: true));
        var other = await _case.AddAsync(_case.To(Receiver, call: _case.World.Other.Id, mailing: true));
        var needed = await _case.AddAsync(_case.To(Receiver, call: _case.World.Call.Id));
        await _case.SendAsync();
        return ((await _case.MailAsync(own)).State, (await _case.MailAsync(other)).State, (await _case.MailAsync(needed)).State);
    }
}
