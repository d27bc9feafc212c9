using System.Net;
using System.Text;
using Awards.Testing;

namespace Awards.Web.Tests.Stages.Intake;

/// <summary>Figures with their pictures.</summary>
public sealed class FiguresTests : IAsyncLifetime
{
    private const string Address = $"/institut/{World.Slug}/zahlen";
    private AwardsHost _host = null!;
    private World _world = null!;
    private Visitor _lead = null!;

    public async Task InitializeAsync()
    {
        _host = await AwardsHost.StartAsync();
        _world = await World.CreateAsync(_host);
        _lead = await _host.SignedInAsync(Cast.Lead);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Nothing_yet_says_what_will_be_here() => (await _lead.GetAsync(Address)).TextOf("main").ShouldContain("sobald die erste Bewerbung oder Absichtserklärung da ist");

    [Fact]
    public async Task Every_picture_has_a_text_and_a_table_and_is_drawn()
    {
        await _world.AdmitAsync(1);
        await _world.SubmitAsync(2);
        var page = await _lead.GetAsync(Address);
        page.TextOf("main").ShouldContain("2 Bewerbungen sind eingegangen, 1 davon sind zugelassen.");
        page.TextOf("main").ShouldContain("Das amtliche Gemeindeverzeichnis ist noch nicht eingelesen");
        page.TextOf("main").ShouldContain("CC BY 4.0");
        page.Page.QuerySelectorAll("table").Length.ShouldBe(3);
        var pictures = page.Page.QuerySelectorAll("img.chart").ToList();
        pictures.Count.ShouldBe(4);
        foreach (var picture in pictures)
        {
            picture.GetAttribute("alt")!.ShouldEndWith("Die Zahlen stehen in der Tabelle darunter.");
            var address = picture.GetAttribute("src")!;
            var (status, type, svg) = await _lead.DownloadAsync(address);
            (status, type).ShouldBe((HttpStatusCode.OK, "image/svg+xml"), address);
            Encoding.UTF8.GetString(svg).ShouldStartWith("<svg ");
            using var first = await _lead.RequestAsync(HttpMethod.Get, address);
            using var again = await _lead.RequestAsync(HttpMethod.Get, address, ("If-None-Match", first.Headers.ETag!.ToString()));
            again.StatusCode.ShouldBe(HttpStatusCode.NotModified, address);
        }
        (await _lead.GetAsync($"{Address}/gibt-es-nicht.svg")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Figures_are_the_offices_and_name_no_application()
    {
        await _world.SubmitAsync(1, texts: new() { Title = "Kanarientitel", ContactName = "Kanarienkontakt" });
        using var finance = await _host.SignedInAsync(Cast.Finance);
        (await finance.GetAsync(Address)).Text.ShouldNotContain("Kanarien");
        foreach (var who in new[] { Cast.ClerkOne, Cast.Reviewer(1), Cast.JuryChair, Cast.OtherLead })
        {
            using var visitor = await _host.SignedInAsync(who);
            (await visitor.GetAsync(Address)).Status.ShouldBe(HttpStatusCode.Forbidden, who);
            (await visitor.GetAsync($"{Address}/typ.svg")).Status.ShouldBe(HttpStatusCode.Forbidden, who);
        }
    }

    [Fact]
    public async Task As_many_queries_for_one_as_for_many()
    {
        async Task<int> CountAsync()
        {
            await _lead.GetAsync(Address);
            _host.Queries.Reset();
            await _lead.GetAsync(Address);
            return _host.Queries.Count;
        }
        await _world.SubmitAsync(1);
        var one = await CountAsync();
        for (var number = 2; number <= 12; number++) await _world.SubmitAsync(number);
        (await CountAsync()).ShouldBe(one);
        one.ShouldBeLessThanOrEqualTo(7);
    }
}
