using System.Net;
using Awards.Testing;
using Awards.Web.Data;
using Microsoft.EntityFrameworkCore;

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

    private async Task<Answer> PostAsync(string mail, string password)
    {
        using var visitor = _host.Visitor();
        var page = await visitor.GetAsync("/anmelden");
        return await visitor.SubmitAsync(page, "form:has([name='Input.Mail'])", new() { ["Input.Mail"] = mail, ["Input.Password"] = password });
    }
}
