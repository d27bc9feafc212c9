using Awards.Domain.Calls;
using Awards.Domain.Intake;
using Awards.Domain.Shared;

namespace Awards.Domain.Jury;

/// <summary>A prize for an entry or for one of its single projects.</summary>
public sealed class Award
{
    private Award() { }

    public Guid Id { get; private set; }
    public Guid CallId { get; private set; }
    public Guid EntryId { get; private set; }

    /// <summary>The awarded single project; null for the entry as a whole.</summary>
    public Guid? ProjectId { get; private set; }

    /// <summary>Award group or special category.</summary>
    public string GroupCode { get; private set; } = "";

    /// <summary>Amount in cents, greater than zero.</summary>
    public long Cents { get; private set; }

    public string Reasons { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime RecordedAt { get; private set; }

    public Guid? RecordedBy { get; private set; }

    /// <summary>Longest written reasons, in characters.</summary>
    public const int MaxReasons = 8000;

    /// <summary>The jury decides on the basis of the pre-review: nothing is awarded before the joint session has settled the entry.</summary>
    public static Refusal NotSettled { get; } = new("award.not_settled", "Über diesen Beitrag hat die Vorprüfung noch nicht gemeinsam beraten. Danach können Sie hier einen Preis festhalten.");

    /// <summary>Somebody withdrew it in between.</summary>
    public static Refusal Gone { get; } = new("award.gone", "Diesen Preis gibt es nicht mehr. Inzwischen hat ihn jemand anderes zurückgenommen.");

    /// <summary>Why awards cannot be recorded or withdrawn any more, or null until publication begins.</summary>
    public static Refusal? ClosedRefusal(Call call, DateTime when) => call.HasReached(PhaseKind.Publication, when)
        ? new("award.published", "Die Preise sind seit {0} veröffentlicht und können hier nicht mehr geändert werden.", Shown.Date(call.Phase(PhaseKind.Publication)!.From))
        : null;

    /// <summary>
    /// Records a jury's award. Refused after publication, over the budget, for an entry that has one already, in a group the entry does not
    /// belong to, with an amount that is no prize of that group, and for a single project outside a special category.
    /// </summary>
    public static Outcome<Award> Record(Call call, Entry entry, AwardChoice choice, IReadOnlyCollection<Award> soFar, WriteContext write)
    {
        if (ClosedRefusal(call, write.When) is { } closed) return closed;
        if (TextRules.Check(choice.Reasons, MaxReasons).Refused(out var refusal)) return refusal;
        if (call.Definition.Group(choice.GroupCode) is not { } group)
            return new Refusal("award.unknown_group", "Diese Prämierungsgruppe gibt es nicht.");
        if (!group.Special && group.Code != entry.GroupCode)
            return new Refusal("award.other_group", "Der Beitrag gehört zu einer anderen Prämierungsgruppe.");
        if (choice.ProjectId is { } project && entry.Projects.All(own => own.Id != project))
            return new Refusal("award.foreign_project", "Dieses Einzelprojekt gehört nicht zu diesem Beitrag.");
        if (choice.ProjectId is not null && !group.Special)
            return new Refusal("award.project_only_special", "Ein Einzelprojekt kann nur in einer Sonderkategorie prämiert werden.");
        if (call.Definition.Prizes.All(prize => prize.Cents != choice.Cents || !prize.Groups.Contains(group.Code)))
            return new Refusal("award.no_such_prize", "Ein Preis von {0} ist in dieser Gruppe nicht vorgesehen.", Shown.Amount(choice.Cents));
        if (soFar.Any(award => award.EntryId == entry.Id))
            return new Refusal("award.twice", "Dieser Beitrag ist bereits prämiert.");
        var left = call.Definition.BudgetCents - soFar.Sum(award => award.Cents);
        if (choice.Cents > left)
            return new Refusal("award.over_budget", "Das übersteigt das Budget: {0} sind noch frei, {1} wären nötig.", Shown.Amount(left), Shown.Amount(choice.Cents));

        return new Award
        {
            Id = Guid.CreateVersion7(),
            CallId = call.Id,
            EntryId = entry.Id,
            ProjectId = choice.ProjectId,
            GroupCode = group.Code,
            Cents = choice.Cents,
            Reasons = choice.Reasons,
            RecordedAt = write.When,
            RecordedBy = write.Who,
        };
    }

    /// <summary>Takes an award back; whoever calls deletes it. Refused without a reason and after publication.</summary>
    public Outcome<Award> Withdraw(Call call, WriteContext write)
    {
        if (ClosedRefusal(call, write.When) is { } closed) return closed;
        if (string.IsNullOrWhiteSpace(write.Why))
            return new Refusal("award.withdrawal_needs_reason", "Bitte begründen Sie, warum der Preis zurückgenommen wird.");
        if (TextRules.Check(write.Why, MaxReasons).Refused(out var refusal)) return refusal;
        return this;
    }
}

/// <summary>What the jury wants to award.</summary>
public sealed record AwardChoice(string GroupCode, long Cents, Guid? ProjectId = null, string Reasons = "");
