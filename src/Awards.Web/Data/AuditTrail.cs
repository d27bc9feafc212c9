using System.Text.Json;
using Awards.Domain.Accounts;
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

    /// <summary>Secrets, and what reviews say: the trail shows that they changed, not to what.</summary>
    private static readonly Dictionary<Type, HashSet<string>> MaskedProperties = new()
    {
        [typeof(Person)] = [nameof(Person.PasswordHash), nameof(Person.SecurityStamp), nameof(Person.ConcurrencyStamp), nameof(Person.LastCodeHash)],
        [typeof(Invitation)] = [nameof(Invitation.TokenHash)],
        [typeof(MailLink)] = [nameof(MailLink.TokenHash)],
        [typeof(IdentityUserToken<Guid>)] = [nameof(IdentityUserToken<Guid>.Value)],
        [typeof(IdentityUserPasskey<Guid>)] = [nameof(IdentityUserPasskey<Guid>.Data), nameof(IdentityUserPasskey<Guid>.CredentialId)],
        [typeof(IdentityPasskeyData)] = [.. typeof(IdentityPasskeyData).GetProperties().Select(property => property.Name)],
        [typeof(IdentityUserLogin<Guid>)] = [nameof(IdentityUserLogin<Guid>.ProviderKey)],
        [typeof(DataProtectionKey)] = [nameof(DataProtectionKey.Xml)],
        [typeof(Review)] = [nameof(Review.Reasons), nameof(Review.Vote), nameof(Review.Score)],
        [typeof(ReviewSheet)] = [nameof(ReviewSheet.Ratings), nameof(ReviewSheet.Comment)],
    };

    public static IReadOnlyList<AuditRow> RowsFor(IEnumerable<EntityEntry> changed, WriteContext write, AuditAction action) =>
        [.. changed.Where(IsAudited).Select(entry => Row(write, action, entry.Metadata.ClrType.Name, Key(entry), Values(entry)))];

    public static AuditRow Row(WriteContext write, AuditAction action, string objectType, Guid objectId, string? values = null)
    {
        var id = Guid.CreateVersion7();
        return new AuditRow
        {
            Id = id,
            At = write.When,
            PersonId = write.Who,
            Action = action,
            ObjectType = objectType,
            ObjectId = objectId,
            Why = write.Why,
            RequestId = write.RequestId,
            Values = values is null ? null : new AuditValues { AuditRowId = id, Json = values },
        };
    }

    public static bool IsAudited(EntityEntry entry) =>
        entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted
        && entry.Entity is not (AuditRow or AuditValues or OutboxMessage or MailAttempt or Session or Throttle);

    private static Guid Key(EntityEntry entry) =>
        entry.Metadata.FindPrimaryKey()!.Properties.Select(property => entry.Property(property.Name).CurrentValue).OfType<Guid>().FirstOrDefault();

    private static string Values(EntityEntry entry)
    {
        var masked = MaskedProperties.GetValueOrDefault(entry.Metadata.ClrType, []);
        var values = new SortedDictionary<string, object?[]>(StringComparer.Ordinal);
        void Add(string name, PropertyEntry property)
        {
            if (entry.State == EntityState.Modified && !property.IsModified) return;
            var old = entry.State == EntityState.Added ? null : property.OriginalValue;
            var now = entry.State == EntityState.Deleted ? null : property.CurrentValue;
            if (old is null && now is null) return;
            values[name] = masked.Contains(property.Metadata.Name) ? [Masked, Masked] : [Plain(property, old), Plain(property, now)];
        }
        foreach (var property in entry.Properties) Add(property.Metadata.Name, property);
        foreach (var complex in entry.ComplexProperties)
            foreach (var property in complex.Properties) Add(complex.Metadata.Name + "." + property.Metadata.Name, property);
        return JsonSerializer.Serialize(values);
    }

    private static object? Plain(PropertyEntry property, object? value) =>
        value is not null && property.Metadata.GetValueConverter() is { } converter ? converter.ConvertToProvider(value) : value;
}
