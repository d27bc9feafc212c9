using Awards.Domain.Shared;

namespace Awards.Domain.Tests.Shared;

public sealed class DaysLeftTests
{
    private static readonly DateTime Deadline = GermanTime.Utc(new DateTime(2018, 1, 1));

    [Theory]
    [InlineData("2017-12-31T23:59:59", 0)]
    [InlineData("2017-12-31T00:00:00", 0)]
    [InlineData("2017-12-30T23:59:59", 1)]
    [InlineData("2017-12-01T12:00:00", 30)]
    [InlineData("2018-01-01T00:00:00", -1)]
    public void Days_are_counted_on_the_calendar_of_Berlin(string local, int days) =>
        GermanTime.DaysLeft(Deadline, GermanTime.Utc(DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture))).ShouldBe(days);
}
