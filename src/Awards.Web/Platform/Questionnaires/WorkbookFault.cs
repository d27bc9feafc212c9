using Awards.Domain.Calls;
using Awards.Domain.Shared;

namespace Awards.Web.Platform.Questionnaires;

/// <summary>What is wrong in a questionnaire's workbook, and where.</summary>
/// <param name="Sheet">Name of the sheet; "" for the file as a whole.</param>
/// <param name="Cell">"B7"; null for the sheet as a whole.</param>
/// <param name="Refusal">What it is and how to mend it.</param>
public sealed record WorkbookFault(string Sheet, string? Cell, Refusal Refusal)
{
    public override string ToString() => (Sheet, Cell) switch
    {
        ("", _) => Refusal.ToString(),
        (_, null) => $"{Sheet}: {Refusal}",
        _ => $"{Sheet}!{Cell}: {Refusal}",
    };
}

/// <summary>A workbook that was read: a questionnaire, or everything that is wrong.</summary>
/// <param name="Questionnaire">Null where there are faults.</param>
/// <param name="Faults">Sheet by sheet, row by row.</param>
public sealed record WorkbookReading(Questionnaire? Questionnaire, IReadOnlyList<WorkbookFault> Faults);
