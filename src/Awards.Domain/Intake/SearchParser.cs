using Awards.Domain.Calls;
using Awards.Domain.Shared;

namespace Awards.Domain.Intake;

/// <summary>
/// Reads what was typed into the search: words, "phrases", field:value, "-" before what must not be, OR between alternatives, parentheses.
/// Everything beside each other must hold. Places in refusals count from 1.
/// </summary>
public sealed class SearchParser
{
    /// <summary>Longest search, in characters.</summary>
    public const int MaxLength = 500;

    private const int MaxDepth = 20;
    private const string Or = "OR", German = "ODER";

    private readonly SearchFields _fields;
    private readonly IReadOnlyList<SearchToken> _tokens;
    private int _at;
    private int _depth;
    private SearchNeeds _needs;

    private SearchParser(SearchFields fields, IReadOnlyList<SearchToken> tokens) => (_fields, _tokens) = (fields, tokens);

    /// <summary>The search, or what is wrong with it and where.</summary>
    public static Outcome<SearchQuery> Parse(string? text, SearchScope scope)
    {
        if (string.IsNullOrWhiteSpace(text)) return SearchQuery.Everything;
        if (text.Length > MaxLength) return new Refusal("search.too_long", "Die Suche hat {0} Zeichen, möglich sind {1}.", text.Length, MaxLength);
        var tokens = SearchToken.Read(text);
        if (tokens.Refused(out var refusal)) return refusal;
        var parser = new SearchParser(new SearchFields(scope), tokens.Fact);
        var all = parser.AnyOf();
        if (all.Refused(out refusal)) return refusal;
        if (parser._at < tokens.Fact.Count) return new Refusal("search.closing", "Die schließende Klammer an Stelle {0} hat keine öffnende.", tokens.Fact[parser._at].Place);
        return new SearchQuery(all.Fact, parser._needs);
    }

    private SearchToken? Next => _at < _tokens.Count ? _tokens[_at] : null;

    private Outcome<Func<SearchRow, bool>> AnyOf()
    {
        var alternatives = new List<Func<SearchRow, bool>>();
        do
        {
            var all = AllOf();
            if (all.Refused(out _)) return all;
            alternatives.Add(all.Fact);
        }
        while (Taken(IsOr));
        return alternatives.Count == 1 ? alternatives[0] : (Outcome<Func<SearchRow, bool>>)(row => alternatives.Exists(each => each(row)));
    }

    private Outcome<Func<SearchRow, bool>> AllOf()
    {
        var parts = new List<Func<SearchRow, bool>>();
        while (Next is { } token && !IsOr(token) && token.Kind != SearchTokenKind.Closing)
        {
            var part = One();
            if (part.Refused(out _)) return part;
            parts.Add(part.Fact);
        }
        if (parts.Count == 0)
            return Next is { } here ? new Refusal("search.empty_part", "Vor „{0}“ an Stelle {1} fehlt etwas, wonach gesucht wird.", here.Text, here.Place)
                : new Refusal("search.empty_end", "Am Ende der Suche fehlt etwas, wonach gesucht wird.");
        return parts.Count == 1 ? parts[0] : (Outcome<Func<SearchRow, bool>>)(row => parts.TrueForAll(each => each(row)));
    }

    private Outcome<Func<SearchRow, bool>> One()
    {
        var token = _tokens[_at++];
        if (token.Kind == SearchTokenKind.Minus)
        {
            if (Next is null or { Kind: SearchTokenKind.Closing or SearchTokenKind.Minus } || IsOr(Next)) return new Refusal("search.minus", "Hinter dem Minus an Stelle {0} fehlt, was nicht vorkommen soll.", token.Place);
            var part = One();
            return part.Refused(out _) ? part : (Outcome<Func<SearchRow, bool>>)(row => !part.Fact(row));
        }
        if (token.Kind == SearchTokenKind.Opening)
        {
            if (++_depth > MaxDepth) return new Refusal("search.too_deep", "Die Suche hat zu viele Klammern ineinander. Möglich sind {0}.", MaxDepth);
            var inner = AnyOf();
            if (inner.Refused(out _)) return inner;
            if (!Taken(each => each.Kind == SearchTokenKind.Closing)) return new Refusal("search.opening", "Die öffnende Klammer an Stelle {0} hat keine schließende.", token.Place);
            _depth--;
            return inner;
        }
        var (test, needs) = _fields.Test(token);
        _needs |= needs;
        return test;
    }

    private bool Taken(Func<SearchToken, bool> wanted)
    {
        if (Next is not { } token || !wanted(token)) return false;
        _at++;
        return true;
    }

    private static bool IsOr(SearchToken token) => token is { Kind: SearchTokenKind.Word, Field: null } && token.Text is Or or German && !token.Quoted;
}

/// <summary>What a piece of a search is.</summary>
public enum SearchTokenKind { Word, Minus, Opening, Closing }

/// <summary>A piece of a search.</summary>
/// <param name="Field">In lower case; null = a word by itself.</param>
/// <param name="Text">The word or value.</param>
/// <param name="Place">From 1.</param>
public sealed record SearchToken(SearchTokenKind Kind, string? Field, string Text, int Place, bool Quoted = false)
{
    /// <summary>Takes a search apart. Refused for a quotation mark that is not closed, and a field without a value.</summary>
    public static Outcome<IReadOnlyList<SearchToken>> Read(string text)
    {
        var tokens = new List<SearchToken>();
        for (var at = 0; at < text.Length;)
        {
            var letter = text[at];
            if (char.IsWhiteSpace(letter)) at++;
            else if (letter is '(' or ')') tokens.Add(new(letter == '(' ? SearchTokenKind.Opening : SearchTokenKind.Closing, null, letter.ToString(), ++at));
            else if (letter == '-' && at + 1 < text.Length && !char.IsWhiteSpace(text[at + 1])) tokens.Add(new(SearchTokenKind.Minus, null, "-", ++at));
            else if (letter == '-') at++;
            else
            {
                var start = at;
                var field = FieldAt(text, ref at);
                if (field is not null && (at == text.Length || char.IsWhiteSpace(text[at]) || text[at] is '(' or ')'))
                    return new Refusal("search.without_value", "Hinter „{0}:“ an Stelle {1} fehlt, wonach gesucht wird.", field, start + 1);
                var value = ValueAt(text, ref at, out var quoted);
                if (value.Refused(out var refusal)) return refusal;
                tokens.Add(new(SearchTokenKind.Word, field?.ToLowerInvariant(), value.Fact, start + 1, quoted));
            }
        }
        return tokens;
    }

    private static string? FieldAt(string text, ref int at)
    {
        var end = at;
        while (end < text.Length && char.IsLetter(text[end])) end++;
        if (end == at || end == text.Length || text[end] != ':') return null;
        var field = text[at..end];
        at = end + 1;
        return field;
    }

    // A quotation mark may also stand inside a value: frage:ort="Haus am See".
    private static Outcome<string> ValueAt(string text, ref int at, out bool quoted)
    {
        var value = new System.Text.StringBuilder();
        quoted = false;
        while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not ('(' or ')'))
        {
            if (text[at] is '"' or '„' or '“' or '”')
            {
                var (start, end) = (at, text.IndexOfAny(['"', '“', '”'], at + 1));
                if (end < 0) return new Refusal("search.quote", "Das Anführungszeichen an Stelle {0} ist nicht geschlossen.", start + 1);
                value.Append(text, start + 1, end - start - 1);
                (at, quoted) = (end + 1, true);
            }
            else value.Append(text[at++]);
        }
        return value.ToString();
    }
}
