using Awards.Domain.Calls;
using Awards.Testing;

namespace Awards.Web.Tests.Leaks;

/// <summary>Where the calendar of the call stands. The work in the populated call stands at every step at once, see <see cref="LeakWorld"/>.</summary>
internal enum Moment { Applying, Intake, Review, Consensus, Jury, Published }

/// <summary>Somebody who looks.</summary>
/// <param name="Mail">Null = not signed in.</param>
/// <param name="Specimen">The role as which a lead looks: a value of the form "Ansicht als …".</param>
internal sealed record Reader(string Name, string? Mail, string? Specimen = null)
{
    public override string ToString() => Name;
}

/// <summary>Everybody who looks.</summary>
internal static class Readers
{
    public static readonly Reader Anonymous = new("anonymous", null);
    public static readonly Reader Stranger = new("stranger", Cast.Stranger);

    /// <summary>Wrote the draft, the excluded and the sealed one.</summary>
    public static readonly Reader ClerkOne = new("clerk of Musterstadt 1", Cast.ClerkOne);

    /// <summary>Wrote the submitted and the awarded one.</summary>
    public static readonly Reader ClerkTwo = new("clerk of Musterstadt 2", Cast.ClerkTwo);

    public static readonly Reader Lead = new("lead", Cast.Lead);
    public static readonly Reader OtherLead = new("lead of the other call", Cast.OtherLead);
    public static readonly Reader Editor = new("editor", Cast.Editor);
    public static readonly Reader Finance = new("finance", Cast.Finance);

    /// <summary>Handed in first under seal.</summary>
    public static readonly Reader One = new("reviewer 1", Cast.Reviewer(1));

    /// <summary>The partner of the first.</summary>
    public static readonly Reader Two = new("reviewer 2", Cast.Reviewer(2));

    /// <summary>Was replaced in one pair and belongs to two others.</summary>
    public static readonly Reader Three = new("reviewer 3", Cast.Reviewer(3));

    public static readonly Reader Member = new("jury member", Cast.JuryMember);
    public static readonly Reader Chair = new("jury chair", Cast.JuryChair);

    public static readonly Reader AsMunicipality = new("lead as municipality", Cast.Lead, "Municipality");
    public static readonly Reader AsReviewer = new("lead as reviewer", Cast.Lead, "Reviewer");
    public static readonly Reader AsEditor = new("lead as editor", Cast.Lead, "Editor");
    public static readonly Reader AsFinance = new("lead as finance", Cast.Lead, "Finance");
    public static readonly Reader AsMember = new("lead as jury member", Cast.Lead, "JuryMember");
    public static readonly Reader AsDeputy = new("lead as jury deputy", Cast.Lead, "JuryDeputy");
    public static readonly Reader AsChair = new("lead as jury chair", Cast.Lead, "JuryChair");

    public static readonly Reader[] All =
    [
        Anonymous, Stranger, ClerkOne, ClerkTwo, Lead, OtherLead, Editor, Finance, One, Two, Three, Member, Chair,
        AsMunicipality, AsReviewer, AsEditor, AsFinance, AsMember, AsDeputy, AsChair,
    ];

    /// <summary>An instant in the middle of a phase; consensus = the last days of the pre-review.</summary>
    public static DateTime At(this Moment moment, Call call) => moment switch
    {
        Moment.Applying => AwardsHost.Start,
        Moment.Intake => call.Phase(PhaseKind.Intake)!.From.AddDays(3),
        Moment.Review => call.Phase(PhaseKind.PreReview)!.From.AddDays(3),
        Moment.Consensus => call.Phase(PhaseKind.PreReview)!.Until!.Value.AddDays(-3),
        Moment.Jury => call.Phase(PhaseKind.Jury)!.From.AddDays(3),
        _ => call.Phase(PhaseKind.Publication)!.From.AddDays(3),
    };
}
