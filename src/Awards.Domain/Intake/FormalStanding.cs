using Awards.Domain.Calls;
using Awards.Domain.Shared;

namespace Awards.Domain.Intake;

/// <summary>A line of the call's list with what was said about it.</summary>
public sealed record CheckedItem(FormalCheckItem Item, FormalCheck? Check)
{
    public CheckState State => Check?.State ?? CheckState.Open;
}

/// <summary>A finding with its acceptance.</summary>
public sealed record CheckedFinding(Finding Finding, FormalCheck? Check)
{
    /// <summary>It is accepted with a reason.</summary>
    public bool IsAccepted => Check?.State == CheckState.Accepted;
}

/// <summary>Where the formal check of an application stands: the call's list, and what the program noticed beside it.</summary>
public sealed record FormalStanding(IReadOnlyList<CheckedItem> Items, IReadOnlyList<CheckedFinding> Findings)
{
    /// <summary>Puts list, findings and what was said together.</summary>
    public static FormalStanding Of(CallDefinition call, IReadOnlyList<Finding> findings, IReadOnlyCollection<FormalCheck> checks)
    {
        FormalCheck? Of(string code) => checks.FirstOrDefault(check => check.Code == code);
        return new([.. (call.FormalChecks ?? []).Select(item => new CheckedItem(item, Of(item.Code)))], [.. findings.Select(finding => new CheckedFinding(finding, Of(finding.Code)))]);
    }

    /// <summary>Codes about which something can be said.</summary>
    public IReadOnlySet<string> Codes => Items.Select(item => item.Item.Code).Concat(Findings.Select(finding => finding.Finding.Code)).ToHashSet();

    /// <summary>Why the application cannot be admitted yet, or null: open lines, faults that nobody accepted, breaches that nobody accepted.</summary>
    public Refusal? AdmissionRefusal()
    {
        if (Named(CheckState.Open) is { Count: > 0 } open)
            return new("intake.checks_open", "Die formale Prüfung ist noch nicht abgeschlossen. Offen: {0}.", Shown.Texts(open));
        if (Named(CheckState.Fault) is { Count: > 0 } faults)
            return new("intake.checks_faulty", "Die formale Prüfung hat Fehler ergeben: {0}. Bitte nehmen Sie sie mit einer Begründung hin, fordern Sie nach oder schließen Sie die Bewerbung aus.", Shown.Texts(faults));
        var breaches = Findings.Where(each => each.Finding.Severity == FindingSeverity.Blocking && !each.IsAccepted).Select(each => each.Finding.Name).ToList();
        return breaches.Count == 0 ? null
            : new("intake.breaches", "Gegen die Ausschreibung verstößt: {0}. Bitte nehmen Sie den Verstoß mit einer Begründung hin, oder schließen Sie die Bewerbung aus.", Shown.Texts(breaches));
    }

    private List<LocalizedText> Named(CheckState state) => [.. Items.Where(item => item.State == state).Select(item => item.Item.Label)];
}
