using System.Text.Json;
using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Intake;
using Awards.Domain.PreReview;
using Awards.Domain.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Awards.Web.Data;

/// <summary>Makes audit rows from what a context is about to save.</summary>
internal static class AuditTrail
{
    private const string Masked = "***";

    public static IReadOnlyList<AuditRow> RowsFor(IEnumerable<EntityEntry> tracked, WriteContext write, AuditAction action)
    {
        var changed = tracked.Where(IsAudited).ToList();
        // Parts do not name their call; where all changes of a write belong to one call, they do too.
        var calls = changed.Select(CallOf).OfType<Guid>().Distinct().Take(2).ToList();
        var common = write.CallId ?? (calls.Count == 1 ? calls[0] : null);
        return [.. changed.Select(entry => Row(write with { CallId = CallOf(entry) ?? common }, action, entry.Metadata.ClrType.Name, Key(entry), Values(entry), AboutOf(entry)))];
    }

    public static AuditRow Row(WriteContext write, AuditAction action, string objectType, Guid objectId, string? values = null, Guid? aboutId = null)
    {
        var id = Guid.CreateVersion7();
        var salt = values is null ? "" : AuditDigest.NewSalt();
        var row = new AuditRow
        {
            Id = id,
            At = write.When,
            PersonId = write.Who,
            Action = action,
            ObjectType = objectType,
            ObjectId = objectId,
            AboutId = aboutId,
            CallId = write.CallId ?? (objectType == nameof(Call) ? objectId : null),
            ActingAs = write.ActingAs,
            Why = write.Why,
            RequestId = write.RequestId,
            ValuesDigest = values is null ? null : AuditDigest.OfValues(salt, values),
            Values = values is null ? null : new AuditValues { AuditRowId = id, Json = values, Salt = salt },
        };
        row.Digest = AuditDigest.Of(row);
        return row;
    }

    public static bool IsAudited(EntityEntry entry) =>
        entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted
        && entry.Entity is not (AuditRow or AuditValues or AuditLink or OutboxMessage or MailAttempt or Session or Throttle or RetentionReport or ApplicationChange or ReviewVersion or Domain.Outreach.WaveMail or BulkRun);

    // A table of Identity may be keyed by something else than an id; its person is then the object.
    private static Guid Key(EntityEntry entry) =>
        entry.Metadata.FindPrimaryKey()!.Properties.Select(property => entry.Property(property.Name).CurrentValue).OfType<Guid>().FirstOrDefault() is var id && id != Guid.Empty
            ? id : IdIn(entry, "UserId") ?? Guid.Empty;

    private static Guid? CallOf(EntityEntry entry) => entry.Entity is Call call ? call.Id : IdIn(entry, "CallId");

    private static Guid? AboutOf(EntityEntry entry)
    {
        if (IdIn(entry, "ReviewId") is { } review)
            return entry.Context.ChangeTracker.Entries<Review>().FirstOrDefault(each => each.Entity.Id == review)?.Entity.EntryId ?? review;
        if (IdIn(entry, "ReportId") is { } report)
            return entry.Context.ChangeTracker.Entries<ShortReport>().FirstOrDefault(each => each.Entity.Id == report)?.Entity.EntryId ?? report;
        if (IdIn(entry, "ResultId") is { } result)
            return entry.Context.ChangeTracker.Entries<ConsensusResult>().FirstOrDefault(each => each.Entity.Id == result)?.Entity.EntryId ?? result;
        return IdIn(entry, "ApplicationId") ?? IdIn(entry, "EntryId");
    }

    private static Guid? IdIn(EntityEntry entry, string property) =>
        entry.Metadata.FindProperty(property) is null ? null : (entry.State == EntityState.Deleted ? entry.Property(property).OriginalValue : entry.Property(property).CurrentValue) as Guid?;

    private static string Values(EntityEntry entry)
    {
        var values = new SortedDictionary<string, object?[]>(StringComparer.Ordinal);
        void Add(string name, PropertyEntry property)
        {
            if (AuditMask.Seals(property.Metadata))
            {
                values[name] = [Masked, Masked];
                return;
            }
            if (entry.State == EntityState.Modified && !property.IsModified) return;
            var old = entry.State == EntityState.Added ? null : property.OriginalValue;
            var now = entry.State == EntityState.Deleted ? null : property.CurrentValue;
            // Identity marks every property of a person as changed.
            if ((old is null && now is null) || (entry.State == EntityState.Modified && Equals(old, now))) return;
            if (property.Metadata.Name == nameof(Call.DefinitionJson) && old is string before && now is string after)
            {
                foreach (var (path, difference) in AuditDiff.Of(before, after)) values[path] = difference;
                return;
            }
            values[name] = AuditMask.Hides(property.Metadata) ? [Masked, Masked] : [Plain(property, old), Plain(property, now)];
        }
        foreach (var property in entry.Properties) Add(property.Metadata.Name, property);
        foreach (var complex in entry.ComplexProperties)
            foreach (var property in complex.Properties) Add(complex.Metadata.Name + "." + property.Metadata.Name, property);
        return JsonSerializer.Serialize(values);
    }

    private static object? Plain(PropertyEntry property, object? value) =>
        value is not null && property.Metadata.GetTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value) : value;
}
