using Awards.Domain.Shared;

namespace Awards.Domain.Applications;

/// <summary>One field of an application before and after somebody worked on it. What one person types within a few minutes is one change.</summary>
public sealed class ApplicationChange
{
    /// <summary>How long changes of one person in one field count as one.</summary>
    public static readonly TimeSpan OneSitting = TimeSpan.FromMinutes(10);

    private ApplicationChange() { }

    public Guid Id { get; private set; }
    public Guid ApplicationId { get; private set; }

    /// <summary>Key of the field, of <see cref="ApplicationFields"/>.</summary>
    public string Field { get; private set; } = "";

    /// <summary>What stood there; "" = nothing.</summary>
    public string Before { get; private set; } = "";

    /// <summary>What stands there since; "" = nothing.</summary>
    public string After { get; private set; } = "";

    /// <summary>UTC; when the change began.</summary>
    public DateTime From { get; private set; }

    /// <summary>UTC; when it was saved last.</summary>
    public DateTime At { get; private set; }

    /// <summary>Who; null for the system.</summary>
    public Guid? By { get; private set; }

    /// <summary>
    /// Carries on the history: what is new, with changes of the same sitting drawn out. Going back to what stood there before is a change of its own. <paramref name="latest"/> holds the last change of each field.
    /// </summary>
    public static IReadOnlyList<ApplicationChange> Record(Guid applicationId, IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after,
        IReadOnlyCollection<ApplicationChange> latest, WriteContext write)
    {
        var fresh = new List<ApplicationChange>();
        foreach (var field in Changed(before, after))
        {
            var (was, now) = (before.GetValueOrDefault(field, ""), after.GetValueOrDefault(field, ""));
            if (latest.FirstOrDefault(each => each.Field == field) is { } last && last.By == write.Who && last.After == was && last.Before != now && write.When - last.From < OneSitting)
                (last.After, last.At) = (now, write.When);
            else
                fresh.Add(new() { Id = Guid.CreateVersion7(), ApplicationId = applicationId, Field = field, Before = was, After = now, From = write.When, At = write.When, By = write.Who });
        }
        return fresh;
    }

    /// <summary>Keys of the fields that differ.</summary>
    public static IReadOnlyList<string> Changed(IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after) =>
        [.. before.Keys.Union(after.Keys).Where(field => before.GetValueOrDefault(field, "") != after.GetValueOrDefault(field, ""))];
}
