using Awards.Domain.Shared;

namespace Awards.Domain.Accounts;

/// <summary>Rules for new passwords: long enough and not on a list of passwords that everybody tries. No rules of composition (NIST SP 800-63B, 3.1.1.2).</summary>
public static class PasswordRules
{
    /// <summary>Shortest password, in characters.</summary>
    public const int MinLength = 12;

    /// <summary>Longest password, in characters; more would only cost time.</summary>
    public const int MaxLength = 200;

    private const int MinDifferent = 4;

    /// <summary>Why a password is not accepted, or null.</summary>
    /// <param name="known">Passwords from breaches, in lower case.</param>
    /// <param name="mail">The person's address, which is no password either.</param>
    public static Refusal? RefusalOf(string password, IReadOnlySet<string> known, string mail)
    {
        if (password.Length < MinLength) return new("password.short", "Bitte nehmen Sie mindestens {0} Zeichen. Ein kurzer Satz lässt sich gut merken.", MinLength);
        if (password.Length > MaxLength) return new("password.long", "Bitte nehmen Sie höchstens {0} Zeichen.", MaxLength);
        var lower = password.ToLowerInvariant();
        if (IsGuessed(lower, known)) return new("password.known", "Dieses Passwort steht in Listen, die Angreifer durchprobieren. Bitte nehmen Sie ein anderes, etwa einen kurzen Satz.");
        if (string.Equals(password, mail, StringComparison.OrdinalIgnoreCase) || lower.Distinct().Count() < MinDifferent) return new("password.simple", "Dieses Passwort ist zu leicht zu erraten. Bitte nehmen Sie ein anderes, etwa einen kurzen Satz.");
        return null;
    }

    // "passwort123456" is a listed word and a listed number.
    private static bool IsGuessed(string lower, IReadOnlySet<string> known)
    {
        if (known.Contains(lower)) return true;
        for (var at = 1; at < lower.Length; at++)
            if (known.Contains(lower[..at]) && known.Contains(lower[at..])) return true;
        return false;
    }
}
