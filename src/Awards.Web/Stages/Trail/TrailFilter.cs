using System.Globalization;
using Awards.Domain.Shared;
using Awards.Web.Data;

namespace Awards.Web.Stages.Trail;

/// <summary>Where a page of the trail ends: the next one begins before this row.</summary>
/// <param name="At">UTC.</param>
public sealed record TrailPlace(DateTime At, Guid Id)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.Ticks}-{Id}");

    /// <summary>The place of an address; null when it names none.</summary>
    public static TrailPlace? Parse(string text) =>
        text.IndexOf('-', StringComparison.Ordinal) is > 0 and var at && long.TryParse(text.AsSpan(0, at), NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
        && ticks <= DateTime.MaxValue.Ticks && Guid.TryParse(text.AsSpan(at + 1), out var id) ? new(new DateTime(ticks, DateTimeKind.Utc), id) : null;
}

/// <summary>Which rows of the trail are shown, as the address says it. What an address cannot mean counts as not said.</summary>
public sealed record TrailFilter
{
    public string? ObjectType { get; init; }

    /// <summary>The object, and everything that is a part of it.</summary>
    public Guid? ObjectId { get; init; }

    public Guid? PersonId { get; init; }
    public AuditAction? Action { get; init; }

    /// <summary>First day, in Berlin.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day, in Berlin.</summary>
    public DateOnly? To { get; init; }

    public string? RequestId { get; init; }
    public TrailPlace? Before { get; init; }

    /// <summary>UTC instant at which <see cref="From"/> begins.</summary>
    public DateTime? FromUtc => From is { } day ? GermanTime.Utc(day.ToDateTime(TimeOnly.MinValue)) : null;

    /// <summary>UTC instant at which the day after <see cref="To"/> begins.</summary>
    public DateTime? UntilUtc => To is { } day && day < DateOnly.MaxValue ? GermanTime.Utc(day.AddDays(1).ToDateTime(TimeOnly.MinValue)) : null;

    /// <summary>Reads the address.</summary>
    public static TrailFilter Read(IQueryCollection query)
    {
        string? Text(string name, int longest) => query[name].ToString().Trim() is { Length: > 0 } value && value.Length <= longest ? value : null;
        Guid? Id(string name) => Guid.TryParse(query[name].ToString(), out var id) ? id : null;
        DateOnly? Day(string name) => DateOnly.TryParseExact(query[name].ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year > 1 ? day : null;
        return new()
        {
            ObjectType = Text("typ", 60),
            ObjectId = Id("id"),
            PersonId = Id("person"),
            Action = Text("vorgang", 40) is { } action && char.IsAsciiLetter(action[0]) && Enum.TryParse<AuditAction>(action, out var known) && Enum.IsDefined(known) ? known : null,
            From = Day("von"),
            To = Day("bis"),
            RequestId = Text("anfrage", 60),
            Before = TrailPlace.Parse(query["vor"].ToString()),
        };
    }

    /// <summary>The address; what is not said is left out.</summary>
    public IEnumerable<KeyValuePair<string, string?>> ToQuery() => new (string Name, string? Value)[]
    {
        ("typ", ObjectType), ("id", ObjectId?.ToString()), ("person", PersonId?.ToString()), ("vorgang", Action?.ToString()),
        ("von", Show(From)), ("bis", Show(To)), ("anfrage", RequestId), ("vor", Before?.ToString()),
    }.Where(each => each.Value is not null).Select(each => KeyValuePair.Create(each.Name, each.Value));

    /// <summary>A day as a date field wants it.</summary>
    public static string? Show(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
