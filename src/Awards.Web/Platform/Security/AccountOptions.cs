namespace Awards.Web.Platform.Security;

/// <summary>Settings below <c>Accounts</c>.</summary>
public sealed class AccountOptions
{
    /// <summary>Office, reviewers and jury act only after a passkey or a second factor. Never in the demo, whose passwords are public.</summary>
    public bool RequireSecondFactor { get; set; } = true;

    /// <summary>Whoever works for a municipality may open an account without being invited.</summary>
    public bool Registration { get; set; } = true;
}
