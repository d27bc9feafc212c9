using System.Globalization;

namespace Awards.Domain.Shared;

/// <summary>Instants are stored in UTC and shown as people in Germany say them.</summary>
public static class GermanTime
{
    /// <summary>The time zone of all deadlines: Europe/Berlin.</summary>
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    /// <summary>Local time in Berlin of a UTC instant.</summary>
    public static DateTime Local(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Zone);

    /// <summary>The UTC instant of a Berlin wall-clock time; a time skipped in spring counts one hour later.</summary>
    public static DateTime Utc(DateTime local)
    {
        local = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        return TimeZoneInfo.ConvertTimeToUtc(Zone.IsInvalidTime(local) ? local.AddHours(1) : local, Zone);
    }

    /// <summary>Moves an instant by whole days of the wall clock: midnight stays midnight over a change of clocks.</summary>
    public static DateTime ShiftDays(DateTime utc, int days) => Utc(Local(utc).AddDays(days));

    /// <summary>"31. Dezember 2017", "31 December 2017".</summary>
    public static string Date(DateTime utc, string language = "de") => Local(utc).ToString(language == "en" ? "d MMMM yyyy" : "d. MMMM yyyy", Culture(language));

    /// <summary>A day without a time: "31. Dezember 2017".</summary>
    public static string Day(DateOnly day, string language = "de") => day.ToString(language == "en" ? "d MMMM yyyy" : "d. MMMM yyyy", Culture(language));

    /// <summary>"31. Dezember 2017, 14:03 Uhr".</summary>
    public static string DateAndTime(DateTime utc, string language = "de") => language == "en"
        ? Local(utc).ToString("d MMMM yyyy, HH:mm", Culture(language)) + " (Berlin time)"
        : Local(utc).ToString("d. MMMM yyyy, HH:mm", Culture(language)) + " Uhr";

    /// <summary>A deadline, stored as the first instant that is too late: midnight is shown as 24 o'clock of the day before.</summary>
    public static string Deadline(DateTime firstInstantTooLate, string language = "de")
    {
        var local = Local(firstInstantTooLate);
        var (day, time) = local.TimeOfDay == TimeSpan.Zero
            ? (local.AddDays(-1), language == "en" ? "24:00" : "24 Uhr")
            : (local, local.ToString("HH:mm", Culture(language)) + (language == "en" ? "" : " Uhr"));
        return day.ToString(language == "en" ? "dddd, d MMMM yyyy" : "dddd, d. MMMM yyyy", Culture(language)) + ", " + time
            + (language == "en" ? " (Berlin time)" : " (Berliner Zeit)");
    }

    /// <summary>Whole days of the wall clock that are left until a deadline: 0 on its last day, negative afterwards.</summary>
    public static int DaysLeft(DateTime firstInstantTooLate, DateTime now) =>
        (Local(firstInstantTooLate.AddTicks(-1)).Date - Local(now).Date).Days;

    private static CultureInfo Culture(string language) => CultureInfo.GetCultureInfo(language == "en" ? "en-GB" : "de-DE");
}
