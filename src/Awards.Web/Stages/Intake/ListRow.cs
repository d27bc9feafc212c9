using Awards.Domain.Applications;
using Awards.Domain.Intake;
using Awards.Domain.Shared;

namespace Awards.Web.Stages.Intake;

/// <summary>An application in the list.</summary>
/// <param name="Search">What is searched, sorted and shown.</param>
/// <param name="Contact">Name of the contact person; "" where nobody asked for it, or may see it.</param>
public sealed record ListRow(Guid Id, string Name, string Title, int ProjectCount, SearchRow Search, string Contact = "", string Mail = "");

/// <summary>The list, filtered and sorted.</summary>
/// <param name="Rows">All that match, in order.</param>
/// <param name="Fault">Why the search could not be understood; then there are no rows.</param>
/// <param name="Counts">All of the call, drafts included, by state.</param>
public sealed record ApplicationList(IReadOnlyList<ListRow> Rows, Refusal? Fault, IReadOnlyDictionary<ApplicationState, int> Counts)
{
    /// <summary>One page; the last one where the address asks for more.</summary>
    public ApplicationPage Page(ApplicationFilter filter)
    {
        var size = filter.Size == ApplicationFilter.All ? Math.Max(Rows.Count, 1) : int.Parse(filter.Size, System.Globalization.CultureInfo.InvariantCulture);
        var pages = Math.Max(1, (Rows.Count + size - 1) / size);
        var page = Math.Min(filter.Page, pages);
        return new([.. Rows.Skip((page - 1) * size).Take(size)], Rows.Count, page, pages);
    }
}

/// <summary>One page of the list, and how many there are.</summary>
/// <param name="Matching">How many the filter lets through.</param>
/// <param name="Number">The page shown.</param>
/// <param name="Pages">At least 1.</param>
public sealed record ApplicationPage(IReadOnlyList<ListRow> Rows, int Matching, int Number, int Pages);
