using Awards.Domain.Calls;
using Awards.Domain.Shared;

namespace Awards.Domain.Outreach;

/// <summary>Whom a call may write to: a list of contacts, made from the register or from a file.</summary>
public sealed class ContactList
{
    /// <summary>Longest name, in characters.</summary>
    public const int MaxName = 120;

    private ContactList() { }

    public Guid Id { get; private set; }
    public Guid CallId { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>The filter of the register that it was made from, as the address says it; null = none.</summary>
    public string? MadeFrom { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>It is gone: somebody else deleted it.</summary>
    public static readonly Refusal Gone = new("outreach.list_gone", "Diese Kontaktliste gibt es nicht mehr.");

    /// <summary>A mailing still needs it.</summary>
    public static readonly Refusal InUse = new("outreach.list_in_use", "Eine Aussendung an diese Liste ist geplant oder läuft. Bitte beenden Sie sie zuerst.");

    /// <summary>An empty list. Refused without a name, or with one that is too long.</summary>
    public static Outcome<ContactList> Make(Guid callId, string? name, string? madeFrom, WriteContext write)
    {
        var typed = TextRules.OneLine(name);
        if (typed.Length == 0) return new Refusal("outreach.list_without_name", "Bitte geben Sie der Liste einen Namen.");
        if (TextRules.Check(typed, MaxName).Refused(out var refusal)) return refusal;
        return new ContactList { Id = Guid.CreateVersion7(), CallId = callId, Name = typed, MadeFrom = string.IsNullOrEmpty(madeFrom) ? null : madeFrom, CreatedAt = write.When };
    }
}
