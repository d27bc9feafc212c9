using System.Text.RegularExpressions;
using Awards.Domain.Calls;

namespace Awards.Web.Data.Entries;

/// <summary>
/// The shape of entry files: number, type in German words, one column per question and one per row of a matrix ("question.row"); lists
/// joined by ";"; empty = no answer. Cells are canonical answers: decimals with a point, amounts in cents, days as 2017-12-31.
/// </summary>
public static partial class EntryCsv
{
    public const string Number = "nr";
    public const string Type = "municipality_type";

    /// <summary>Longest accepted cell, in characters.</summary>
    public const int MaxCell = 100_000;

    /// <summary>The columns of a questionnaire's answers, in its order.</summary>
    public static IEnumerable<string> Columns(Questionnaire questionnaire) => questionnaire.Questions.SelectMany(question => question.Parts.Select(part => part.Key));

    /// <summary>The question whose answer, or part of it, stands in a column; null where there is none.</summary>
    public static Question? Question(Questionnaire questionnaire, string column) => questionnaire.Find(column.Split('.')[0]);

    /// <summary>What an answer set has in a column.</summary>
    public static string Cell(Questionnaire questionnaire, AnswerSet answers, string column)
    {
        var question = Question(questionnaire, column)!;
        return question.Part(answers[question.Code], column);
    }

    /// <summary>Puts an apostrophe before what a spreadsheet would run as a formula; <see cref="Unguard"/> takes it away again.</summary>
    public static string Guard(string cell) => Formula().IsMatch(cell) ? "'" + cell : cell;

    /// <summary>Takes away the apostrophe that <see cref="Guard"/> put there.</summary>
    public static string Unguard(string cell) => cell.StartsWith('\'') && Formula().IsMatch(cell) ? cell[1..] : cell;

    [GeneratedRegex(@"^'*[=+\-@\t\r](?!\d+$)")]
    private static partial Regex Formula();
}
