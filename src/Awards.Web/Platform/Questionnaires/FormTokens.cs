using System.Text.RegularExpressions;

namespace Awards.Web.Platform.Questionnaires;

/// <summary>Kinds of pieces of an expression in a form's workbook.</summary>
internal enum FormToken { Reference, Self, Text, Number, Word, Operator, Open, Close, Comma, End }

/// <summary>A piece of an expression: what it is, what it says, where it begins.</summary>
internal sealed record FormPiece(FormToken Kind, string Value, int At);

/// <summary>Cuts expressions such as <c>selected(${a}, 'x') and ${n} &gt;= 5</c> into pieces.</summary>
internal static partial class FormTokens
{
    /// <summary>The pieces, with an end; null and the place where it cannot be read.</summary>
    public static (IReadOnlyList<FormPiece>? Pieces, int At) Of(string expression)
    {
        var pieces = new List<FormPiece>();
        for (var at = 0; at < expression.Length;)
        {
            if (char.IsWhiteSpace(expression[at])) { at++; continue; }
            var match = Piece().Match(expression, at);
            if (!match.Success) return (null, at);
            pieces.Add(Of(match, at));
            at += match.Length;
        }
        pieces.Add(new(FormToken.End, "", expression.Length));
        return (pieces, expression.Length);
    }

    private static FormPiece Of(Match match, int at)
    {
        string? Group(string name) => match.Groups[name] is { Success: true } group ? group.Value : null;
        if (Group("ref") is { } reference) return new(FormToken.Reference, reference, at);
        if (Group("single") is { } single) return new(FormToken.Text, single.Replace("''", "'"), at);
        if (Group("double") is { } twice) return new(FormToken.Text, twice.Replace("\"\"", "\""), at);
        if (Group("number") is { } number) return new(FormToken.Number, number, at);
        if (Group("word") is { } word) return new(FormToken.Word, word, at);
        if (Group("op") is { } op) return new(FormToken.Operator, op, at);
        return match.Value switch { "(" => new(FormToken.Open, "(", at), ")" => new(FormToken.Close, ")", at), "," => new(FormToken.Comma, ",", at), _ => new(FormToken.Self, ".", at) };
    }

    /// <summary>A text as a literal; a quotation mark inside is doubled.</summary>
    public static string Quote(string text) => !text.Contains('\'') ? $"'{text}'" : !text.Contains('"') ? $"\"{text}\"" : $"'{text.Replace("'", "''")}'";

    [GeneratedRegex("""\G(?:\$\{\s*(?<ref>[A-Za-z0-9_.-]+)\s*\}|'(?<single>(?:[^']|'')*)'|"(?<double>(?:[^"]|"")*)"|(?<number>-?[0-9]+(?:\.[0-9]+)?)|(?<word>[a-z]+(?:-[a-z]+)*)|(?<op><=|>=|!=|=|<|>)|[(),.])""")]
    private static partial Regex Piece();
}
