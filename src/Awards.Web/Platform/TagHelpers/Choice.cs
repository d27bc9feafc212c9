namespace Awards.Web.Platform.TagHelpers;

/// <summary>One option of a choice.</summary>
/// <param name="Value">The stable code that is posted, never the label.</param>
/// <param name="Label">The words beside the box.</param>
/// <param name="Hint">A second, quieter line.</param>
public sealed record Choice(string Value, string Label, string? Hint = null);
