using System.Globalization;
using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Municipalities;
using Awards.Domain.Shared;
using SortKey = Awards.Domain.Shared.SortKey;

namespace Awards.Domain.Intake;

/// <summary>The fields of a search and what their values mean, for one searcher.</summary>
public sealed class SearchFields(SearchScope scope)
{
    /// <summary>Value for what has none: "land:ohne".</summary>
    public const string Without = "ohne";

    private static readonly Dictionary<string, ApplicationState> States = new()
    {
        ["eingereicht"] = ApplicationState.Submitted,
        ["zugelassen"] = ApplicationState.Admitted,
        ["ausgeschlossen"] = ApplicationState.Excluded,
        ["zurückgezogen"] = ApplicationState.Withdrawn,
    };

    private static readonly Dictionary<string, Channel> Channels = new() { ["web"] = Channel.Web, ["email"] = Channel.Email, ["post"] = Channel.Post, ["datei"] = Channel.Import };

    private static readonly Dictionary<string, (SearchMarks Mark, SearchNeeds Needs)> Marks = new()
    {
        ["dublette"] = (SearchMarks.Twin, SearchNeeds.Twins),
        ["spät"] = (SearchMarks.Late, SearchNeeds.None),
        ["unvollständig"] = (SearchMarks.Incomplete, SearchNeeds.Incomplete),
    };

    /// <summary>Names of the fields that the searcher can use, in alphabetical order.</summary>
    public IReadOnlyList<string> Names { get; } =
        [.. new[] { "eingang", "frage", "gruppe", "hat", "ist", "kanal", "land", "name", "nr", "ohne", "projekt", "status", "titel", "typ" }.Concat(scope.Contacts ? ["kontakt", "mail"] : []).Order(StringComparer.Ordinal)];

    private Dictionary<string, (SearchMarks Mark, SearchNeeds Needs)> Belongings { get; } = new[]
    {
        ("anhang", SearchMarks.File, SearchNeeds.Files), ("nachforderung", SearchMarks.Request, SearchNeeds.Requests), ("prüfung", SearchMarks.Checked, SearchNeeds.Checks), ("vorprüfung", SearchMarks.Review, SearchNeeds.Reviews),
    }.Where(each => scope.Reviews || each.Item2 != SearchMarks.Review).ToDictionary(each => each.Item1, each => (each.Item2, each.Item3));

    /// <summary>Values of "hat:" and "ohne:" that the searcher can use.</summary>
    public IReadOnlyList<string> Things => [.. Belongings.Keys];

    /// <summary>What can be asked for by "frage:".</summary>
    public IEnumerable<AnswerPart> Questions => scope.Call.Definition.Questionnaire.Questions.SelectMany(question => question.Parts).Where(part => part.Kind != AnswerKind.Nothing);

    /// <summary>What a word or a field with its value asks, and what must be loaded to tell.</summary>
    public (Outcome<Func<SearchRow, bool>> Test, SearchNeeds Needs) Test(SearchToken token)
    {
        if (token.Field is not { } field) return (Anywhere(token.Text), SearchNeeds.None);
        if (!Names.Contains(field)) return (Unknown(field, Names, token.Place), SearchNeeds.None);
        var key = SortKey.Of(token.Text);
        return field switch
        {
            "typ" => (Each(token, value => value == Without ? row => row.Type is null : Types(value) is { } type ? row => row.Type == type : null, ["KS", "KA", "LK", Without]), SearchNeeds.None),
            "land" => (Each(token, value => value == Without ? row => row.State is null : StateOf(value) is { } state ? row => row.State == state : null, [.. FederalStates.Codes, Without]), SearchNeeds.None),
            "status" => (Each(token, value => States.TryGetValue(value, out var state) ? row => row.Status == state : null, States.Keys), SearchNeeds.None),
            "kanal" => (Each(token, value => Channels.TryGetValue(value, out var channel) ? row => row.Channel == channel : null, Channels.Keys), SearchNeeds.None),
            "gruppe" => (Each(token, value => value == Without ? row => row.Group is null : GroupOf(value) is { } group ? row => row.Group == group : null, [.. Groups.Select(group => group.Code), Without]), SearchNeeds.None),
            "nr" => (Number(token), SearchNeeds.None),
            "name" => (Text(token, key, row => row.Name), SearchNeeds.None),
            "titel" => (Text(token, key, row => row.Title), SearchNeeds.None),
            "projekt" => (Text(token, key, row => row.Projects), SearchNeeds.Projects),
            "kontakt" => (Text(token, key, row => row.Contact), SearchNeeds.Contacts),
            "mail" => (token.Text.Trim().ToLowerInvariant() is { Length: > 0 } mail ? (Func<SearchRow, bool>)(row => row.Mail.Contains(mail, StringComparison.Ordinal)) : Nothing(token), SearchNeeds.Contacts),
            "ist" => Is(token),
            "hat" or "ohne" => Has(token, field == "hat"),
            "frage" => (new SearchAnswers(scope.Call.Definition.Questionnaire).Test(token), SearchNeeds.Answers),
            _ => (Arrival(token), SearchNeeds.None),
        };
    }

