namespace Awards.Web.Data;

/// <summary>How somebody signed in.</summary>
public enum SignInMethod { Password, MailLink, Passkey, SingleSignOn }

/// <summary>One signed-in device. A cookie counts only while its session does, so that a session can be ended from elsewhere at once.</summary>
public sealed class Session
{
    /// <summary>After this time without a request a session has ended.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(10);

    public Guid Id { get; init; }
    public Guid PersonId { get; init; }
    public SignInMethod Method { get; init; }

    /// <summary>A passkey or a second factor was shown.</summary>
    public bool Strong { get; set; }

    /// <summary>Browser and system in words: "Firefox, Windows".</summary>
    public string Device { get; init; } = "";

    /// <summary>UTC.</summary>
    public DateTime CreatedAt { get; init; }

    /// <summary>UTC; kept to a few minutes.</summary>
    public DateTime LastSeenAt { get; set; }

    /// <summary>UTC: when the person last proved who they are.</summary>
    public DateTime ProvedAt { get; set; }

    /// <summary>UTC; null while it lives.</summary>
    public DateTime? EndedAt { get; set; }
}

/// <summary>Failures of one kind from one source, so that guessing becomes slow. Never names the source: the key is a digest.</summary>
public sealed class Throttle
{
    /// <summary>Kind and digest of the source.</summary>
    public string Key { get; init; } = "";

    public int Count { get; set; }

    /// <summary>UTC: the count begins anew after the rule's window.</summary>
    public DateTime Since { get; set; }

    /// <summary>UTC: nothing is accepted before; null = open.</summary>
    public DateTime? ClosedUntil { get; set; }
}
