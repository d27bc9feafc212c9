namespace Awards.Domain.Calls;

/// <summary>
/// The canonical text of chosen answers: "a;other=Eigene Worte". Codes joined by ";"; words of one's own follow "=" with "%" as "%25"
/// and ";" as "%3B", so that the text can be split at every ";" and once at the first "=".
/// </summary>
public static class ChosenAnswer
{
    /// <summary>Longest text of one's own, in characters.</summary>
    public const int MaxOtherText = 200;

    private const char Words = '=';

    /// <summary>Codes and words ("" without any) in the order given.</summary>
    public static IEnumerable<(string Code, string Words)> Read(string value) => value.Length == 0 ? [] : value.Split(AnswerSet.Separator).Select(One);

    /// <summary>The codes alone.</summary>
    public static IEnumerable<string> Codes(string value) => Read(value).Select(chosen => chosen.Code);

    /// <summary>One answer: its code, and words where there are some.</summary>
    public static string Write(string code, string words) => words.Length == 0 ? code : code + Words + words.Replace("%", "%25").Replace(";", "%3B");

    /// <summary>Several answers.</summary>
    public static string Write(IEnumerable<(string Code, string Words)> chosen) =>
        string.Join(AnswerSet.Separator, chosen.Select(each => Write(each.Code, each.Words)));

    private static (string Code, string Words) One(string part)
    {
        var at = part.IndexOf(Words);
        return at < 0 ? (part.Trim(), "") : (part[..at].Trim(), part[(at + 1)..].Replace("%3B", ";").Replace("%25", "%"));
    }
}