    private IEnumerable<AwardGroup> Groups => scope.Call.Definition.AwardGroups.Where(group => !group.Special);

    /// <summary>A word by itself: in the name, the title or as a whole number of arrival or entry.</summary>
    private Func<SearchRow, bool> Anywhere(string text)
    {
        var key = SortKey.Of(text);
        return key.Length == 0 ? _ => true : row => row.Name.Contains(key, StringComparison.Ordinal) || row.Title.Contains(key, StringComparison.Ordinal) || Numbers(row).Contains(key);
    }

    /// <summary>All ways to write the numbers of a row.</summary>
    private IEnumerable<string> Numbers(SearchRow row)
    {
        if (row.Arrival is { } arrival) { yield return SortKey.Of(scope.Call.Definition.ArrivalNumber(arrival)); yield return $"e{arrival:000}"; }
        if (row.Entry is { } entry) yield return SortKey.Of(scope.Call.Definition.EntryNumber(entry));
    }

    private Outcome<Func<SearchRow, bool>> Number(SearchToken token)
    {
        var key = SortKey.Of(token.Text);
        if (int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return (Func<SearchRow, bool>)(row => row.Arrival == number || row.Entry == number);
        return key.Length == 0 ? Nothing(token) : (Func<SearchRow, bool>)(row => Numbers(row).Contains(key));
    }

    private static Outcome<Func<SearchRow, bool>> Arrival(SearchToken token)
    {
        var text = token.Text.Trim();
        if (text.Split("..") is [var first, var last] && DayOf(first) is { } since && DayOf(last) is { } to) return Between(since, to);
        var comparison = text.StartsWith(">=", StringComparison.Ordinal) || text.StartsWith("<=", StringComparison.Ordinal) ? text[..2] : text.Length > 0 && text[0] is '>' or '<' ? text[..1] : "";
        if (DayOf(text[comparison.Length..]) is not { } day)
            return new Refusal("search.day", "„{0}“ an Stelle {1} ist kein Tag. Möglich sind zum Beispiel eingang:2017-12-30, eingang:>30.12.2017 und eingang:2017-12-01..2017-12-31.", TextRules.Excerpt(text), token.Place);
        return comparison switch
        {
            ">" => Between(day.AddDays(1), DateOnly.MaxValue),
            ">=" => Between(day, DateOnly.MaxValue),
            "<" => Between(DateOnly.MinValue, day.AddDays(-1)),
            "<=" => Between(DateOnly.MinValue, day),
            _ => Between(day, day),
        };
    }

    private static Func<SearchRow, bool> Between(DateOnly since, DateOnly to) => row => row.SubmittedAt is { } at && DateOnly.FromDateTime(GermanTime.Local(at)) is var day && day >= since && day <= to;

    private static DateOnly? DayOf(string text) => DateOnly.TryParseExact(text.Trim(), ["yyyy-MM-dd", "d.M.yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1900 and < 3000 ? day : null;

    private static (Outcome<Func<SearchRow, bool>>, SearchNeeds) Is(SearchToken token)
    {
        var needs = SearchNeeds.None;
        var test = Each(token, value =>
        {
            if (value == "gemeinschaft") return row => row.IsJoint;
            if (value == "offen") return row => row.Status == ApplicationState.Submitted;
            if (!Marks.TryGetValue(value, out var mark)) return null;
            needs |= mark.Needs;
            return row => row.Marks.HasFlag(mark.Mark);
        }, ["dublette", "gemeinschaft", "offen", "spät", "unvollständig"]);
        return (test, needs);
    }

    private (Outcome<Func<SearchRow, bool>>, SearchNeeds) Has(SearchToken token, bool wanted)
    {
        var needs = SearchNeeds.None;
        var test = Each(token, value =>
        {
            if (!Belongings.TryGetValue(value, out var thing)) return null;
            needs |= thing.Needs;
            return row => row.Marks.HasFlag(thing.Mark) == wanted;
        }, Belongings.Keys);
        return (test, needs);
    }

    /// <summary>One of several values, parted by commas.</summary>
    private static Outcome<Func<SearchRow, bool>> Each(SearchToken token, Func<string, Func<SearchRow, bool>?> meaning, IEnumerable<string> possible)
    {
        var tests = new List<Func<SearchRow, bool>>();
        foreach (var value in token.Text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (meaning(value.ToLowerInvariant()) is not { } test)
                return new Refusal("search.value", "„{0}:{1}“ an Stelle {2} gibt es nicht. Möglich sind: {3}.", token.Field!, TextRules.Excerpt(value), token.Place, string.Join(", ", possible));
            tests.Add(test);
        }
        return tests.Count == 0 ? Nothing(token) : tests.Count == 1 ? tests[0] : (Func<SearchRow, bool>)(row => tests.Exists(test => test(row)));
    }

    private static Outcome<Func<SearchRow, bool>> Text(SearchToken token, string key, Func<SearchRow, string> text) =>
        key.Length == 0 ? Nothing(token) : (Func<SearchRow, bool>)(row => text(row).Contains(key, StringComparison.Ordinal));

    private static MunicipalityType? Types(string value) => MunicipalityTypes.Parse(value.ToUpperInvariant()) ?? MunicipalityTypes.All.Select(type => (MunicipalityType?)type).FirstOrDefault(type => SortKey.Of(type!.Value.German()) == SortKey.Of(value));

    private static string? StateOf(string value) => FederalStates.Codes.FirstOrDefault(code => code.Equals(value, StringComparison.OrdinalIgnoreCase) || SortKey.Of(FederalStates.Name(code)) == SortKey.Of(value));

    private string? GroupOf(string value) => Groups.FirstOrDefault(group => group.Code == value || SortKey.Of(group.Label.De) == SortKey.Of(value))?.Code;

    internal static Refusal Nothing(SearchToken token) => new("search.without_value", "Hinter „{0}:“ an Stelle {1} fehlt, wonach gesucht wird.", token.Field!, token.Place);

    internal static Refusal Unknown(string field, IEnumerable<string> names, int place) => Nearest(field, names) is { } near
        ? new("search.unknown_field", "Das Feld „{0}“ an Stelle {1} gibt es nicht. Gemeint ist vielleicht „{2}“.", TextRules.Excerpt(field), place, near)
        : new("search.unknown_field", "Das Feld „{0}“ an Stelle {1} gibt es nicht. Es gibt: {2}. Wörter mit Doppelpunkt stehen in Anführungszeichen.", TextRules.Excerpt(field), place, string.Join(", ", names));

    /// <summary>The name that is at most two letters away.</summary>
    internal static string? Nearest(string typed, IEnumerable<string> names) =>
        names.Select(name => (name, Distance: Distance(typed, name))).Where(each => each.Distance <= Math.Min(2, each.name.Length / 2)).OrderBy(each => each.Distance).Select(each => each.name).FirstOrDefault();

    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var (diagonal, left) = (row[0], row[0] = i);
            for (var j = 1; j <= other.Length; j++)
            {
                var above = row[j];
                left = row[j] = Math.Min(Math.Min(above, left) + 1, diagonal + (one[i - 1] == other[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }
        return row[^1];
    }
}
