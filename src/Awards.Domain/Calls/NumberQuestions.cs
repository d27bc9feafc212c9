using System.Globalization;
using System.Text.Json.Serialization;
using Awards.Domain.Shared;

namespace Awards.Domain.Calls;

/// <summary>A number with decimals; canonical form: "1250.5".</summary>
public sealed record DecimalQuestion : Question
{
    /// <summary>Most decimals, 0 to 6.</summary>
    public int Decimals { get; init; } = 2;

    /// <summary>Smallest allowed number.</summary>
    public decimal Min { get; init; }

    /// <summary>Largest allowed number.</summary>
    public decimal Max { get; init; } = 999_999_999;

    /// <summary>Unit shown behind the field: "Hektar".</summary>
    public LocalizedText? Unit { get; init; }

    [JsonIgnore]
    public override AnswerKind Kind => AnswerKind.Number;

    public override Outcome<string> Parse(string typed) => typed.Trim().Length == 0 ? "" : NumberRange.Within(TypedNumber.Parse(typed, Decimals), Min, Max);

    public override Outcome<string> Check(string value) => value.Length == 0 ? "" : NumberRange.Within(TypedNumber.Read(value, Decimals), Min, Max);

    public override string Edit(string value) => NumberRange.Edit(value);

    public override string Print(string value, string language) => NumberRange.Print(value, language, Unit is null ? "" : " " + Unit.In(language));

    protected override IEnumerable<Refusal> OwnFaults() => NumberRange.Faults(Code, Decimals, OrderFault(Min <= Max));
}

/// <summary>A share in percent, from 0 to 100 where nothing else is said; canonical form: "12.5".</summary>
public sealed record PercentQuestion : Question
{
    /// <summary>Most decimals, 0 to 6.</summary>
    public int Decimals { get; init; }

    /// <summary>Smallest allowed share.</summary>
    public decimal Min { get; init; }

    /// <summary>Largest allowed share.</summary>
    public decimal Max { get; init; } = 100;

    [JsonIgnore]
    public override AnswerKind Kind => AnswerKind.Number;

    public override Outcome<string> Parse(string typed) =>
        typed.Trim().Length == 0 ? "" : NumberRange.Within(TypedNumber.Parse(typed.Trim().TrimEnd('%').TrimEnd(), Decimals), Min, Max);

    public override Outcome<string> Check(string value) => value.Length == 0 ? "" : NumberRange.Within(TypedNumber.Read(value, Decimals), Min, Max);

    public override string Edit(string value) => NumberRange.Edit(value);

    public override string Print(string value, string language) => NumberRange.Print(value, language, language == "en" ? "%" : " %");

    protected override IEnumerable<Refusal> OwnFaults() => NumberRange.Faults(Code, Decimals, OrderFault(Min <= Max));
}

/// <summary>An amount of money; canonical form: whole cents.</summary>
public sealed record MoneyQuestion : Question
{
    /// <summary>Smallest allowed amount in cents, not below 0.</summary>
    public long MinCents { get; init; }

    /// <summary>Largest allowed amount in cents.</summary>
    public long MaxCents { get; init; } = 99_999_999_999;

    [JsonIgnore]
    public override AnswerKind Kind => AnswerKind.Number;

    public override Outcome<string> Parse(string typed)
    {
        if (typed.Trim().Length == 0) return "";
        var cents = Money.Parse(typed);
        return cents.Refused(out var refusal) ? refusal : Within(cents.Fact);
    }

    public override Outcome<string> Check(string value)
    {
        if (value.Length == 0) return "";
        return value.Length <= 15 && value.All(char.IsAsciiDigit) ? Within(long.Parse(value, CultureInfo.InvariantCulture))
            : new Refusal("money.not_cents", "In Dateien steht ein Betrag als ganze Zahl in Cent, zum Beispiel 125050 für 1.250,50 Euro.");
    }

    public override string Edit(string value) => long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var cents)
        ? cents % 100 == 0 ? (cents / 100).ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{cents / 100},{cents % 100:00}") : value;

    public override string Print(string value, string language) => long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var cents) ? Money.Show(cents, language) : value;

    protected override IEnumerable<Refusal> OwnFaults()
    {
        if (OrderFault(MinCents <= MaxCents) is { } order) yield return order;
        if (MinCents < 0) yield return new("question.negative_money", "Bei der Frage „{0}“ darf der kleinste Betrag nicht negativ sein.", Code);
    }

    private Outcome<string> Within(long cents) => cents < MinCents || cents > MaxCents
        ? new Refusal("answer.amount_out_of_range", "Bitte geben Sie einen Betrag von {0} bis {1} an.", Shown.Amount(MinCents), Shown.Amount(MaxCents))
        : cents.ToString(CultureInfo.InvariantCulture);
}

internal static class NumberRange
{
    public static Outcome<string> Within(Outcome<decimal> number, decimal min, decimal max)
    {
        if (number.Refused(out var refusal)) return refusal;
        return number.Fact < min || number.Fact > max
            ? new Refusal("answer.out_of_range", "Bitte geben Sie eine Zahl von {0} bis {1} an.", Shown.Number(min), Shown.Number(max))
            : TypedNumber.Write(number.Fact);
    }

    public static string Edit(string value) => TypedNumber.Read(value, TypedNumber.MostDecimals) is { Refusal: null } number ? TypedNumber.Edit(number.Fact) : value;

    public static string Print(string value, string language, string unit) =>
        TypedNumber.Read(value, TypedNumber.MostDecimals) is { Refusal: null } number ? TypedNumber.Show(number.Fact, language) + unit : value;

    public static IEnumerable<Refusal> Faults(string question, int decimals, Refusal? order)
    {
        if (order is not null) yield return order;
        if (decimals is < 0 or > TypedNumber.MostDecimals) yield return new("question.decimals", "Bei der Frage „{0}“ sind 0 bis {1} Nachkommastellen möglich.", question, TypedNumber.MostDecimals);
    }
}
