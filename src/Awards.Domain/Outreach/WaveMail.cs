using Awards.Domain.Municipalities;

namespace Awards.Domain.Outreach;

/// <summary>What a wave decided about an address.</summary>
public enum WaveOutcome
{
    /// <summary>A mail was written.</summary>
    Written = 1,

    /// <summary>Wants no mailings.</summary>
    OptedOut,

    /// <summary>Mail came back for good.</summary>
    Undeliverable,

    /// <summary>Has a draft or an application.</summary>
    Applied,

    /// <summary>Has handed in a letter of intent.</summary>
    Letter,

    /// <summary>Got an earlier wave, and this one is for those who did not.</summary>
    WrittenBefore,
}

/// <summary>One address in one wave, with what the municipality was then. At most one row for each address of a wave, so that nobody is written to twice.</summary>
public sealed class WaveMail
{
    private WaveMail() { }

    public Guid Id { get; private set; }
    public Guid WaveId { get; private set; }
    public Guid CallId { get; private set; }

    /// <summary><see cref="AddressKey"/>.</summary>
    public string AddressHash { get; private set; } = "";

    public Guid? MunicipalityId { get; private set; }

    /// <summary>Two-letter code; null where unknown.</summary>
    public string? State { get; private set; }

    public MunicipalityType? Type { get; private set; }
    public WaveOutcome Outcome { get; private set; }

    /// <summary>The mail; null where none was written.</summary>
    public Guid? MailId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>Notes the decision about a contact that has an address.</summary>
    public static WaveMail Note(Wave wave, Contact contact, WaveOutcome outcome, Guid? mailId, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(),
        WaveId = wave.Id,
        CallId = wave.CallId,
        AddressHash = contact.AddressHash ?? throw new InvalidOperationException("A contact without an address is in no wave."),
        MunicipalityId = contact.MunicipalityId,
        State = contact.State,
        Type = contact.Type,
        Outcome = outcome,
        MailId = mailId,
        At = now,
    };
}
