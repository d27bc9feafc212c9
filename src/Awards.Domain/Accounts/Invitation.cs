using Awards.Domain.Municipalities;
using Awards.Domain.Shared;

namespace Awards.Domain.Accounts;

/// <summary>A municipality that a person names at registration because the list lacks it.</summary>
/// <param name="Name">As the person writes it.</param>
/// <param name="State">Code of the federal state.</param>
public sealed record UnlistedMunicipality(string Name, string State, MunicipalityType Type);

/// <summary>
/// A way into the house, sent by mail to one address and good for one use: the office invites to roles in a call,
/// somebody registers for a municipality, or a colleague is to work on an application.
/// </summary>
public sealed class Invitation
{
    /// <summary>How long an invitation to roles holds.</summary>
    public static readonly TimeSpan InvitedFor = TimeSpan.FromDays(14);

    /// <summary>How long a registration waits to be confirmed.</summary>
    public static readonly TimeSpan RegisteredFor = TimeSpan.FromDays(2);

    private Invitation() { }

    public Guid Id { get; private set; }

    /// <summary>Address the link was sent to.</summary>
    public string Mail { get; private set; } = "";

    /// <summary>Name as it will be shown; the person may change it on accepting.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Call of the roles; null for a registration.</summary>
    public Guid? CallId { get; private set; }

    /// <summary>Roles in the call, as names joined by commas; empty for a registration.</summary>
    public string RoleNames { get; private set; } = "";

    /// <summary>Municipality the person registers for.</summary>
    public Guid? MunicipalityId { get; private set; }

    /// <summary>Municipality that the list lacks; made when the registration is confirmed.</summary>
    public string? UnlistedName { get; private set; }

    public string? UnlistedState { get; private set; }
    public MunicipalityType? UnlistedType { get; private set; }

    /// <summary>Application to work on; null for roles and registrations.</summary>
    public Guid? ApplicationId { get; private set; }

    /// <summary>What the person may do with the application.</summary>
    public Applications.MemberRight? MemberRight { get; private set; }

    /// <summary>SHA-256 of the secret in the link.</summary>
    public string TokenHash { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>UTC; the first instant that is too late.</summary>
    public DateTime ExpiresAt { get; private set; }

    /// <summary>Who invited; null for a registration.</summary>
    public Guid? InvitedBy { get; private set; }

    public DateTime? AcceptedAt { get; private set; }
    public Guid? AcceptedBy { get; private set; }
    public DateTime? WithdrawnAt { get; private set; }

    /// <summary>Raised by every change.</summary>
    public int Version { get; private set; }

    /// <summary>Roles in the call.</summary>
    public IReadOnlyList<CallRole> Roles => [.. RoleNames.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<CallRole>)];

    /// <summary>Invites somebody to roles in a call. Refused without a role.</summary>
    public static Outcome<Invitation> ToCall(Guid callId, string mail, string name, IReadOnlyCollection<CallRole> roles, string tokenHash, WriteContext write)
    {
        if (roles.Count == 0) return new Refusal("invitation.no_role", "Bitte wählen Sie mindestens eine Rolle aus.");
        var invitation = New(mail, name, tokenHash, write, InvitedFor);
        invitation.CallId = callId;
        invitation.RoleNames = string.Join(',', roles.Distinct().Order());
        return invitation;
    }

    /// <summary>A member of an application invites a colleague.</summary>
    public static Invitation ToApplication(Guid applicationId, string mail, string name, Applications.MemberRight right, string tokenHash, WriteContext write)
    {
        var invitation = New(mail, name, tokenHash, write, InvitedFor);
        (invitation.ApplicationId, invitation.MemberRight) = (applicationId, right);
        return invitation;
    }

    /// <summary>Somebody registers for a municipality of the list, or for one that it lacks.</summary>
    public static Invitation ForMunicipality(string mail, string name, Guid? municipalityId, UnlistedMunicipality? unlisted, string tokenHash, WriteContext write)
    {
        var invitation = New(mail, name, tokenHash, write with { Who = null }, RegisteredFor);
        invitation.MunicipalityId = municipalityId;
        if (municipalityId is null && unlisted is not null) (invitation.UnlistedName, invitation.UnlistedState, invitation.UnlistedType) = (unlisted.Name, unlisted.State, unlisted.Type);
        return invitation;
    }

    /// <summary>Why the link no longer leads in, or null.</summary>
    public Refusal? ClosedAt(DateTime now) =>
        AcceptedAt is not null ? new("invitation.used", "Dieser Link ist schon benutzt worden. Melden Sie sich bitte an.")
        : WithdrawnAt is not null ? new("invitation.withdrawn", "Diese Einladung wurde zurückgezogen. Fragen Sie bitte die Geschäftsstelle.")
        : now >= ExpiresAt ? new("invitation.expired", "Dieser Link ist abgelaufen. Registrieren Sie sich bitte noch einmal oder lassen Sie sich neu einladen.")
        : null;

    /// <summary>Uses it up. Refused when it is used, withdrawn or expired.</summary>
    public Outcome<Invitation> Accept(Guid personId, DateTime now)
    {
        if (ClosedAt(now) is { } closed) return closed;
        (AcceptedAt, AcceptedBy) = (now, personId);
        return this;
    }

    /// <summary>Takes it back. Refused when it is used already.</summary>
    public Outcome<Invitation> Withdraw(DateTime now)
    {
        if (AcceptedAt is not null) return new Refusal("invitation.accepted", "Die Einladung ist schon angenommen. Nehmen Sie der Person bitte die Rolle.");
        WithdrawnAt ??= now;
        return this;
    }

    private static Invitation New(string mail, string name, string tokenHash, WriteContext write, TimeSpan lasts) => new()
    {
        Id = SecretId.New(),
        Mail = mail.Trim(),
        Name = name.Trim(),
        TokenHash = tokenHash,
        CreatedAt = write.When,
        ExpiresAt = write.When + lasts,
        InvitedBy = write.Who,
    };
}
