using System.Globalization;
using Awards.Domain.Calls;
using Awards.Domain.Shared;

namespace Awards.Web.Platform.Questionnaires;

/// <summary>Limits of answers as expressions of a form's workbook ("constraint"), both ways.</summary>
/// <param name="Least">". &gt;= …".</param>
/// <param name="Most">". &lt;= …", "string-length(.) &lt;= …" or "count-selected(.) &lt;= …".</param>
internal sealed record FormLimits(string? Least, string? Most)
{
    /// <summary>What a limit is about.</summary>
    public const string Value = ".", Length = "string-length(.)", Count = "count-selected(.)";

    /// <summary>Reads limits on one subject.</summary>
    public static Outcome<FormLimits> Read(string expression, string subject)
    {
        if (expression.Trim().Length == 0) return new FormLimits(null, null);
        var (pieces, place) = FormTokens.Of(expression);
        if (pieces is null) return Unreadable(expression, place, subject);
        var (limits, at) = (new FormLimits(null, null), 0);
        while (true)
        {
            if (!Subject(pieces, ref at, subject) || pieces[at].Kind != FormToken.Operator) return Unreadable(expression, pieces[at].At, subject);
            var sign = pieces[at++].Value;
            var before = at;
            if (FormValue.Read(pieces, ref at) is not { } value) return Unreadable(expression, pieces[at].At, subject);
            if (sign == ">=" && limits.Least is null && subject == Value) limits = limits with { Least = value };
            else if (sign == "<=" && limits.Most is null) limits = limits with { Most = value };
            else return Unreadable(expression, pieces[before - 1].At, subject);
            if (pieces[at].Kind == FormToken.End) return limits;
            if (pieces[at] is not { Kind: FormToken.Word, Value: "and" }) return Unreadable(expression, pieces[at].At, subject);
            at++;
        }
    }

    /// <summary>The limits of a question's answers; "" where it has none.</summary>
    public static string Write(Question question) => question switch
    {
        WholeNumberQuestion whole => Both(Text(whole.Min), Text(whole.Max)),
        DecimalQuestion number => Both(Text(number.Min), Text(number.Max)),
        PercentQuestion percent => Both(Text(percent.Min), Text(percent.Max)),
        MoneyQuestion money => Both((money.MinCents / 100m).ToString("0.00", CultureInfo.InvariantCulture), (money.MaxCents / 100m).ToString("0.00", CultureInfo.InvariantCulture)),
        DateQuestion date => Both(Text(date.Min), Text(date.Max)),
        ShortTextQuestion text => $"{Length} <= {Text(text.MaxLength)}",
        LongTextQuestion text => $"{Length} <= {Text(text.MaxLength)}",
        MultipleChoiceQuestion { Max: { } max } => $"{Count} <= {Text(max)}",
        _ => "",
    };

    private static string Both(string? least, string? most) =>
        string.Join(" and ", new[] { least is null ? null : $". >= {least}", most is null ? null : $". <= {most}" }.OfType<string>());

    private static string Text(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);

    private static string? Text(DateOnly? day) => day is { } known ? $"date('{known.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}')" : null;

    private static bool Subject(IReadOnlyList<FormPiece> pieces, ref int at, string subject)
    {
        if (subject != Value)
        {
            if (pieces[at].Kind != FormToken.Word || !subject.StartsWith(pieces[at].Value + "(", StringComparison.Ordinal) || pieces[at + 1].Kind != FormToken.Open) return false;
            at += 2;
        }
        if (pieces[at].Kind != FormToken.Self) return false;
        at++;
        return subject == Value || pieces[at++].Kind == FormToken.Close;
    }

    private static Refusal Unreadable(string expression, int at, string subject) => new("workbook.limits",
        "Die Grenzen sind ab „{0}“ nicht lesbar. Möglich ist hier: {1}.", at >= expression.Length ? "…" : TextRules.Excerpt(expression[at..]),
        subject == Value ? ". >= 0 and . <= 100" : $"{subject} <= 200");
}
