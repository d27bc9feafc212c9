using System.Collections.Concurrent;
using Awards.Testing;
using Awards.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Tests.Leaks;

/// <summary>One populated host for all tests of leaks, and everybody who looks, signed in once for each phase.</summary>
public sealed class LeakHouse : IAsyncLifetime
{
    private readonly ConcurrentDictionary<(Reader, Moment), Visitor> _visitors = [];
    private readonly ConcurrentDictionary<(Reader, Moment), Walk> _walks = [];

    internal AwardsHost Host { get; private set; } = null!;
    internal LeakWorld Leak { get; private set; } = null!;
    internal Recipes Recipes { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Host = await AwardsHost.StartAsync();
        Leak = await LeakWorld.CreateAsync(Host);
        Recipes = await Recipes.ForAsync(Leak);
    }

    public async Task DisposeAsync()
    {
        foreach (var visitor in _visitors.Values) visitor.Dispose();
        await Host.DisposeAsync();
    }

    /// <summary>Moves the clock into a phase.</summary>
    internal void Move(Moment moment) => Host.Clock.Now = moment.At(Leak.World.Call);

    /// <summary>A reader in a phase, the clock of which must be set. Every other phase is read in English.</summary>
    internal async Task<Visitor> VisitAsync(Reader reader, Moment moment)
    {
        if (_visitors.TryGetValue((reader, moment), out var known)) return known;
        var visitor = reader.Mail is null ? Host.Visitor() : await Host.SignedInAsync(reader.Mail);
        if ((int)moment % 2 == 1) await visitor.GetAsync("/sprache?culture=en");
        if (reader.Specimen is { } role)
        {
            var form = await visitor.GetAsync($"/institut/{World.Slug}/ansicht");
            (await visitor.SubmitAsync(form, "form:has([name=Role])", new() { ["Role"] = role })).IsRedirect.ShouldBeTrue(role);
        }
        return _visitors[(reader, moment)] = visitor;
    }

    /// <summary>A reader's walk through all addresses in a phase, the clock of which must be set; each is made once.</summary>
    internal async Task<Walk> WalkAsync(Reader reader, Moment moment)
    {
        if (_walks.TryGetValue((reader, moment), out var known)) return known;
        var walk = new Walk(await VisitAsync(reader, moment), Leak.Tokens);
        await walk.ReadAsync(Recipes.Addresses(Host));
        return _walks[(reader, moment)] = walk;
    }

    /// <summary>All mails: receiver, and subject with text.</summary>
    internal async Task<List<(string Recipient, string Text)>> MailsAsync() =>
        [.. (await Host.DbAsync(db => db.Outbox.AsNoTracking().ToListAsync())).Select(mail => (mail.Recipient, mail.Subject + "\n" + mail.Body))];
}

[CollectionDefinition(nameof(LeakHouse))]
public sealed class LeakHouseShared : ICollectionFixture<LeakHouse>;
