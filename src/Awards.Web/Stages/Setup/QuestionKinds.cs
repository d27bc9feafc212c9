using Awards.Domain.Calls;

namespace Awards.Web.Stages.Setup;

/// <summary>Groups of fields that the editor of a question shows.</summary>
[Flags]
public enum QuestionFields { None = 0, Options = 1, Rows = 2, Range = 4, Decimals = 8, Unit = 16, Length = 32, Choices = 64, Files = 128, Days = 256, Amounts = 512 }

/// <summary>A type of question as the editor offers it.</summary>
/// <param name="Type">The domain's class.</param>
/// <param name="Name">Stable, part of addresses and forms.</param>
/// <param name="Label">German, the key of its translation.</param>
/// <param name="Example">German, the key of its translation: when to take it.</param>
public sealed record QuestionKind(Type Type, string Name, string Label, string Example, QuestionFields Fields)
{
    public bool Has(QuestionFields fields) => (Fields & fields) != 0;
}

/// <summary>All types of questions. A new class of the domain needs its line here; a test sees to it.</summary>
public static class QuestionKinds
{
    public static IReadOnlyList<QuestionKind> All { get; } =
    [
        new(typeof(YesNoQuestion), "ja-nein", /*text*/ "Ja oder Nein", /*text*/ "Gibt es ein Konzept?", QuestionFields.None),
        new(typeof(SingleChoiceQuestion), "eine", /*text*/ "eine Antwort aus mehreren", /*text*/ "Wer leitet das Vorhaben?", QuestionFields.Options),
        new(typeof(MultipleChoiceQuestion), "mehrere", /*text*/ "mehrere Antworten möglich", /*text*/ "Welche Ämter wirken mit?", QuestionFields.Options | QuestionFields.Choices),
        new(typeof(WholeNumberQuestion), "zahl", /*text*/ "ganze Zahl", /*text*/ "Wie viele Personen arbeiten mit?", QuestionFields.Range | QuestionFields.Unit),
        new(typeof(DecimalQuestion), "kommazahl", /*text*/ "Zahl mit Nachkommastellen", /*text*/ "Wie groß ist die Fläche in Hektar?", QuestionFields.Range | QuestionFields.Decimals | QuestionFields.Unit),
        new(typeof(MoneyQuestion), "betrag", /*text*/ "Geldbetrag in Euro", /*text*/ "Was kostet das Vorhaben?", QuestionFields.Amounts),
        new(typeof(PercentQuestion), "prozent", /*text*/ "Anteil in Prozent", /*text*/ "Welcher Anteil ist gefördert?", QuestionFields.Range | QuestionFields.Decimals),
        new(typeof(DateQuestion), "datum", /*text*/ "Datum", /*text*/ "Wann hat das Vorhaben begonnen?", QuestionFields.Days),
        new(typeof(ShortTextQuestion), "kurztext", /*text*/ "eine Zeile Text", /*text*/ "Wie heißt das Vorhaben?", QuestionFields.Length),
        new(typeof(LongTextQuestion), "langtext", /*text*/ "mehrere Zeilen Text", /*text*/ "Was haben Sie erreicht?", QuestionFields.Length),
        new(typeof(MatrixQuestion), "matrix", /*text*/ "mehrere Zeilen mit derselben Skala", /*text*/ "Wie wichtig sind die folgenden Ziele?", QuestionFields.Rows | QuestionFields.Options),
        new(typeof(FileQuestion), "datei", /*text*/ "Datei zum Hochladen", /*text*/ "Beschluss der Vertretung", QuestionFields.Files),
    ];

    /// <summary>The kind of a name, or null.</summary>
    public static QuestionKind? Find(string? name) => All.FirstOrDefault(kind => kind.Name == name);

    /// <summary>The kind of a question.</summary>
    public static QuestionKind Of(Question question) => All.First(kind => kind.Type == question.GetType());
}
