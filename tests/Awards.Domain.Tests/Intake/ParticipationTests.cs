using Awards.Domain.Applications;
using Awards.Domain.Intake;
using Awards.Domain.Municipalities;
using Awards.Domain.Shared;

namespace Awards.Domain.Tests.Intake;

public sealed class ParticipationTests
{
    private static readonly RegisterShare[] Register = [new(MunicipalityType.IndependentCity, "BE", 1, 300), new(MunicipalityType.DistrictMunicipality, "BB", 10, 100), new(MunicipalityType.District, "BB", 2, 100)];

    [Fact]
    public void Types_and_states_add_up_and_inhabitants_of_districts_count_once()
    {
        var figures = Participation.Of([At(MunicipalityType.IndependentCity, "BE"), At(MunicipalityType.District, "BB"), At(null, null), At(MunicipalityType.District, "BB", ApplicationState.Withdrawn)], [(MunicipalityType.District, "BB")], Register);
        figures.ByType.Select(line => (line.Key, line.Letters, line.Applications, line.Population)).ShouldBe(
            [(MunicipalityType.IndependentCity, 0, 1, 300L), (MunicipalityType.DistrictMunicipality, 0, 0, 100L), (MunicipalityType.District, 1, 1, 100L), (null, 0, 1, 0L)]);
        figures.ByState.Single(line => line.Key == "BB").Population.ShouldBe(100);
        (figures.Total.Applications, figures.Total.Letters, figures.Total.Population, figures.Total.Municipalities).ShouldBe((3, 1, 400L, 13));
        figures.ByState.Sum(line => line.Applications).ShouldBe(3);
        Participation.Share(figures.ByType[0].Population, figures.Total.Population).ShouldBe(75);
    }

    [Fact]
    public void Without_a_register_nothing_is_said_about_inhabitants()
    {
        var figures = Participation.Of([At(MunicipalityType.District, "BB")], [], []);
        (figures.HasRegister, figures.Total.Population).ShouldBe((false, null));
        Participation.Share(null, null).ShouldBeNull();
    }

    [Fact]
    public void A_day_is_the_day_in_Germany_and_a_long_time_is_summed_up_by_weeks()
    {
        var arrivals = Arrivals.Of([At(null, null, at: new(2026, 12, 31, 22, 59, 0)), At(null, null, at: new(2026, 12, 31, 23, 0, 0), channel: Channel.Post)]);
        (arrivals.Weekly, arrivals.Channels.Count).ShouldBe((false, 2));
        arrivals.Days.Select(day => (day.From, day.Total)).ShouldBe([(new(2026, 12, 31), 1), (new(2027, 1, 1), 1)]);
        var spans = Arrivals.Of([At(null, null, at: new(2027, 1, 6)), At(null, null, at: new(2027, 4, 1))]);
        spans.Weekly.ShouldBeTrue();
        spans.Spans[0].From.ShouldBe(new DateOnly(2027, 1, 4));
        (spans.Spans.Sum(span => span.Total), spans.Spans[^1].Total, spans.Spans.Count).ShouldBe((2, 1, 13));
        Arrivals.Of([]).Days.ShouldBeEmpty();
    }

    private static Arrived At(MunicipalityType? type, string? state, ApplicationState status = ApplicationState.Submitted, DateTime? at = null, Channel channel = Channel.Web) =>
        new(type, state, status, channel, at ?? GermanTime.Utc(new(2027, 1, 5)));
}
