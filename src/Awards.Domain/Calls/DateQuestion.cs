using System.Globalization;
using System.Text.Json.Serialization;
using Awards.Domain.Shared;

namespace Awards.Domain.Calls;

/// <summary>A day; canonical form: "2017-12-31". Typed as 31.12.2017 or as it is stored.</summary>
public sealed record DateQuestion : Question
{
    /// <summary>First allowed day; null = any.</summary>
    public DateOnly? Min { get; init; }

    /// <summary>Last allowed day; null = any.</summary>
    public DateOnly? Max { get; init; }

    [JsonIgnore]
    public override AnswerKind Kind => AnswerKind.Date;

    public override Outcome<string> Parse(string typed)
    {
        var text = typed.Trim().Replace(". ", ".");
        if (text.Length == 0) return "";
        if (!DateOnly.TryParseExact(text, ["d.M.yyyy", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || day.Year < 1000)
            return new Refusal("answer.not_a_date", "Bitte geben Sie ein Datum mit Tag, Monat und Jahr an, zum Beispiel 31.12.2017.");
        return (Min, Max) switch
        {
            ({ } min, { } max) when day < min || day > max => new Refusal("answer.date_out_of_range", "Bitte geben Sie ein Datum vom {0} bis zum {1} an.", Shown.Day(min), Shown.Day(max)),
            ({ } min, null) when day < min => new Refusal("answer.date_too_early", "Bitte geben Sie ein Datum ab dem {0} an.", Shown.Day(min)),
            (null, { } max) when day > max => new Refusal("answer.date_too_late", "Bitte geben Sie ein Datum bis zum {0} an.", Shown.Day(max)),
            _ => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        };
    }

    public override string Edit(string value) => Day(value) is { } day ? day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture) : value;

    public override string Print(string value, string language) => Day(value) is { } day ? GermanTime.Day(day, language) : value;

    /// <summary>The day of a canonical answer, or null.</summary>
    public static DateOnly? Day(string value) => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    protected override IEnumerable<Refusal> OwnFaults()
    {
        if (OrderFault(Min is null || Max is null || Min <= Max) is { } order) yield return order;
    }
}
