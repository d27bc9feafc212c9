using Awards.Testing;
using Awards.Web.Data;
using Awards.Web.Platform.Operation;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Tests.Platform.Operation;

public sealed class LogTests
{
    [Theory]
    [InlineData("5.1.1 <clerk1@test.example>: Recipient address rejected", "5.1.1 <…@test.example>: Recipient address rejected")]
    [InlineData("to:müller+x@ämter.example, a@b", "to:…@ämter.example, …@b")]
    [InlineData("Host=db;Username=awards;Password=hunter2;Port=1", "Host=db;Username=awards;Password=***;Port=1")]
    [InlineData("GET /anmelden/link?token=abc&x=1", "GET /anmelden/link?token=***&x=1")]
    [InlineData("Nothing to hide: 3 of 4 at 12:00", "Nothing to hide: 3 of 4 at 12:00")]
    public void Addresses_and_passwords_are_masked(string text, string shown) => MaskingFormatter.Mask(text).ShouldBe(shown);

    [PostgresFact]
    public async Task A_refused_mail_does_not_bring_its_address_into_the_log_of_a_server()
    {
        using var smtp = await SmtpServer.StartAsync();
        await using var host = await AwardsHost.StartAsync();
        var world = await World.CreateAsync(host);
        await world.WriteAsync(db =>
        {
            db.Outbox.Add(OutboxMessage.Write("refuse@musterstadt.example", "Betreff", "Text", host.Clock.Now));
            return Task.FromResult(true);
        });
        using var server = await ServerProcess.StartAsync(Path.Combine(host.Folder, "one"), new Dictionary<string, string?>
        {
            ["ConnectionStrings:Awards"] = host.Postgres,
            ["Mail:Host"] = "127.0.0.1",
            ["Mail:Port"] = smtp.Port.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["Mail:StartTls"] = "false",
        });
        for (var waited = 0; waited < 40_000 && !await host.DbAsync(db => db.Outbox.AnyAsync(mail => mail.Attempts > 0)); waited += 200) await Task.Delay(200);
        (await host.DbAsync(db => db.Outbox.AnyAsync(mail => mail.Attempts > 0))).ShouldBeTrue();
        server.Log.ShouldContain("warn Awards.Web.Platform");
        server.Log.ShouldNotContain("refuse@");
    }
}
