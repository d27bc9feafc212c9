namespace Awards.Web.Platform.Layout;

/// <summary>One link of the main navigation.</summary>
/// <param name="Label">The words of the link, already in the reader's language.</param>
/// <param name="Href">Where it leads.</param>
/// <param name="Current">Whether the reader is on this page or below it.</param>
public sealed record NavigationLink(string Label, string Href, bool Current = false);
