using Awards.Domain.Calls;

namespace Awards.Web.Stages.Setup;

/// <summary>Addresses of a call's set-up.</summary>
public static class SetupLinks
{
    /// <summary>A new call: empty, as a copy, or from a file.</summary>
    public const string New = "/institut/neu";

    public static string Overview(string call) => $"/institut/{call}/einrichten";

    public static string Texts(string call) => Overview(call) + "/texte";
    /// <summary>More time after an outage.</summary>
    public static string Grace(string call) => Calendar(call) + "/nachfrist";

    public static string Calendar(string call) => Overview(call) + "/kalender";
    public static string Groups(string call) => Overview(call) + "/gruppen";
    public static string Criteria(string call) => Overview(call) + "/kriterien";
    public static string Pairs(string call) => Overview(call) + "/paare";
    public static string Prizes(string call) => Overview(call) + "/preise";
    public static string Scope(string call) => Overview(call) + "/umfang";
    public static string FormalChecks(string call) => Overview(call) + "/formale-pruefung";
    public static string Tables(string call) => Overview(call) + "/tabellen";
    public static string Privacy(string call) => Overview(call) + "/datenschutz";
    public static string Questionnaire(string call) => Overview(call) + "/fragebogen";
    public static string Section(string call, string section) => $"{Questionnaire(call)}/abschnitt/{section}";
    public static string Question(string call, string question) => $"{Questionnaire(call)}/frage/{question}";
    public static string NewQuestion(string call, string section) => $"{Questionnaire(call)}/abschnitt/{section}/neue-frage";
    public static string Preview(string call, string section) => $"{Questionnaire(call)}/vorschau/{section}";
    public static string Workbook(string call) => $"{Questionnaire(call)}.xlsx";

    /// <summary>The whole call as one file.</summary>
    public static string File(string call) => $"/institut/{call}/wettbewerb.json";

    /// <summary>The page of a part.</summary>
    public static string Of(CallPart part, string call) => part switch
    {
        CallPart.Texts => Texts(call),
        CallPart.Calendar => Calendar(call),
        CallPart.Groups => Groups(call),
        CallPart.Criteria => Criteria(call),
        CallPart.Pairs => Pairs(call),
        CallPart.Prizes => Prizes(call),
        CallPart.Scope => Scope(call),
        CallPart.FormalChecks => FormalChecks(call),
        CallPart.Questionnaire => Questionnaire(call),
        CallPart.Tables => Tables(call),
        CallPart.Privacy => Privacy(call),
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, null),
    };
}
