using Awards.Domain.Calls;

namespace Awards.Testing;

/// <summary>The sheets of a call with criteria and weights only: no anchors, no comments on criteria, nothing outside the total.</summary>
public static class PlainSheets
{
    public static CallDefinition Of(CallDefinition call)
    {
        static SheetDefinition Plain(SheetDefinition sheet) => sheet with { Anchors = null, Votes = null, Items = [.. sheet.Items.Where(item => !item.Independent).Select(item => new SheetItem(item.Criterion, item.WeightTenths))] };
        var (entry, project) = (Plain(call.EntrySheet), call.ProjectSheet is { } own ? Plain(own) : null);
        return call with
        {
            EntrySheet = entry,
            ProjectSheet = project,
            Criteria = [.. call.Criteria.Where(criterion => entry.Items.Concat(project?.Items ?? []).Any(item => item.Criterion == criterion.Code))],
        };
    }
}
