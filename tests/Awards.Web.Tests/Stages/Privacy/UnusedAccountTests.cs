using Awards.Domain.Privacy;
using Awards.Testing;
using Awards.Web.Data;
using Awards.Web.Platform.Mail;
using Awards.Web.Platform.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Awards.Web.Tests.Stages.Privacy;

public sealed class UnusedAccountTests : IAsyncLifetime
{
    private const int Days = 100;
    private AwardsHost _host = null!;
    private World _world = null!;
    private DateTime _left;

    public async Task InitializeAsync()
    {
        _host = await AwardsHost.StartAsync(settings: new Dictionary<string, string?> { ["Privacy:UnusedAccountDays"] = $"{Days}", ["PublicAddress"] = "https://localhost" });
        // An account is as old as its id, which the system's clock makes.
        _left = _host.Clock.Now = TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(1);
        _world = await World.CreateAsync(_host);
        using (await _host.SignedInAsync(Cast.Stranger)) { }
        await _world.AssignAsync(await _world.AdmitAsync(1));
        // Only the stranger and a reviewer with an open sheet do not come any more.
        await StayAsync(but: [Cast.Stranger, Cast.Reviewer(1)], until: _left.AddDays(1000));
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task A_warning_in_both_languages_goes_out_once_thirty_days_before_the_erasure()
    {
        (await RunAsync(Days - 31)).ShouldNotContainKey("AccountWarnings");
        (await RunAsync(Days - 29))["AccountWarnings"].ShouldBe(1);
        var mail = (await WarningsAsync()).ShouldHaveSingleItem();
        (mail.Recipient, mail.State, mail.Secret, mail.CallId).ShouldBe((Cast.Stranger, OutboxState.Waiting, false, null));
        mail.Subject.ShouldBe("Ihr Konto wird bald gelöscht / Your account will soon be erased");
        mail.Body.ShouldContain("melden Sie sich bitte vorher einmal an:\nhttps://localhost/anmelden");
        mail.Body.ShouldContain("please sign in once before then:\nhttps://localhost/anmelden");
        mail.Body.ShouldNotContain("{{");
        foreach (var day in new[] { Days - 28, Days - 1, Days }) (await RunAsync(day)).Keys.ShouldNotContain(key => key.Contains("Account", StringComparison.Ordinal), $"day {day}");
        (await WarningsAsync()).Count.ShouldBe(1);
        (await RunAsync(Days + 1))["UnusedAccounts"].ShouldBe(1);
        (await ErasedAsync()).ShouldBe([_world.Persons[Cast.Stranger]]);
        (await WarningsAsync()).ShouldHaveSingleItem().Recipient.ShouldBeEmpty();
        (await _host.CheckAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Signing_in_keeps_the_account_and_the_next_absence_is_warned_of_anew()
    {
        await RunAsync(Days - 29);
        _host.Clock.Now = _left.AddDays(Days - 10);
        using (await _host.SignedInAsync(Cast.Stranger)) { }
        (await RunAsync(Days + 5)).Keys.ShouldNotContain(key => key.Contains("Account", StringComparison.Ordinal));
        (await ErasedAsync()).ShouldBeEmpty();
        (await RunAsync(2 * Days - 38))["AccountWarnings"].ShouldBe(1);
        (await WarningsAsync()).Count.ShouldBe(2);
        (await RunAsync(2 * Days - 8))["UnusedAccounts"].ShouldBe(1);
    }

    [Fact]
    public async Task Who_was_never_warned_is_warned_first_however_long_they_are_away()
    {
        var done = await RunAsync(3 * Days);
        done["AccountWarnings"].ShouldBe(1);
        done.ShouldNotContainKey("UnusedAccounts");
        (await RunAsync(3 * Days + 29)).ShouldNotContainKey("UnusedAccounts");
        (await RunAsync(3 * Days + 30))["UnusedAccounts"].ShouldBe(1);
    }

    [Fact]
    public async Task Whoever_has_an_open_sheet_is_neither_warned_nor_erased()
    {
        await RunAsync(Days - 29);
        await RunAsync(Days + 10);
        (await WarningsAsync()).ShouldHaveSingleItem().ObjectId.ShouldNotBe(_world.Persons[Cast.Reviewer(1)]);
        (await ErasedAsync()).ShouldBe([_world.Persons[Cast.Stranger]]);
    }

    [Fact]
    public void The_text_of_the_warning_could_be_saved() => new MailKinds([UnusedAccounts.Warning]).All.Count.ShouldBe(1);

    private Task<bool> StayAsync(string[] but, DateTime until) => _world.WriteAsync(db =>
    {
        foreach (var (_, id) in _world.Persons.Where(person => !but.Contains(person.Key)))
            db.Sessions.Add(new Session { Id = Guid.CreateVersion7(), PersonId = id, Device = "Test", CreatedAt = _left, LastSeenAt = until, ProvedAt = _left });
        return Task.FromResult(true);
    });

    private async Task<Dictionary<string, int>> RunAsync(int day)
    {
        _host.Clock.Now = _left.AddDays(day).AddMinutes(1);
        using var scope = _host.Services.CreateScope();
        return new(await scope.ServiceProvider.GetRequiredService<RetentionJob>().RunAsync());
    }

    private Task<List<OutboxMessage>> WarningsAsync() => _host.DbAsync(db => db.Outbox.AsNoTracking().Where(mail => mail.Kind == UnusedAccounts.Warning.Code).ToListAsync());

    private Task<List<Guid>> ErasedAsync() => _host.DbAsync(db => db.Set<Erasure>().Select(each => each.PersonId).ToListAsync());
}
