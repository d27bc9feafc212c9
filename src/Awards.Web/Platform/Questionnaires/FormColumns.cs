namespace Awards.Web.Platform.Questionnaires;

/// <summary>Sheets and columns of a questionnaire's workbook: those of XLSForm, and own ones where it has none.</summary>
internal static class FormColumns
{
    public const string Survey = "survey", Choices = "choices", Settings = "settings";

    public const string Type = "type", Name = "name", List = "list_name", Required = "required", Relevant = "relevant", Constraint = "constraint", Appearance = "appearance";
    public const string Label = "label", Hint = "hint", Unit = "unit";
    public const string Decimals = "decimals", FileKinds = "file_kinds", MaxMegabytes = "max_megabytes", MaxFiles = "max_files", OtherText = "other_text", Exclusive = "exclusive";

    /// <summary>Name of the list of yes and no.</summary>
    public const string YesNo = "yes_no";

    public static readonly string[] OfSurvey =
        [Type, Name, De(Label), En(Label), De(Hint), En(Hint), Required, Relevant, Constraint, Appearance, Decimals, De(Unit), En(Unit), FileKinds, MaxMegabytes, MaxFiles];

    public static readonly string[] OfChoices = [List, Name, De(Label), En(Label), OtherText, Exclusive];

    public static string De(string column) => column + "::Deutsch (de)";

    public static string En(string column) => column + "::English (en)";

    /// <summary>The column that a header means, however its language is written; a text without a language is German. Null = none of ours.</summary>
    public static string? Meaning(string header, string[] known)
    {
        var parts = header.Trim().ToLowerInvariant().Split(':', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length is 0 or > 2) return null;
        if (parts.Length == 1 && known.Contains(parts[0])) return parts[0];
        var language = parts.Length == 1 ? "de" : parts[1];
        var column = language is "de" or "deutsch" or "german" || language.EndsWith("(de)", StringComparison.Ordinal) ? De(parts[0])
            : language is "en" or "english" or "englisch" || language.EndsWith("(en)", StringComparison.Ordinal) ? En(parts[0]) : null;
        return column is not null && known.Contains(column) ? column : null;
    }
}
