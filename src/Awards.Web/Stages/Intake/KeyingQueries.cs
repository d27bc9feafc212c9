using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Intake;
using Awards.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Stages.Intake;

/// <summary>An entry that came by post or mail, in the list.</summary>
public sealed record KeyedLine(Guid Id, string Name, string Title, int? Number, KeyedCheck Check);

/// <summary>An entry that came by post or mail, with all that is known of its typing.</summary>
/// <param name="Corrections">What was changed since the typing was complete.</param>
/// <param name="Names">Names of the persons, by id.</param>
public sealed record KeyedEntry(Application Application, KeyedCheck Check, IReadOnlyList<ScanLine> Scans, IReadOnlyList<ApplicationChange> Corrections, IReadOnlyDictionary<Guid, string> Names)
{
    /// <summary>Typed texts can be changed.</summary>
    public bool IsOpen => Application.Status == ApplicationState.Draft || (Application.Status == ApplicationState.Submitted && Application.AwaitsCheck);

    public string NameOf(Guid? person) => person is { } id ? Names.GetValueOrDefault(id, "–") : "–";
}

/// <summary>What the office reads of entries that came by post or mail.</summary>
public static class KeyingQueries
{
    /// <summary>All of a call: those that still need somebody first, then the latest. One query.</summary>
    public static async Task<IReadOnlyList<KeyedLine>> ListAsync(AwardsDbContext db, Guid callId, CancellationToken cancellationToken) =>
        [.. (await db.KeyedChecks.AsNoTracking().Join(db.Applications.Where(application => application.CallId == callId), check => check.ApplicationId, application => application.Id,
            (check, application) => new { check, application.Id, application.ApplicantName, application.Texts.Title, application.ArrivalNumber }).ToListAsync(cancellationToken))
            .OrderBy(each => each.check.State).ThenByDescending(each => each.check.ArrivedAt).ThenBy(each => each.Id).Select(each => new KeyedLine(each.Id, each.ApplicantName, each.Title, each.ArrivalNumber, each.check))];

    /// <summary>One of a call; null for what did not come by post or mail.</summary>
    public static async Task<KeyedEntry?> FindAsync(AwardsDbContext db, Call call, Guid id, CancellationToken cancellationToken)
    {
        var application = await db.Applications.AsNoTracking().Include(each => each.Projects).FirstOrDefaultAsync(each => each.Id == id && each.CallId == call.Id, cancellationToken);
        if (application is null || await db.KeyedChecks.AsNoTracking().FirstOrDefaultAsync(each => each.ApplicationId == id, cancellationToken) is not { } check) return null;
        var corrections = check.KeyedAt is not { } since ? []
            : await db.ApplicationChanges.AsNoTracking().Where(change => change.ApplicationId == id && change.At > since).OrderBy(change => change.At).ThenBy(change => change.Id).ToListAsync(cancellationToken);
        var persons = corrections.Select(change => change.By).Append(check.RecordedBy).Append(check.CheckedBy).OfType<Guid>()
            .Concat(check.TypedBy.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Guid.Parse)).Distinct().ToList();
        var names = await db.Users.Where(person => persons.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.DisplayName, cancellationToken);
        return new(application, check, await ArrivalScans.ListAsync(db, id, cancellationToken), corrections, names);
    }
}
