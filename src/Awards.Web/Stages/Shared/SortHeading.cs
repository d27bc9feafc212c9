namespace Awards.Web.Stages.Shared;

/// <summary>Heading of a table column by which the reader can sort: a second click turns the order round.</summary>
/// <param name="Label">What people read.</param>
/// <param name="Href">The same list sorted by this column.</param>
/// <param name="Aria">"ascending" or "descending" where the list is sorted by it; null = not.</param>
/// <param name="Css">"number" for figures; null = text.</param>
public sealed record SortHeading(string Label, string Href, string? Aria, string? Css = null)
{
    /// <summary>Order in the address, where it is descending.</summary>
    public const string Down = "ab";

    /// <summary>The value of aria-sort.</summary>
    public static string? AriaOf(bool sorted, bool descending) => !sorted ? null : descending ? "descending" : "ascending";
}
