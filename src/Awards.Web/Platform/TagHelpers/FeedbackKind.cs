namespace Awards.Web.Platform.TagHelpers;

/// <summary>The four tones of alerts and badges.</summary>
internal static class FeedbackKind
{
    /// <summary>A misspelt tone would be a message without look: better told while writing the page.</summary>
    public static string Check(string kind) => kind is "info" or "success" or "warning" or "danger"
        ? kind
        : throw new InvalidOperationException($"Unknown kind '{kind}': info, success, warning or danger.");
}
