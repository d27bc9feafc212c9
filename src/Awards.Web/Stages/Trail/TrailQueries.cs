using System.Text.Json;
using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Stages.Trail;

/// <summary>Why the values of a row are not shown.</summary>
public enum TrailHidden { No, Erased, Draft }

/// <summary>One changed property; null = there was or is none.</summary>
public sealed record TrailChange(string Property, string? Old, string? New);

/// <summary>A row of the trail as people read it.</summary>
/// <param name="Who">Name of the person; null for the system, or a person that is no longer there.</param>
/// <param name="Municipality">The municipality acted for.</param>
/// <param name="ObjectName">Applicant or number of the entry; null where the object has no name.</param>
public sealed record TrailLine(TrailPlace Place, AuditAction Action, Guid? PersonId, string? Who, string? ActingAs, string? Municipality, string ObjectType, Guid ObjectId, string? ObjectName,
    string? Why, string? RequestId, TrailHidden Hidden, IReadOnlyList<TrailChange> Changes);

/// <summary>What the lead reads of the trail of a call. What happened to drafts is sealed from the office and not there at all.</summary>
public static class TrailQueries
{
    private static readonly string[] OfApplications = [nameof(Application), nameof(SingleProject), nameof(ApplicationMember)];

    private sealed record Row(Guid Id, DateTime At, Guid? PersonId, string? ActingAs, AuditAction Action, string ObjectType, Guid ObjectId, Guid? AboutId, string? Why, string? RequestId, string? Json, bool Erased);

    /// <summary>Rows before a place, newest first, with names, in five queries.</summary>
    public static async Task<IReadOnlyList<TrailLine>> LoadAsync(AwardsDbContext db, Call call, TrailFilter filter, int take, CancellationToken cancellationToken)
    {
        var rows = await Filtered(db, call.Id, filter).OrderByDescending(row => row.At).ThenByDescending(row => row.Id).Take(take)
            .Select(row => new Row(row.Id, row.At, row.PersonId, row.ActingAs, row.Action, row.ObjectType, row.ObjectId, row.AboutId, row.Why, row.RequestId,
                row.Values == null ? null : row.Values.Json, row.Values != null && row.Values.ErasedAt != null)).ToListAsync(cancellationToken);
        var changes = rows.ToDictionary(row => row.Id, row => HiddenIn(row) == TrailHidden.No && row.Json is not null ? Changes(row.Json) : []);

        var objects = rows.SelectMany(row => new[] { row.ObjectId, row.AboutId ?? row.ObjectId }).Distinct().ToList();
        var people = rows.Select(row => row.PersonId).Concat(changes.Values.SelectMany(all => all).SelectMany(change => new[] { AsId(change.Old), AsId(change.New) })).OfType<Guid>().Distinct().ToList();
        var towns = rows.Select(row => TownOf(row.ActingAs)).OfType<Guid>().Distinct().ToList();
        var persons = await db.Users.Where(person => people.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.DisplayName, cancellationToken);
        var municipalities = await db.Municipalities.Where(town => towns.Contains(town.Id)).ToDictionaryAsync(town => town.Id, town => town.Name, cancellationToken);
        var applicants = await db.Applications.Where(application => objects.Contains(application.Id) && application.CallId == call.Id && application.Status != ApplicationState.Draft)
            .ToDictionaryAsync(application => application.Id, application => application.ApplicantName, cancellationToken);
        var entries = await db.Entries.Where(entry => objects.Contains(entry.Id) && entry.CallId == call.Id).ToDictionaryAsync(entry => entry.Id, entry => entry.Number, cancellationToken);

        string? NameOf(Guid? id) => id is not { } known ? null : entries.TryGetValue(known, out var number) ? call.Definition.EntryNumber(number) : applicants.GetValueOrDefault(known);
        string? Named(string? value) => AsId(value) is { } id && persons.TryGetValue(id, out var name) ? name : value;
        return [.. rows.Select(row => new TrailLine(new(row.At, row.Id), row.Action, row.PersonId, row.PersonId is { } id ? persons.GetValueOrDefault(id) : null,
            row.ActingAs?.Split(':')[0], TownOf(row.ActingAs) is { } town ? municipalities.GetValueOrDefault(town) : null,
            row.ObjectType, row.ObjectId, NameOf(row.ObjectId) ?? NameOf(row.AboutId), row.Why, row.RequestId, HiddenIn(row),
            [.. changes[row.Id].Select(change => new TrailChange(change.Property, Named(change.Old), Named(change.New)))]))];
    }

    private static IQueryable<AuditRow> Filtered(AwardsDbContext db, Guid callId, TrailFilter filter)
    {
        var rows = db.AuditRows.Where(row => row.CallId == callId)
            .Where(row => !OfApplications.Contains(row.ObjectType) || db.Applications.Any(application => application.Id == (row.AboutId ?? row.ObjectId) && application.Status != ApplicationState.Draft));
        if (filter.ObjectId is { } id) rows = rows.Where(row => row.ObjectId == id || row.AboutId == id);
        else if (filter.ObjectType is { } type) rows = rows.Where(row => row.ObjectType == type);
        if (filter.PersonId is { } person) rows = rows.Where(row => row.PersonId == person);
        if (filter.Action is { } action) rows = rows.Where(row => row.Action == action);
        if (filter.FromUtc is { } from) rows = rows.Where(row => row.At >= from);
        if (filter.UntilUtc is { } until) rows = rows.Where(row => row.At < until);
        if (filter.RequestId is { } request) rows = rows.Where(row => row.RequestId == request);
        if (filter.Before is { } before) rows = rows.Where(row => row.At < before.At || row.At == before.At && row.Id.CompareTo(before.Id) < 0);
        return rows;
    }

    // The office reads what was handed in, not the drafts that led there.
    private static TrailHidden HiddenIn(Row row) => row.Erased ? TrailHidden.Erased
        : OfApplications.Contains(row.ObjectType) && row.Action is AuditAction.ApplicationStarted or AuditAction.ApplicationSaved ? TrailHidden.Draft
        : TrailHidden.No;

    private static IReadOnlyList<TrailChange> Changes(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.EnumerateObject().Select(property => property.Value is { ValueKind: JsonValueKind.Array } pair && pair.GetArrayLength() == 2
            ? new TrailChange(property.Name, Text(pair[0]), Text(pair[1])) : new TrailChange(property.Name, null, Text(property.Value)))];
    }

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        _ => value.GetRawText(),
    };

    private static Guid? AsId(string? value) => value is { Length: 36 } && Guid.TryParse(value, out var id) ? id : null;

    private static Guid? TownOf(string? actingAs) => actingAs?.Split(':') is [_, var id] ? AsId(id) : null;
}
