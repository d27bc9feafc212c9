using Awards.Domain.Intake;
using Awards.Domain.PreReview;
using Awards.Domain.PreReview.Sessions;
using Awards.Testing;
using Awards.Web.Stages.Consensus;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Tests.Stages.Consensus;

/// <summary>Entries with handed-in pairs of reviewers 1 and 2, the lead signed in, and what the lead does on the pages.</summary>
internal sealed class SessionCase : IAsyncDisposable
{
    public const string Settle = "form[action*='handler=Settle']", Recuse = "form[action*='handler=Recuse']";

    private readonly List<Visitor> _visitors = [];

    public required AwardsHost Host { get; init; }
    public required World World { get; init; }
    public Visitor Lead { get; private set; } = null!;
    public List<Entry> Entries { get; } = [];
    public List<List<Review>> Pairs { get; } = [];
    public Guid Session { get; private set; }

    public string Page => ConsensusLinks.Session(World.Slug, Session);
    public string Seat => ConsensusLinks.Seat(World.Slug, Session);
    public string Projection => ConsensusLinks.Projection(World.Slug, Session);
    public string Block => ConsensusLinks.Block(World.Slug, Session);

    /// <summary>Points and vote of both reviewers, by entry.</summary>
    public static async Task<SessionCase> StartAsync(params (int One, Vote First, int Two, Vote Second)[] entries)
    {
        var host = await AwardsHost.StartAsync();
        var one = new SessionCase { Host = host, World = await World.CreateAsync(host) };
        foreach (var entry in entries) await one.AddAsync(entry.One, entry.First, entry.Two, entry.Second);
        one.Lead = await one.SignedInAsync(Cast.Lead);
        return one;
    }

    public async Task AddAsync(int one, Vote first, int two, Vote second)
    {
        var number = Entries.Count + 1;
        var entry = await World.AdmitAsync(number, Domain.Municipalities.MunicipalityType.IndependentCity);
        var pair = await World.AssignAsync(entry);
        await World.HandInAsync(pair[0].Id, one, first, $"KanarieEins{number} mit genug Zeichen.");
        await World.HandInAsync(pair[1].Id, two, second, $"KanarieZwei{number} mit genug Zeichen.");
        Entries.Add(entry);
        Pairs.Add(pair);
    }

    /// <summary>Plans a session on the page; the defaults of the form stay where nothing else is said.</summary>
    public async Task<Answer> PlanAsync(Dictionary<string, string?>? values = null)
    {
        var form = await Lead.GetAsync(ConsensusLinks.Plan(World.Slug));
        Dictionary<string, string?> posted = new() { ["Title"] = "Erste Sitzung", ["Day"] = "2026-03-02", ["Time"] = "10:00", ["Place"] = "Saal 1" };
        foreach (var (name, value) in values ?? []) posted[name] = value;
        var answer = await Lead.SubmitAsync(form, "main form", posted);
        if (answer.IsRedirect) Session = Guid.Parse(answer.Location!.Split('/')[^1]);
        return answer;
    }

    public async Task BeginAsync(Dictionary<string, string?>? values = null)
    {
        await PlanAsync(values);
        (await DoAsync("Begin")).IsRedirect.ShouldBeTrue();
    }

    /// <summary>Presses a button of the session's page, for an entry where it has one.</summary>
    public async Task<Answer> DoAsync(string handler, int? entry = null)
    {
        var page = await Lead.GetAsync(Page);
        var selector = $"form[action*='handler={handler}']";
        if (entry is { } at) selector += $":has(input[value='{Entries[at].Id}'])";
        return await Lead.SubmitAsync(page, selector);
    }

    public Task DeclareAsync(int entry, string mail) => World.WriteAsync(db =>
    {
        db.Conflicts.Add(ConflictOfInterest.Declare(Entries[entry].Id, World.Persons[mail], ConflictKind.Personal, new(World.Persons[mail], Host.Clock.Now)));
        return Task.FromResult(true);
    });

    public Task<ConsensusSession> LoadAsync() => Host.DbAsync(db => SessionReading.Whole(db).AsNoTracking().SingleAsync(session => session.Id == Session));

    public Task<List<ConsensusResult>> ResultsAsync() => Host.DbAsync(db => db.ConsensusResults.AsNoTracking().Include(result => result.Earlier).OrderBy(result => result.SettledAt).ToListAsync());

    public async Task<Visitor> SignedInAsync(string mail)
    {
        var visitor = await Host.SignedInAsync(mail);
        _visitors.Add(visitor);
        return visitor;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var visitor in _visitors) visitor.Dispose();
        await Host.DisposeAsync();
    }
}
