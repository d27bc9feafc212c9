namespace Awards.Web.Data;

/// <summary>What one run of the retention did for one rule. Nothing to do leaves none.</summary>
public sealed class RetentionReport
{
    public Guid Id { get; init; }

    /// <summary>Null = the installation as a whole.</summary>
    public Guid? CallId { get; init; }

    /// <summary>Name of the rule: a <see cref="Domain.Calls.RetentionSubject"/>, or one of the installation.</summary>
    public string Rule { get; init; } = "";

    /// <summary>Number of objects emptied or deleted.</summary>
    public int Count { get; set; }

    /// <summary>UTC.</summary>
    public DateTime At { get; set; }

    /// <summary>Rule of the one row that says when the retention last ran through.</summary>
    public const string Run = "Run";
}
