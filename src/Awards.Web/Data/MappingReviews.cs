using System.Collections.Immutable;
using System.Text.Json;
using Awards.Domain.Calls;
using Awards.Domain.PreReview;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Awards.Web.Data;

/// <summary>What lies around reviews: comments on criteria, kept versions, reopenings, reminders.</summary>
internal static class MappingReviews
{
    public static void Conventions(ModelConfigurationBuilder configuration)
    {
        configuration.Properties<ImmutableSortedDictionary<string, string>>().HaveConversion<CommentsConverter, CommentsComparer>();
        configuration.Properties<VersionOccasion>().HaveConversion<string>().HaveMaxLength(20);
    }

    public static void Model(ModelBuilder builder)
    {
        builder.Entity<ReviewSheet>().Ignore(sheet => sheet.Content);
        builder.Entity<ReviewVersion>(entity =>
        {
            entity.HasOne<Review>().WithMany().HasForeignKey(version => version.ReviewId);
            entity.HasIndex(version => new { version.ReviewId, version.At });
        });
        builder.Entity<ReviewReopening>().HasOne<Review>().WithMany().HasForeignKey(reopening => reopening.ReviewId);
        builder.Entity<ReviewReminder>(entity =>
        {
            entity.HasOne<Call>().WithMany().HasForeignKey(reminder => reminder.CallId);
            entity.HasOne<Person>().WithMany().HasForeignKey(reminder => reminder.PersonId);
            entity.HasIndex(reminder => new { reminder.CallId, reminder.PersonId, reminder.Until, reminder.Days }).IsUnique();
        });
    }

    private sealed class CommentsConverter() : ValueConverter<ImmutableSortedDictionary<string, string>, string>(
        value => value.Count == 0 ? "" : JsonSerializer.Serialize(value, JsonSerializerOptions.Default),
        json => Read(json));

    private sealed class CommentsComparer() : ValueComparer<ImmutableSortedDictionary<string, string>>(
        (one, two) => one!.SequenceEqual(two!), value => value.Count, value => value);

    // Sheets of older databases have none.
    private static ImmutableSortedDictionary<string, string> Read(string json) =>
        json.Length == 0 ? ReviewSheet.NoComments : ReviewSheet.NoComments.AddRange(JsonSerializer.Deserialize<Dictionary<string, string>>(json)!);
}
