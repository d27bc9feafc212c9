namespace Awards.Domain.Shared;

/// <summary>A value inside a refusal that reads differently in each language: an amount, a date. As text it is German.</summary>
public sealed class Shown
{
    private readonly Func<string, string> _words;

    private Shown(Func<string, string> words) => _words = words;

    /// <summary>The value in a language, "de" or "en".</summary>
    public string In(string language) => _words(language);

    public override string ToString() => _words("de");

    /// <summary>An amount in cents: "25.000 Euro".</summary>
    public static Shown Amount(long cents) => new(language => Money.Show(cents, language));

    /// <summary>"31. Dezember 2017".</summary>
    public static Shown Date(DateTime utc) => new(language => GermanTime.Date(utc, language));

    /// <summary>"31. Dezember 2017, 14:03 Uhr".</summary>
    public static Shown DateAndTime(DateTime utc) => new(language => GermanTime.DateAndTime(utc, language));

    /// <summary>A deadline, given as the first instant that is too late.</summary>
    public static Shown Deadline(DateTime firstInstantTooLate) => new(language => GermanTime.Deadline(firstInstantTooLate, language));

    /// <summary>A text of a call.</summary>
    public static Shown Text(LocalizedText text) => new(text.In);

    /// <summary>Several texts, parted by semicolons.</summary>
    public static Shown Texts(IEnumerable<LocalizedText> texts)
    {
        var all = texts.ToList();
        return new(language => string.Join("; ", all.Select(text => text.In(language))));
    }

    /// <summary>A day: "31. Dezember 2017".</summary>
    public static Shown Day(DateOnly day) => new(language => GermanTime.Day(day, language));

    /// <summary>A number with as many decimals as it has: "1.250,5".</summary>
    public static Shown Number(decimal number) => new(language => TypedNumber.Show(number, language));
}
