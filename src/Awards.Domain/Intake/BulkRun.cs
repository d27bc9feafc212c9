using Awards.Domain.Shared;

namespace Awards.Domain.Intake;

/// <summary>What can be done to many applications at once.</summary>
public enum BulkAction { Admit, Exclude, AskForPiece, CheckOk }

/// <summary>What became of one application in a bulk action.</summary>
/// <param name="Label">Number and applicant, as shown then.</param>
/// <param name="Done">What was done, or null where it was refused.</param>
/// <param name="Refused">Why it was not done, or null.</param>
public sealed record BulkLine(Guid ApplicationId, string Label, string? Done, string? Refused);

/// <summary>A bulk action with its result, to be read again later.</summary>
public sealed class BulkRun
{
    /// <summary>Most applications of one action.</summary>
    public const int Most = 2000;

    private BulkRun() { }

    public Guid Id { get; private set; }
    public Guid CallId { get; private set; }
    public BulkAction Action { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime StartedAt { get; private set; }

    public Guid? StartedBy { get; private set; }

    /// <summary>Lines as JSON.</summary>
    public string LinesJson { get; private set; } = "[]";

    /// <summary>One line for each application.</summary>
    public IReadOnlyList<BulkLine> Lines => System.Text.Json.JsonSerializer.Deserialize<List<BulkLine>>(LinesJson) ?? [];

    /// <summary>Records what was done.</summary>
    public static BulkRun Record(Guid callId, BulkAction action, IReadOnlyList<BulkLine> lines, WriteContext write) => new()
    {
        Id = Guid.CreateVersion7(),
        CallId = callId,
        Action = action,
        StartedAt = write.When,
        StartedBy = write.Who,
        LinesJson = System.Text.Json.JsonSerializer.Serialize(lines),
    };
}
