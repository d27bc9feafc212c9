using System.Globalization;
using Awards.Domain.Calls;
using Awards.Domain.Shared;

namespace Awards.Web.Platform.Questionnaires;

/// <summary>Values in expressions: a text, a number, or date('2017-12-31').</summary>
internal static class FormValue
{
    /// <summary>The value at a place, which then lies behind it; null where there is none.</summary>
    public static string? Read(IReadOnlyList<FormPiece> pieces, ref int at)
    {
        if (pieces[at].Kind is FormToken.Text or FormToken.Number) return pieces[at++].Value;
        if (pieces[at] is not { Kind: FormToken.Word, Value: "date" } || at + 3 >= pieces.Count) return null;
        if (pieces[at + 1].Kind != FormToken.Open || pieces[at + 2].Kind != FormToken.Text || pieces[at + 3].Kind != FormToken.Close) return null;
        at += 4;
        return pieces[at - 2].Value;
    }

    /// <summary>The value as the question's class writes it: amounts in a workbook are Euro, canonical ones are cents.</summary>
    public static string Canonical(string value, Question question)
    {
        if (!decimal.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return value;
        return question switch
        {
            MoneyQuestion => TypedNumber.Write(number * 100),
            { Kind: AnswerKind.Number } => TypedNumber.Write(number),
            _ => value,
        };
    }
}
