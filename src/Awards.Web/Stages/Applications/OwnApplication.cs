using Awards.Domain.Applications;
using Awards.Domain.Calls;

namespace Awards.Web.Stages.Applications;

/// <summary>An application together with what one of its members may do with it.</summary>
public sealed record OwnApplication(Application Application, Call Call, ApplicationMember Member)
{
    public Guid Id => Application.Id;

    /// <summary>Why nothing can be changed now, by anybody; null while it can.</summary>
    public Awards.Domain.Shared.Refusal? Closed(DateTime when) => ApplicationRules.ClosedRefusal(Application, Call, when);

    /// <summary>First instant that is too late; null where the phase has no end or the call no such phase.</summary>
    public DateTime? Deadline => Call.Phase(PhaseKind.Application)?.Until;

    /// <summary>True when something was handed in and stands as it was.</summary>
    public bool HasReceipt => Application is { Status: not ApplicationState.Draft, ArrivalNumber: not null, SubmittedAt: not null, ContentHash: not null };

    /// <summary>What must still be filled in.</summary>
    public IReadOnlyList<MissingItem> Missing => ApplicationRules.Missing(Application, Call.Definition);
}

/// <summary>An application shown in full; editable = each part has a link to its page.</summary>
public sealed record ContentView(OwnApplication Own, bool Editable);
