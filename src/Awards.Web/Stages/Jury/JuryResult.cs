using System.Globalization;
using Awards.Domain.Calls;
using Awards.Domain.Municipalities;
using Awards.Domain.PreReview;

namespace Awards.Web.Stages.Jury;

/// <summary>A settled proposal with what the pair said.</summary>
public sealed record ProposalLine(Guid EntryId, int Number, string Applicant, MunicipalityType Type, string? State, string Title, string? ProjectTitle, string GroupCode, string Reasons)
{
    /// <summary>Mean of the pair's points, unrounded; null until the reviews are read or where nothing could be rated.</summary>
    public double? Score { get; init; }

    public IReadOnlyList<Vote> Votes { get; init; } = [];
}

/// <summary>A recorded award.</summary>
public sealed record AwardLine(Guid Id, Guid EntryId, int Number, string Applicant, string Title, string? ProjectTitle, string GroupCode, long Cents, string Reasons);

/// <summary>What the jury has before it and what it decided.</summary>
/// <param name="Proposals">Best first; null for readers whom reviews do not concern.</param>
public sealed record JuryResult(Call Call, int Entries, int Settled, IReadOnlyList<ProposalLine>? Proposals, IReadOnlyList<AwardLine> Awards)
{
    /// <summary>Points with two decimals; an en dash where nothing could be rated.</summary>
    public static string Points(double? score) => score?.ToString("N2", CultureInfo.CurrentCulture) ?? "–";

    public long SpentCents => Awards.Sum(award => award.Cents);
    public long LeftCents => Call.Definition.BudgetCents - SpentCents;

    /// <summary>Address of an entry for this reader; null = no link.</summary>
    public Func<int, string>? EntryLink { get; init; }
}

/// <summary>How far a jury is, for its members' start page.</summary>
public sealed record JuryProgress(int Entries, int Settled, int Proposals, int Awards, long SpentCents);
