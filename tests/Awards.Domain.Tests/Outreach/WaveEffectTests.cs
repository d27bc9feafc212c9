using Awards.Domain.Applications;
using Awards.Domain.Municipalities;
using Awards.Domain.Outreach;

namespace Awards.Domain.Tests.Outreach;

public sealed class WaveEffectTests
{
    private static readonly DateTime Sent = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Figures_are_counted_by_state_and_type_and_add_up()
    {
        var (one, two, three) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        EffectMail Mail(Guid? municipality, string? state, MunicipalityType? type, WaveOutcome outcome = WaveOutcome.Written, bool sent = true, bool suppressed = false, bool bounced = false, int hours = 0) =>
            new(municipality, state, type, Sent.AddHours(hours), outcome, sent, suppressed, bounced);
        EffectMail[] mails =
        [
            Mail(one, "HE", MunicipalityType.District), Mail(one, "HE", MunicipalityType.District, hours: 1), // two offices of one district
            Mail(two, "NW", MunicipalityType.IndependentCity, sent: false, bounced: true),
            Mail(three, "NW", MunicipalityType.DistrictMunicipality, WaveOutcome.OptedOut, sent: false, suppressed: true),
            Mail(null, null, null),
            Mail(null, null, null, WaveOutcome.Undeliverable, sent: false),
        ];
        var applications = new[]
        {
            (one, Sent.AddMinutes(-1), ApplicationState.Submitted), // began before
            (one, Sent.AddMinutes(30), ApplicationState.Draft), (one, Sent.AddDays(3), ApplicationState.Admitted),
            (two, Sent.AddDays(1), ApplicationState.Excluded),
            (three, Sent.AddDays(1), ApplicationState.Submitted), // got no mail
        }.ToLookup(each => each.Item1, each => (each.Item2, each.Item3));
        var letters = new[] { (one, Sent.AddDays(1)), (one, Sent.AddDays(2)), (three, Sent.AddDays(1)) }.ToLookup(each => each.Item1, each => each.Item2);

        var effect = WaveEffect.Count(mails, letters, applications);
        effect.ByState.ShouldBe(
        [
            new EffectRow("HE") { Sent = 2, Letters = 1, Drafts = 1, Submitted = 1, Entries = 1 },
            new EffectRow("NW") { Suppressed = 1, Bounced = 1, Submitted = 1 },
            new EffectRow("") { Sent = 1, Skipped = 1 },
        ]);
        effect.ByType.Select(row => row.Code).ShouldBe(["KS", "KA", "LK", ""]);
        effect.Total.ShouldBe(new EffectRow("total") { Sent = 3, Suppressed = 1, Bounced = 1, Skipped = 1, Letters = 1, Drafts = 1, Submitted = 2, Entries = 1 });
    }

    [Fact]
    public void Nothing_gives_empty_tables()
    {
        var effect = WaveEffect.Count([], Array.Empty<(Guid, DateTime)>().ToLookup(each => each.Item1, each => each.Item2), Array.Empty<(Guid, DateTime, ApplicationState)>().ToLookup(each => each.Item1, each => (each.Item2, each.Item3)));
        effect.ByState.ShouldBeEmpty();
        effect.Total.ShouldBe(new EffectRow("total"));
    }
}
