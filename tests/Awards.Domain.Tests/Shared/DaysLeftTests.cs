using Awards.Domain.Shared;

namespace Awards.Domain.Tests.Shared;

public sealed class DaysLeftTests
{
    [Theory]
    [InlineData("2018-01-01T00:00", "2017-12-31T23:59", 0)]
    [InlineData("2018-01-01T00:00", "2017-12-31T00:00", 0)]
    [InlineData("2018-01-01T00:00", "2017-12-30T23:59", 1)]
    [InlineData("2018-01-01T12:00", "2017-12-31T12:00", 1)]
    [InlineData("2026-03-30T00:00", "2026-03-28T12:00", 1)]
    [InlineData("2018-01-01T00:00", "2018-01-01T00:00", -1)]
    public void Days_are_counted_by_the_calendar_on_the_wall(string tooLate, string now, int days) =>
        GermanTime.DaysLeft(Utc(tooLate), Utc(now)).ShouldBe(days);

    [Fact]
    public void In_English_money_has_a_thousands_comma() => Money.Show(46_500_000, "en").ShouldBe("465,000 euros");

    private static DateTime Utc(string local) => GermanTime.Utc(DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture));
}
