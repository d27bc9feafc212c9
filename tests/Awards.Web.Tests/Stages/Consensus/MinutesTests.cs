using System.Net;
using Awards.Domain.PreReview;
using Awards.Testing;
using Awards.Web.Stages.Consensus;
using Awards.Web.Tests.Documents;
using static Awards.Web.Tests.Stages.Consensus.SessionCase;

namespace Awards.Web.Tests.Stages.Consensus;

/// <summary>The minutes say what the session did, as a tagged PDF.</summary>
public sealed class MinutesTests
{
    [PopplerFact]
    public async Task The_minutes_name_votes_recusals_results_block_and_what_stays_open()
    {
        await using var one = await StartAsync((5, Vote.Suitable, 1, Vote.NotSuitable), (5, Vote.Suitable, 5, Vote.Suitable), (1, Vote.NotSuitable, 1, Vote.NotSuitable));
        await one.DeclareAsync(0, Cast.Reviewer(3));
        await one.PlanAsync(new() { ["NoteTaker"] = one.World.Persons[Cast.Reviewer(1)].ToString(), ["Excused"] = one.World.Persons[Cast.Reviewer(2)].ToString(), ["Note"] = "Mit Mittagspause." });
        (await one.Lead.GetAsync(ConsensusLinks.Minutes(World.Slug, one.Session))).Status.ShouldBe(HttpStatusCode.NotFound);
        await one.DoAsync("Begin");
        one.Host.Clock.Now += TimeSpan.FromMinutes(5);
        await one.DoAsync("Go", 0);
        one.Host.Clock.Now += TimeSpan.FromMinutes(7);
        await one.Lead.SubmitAsync(await one.Lead.GetAsync(one.Page), Settle, new() { ["Outcome"] = "group", ["Reasons"] = "Die Wirkung überzeugt." });
        await one.DoAsync("Go", 2);
        await one.Lead.SubmitAsync(await one.Lead.GetAsync(one.Block), "main form", new() { ["Ticked"] = (await one.Lead.GetAsync(one.Block)).Page.QuerySelector($"[name=Ticked][value^='{one.Entries[1].Id}']")!.GetAttribute("value"), ["Sentence"] = "Beide: {{votum}}." });
        (await TextAsync(one)).ShouldContain("Entwurf: Die Sitzung ist noch nicht geschlossen.");
        one.Host.Clock.Now += TimeSpan.FromMinutes(3);
        await one.DoAsync("Close");
        // What is settled anew outside of the session does not change its minutes.
        await one.Lead.SubmitAsync(await one.Lead.GetAsync($"/institut/{World.Slug}/beitraege/1"), "form[action*='handler=Settle']", new() { ["Outcome"] = "none", ["Reasons"] = "Später anders." });

        var text = await TextAsync(one);
        foreach (var words in new[]
        {
            "Niederschrift Erste Sitzung Sitzung Angabe Inhalt Geplant für 2. März 2026, 10:00 Uhr Ort Saal 1 Begonnen 2. März 2026, 10:00 Uhr Beendet 2. März 2026, 10:15 Uhr",
            $"{Cast.Reviewer(2).Split('@')[0]} entschuldigt", "Mit Mittagspause.",
            $"M-2026-001 {one.Entries[0].ApplicantName} Beitrag 1 Angabe Inhalt Aufgerufen 10:05:00–10:12:00",
            "Punkte: 1,00", $"{Cast.Reviewer(3).Split('@')[0]}: 10:05:00–10:12:00", "Ergebnis in der Gruppe vorgeschlagen", "Begründung Die Wirkung überzeugt.",
            "Gemeinsam entschieden", "Beide: geeignet.", "Noch offen Nummer Kommune Stand M-2026-003", "Unterschriften", "Ort, Datum, Unterschrift: Leitung",
        }) text.ShouldContain(words);
        foreach (var words in new[] { "Entwurf", "Später anders.", "Votum: " + Cast.Reviewer(1).Split('@')[0] }) text.ShouldNotContain(words);
        var pdf = (await one.Lead.DownloadAsync(ConsensusLinks.Minutes(World.Slug, one.Session))).Content;
        var info = await Poppler.InfoAsync(pdf);
        (info["Title"], info["Tagged"]).ShouldBe(("Niederschrift: Erste Sitzung", "yes"));
        System.Text.Encoding.Latin1.GetString(pdf).ShouldContain("<pdfuaid:part>1</pdfuaid:part>");
        var tags = (await Poppler.StructureAsync(pdf)).Split('\n').Select(line => line.Trim().Split(' ', ':')[0]).ToHashSet();
        foreach (var tag in new[] { "H1", "H2", "H3", "Table", "THead", "TH", "TR", "TD" }) tags.ShouldContain(tag);
    }

    [PopplerFact]
    public async Task Names_stand_in_the_minutes_where_the_session_shows_them()
    {
        await using var one = await StartAsync((5, Vote.Suitable, 1, Vote.NotSuitable));
        await one.BeginAsync();
        await one.DoAsync("Names");
        await one.DoAsync("Go", 0);
        await one.DoAsync("Close");
        (await TextAsync(one)).ShouldContain("Votum: " + Cast.Reviewer(1).Split('@')[0]);
    }

    private static async Task<string> TextAsync(SessionCase one) => await Poppler.TextAsync((await one.Lead.DownloadAsync(ConsensusLinks.Minutes(World.Slug, one.Session))).Content);
}
