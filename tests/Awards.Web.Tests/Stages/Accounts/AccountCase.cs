using System.Text.RegularExpressions;
using Awards.Testing;
using Awards.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Tests.Stages.Accounts;

/// <summary>A host with the world, and what tests of accounts do again and again.</summary>
internal sealed partial class AccountCase : IAsyncDisposable
{
    /// <summary>Passwords of the cast.</summary>
    public const string Password = Awards.Web.Data.Seeding.DemoAccounts.Password;

    private AccountCase(AwardsHost host, World world) => (Host, World) = (host, world);

    public AwardsHost Host { get; }
    public World World { get; }

    public static async Task<AccountCase> StartAsync(params (string Key, string? Value)[] settings)
    {
        var host = await AwardsHost.StartAsync(settings: settings.ToDictionary(each => each.Key, each => each.Value));
        return new(host, await World.CreateAsync(host));
    }

    /// <summary>Roles sleep without a second factor, as in a real installation.</summary>
    public static Task<AccountCase> StrictAsync() => StartAsync(("Accounts:RequireSecondFactor", "true"));

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    public Guid Id(string mail) => World.Persons[mail];

    /// <summary>Types address and password on the page and gives the answer.</summary>
    public static async Task<Answer> SignInAsync(Visitor visitor, string mail, string password = Password, string? returnUrl = null) =>
        await visitor.SubmitAsync(await visitor.GetAsync("/anmelden" + (returnUrl is null ? "" : "?zurueck=" + Uri.EscapeDataString(returnUrl))), "form:has([name='Input.Mail'])", new() { ["Input.Mail"] = mail, ["Input.Password"] = password });

    public async Task<Answer> SignInAsync(string mail, string password = Password)
    {
        using var visitor = Host.Visitor();
        return await SignInAsync(visitor, mail, password);
    }

    /// <summary>Mails to an address, the newest last.</summary>
    public Task<List<OutboxMessage>> MailsAsync(string recipient) => Host.DbAsync(db => db.Outbox.AsNoTracking().Where(mail => mail.Recipient == recipient).OrderBy(mail => mail.Id).ToListAsync());

    /// <summary>Path of the link in the newest mail to an address.</summary>
    public async Task<string> LinkAsync(string recipient) => new Uri(Link().Match((await MailsAsync(recipient))[^1].Body).Value).PathAndQuery;

    /// <summary>Asks for a sign-in link and gives the answer.</summary>
    public static async Task<Answer> AskForLinkAsync(Visitor visitor, string mail, string? returnUrl = null) =>
        await visitor.SubmitAsync(await visitor.GetAsync("/anmelden/link" + (returnUrl is null ? "" : "?zurueck=" + Uri.EscapeDataString(returnUrl))), "main form", new() { ["Mail"] = mail });

    /// <summary>Sets up the second factor; gives its key and the recovery codes.</summary>
    public static async Task<(string Key, IReadOnlyList<string> Codes)> SetUpFactorAsync(Visitor visitor)
    {
        var page = await visitor.GetAsync("/konto/zweiter-faktor");
        var key = page.TextOf("main p code").Replace(" ", "", StringComparison.Ordinal);
        // The code of the step before counts too: the one of now stays unused for the test.
        var done = await visitor.SubmitAsync(page, "form:has([name=Code])", new() { ["Code"] = Code(key, -1) });
        var codes = done.TextsOf("ul.recovery-codes code");
        return codes.Count == 10 ? (key, codes) : throw new InvalidOperationException(done.Text);
    }

    /// <summary>What the app shows.</summary>
    public static string Code(string key, int steps = 0) => OneTimeCode.At(key, steps);

    /// <summary>Types a code at the second step.</summary>
    public static async Task<Answer> TypeCodeAsync(Visitor visitor, string code) =>
        await visitor.SubmitAsync(await visitor.GetAsync("/anmelden/code"), "main form", new() { ["Code"] = code });

    /// <summary>The lead invites somebody to roles; gives the path of the link.</summary>
    public async Task<string> InviteAsync(string mail, params string[] roles)
    {
        using var lead = await Host.SignedInAsync(Cast.Lead);
        var answer = await InviteAsync(lead, mail, roles);
        return answer.IsRedirect ? await LinkAsync(mail) : throw new InvalidOperationException(answer.TextOf("main"));
    }

    public static async Task<Answer> InviteAsync(Visitor lead, string mail, params string[] roles) => await lead.SubmitAsync(await lead.GetAsync(Persons), "form:has([name=Mail])",
        new() { ["Mail"] = mail, ["Name"] = "Neues Mitglied", ["Roles"] = roles.Length == 0 ? null : string.Join('\n', roles) });

    /// <summary>Page of persons and roles.</summary>
    public const string Persons = $"/institut/{World.Slug}/personen";

    /// <summary>Rows of the trail with an action: who, kind of object, values.</summary>
    public Task<List<AuditRow>> TrailAsync(AuditAction action) =>
        Host.DbAsync(db => db.AuditRows.AsNoTracking().Include(row => row.Values).Where(row => row.Action == action).OrderBy(row => row.Id).ToListAsync());

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex Link();
}
