using System.Globalization;
using Awards.Domain.Calls;
using Awards.Domain.Shared;

namespace Awards.Web.Platform.Questionnaires;

/// <summary>
/// Conditions as expressions of a form's workbook ("relevant"), both ways. "or" over options of one question is one condition on these
/// options; written with each part in brackets it stays a group of conditions.
/// </summary>
internal sealed class FormCondition
{
    private const int MostBrackets = 40;

    private readonly Func<string, (string Key, AnswerPart Part, Question Question)?> _find;
    private readonly string _expression;
    private readonly IReadOnlyList<FormPiece> _pieces;
    private int _at;
    private int _depth;

    private FormCondition(string expression, IReadOnlyList<FormPiece> pieces, Func<string, (string Key, AnswerPart Part, Question Question)?> find) =>
        (_expression, _pieces, _find) = (expression, pieces, find);

    /// <summary>Reads an expression. <paramref name="find"/> knows what a name refers to; null = nothing, which the rules of questionnaires refuse later.</summary>
    public static Outcome<Condition> Read(string expression, Func<string, (string Key, AnswerPart Part, Question Question)?> find)
    {
        var (pieces, at) = FormTokens.Of(expression);
        if (pieces is null) return Unreadable(expression, at);
        var reader = new FormCondition(expression, pieces, find);
        try
        {
            var condition = reader.Or();
            return reader.Next.Kind == FormToken.End ? condition.Condition : reader.Fault();
        }
        catch (UnreadableException)
        {
            return reader.Fault();
        }
    }

    /// <summary>Writes a condition as an expression.</summary>
    public static string Write(Condition condition, Questionnaire questionnaire) => condition switch
    {
        AllCondition => string.Join(" and ", condition.Parts.Select(part => Inner(part, questionnaire, part is ChosenCondition { AnyOf.Count: > 1 }))),
        AnyCondition => string.Join(" or ", condition.Parts.Select(part => Inner(part, questionnaire, part is ChosenCondition))),
        NotCondition not => $"not({Write(not.Of, questionnaire)})",
        ChosenCondition chosen => string.Join(" or ", chosen.AnyOf.Select(code => questionnaire.Part(chosen.Question)?.Kind == AnswerKind.Choices
            ? $"selected(${{{chosen.Question}}}, {FormTokens.Quote(code)})" : $"${{{chosen.Question}}} = {FormTokens.Quote(code)}")),
        ComparedCondition compared => $"${{{compared.Question}}} {Sign(compared.Is)} {Literal(compared.Value, questionnaire.Find(compared.Question))}",
        _ => throw new InvalidOperationException($"No expression for {condition.GetType().Name}."),
    };

    private static string Inner(Condition part, Questionnaire questionnaire, bool brackets) =>
        brackets || part is AllCondition or AnyCondition ? $"({Write(part, questionnaire)})" : Write(part, questionnaire);

    private static string Literal(string value, Question? question) => question switch
    {
        MoneyQuestion when long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var cents) => (cents / 100m).ToString("0.00", CultureInfo.InvariantCulture),
        DateQuestion => $"date('{value}')",
        { Kind: AnswerKind.Number } => value,
        _ => FormTokens.Quote(value),
    };

    private FormPiece Next => _pieces[_at];

    private (Condition Condition, bool Bracketed) Or()
    {
        var first = And();
        if (!IsWord("or")) return first;
        List<(Condition Condition, bool Bracketed)> parts = [first];
        while (Take("or")) parts.Add(And());
        var merged = new List<Condition>();
        for (var at = 0; at < parts.Count;)
        {
            if (parts[at] is not (ChosenCondition chosen, false)) { merged.Add(parts[at++].Condition); continue; }
            var codes = new List<string>();
            for (; at < parts.Count && parts[at] is (ChosenCondition same, false) && same.Question == chosen.Question; at++) codes.AddRange(same.AnyOf);
            merged.Add(chosen with { AnyOf = codes });
        }
        return (merged.Count == 1 ? merged[0] : new AnyCondition(merged), false);
    }

    private (Condition Condition, bool Bracketed) And()
    {
        var first = One();
        if (!IsWord("and")) return first;
        List<Condition> parts = [first.Condition];
        while (Take("and")) parts.Add(One().Condition);
        return (new AllCondition(parts), false);
    }

    private (Condition Condition, bool Bracketed) One()
    {
        if (Next.Kind == FormToken.Open) return (Brackets(), true);
        if (Take("not")) return (new NotCondition(Brackets()), false);
        return (Take("selected") ? Selected() : Compared(), false);
    }

    private Condition Brackets()
    {
        // A file can hold thousands of brackets; the stack cannot.
        if (++_depth > MostBrackets) throw new UnreadableException();
        Need(FormToken.Open);
        var (inner, _) = Or();
        Need(FormToken.Close);
        _depth--;
        return inner;
    }

    private ChosenCondition Selected()
    {
        Need(FormToken.Open);
        var name = Need(FormToken.Reference).Value;
        Need(FormToken.Comma);
        var code = Need(FormToken.Text).Value;
        Need(FormToken.Close);
        return new(_find(name)?.Key ?? name, [code]);
    }

    private Condition Compared()
    {
        var name = Need(FormToken.Reference).Value;
        var comparison = Signs[Need(FormToken.Operator).Value];
        var value = FormValue.Read(_pieces, ref _at) ?? throw new UnreadableException();
        if (_find(name) is not var (key, part, question)) return new ComparedCondition(name, comparison, value);
        if (part.Kind is not (AnswerKind.Choice or AnswerKind.Choices)) return new ComparedCondition(key, comparison, FormValue.Canonical(value, question));
        return comparison switch
        {
            Comparison.Equals => new ChosenCondition(key, [value]),
            Comparison.NotEquals => new NotCondition(new ChosenCondition(key, [value])),
            _ => new ComparedCondition(key, comparison, value),
        };
    }

    private bool IsWord(string word) => Next.Kind == FormToken.Word && Next.Value == word;

    private bool Take(string word)
    {
        if (!IsWord(word)) return false;
        _at++;
        return true;
    }

    private FormPiece Need(FormToken kind) => Next.Kind == kind ? _pieces[_at++] : throw new UnreadableException();

    private Refusal Fault() => Unreadable(_expression, Next.At);

    private static Refusal Unreadable(string expression, int at) => new("workbook.condition",
        "Die Bedingung ist ab „{0}“ nicht lesbar. Möglich sind ${{code}} = 'x', selected(${{code}}, 'x'), Vergleiche mit =, !=, <, <=, > und >=, dazu and, or, not() und Klammern.",
        at >= expression.Length ? "…" : TextRules.Excerpt(expression[at..]));

    private static readonly Dictionary<string, Comparison> Signs = Enum.GetValues<Comparison>().ToDictionary(Sign);

    private static string Sign(Comparison comparison) => comparison switch
    {
        Comparison.Equals => "=",
        Comparison.NotEquals => "!=",
        Comparison.Less => "<",
        Comparison.LessOrEqual => "<=",
        Comparison.Greater => ">",
        _ => ">=",
    };

    private sealed class UnreadableException : Exception;
}
