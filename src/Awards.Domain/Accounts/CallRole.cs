using Awards.Domain.Shared;

namespace Awards.Domain.Accounts;

/// <summary>What a person may be in one call. One person may hold several.</summary>
public enum CallRole
{
    /// <summary>Office: runs the call.</summary>
    Lead = 1,

    /// <summary>Reviews entries in a pair.</summary>
    Reviewer = 2,

    /// <summary>Office: checks and publishes texts.</summary>
    Editor = 3,

    /// <summary>Office: payments and bank data.</summary>
    Finance = 4,

    /// <summary>Member of the jury.</summary>
    JuryMember = 5,

    /// <summary>Votes only in a member's absence.</summary>
    JuryDeputy = 6,

    /// <summary>Chair of the jury.</summary>
    JuryChair = 7,
}

/// <summary>A person holds a role in a call.</summary>
public sealed class RoleAssignment
{
    private RoleAssignment() { }

    public Guid Id { get; private set; }
    public Guid PersonId { get; private set; }
    public Guid CallId { get; private set; }
    public CallRole Role { get; private set; }

    /// <summary>A call is never left without a lead.</summary>
    public static Refusal LastLead { get; } = new("role.last_lead", "Das ist die letzte Leitung dieses Wettbewerbs. Geben Sie die Rolle bitte zuerst jemand anderem.");

    /// <summary>Somebody else was faster.</summary>
    public static Refusal Gone { get; } = new("role.gone", "Diese Rolle ist schon vergeben oder entzogen worden. Bitte laden Sie die Seite neu.");

    /// <summary>Gives a person a role in a call.</summary>
    public static RoleAssignment Give(Guid personId, Guid callId, CallRole role) =>
        new() { Id = Guid.CreateVersion7(), PersonId = personId, CallId = callId, Role = role };
}
