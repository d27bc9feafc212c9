using Awards.Domain.Calls;
using Awards.Domain.Municipalities;

namespace Awards.Web.Data.Entries;

/// <summary>One line of an entry file.</summary>
public sealed record EntryRow(int Line, int Number, MunicipalityType Type, AnswerSet Answers);

/// <summary>What is wrong with a file, where, and how to mend it.</summary>
public sealed record FileFault(int? Line, string? Column, string Message)
{
    public override string ToString() => (Line, Column) switch
    {
        (null, null) => Message,
        (null, _) => $"Spalte „{Column}“: {Message}",
        (_, null) => $"Zeile {Line}: {Message}",
        _ => $"Zeile {Line}, Spalte „{Column}“: {Message}",
    };
}
