using System.Net;
using Awards.Testing;
using Awards.Web.Data;
using Awards.Web.Platform.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Awards.Web.Tests.Stages.Accounts;

public sealed class SignInTests : IAsyncLifetime
{
    private AwardsHost _host = null!;

    public async Task InitializeAsync()
    {
        _host = await AwardsHost.StartAsync();
        await World.CreateAsync(_host);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Theory]
    [InlineData(Cast.Lead, "/institut")]
    [InlineData(Cast.JuryChair, "/jury")]
    [InlineData(Cast.ClerkOne, "/kommune")]
    [InlineData(Cast.Stranger, "/")]
    public async Task Everybody_lands_where_their_work_is(string mail, string landing)
    {
        var answer = await PostAsync(mail, "demo-2017");
        answer.Location.ShouldBe(landing);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_address_get_the_same_answer_and_keep_the_address()
    {
        var wrong = await PostAsync(Cast.Lead, "nicht das Passwort");
        var unknown = await PostAsync("niemand@test.example", "nicht das Passwort");
        wrong.Status.ShouldBe(HttpStatusCode.OK);
        unknown.Status.ShouldBe(HttpStatusCode.OK);
        unknown.TextOf("[data-errors]").ShouldBe(wrong.TextOf("[data-errors]"));
        wrong.Page.QuerySelector("[name='Input.Mail']")!.GetAttribute("value").ShouldBe(Cast.Lead);
        wrong.Page.QuerySelector("[name='Input.Password']")!.HasAttribute("value").ShouldBeFalse();
    }

    [Fact]
    public async Task Ten_wrong_passwords_lock_the_account_also_for_the_right_one()
    {
        for (var attempt = 0; attempt < 10; attempt++) (await PostAsync(Cast.Editor, "falsch")).Status.ShouldBe(HttpStatusCode.OK);
        (await PostAsync(Cast.Editor, "demo-2017")).IsRedirect.ShouldBeFalse();
    }

    [Fact]
    public async Task A_foreign_return_address_is_not_followed()
    {
        using var visitor = _host.Visitor();
        var page = await visitor.GetAsync("/anmelden?zurueck=https%3A%2F%2Fexample.org%2F");
        var answer = await visitor.SubmitAsync(page, "form:has([name='Input.Mail'])", new() { ["Input.Mail"] = Cast.Lead, ["Input.Password"] = "demo-2017" });
        answer.Location.ShouldBe("/institut");
    }

    [Fact]
    public async Task Signing_in_and_out_is_audited()
    {
        using var visitor = await _host.SignedInAsync(Cast.Lead);
        var page = await visitor.GetAsync("/");
        (await visitor.SubmitAsync(page, "form[action='/abmelden']")).Location.ShouldBe("/");
        var actions = await _host.DbAsync(db => db.AuditRows.Where(row => row.ObjectType == nameof(Person) && (row.Action == AuditAction.SignedIn || row.Action == AuditAction.SignedOut)).Select(row => row.Action).ToListAsync());
        actions.ShouldBe([AuditAction.SignedIn, AuditAction.SignedOut], ignoreOrder: true);
    }

    [Fact]
    public async Task The_accounts_of_the_demo_are_listed_only_in_the_demo()
    {
        using var visitor = _host.Visitor();
        (await visitor.GetAsync("/anmelden")).Text.ShouldNotContain("Konten der Demonstration");
    }

    [Fact]
    public async Task Wrong_unknown_and_locked_answers_are_the_same_for_an_address_with_and_without_an_account()
    {
        async Task<List<string>> AnswersAsync(string mail)
        {
            var answers = new List<string>();
            for (var attempt = 0; attempt < 12; attempt++)
            {
                var answer = await PostAsync(mail, "nicht das Passwort");
                answer.Status.ShouldBe(HttpStatusCode.OK);
                foreach (var changing in answer.Page.QuerySelectorAll("[name=__RequestVerificationToken], [name='Input.Mail']")) changing.Remove();
                answers.Add(answer.Page.DocumentElement.OuterHtml.Replace(mail, "", StringComparison.Ordinal));
            }
            return answers;
        }
        var known = await AnswersAsync(Cast.Finance);
        (await AnswersAsync("niemand@test.example")).ShouldBe(known);
        known.Distinct().Count().ShouldBe(2);
        known[9].ShouldBe(known[0]);
        known[10].ShouldContain("zehn Minuten gesperrt. Mit einem Anmeldelink");
    }

    [Fact]
    public async Task The_lock_opens_by_itself_after_ten_minutes_and_only_locks_this_address()
    {
        for (var attempt = 0; attempt < 10; attempt++) await PostAsync(" " + Cast.Editor.ToUpperInvariant(), "falsch");
        (await PostAsync(Cast.Finance, "demo-2017")).Location.ShouldBe("/institut");
        _host.Clock.Now = AwardsHost.Start.AddMinutes(10).AddTicks(-1);
        (await PostAsync(Cast.Editor, "demo-2017")).IsRedirect.ShouldBeFalse();
        _host.Clock.Now = AwardsHost.Start.AddMinutes(10);
        (await PostAsync(Cast.Editor, "demo-2017")).Location.ShouldBe("/institut");
    }

    [Fact]
    public async Task The_right_password_forgets_failures_and_so_does_time()
    {
        for (var round = 0; round < 3; round++)
        {
            for (var attempt = 0; attempt < 9; attempt++) await PostAsync(Cast.Editor, "falsch");
            (await PostAsync(Cast.Editor, "demo-2017")).IsRedirect.ShouldBeTrue();
        }
        for (var attempt = 0; attempt < 9; attempt++) await PostAsync(Cast.Finance, "falsch");
        _host.Clock.Now = AwardsHost.Start.AddMinutes(11);
        await PostAsync(Cast.Finance, "falsch");
        (await PostAsync(Cast.Finance, "demo-2017")).IsRedirect.ShouldBeTrue();
    }

    [Fact]
    public async Task Three_hundred_failures_from_one_network_close_it_for_every_address_until_the_clock_opens_it()
    {
        using var visitor = _host.Visitor();
        var page = await visitor.GetAsync("/anmelden");
        for (var attempt = 0; attempt < 300; attempt++)
            await visitor.SubmitAsync(page, "form:has([name='Input.Mail'])", new() { ["Input.Mail"] = $"name{attempt}@test.example", ["Input.Password"] = "falsch" });
        (await PostAsync(Cast.Lead, "demo-2017")).TextOf("[data-errors]").ShouldContain("gesperrt");
        _host.Clock.Now = AwardsHost.Start.AddMinutes(10);
        (await PostAsync(Cast.Lead, "demo-2017")).Location.ShouldBe("/institut");
    }

    [Fact]
    public async Task Failures_at_the_same_time_are_all_counted()
    {
        await Parallel.ForEachAsync(Enumerable.Range(0, 40), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (_, cancellation) =>
        {
            using var scope = _host.Services.CreateScope();
            var db = scope.ServiceProvider.GetRequiredService<AwardsDbContext>();
            await db.WriteAsync(Domain.Shared.WriteContext.System(_host.Clock.Now, "Test"), AuditAction.SignInFailed, async () =>
            {
                await scope.ServiceProvider.GetRequiredService<Throttling>().CountAsync(ThrottleRule.WrongForAddress, "gleichzeitig@test.example", cancellation);
                return (Domain.Shared.Outcome<bool>)true;
            }, cancellationToken: cancellation);
        });
        (await _host.DbAsync(db => db.Throttles.SingleAsync())).Count.ShouldBe(40);
    }

    [Fact]
    public async Task A_right_password_among_many_wrong_ones_at_the_same_time_does_not_come_in_after_the_lock()
    {
        var answers = new System.Collections.Concurrent.ConcurrentBag<string>();
        await Parallel.ForEachAsync(Enumerable.Range(0, 30), new ParallelOptions { MaxDegreeOfParallelism = 15 }, async (_, _) => answers.Add((await PostAsync(Cast.Editor, "falsch")).TextOf("[data-errors]")));
        answers.Count(answer => answer.Contains("stimmen nicht")).ShouldBe(10);
        answers.Count(answer => answer.Contains("gesperrt. Mit einem Anmeldelink")).ShouldBe(20);
    }

    [Theory]
    [InlineData("\ud800@test.example")]
    [InlineData("kein Zeichen fehlt")]
    public async Task An_address_that_no_database_stores_is_simply_unknown(string mail) =>
        (await PostAsync(mail, "falsch")).TextOf("[data-errors]").ShouldContain("stimmen nicht");

    [Fact]
    public async Task A_very_long_password_and_address_are_simply_wrong()
    {
        (await PostAsync(Cast.Lead, new string('x', 100_000))).TextOf("[data-errors]").ShouldContain("stimmen nicht");
        (await PostAsync(new string('x', 100_000) + "@test.example", "falsch")).TextOf("[data-errors]").ShouldContain("stimmen nicht");
    }

    [Theory]
    [InlineData("https://example.org/")]
    [InlineData("//example.org/")]
    [InlineData("/\\example.org/")]
    [InlineData("\\\\example.org")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/\t/example.org")]
    public async Task No_page_of_signing_in_leads_elsewhere(string foreign)
    {
        using var visitor = _host.Visitor();
        (await AccountCase.SignInAsync(visitor, Cast.ClerkOne, returnUrl: foreign)).Location.ShouldBe("/kommune");
        var prove = await visitor.GetAsync("/konto/bestaetigen?zurueck=" + Uri.EscapeDataString(foreign));
        (await visitor.SubmitAsync(prove, "form:has([name=Password])", new() { ["Password"] = "demo-2017" })).Location.ShouldBe("/konto");
    }

    [Fact]
    public async Task A_failed_sign_in_is_audited_for_the_account_and_names_no_password()
    {
        await PostAsync(Cast.Editor, "GeheimesWort123");
        await PostAsync("niemand@test.example", "GeheimesWort123");
        var rows = await _host.DbAsync(db => db.AuditRows.Include(row => row.Values).Where(row => row.Action == AuditAction.SignInFailed).ToListAsync());
        var row = rows.ShouldHaveSingleItem();
        row.ObjectType.ShouldBe(nameof(Person));
        (row.Values?.Json ?? "").ShouldNotContain("GeheimesWort");
    }

    [Theory]
    [InlineData("192.0.2.7", "::ffff:192.0.2.7", true)]
    [InlineData("192.0.2.7", "192.0.2.8", false)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    public void A_network_is_an_address_of_version_4_or_64_bits_of_version_6(string one, string other, bool same)
    {
        static string Of(string address) => Throttling.Network(new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse(address) } });
        (Of(one) == Of(other)).ShouldBe(same);
    }

    private async Task<Answer> PostAsync(string mail, string password)
    {
        using var visitor = _host.Visitor();
        var page = await visitor.GetAsync("/anmelden");
        return await visitor.SubmitAsync(page, "form:has([name='Input.Mail'])", new() { ["Input.Mail"] = mail, ["Input.Password"] = password });
    }
}
