using Awards.Domain.Shared;

namespace Awards.Domain.Tests.Shared;

public sealed class SharedTests
{
    [Theory]
    [InlineData("25.000", 2_500_000)]
    [InlineData("25000", 2_500_000)]
    [InlineData("12,50", 1_250)]
    [InlineData("1.250.000,00 Euro", 125_000_000)]
    [InlineData("0", 0)]
    public void Money_is_read_as_people_in_Germany_write_it(string typed, long cents) => Money.Parse(typed).Fact.ShouldBe(cents);

    [Theory]
    [InlineData("1.5")]
    [InlineData("1,5")]
    [InlineData("12.34.56")]
    [InlineData("-5")]
    [InlineData("")]
    [InlineData("zehn")]
    [InlineData("1,")]
    [InlineData(",50")]
    [InlineData("1,2,3")]
    [InlineData("99999999999999")]
    public void Money_that_could_mean_something_else_is_refused(string typed) => Money.Parse(typed).Refusal!.Code.ShouldBe("money.unreadable");

    [Theory]
    [InlineData(2_500_000, "25.000 Euro")]
    [InlineData(1_250, "12,50 Euro")]
    [InlineData(0, "0 Euro")]
    public void Money_is_shown_with_thousands_point_and_cents_only_where_there_are_some(long cents, string shown) => Money.Show(cents).ShouldBe(shown);

    [Fact]
    public void A_deadline_is_stored_as_the_first_instant_too_late_and_shown_as_people_say_it()
    {
        var tooLate = GermanTime.Utc(new DateTime(2018, 1, 1));
        tooLate.ShouldBe(new DateTime(2017, 12, 31, 23, 0, 0, DateTimeKind.Utc));
        GermanTime.Deadline(tooLate).ShouldBe("Sonntag, 31. Dezember 2017, 24 Uhr (Berliner Zeit)");
        GermanTime.Deadline(tooLate, "en").ShouldBe("Sunday, 31 December 2017, 24:00 (Berlin time)");
        GermanTime.Deadline(tooLate.AddHours(-12)).ShouldBe("Sonntag, 31. Dezember 2017, 12:00 Uhr (Berliner Zeit)");
    }

    [Fact]
    public void Moving_by_days_keeps_the_wall_clock_over_the_change_of_clocks()
    {
        var winter = GermanTime.Utc(new DateTime(2026, 3, 1));
        GermanTime.Local(GermanTime.ShiftDays(winter, 60)).ShouldBe(new DateTime(2026, 4, 30));
        GermanTime.Utc(new DateTime(2026, 3, 29, 2, 30, 0)).ShouldBe(new DateTime(2026, 3, 29, 1, 30, 0, DateTimeKind.Utc));
    }

    [Theory]
    [InlineData("Ärztehaus Öhringen", "arztehaus ohringen")]
    [InlineData("Straße", "strasse")]
    [InlineData("„lokal willkommen“ – Netzwerk", "lokal willkommen netzwerk")]
    [InlineData("  ", "")]
    [InlineData("Ĺužica/Łužyca", "luzica łuzyca")]
    public void Sort_keys_are_the_same_on_every_database(string text, string key) => SortKey.Of(text).ShouldBe(key);

    [Theory]
    [InlineData("Ulm\ufffe")]
    [InlineData("Ulm\ud800")]
    public void A_sort_key_takes_what_is_no_character(string text) => SortKey.Of(text).ShouldBe("ulm");

    [Fact]
    public void A_sort_key_is_never_longer_than_its_column() => SortKey.Of("a" + new string('ß', 500)).Length.ShouldBeLessThanOrEqualTo(SortKey.MaxLength);

    [Fact]
    public void A_refused_outcome_has_no_fact()
    {
        Outcome<int> refused = new Refusal("test", "Nein: {0}", 3);
        refused.Refusal!.ToString().ShouldBe("Nein: 3");
        Should.Throw<InvalidOperationException>(() => refused.Fact);
    }

    [Fact]
    public void Amounts_and_dates_in_a_refusal_are_German_by_themselves_and_English_when_asked()
    {
        var (amount, instant) = (Shown.Amount(2_500_000), new DateTime(2017, 12, 31, 23, 0, 0, DateTimeKind.Utc));
        new Refusal("test", "{0} bis {1}", amount, Shown.Deadline(instant)).ToString().ShouldBe("25.000 Euro bis Sonntag, 31. Dezember 2017, 24 Uhr (Berliner Zeit)");
        new[] { amount, Shown.Date(instant), Shown.DateAndTime(instant) }.Select(each => each.In("en")).ShouldBe(["25,000 euros", "1 January 2018", "1 January 2018, 00:00 (Berlin time)"]);
    }

    [Fact]
    public void A_text_falls_back_to_German()
    {
        new LocalizedText("Titel", "Title").In("en").ShouldBe("Title");
        new LocalizedText("Titel").In("en").ShouldBe("Titel");
    }
}
