using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Intake;
using Awards.Domain.PreReview;
using Awards.Domain.Publication;
using Awards.Domain.Shared;
using Awards.Testing;
using Awards.Web.Data;
using Awards.Web.Stages.Calls;
using Awards.Web.Stages.Publication;
using Awards.Web.Stages.Statistics;
using Awards.Web.Tests.Stages.Jury;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Tests.Stages.Publication;

/// <summary>A canary in every field that must stay inside; then every public page, search and file is read.</summary>
public sealed class LeakTests : IAsyncLifetime
{
    private const string Canary = "Kanari";

    /// <summary>Never public, not even after publication.</summary>
    private static readonly string[] Secret = ["KanariKontakt", "KanariMail", "KanariVotum", "KanariBeratung", "KanariJury", "KanariEntwurf", "KanariAntwort", "KanariProjekttext", "reviewer1", "geeignet", "4,37", "4.37"];

    /// <summary>Public from publication on, where nothing is generated.</summary>
    private static readonly string[] Later = ["KanariTitel", "KanariAmt", "KanariKurz", "KanariLang", "KanariEinzelprojekt", "Musterstadt 1"];

    private AwardsHost _host = null!;
    private World _world = null!;

    public async Task InitializeAsync()
    {
        _host = await AwardsHost.StartAsync();
        var question = new ShortTextQuestion { Code = "canary", Text = "Freie Antwort" };
        _world = await World.CreateAsync(_host, definition => definition with
        {
            Questionnaire = definition.Questionnaire with { Sections = [.. definition.Questionnaire.Sections, new Section { Code = "free", Title = "Frei", Questions = [question] }] },
        });
        await PlantAsync();
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Before_publication_no_public_page_shows_anything_of_the_entries()
    {
        foreach (var (address, text) in await ReadAllAsync())
            foreach (var word in Secret.Concat(Later).Append(Canary)) text.Contains(word, StringComparison.OrdinalIgnoreCase).ShouldBeFalse($"{word} on {address}");
    }

    [Fact]
    public async Task After_publication_answers_reviews_votes_contacts_and_drafts_stay_inside()
    {
        _host.Clock.Now = _world.Publication();
        var pages = await ReadAllAsync();
        foreach (var (address, text) in pages)
            foreach (var word in Secret) text.Contains(word, StringComparison.OrdinalIgnoreCase).ShouldBeFalse($"{word} on {address}");
        var entry = pages.Single(page => page.Address == PublicationLinks.Entry(World.Slug, 1)).Text;
        foreach (var word in Later) entry.ShouldContain(word);
    }

    [Fact]
    public async Task Searching_for_what_is_hidden_finds_nothing()
    {
        _host.Clock.Now = _world.Publication();
        using var reader = _host.Visitor();
        foreach (var word in Secret.Concat(["KanariKurz", "KanariLang", "KanariAmt"]))
            (await reader.GetAsync(PublicationLinks.Entries(World.Slug) + "?suche=" + word)).TextOf("main p[role=status]").ShouldBe("0 von 1 Beiträgen", word);
        (await reader.GetAsync(PublicationLinks.Entries(World.Slug) + "?suche=KanariTitel")).TextOf("main p[role=status]").ShouldBe("1 von 1 Beiträgen");
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Generated_texts_of_a_named_entry_are_not_public(bool call, bool entry)
    {
        await _world.WriteAsync(async db =>
        {
            if (call) await db.Calls.Where(each => each.Id == _world.Call.Id).ExecuteUpdateAsync(set => set.SetProperty(each => each.HasGeneratedContent, true).SetProperty(each => each.Version, 1));
            if (entry) await db.Entries.Where(each => each.CallId == _world.Call.Id).ExecuteUpdateAsync(set => set.SetProperty(each => each.IsGenerated, true));
            return true;
        });
        _host.Clock.Now = _world.Publication();
        foreach (var (address, text) in await ReadAllAsync())
            foreach (var word in new[] { "KanariKurz", "KanariLang" }) text.Contains(word, StringComparison.Ordinal).ShouldBeFalse($"{word} on {address}");
    }

    private async Task<List<(string Address, string Text)>> ReadAllAsync()
    {
        using var reader = _host.Visitor();
        var pages = new List<(string, string)>();
        foreach (var address in new[]
        {
            "/", CallLinks.Public(World.Slug), StatisticsLinks.Public(World.Slug), PublicationLinks.Winners(World.Slug), PublicationLinks.Entry(World.Slug, 1), PublicationLinks.Entry(World.Slug, 2),
            PublicationLinks.Entries(World.Slug), PublicationLinks.Entries(World.Slug) + "?suche=muster&sortierung=preis&anzahl=200", PublicationLinks.Entries(World.Slug) + "?preis=ja",
            StatisticsLinks.PublicFile(World.Slug, 1, "csv"), StatisticsLinks.PublicFile(World.Slug, 5, "json"),
        })
        {
            foreach (var culture in new[] { "de", "en" })
            {
                await reader.GetAsync("/sprache?culture=" + culture);
                pages.Add((culture == "de" ? address : address + " (en)", (await reader.GetAsync(address)).Text));
            }
        }
        return pages;
    }

    private async Task PlantAsync()
    {
        var texts = new ApplicationTexts
        {
            Title = "KanariTitel",
            Department = "KanariAmt",
            Website = "www.musterstadt.example",
            Summary = "KanariKurz",
            Description = "KanariLang",
            ContactName = "KanariKontakt",
            ContactMail = "KanariMail@musterstadt.example",
        };
        var entry = await _world.AdmitAsync(1, answers: AnswerSet.Empty.With("canary", "KanariAntwort").With("needs_analysis", "yes"), texts: texts, projects: [new("KanariEinzelprojekt", "KanariProjekttext")]);
        foreach (var review in await _world.AssignAsync(entry)) await _world.HandInAsync(review.Id, reasons: "KanariVotum mit genug Zeichen für eine Begründung.");
        await _world.WriteAsync(async db =>
        {
            await db.Reviews.ExecuteUpdateAsync(set => set.SetProperty(each => each.Score, 4.37));
            var reviews = await db.Reviews.Where(review => review.EntryId == entry.Id).ToListAsync();
            db.ConsensusResults.Add(ConsensusResult.Settle(_world.Call, entry, reviews, new(ConsensusOutcome.ProposeInGroup, "KanariBeratung"), WriteContext.System(_host.Clock.Now, "Test")).Fact);
            var snapshot = Snapshot.Take(_world.Call, await CountedEntries.LoadAsync(db, _world.Call.Id), "Probe", WriteContext.System(_host.Clock.Now, "Test")).Fact;
            db.Snapshots.Add(snapshot);
            db.Applications.Add(Draft(texts with { Title = "KanariEntwurf", Summary = "KanariEntwurf" }));
            return true;
        });
        await _world.AwardAsync(entry, _host.Clock.Now, reasons: "KanariJury");
    }

    private Application Draft(ApplicationTexts texts) => Application.TakeOver(_world.Call, new ArrivedEntry
    {
        ApplicantName = "KanariEntwurf",
        Channel = Channel.Web,
        Answers = AnswerSet.Empty,
        Texts = texts,
    }, _host.Clock.Now);
}
