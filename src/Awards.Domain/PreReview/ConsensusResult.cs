using Awards.Domain.Calls;
using Awards.Domain.Intake;
using Awards.Domain.Shared;

namespace Awards.Domain.PreReview;

/// <summary>What the reviewers settled together about an entry.</summary>
public enum ConsensusOutcome { ProposeInGroup, ProposeSpecial, DoNotPropose }

/// <summary>Result of the joint session for one entry. The original votes stay untouched beside it.</summary>
public sealed class ConsensusResult
{
    private readonly List<EarlierResult> _earlier = [];

    private ConsensusResult() { }

    public Guid Id { get; private set; }
    public Guid CallId { get; private set; }
    public Guid EntryId { get; private set; }
    public ConsensusOutcome Outcome { get; private set; }

    /// <summary>Award group or special category; null when not proposed.</summary>
    public string? GroupCode { get; private set; }

    /// <summary>The single project that is proposed; null for the entry as a whole.</summary>
    public Guid? ProjectId { get; private set; }

    public string Reasons { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime SettledAt { get; private set; }

    public Guid? SettledBy { get; private set; }

    /// <summary>The joint session that settled it; null = outside of one.</summary>
    public Guid? SessionId { get; private set; }

    /// <summary>What was settled before, 1, 2, 3 …</summary>
    public IReadOnlyList<EarlierResult> Earlier => _earlier;

    /// <summary>Raised with every change.</summary>
    public int Version { get; private set; }

    /// <summary>The jury has decided on the strength of it: it stays as it is.</summary>
    public static Refusal AlreadyAwarded { get; } = new("consensus.awarded",
        "Für diesen Beitrag steht schon eine Prämierung fest. Das Ergebnis der gemeinsamen Sitzung bleibt deshalb, wie es ist.");

    /// <summary>A proposal to the jury (Prämierungsvorschlag).</summary>
    public bool IsProposal => Outcome != ConsensusOutcome.DoNotPropose;

    /// <summary>Settles an entry for the first time. Refused before both reviews are handed in.</summary>
    public static Outcome<ConsensusResult> Settle(Call call, Entry entry, IReadOnlyCollection<Review> reviews, ConsensusChoice choice, WriteContext write)
    {
        if (!Seal.IsBroken(reviews.Where(review => review.EntryId == entry.Id).Select(review => review.State)))
            return new Refusal("consensus.sealed", "Über diesen Beitrag wird erst beraten, wenn beide Prüfbögen abgegeben sind.");
        var result = new ConsensusResult { Id = Guid.CreateVersion7(), CallId = call.Id, EntryId = entry.Id };
        return result.Set(call, entry, choice, write);
    }

    /// <summary>Settles it anew; what was settled before stays on record. Refused when somebody else did so since, or without reasons.</summary>
    /// <remarks>Needs <see cref="Earlier"/> loaded.</remarks>
    public Outcome<ConsensusResult> Change(Call call, Entry entry, ConsensusChoice choice, int seenVersion, WriteContext write)
    {
        if (Version != seenVersion) return Applications.ApplicationRules.Stale;
        var before = EarlierResult.Of(this, _earlier.Count + 1);
        var changed = Set(call, entry, choice, write);
        if (!changed.Refused(out _)) _earlier.Add(before);
        return changed;
    }

    private Outcome<ConsensusResult> Set(Call call, Entry entry, ConsensusChoice choice, WriteContext write)
    {
        if (string.IsNullOrWhiteSpace(choice.Reasons))
            return new Refusal("consensus.without_reasons", "Bitte begründen Sie das Ergebnis.");
        if (TextRules.Check(choice.Reasons, Review.MaxReasons).Refused(out var refusal)) return refusal;
        if (choice.ProjectId is { } project && entry.Projects.All(own => own.Id != project))
            return new Refusal("consensus.foreign_project", "Dieses Einzelprojekt gehört nicht zu diesem Beitrag.");
        if (choice.ProjectId is not null && choice.Outcome != ConsensusOutcome.ProposeSpecial)
            return new Refusal("consensus.project_only_special", "Ein Einzelprojekt kann nur für eine Sonderkategorie vorgeschlagen werden.");
        var special = call.Definition.AwardGroups.FirstOrDefault(group => group.Special)?.Code;
        if (choice.Outcome == ConsensusOutcome.ProposeSpecial && special is null)
            return new Refusal("consensus.no_special", "Dieser Wettbewerb hat keine Sonderkategorie.");

        Outcome = choice.Outcome;
        GroupCode = choice.Outcome switch
        {
            ConsensusOutcome.ProposeInGroup => entry.GroupCode,
            ConsensusOutcome.ProposeSpecial => special,
            _ => null,
        };
        ProjectId = choice.ProjectId;
        Reasons = choice.Reasons;
        SettledAt = write.When;
        SettledBy = write.Who;
        SessionId = choice.SessionId;
        return this;
    }
}

/// <summary>What is to be settled.</summary>
public sealed record ConsensusChoice(ConsensusOutcome Outcome, string Reasons, Guid? ProjectId = null)
{
    /// <summary>The joint session in which it is settled; null = outside of one.</summary>
    public Guid? SessionId { get; init; }
}

/// <summary>A result that was settled anew later.</summary>
public sealed class EarlierResult
{
    private EarlierResult() { }

    public Guid Id { get; private set; }

    /// <summary>1, 2, 3 … within the result.</summary>
    public int Number { get; private set; }

    public ConsensusOutcome Outcome { get; private set; }
    public string? GroupCode { get; private set; }
    public Guid? ProjectId { get; private set; }
    public string Reasons { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime SettledAt { get; private set; }

    public Guid? SettledBy { get; private set; }
    public Guid? SessionId { get; private set; }

    internal static EarlierResult Of(ConsensusResult result, int number) => new()
    {
        Id = Guid.CreateVersion7(),
        Number = number,
        Outcome = result.Outcome,
        GroupCode = result.GroupCode,
        ProjectId = result.ProjectId,
        Reasons = result.Reasons,
        SettledAt = result.SettledAt,
        SettledBy = result.SettledBy,
        SessionId = result.SessionId,
    };
}
