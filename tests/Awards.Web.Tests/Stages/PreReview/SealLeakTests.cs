using System.Collections.Immutable;
using Awards.Domain.Intake;
using Awards.Domain.PreReview;
using Awards.Domain.Shared;
using Awards.Testing;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Tests.Stages.PreReview;

/// <summary>Plants words and figures into one review of a pair and looks for them wherever somebody else can look.</summary>
public sealed class SealLeakTests : IAsyncLifetime
{
    private const string Office = $"/institut/{World.Slug}", Reviewers = $"/vorpruefung/{World.Slug}";
    private static readonly string[] Canaries = ["KanarieGrund", "KanarieBogen", "KanarieProjekt"];
    private AwardsHost _host = null!;
    private World _world = null!;
    private Entry _sealed = null!;
    private Entry _open = null!;
    private List<Review> _reviews = null!;

    public async Task InitializeAsync()
    {
        _host = await AwardsHost.StartAsync();
        _world = await World.CreateAsync(_host);
        _open = await _world.AdmitAsync(1);
        foreach (var review in await _world.AssignAsync(_open)) await _world.HandInAsync(review.Id, 3);
        _sealed = await _world.AdmitAsync(4);
        _reviews = await _world.AssignAsync(_sealed);
        // A second open one in the group of both, so that there is something to compute.
        foreach (var review in await _world.AssignAsync(await _world.AdmitAsync(1))) await _world.HandInAsync(review.Id, 2);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    public static TheoryData<string> LeadAddresses =>
    [
        $"{Office}/vorpruefung", $"{Office}/beitraege", $"{Office}/beitraege?sortierung=punkte", $"{Office}/beitraege?sortierung=punkte&richtung=ab",
        $"{Office}/beitraege?sortierung=spannweite&richtung=ab", $"{Office}/beitraege?votum=geeignet", $"{Office}/beitraege?votum=nicht-geeignet",
        $"{Office}/beitraege?votum=sonderkategorie", $"{Office}/beitraege?votum=verschieden", $"{Office}/beitraege?stand=abgegeben", $"{Office}/beitraege?stand=offen",
        $"{Office}/auswertung", $"{Office}/auswertung.csv", $"{Office}/auswertung.csv?tabelle=verteilung", $"{Office}/auswertung.csv?tabelle=kriterien",
        $"{Office}/auswertung.csv?tabelle=uebereinstimmung", $"{Office}/auswertung.csv?tabelle=pruefende", $"{Office}/auswertung/gruppen.svg", $"{Office}/auswertung/paare.svg",
        $"{Office}/beitraege/1", $"{Office}/beitraege/2", $"{Office}/vorschlaege", $"{Office}/bewerbungen", $"{Office}/bewerbungen?suche=KanarieGrund",
    ];

    /// <summary>The strongest test: whatever the sealed review says, everybody else gets the same page to the letter.</summary>
    [Theory]
    [MemberData(nameof(LeadAddresses))]
    public async Task The_lead_sees_the_same_page_whatever_a_sealed_review_says(string address)
    {
        await WriteAsync(5, Vote.Suitable, handIn: true);
        using var lead = await _host.SignedInAsync(Cast.Lead);
        var high = Plain(await lead.GetAsync(address));
        await RewriteAsync(0, Vote.NotSuitable);
        Plain(await lead.GetAsync(address)).ShouldBe(high);
        foreach (var canary in Canaries.Where(canary => !address.Contains(canary))) high.ShouldNotContain(canary);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_partner_sees_the_same_pages_whatever_a_sealed_review_says(bool handIn)
    {
        await WriteAsync(5, Vote.Suitable, handIn);
        using var partner = await _host.SignedInAsync(Cast.Reviewer(2));
        string[] addresses = ["/vorpruefung", $"{Reviewers}/befangenheit", $"{Reviewers}/boegen/{_reviews[1].Id}"];
        var before = new List<string>();
        foreach (var address in addresses) before.Add(Plain(await partner.GetAsync(address)));
        await RewriteAsync(0, Vote.NotSuitable);
        for (var at = 0; at < addresses.Length; at++)
        {
            Plain(await partner.GetAsync(addresses[at])).ShouldBe(before[at]);
            foreach (var canary in Canaries) before[at].ShouldNotContain(canary);
        }
    }

    [Fact]
    public async Task The_partner_who_hands_in_second_sees_the_first_and_the_lead_sees_both()
    {
        await WriteAsync(5, Vote.SuitableForSpecial, handIn: true);
        await _world.HandInAsync(_reviews[1].Id, 1, Vote.NotSuitable);
        using var partner = await _host.SignedInAsync(Cast.Reviewer(2));
        using var lead = await _host.SignedInAsync(Cast.Lead);
        foreach (var page in new[] { await partner.GetAsync($"{Reviewers}/boegen/{_reviews[1].Id}"), await lead.GetAsync($"{Office}/beitraege/2") })
            foreach (var canary in Canaries) page.Text.ShouldContain(canary);
        (await lead.GetAsync($"{Office}/beitraege?votum=verschieden")).TextsOf("tbody th").ShouldBe(["Musterstadt 4"]);
    }

    [Fact]
    public async Task A_third_reviewer_and_one_who_was_replaced_see_nothing_even_afterwards()
    {
        await WriteAsync(5, Vote.Suitable, handIn: true);
        var replaced = await _world.WriteAsync(db =>
        {
            var review = Review.Open(_world.Call.Definition, _sealed, _world.Persons[Cast.Reviewer(3)]);
            _ = review.Replace().Fact;
            db.Reviews.Add(review);
            return Task.FromResult(review);
        });
        await _world.HandInAsync(_reviews[1].Id, 1);
        using var third = await _host.SignedInAsync(Cast.Reviewer(3));
        foreach (var address in new[] { "/vorpruefung", $"{Reviewers}/boegen/{replaced.Id}", $"{Reviewers}/boegen/{_reviews[0].Id}", $"{Reviewers}/befangenheit" })
            foreach (var canary in Canaries) (await third.GetAsync(address)).Text.ShouldNotContain(canary);
    }

    [Fact]
    public async Task Neither_the_audit_trail_nor_a_mail_holds_what_a_review_says()
    {
        await WriteAsync(5, Vote.Suitable, handIn: true);
        var values = await _host.DbAsync(db => db.AuditRows.Where(row => row.Values != null).Select(row => row.Values!.Json).ToListAsync());
        var mails = await _host.DbAsync(db => db.Outbox.Select(mail => mail.Subject + mail.Body).ToListAsync());
        foreach (var canary in Canaries) values.Concat(mails).ShouldAllBe(text => !text.Contains(canary));
    }

    private Task<Guid> WriteAsync(int points, Vote vote, bool handIn) => _world.WriteAsync(async db =>
    {
        var review = await db.Reviews.Include(each => each.Sheets).SingleAsync(each => each.Id == _reviews[0].Id);
        var write = new WriteContext(review.ReviewerId, _host.Clock.Now);
        _ = review.Save(_world.Call.Definition, Content(review, points, vote), review.Version, write).Fact;
        if (handIn) _ = review.HandIn(_world.Call.Definition, review.Version, write).Fact;
        return review.Id;
    });

    // Straight into the database: a handed-in review does not change by itself.
    private Task<bool> RewriteAsync(int points, Vote vote) => _host.DbAsync(async db =>
    {
        await db.Reviews.Where(each => each.Id == _reviews[0].Id).ExecuteUpdateAsync(set => set
            .SetProperty(each => each.Score, points).SetProperty(each => each.Vote, vote).SetProperty(each => each.Reasons, "Etwas ganz anderes"));
        return true;
    });

    private ReviewContent Content(Review review, int points, Vote vote) => new([.. review.Sheets.Select(sheet =>
    {
        var definition = sheet.ProjectId is null ? _world.Call.Definition.EntrySheet : _world.Call.Definition.ProjectSheet!;
        return (sheet.ProjectId, new SheetContent(definition.Items.ToImmutableSortedDictionary(item => item.Criterion, _ => (int?)points, StringComparer.Ordinal), sheet.ProjectId is null ? "KanarieBogen" : "KanarieProjekt"));
    })], vote, "KanarieGrund: eine Begründung, die lang genug ist.");

    /// <summary>The page without what differs between any two answers.</summary>
    private static string Plain(Answer page)
    {
        foreach (var token in page.Page.QuerySelectorAll("[name=__RequestVerificationToken]")) token.Remove();
        return page.Page.DocumentElement.OuterHtml;
    }
}
