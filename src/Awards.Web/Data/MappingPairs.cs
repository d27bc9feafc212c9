using Awards.Domain.Calls;
using Awards.Domain.PreReview;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Data;

/// <summary>Reviewers, their conflicts and the plans of pairs.</summary>
internal static class MappingPairs
{
    public static void Conventions(ModelConfigurationBuilder configuration)
    {
        configuration.Properties<ConflictSource>().HaveConversion<string>().HaveMaxLength(20);
        configuration.Properties<IReadOnlyList<Absence>>().HaveConversion<JsonText<IReadOnlyList<Absence>>, SameText<IReadOnlyList<Absence>>>();
        configuration.Properties<IReadOnlyList<EntryWish>>().HaveConversion<JsonText<IReadOnlyList<EntryWish>>, SameText<IReadOnlyList<EntryWish>>>();
    }

    public static void Model(ModelBuilder builder)
    {
        builder.Entity<ConflictOfInterest>(entity =>
        {
            entity.Ignore(conflict => conflict.Holds);
            entity.Ignore(conflict => conflict.IsTakenBack);
            entity.Property(conflict => conflict.Source).HasDefaultValue(ConflictSource.Reviewer);
            entity.Property(conflict => conflict.DismissedWhy).HasMaxLength(ConflictOfInterest.MaxReason);
            // What was dismissed bars nobody; only the page that tells of it looks past this filter.
            entity.HasQueryFilter(conflict => conflict.DismissedAt == null);
        });
        builder.Entity<ReviewerProfile>(entity =>
        {
            entity.Ignore(profile => profile.Details);
            entity.HasOne<Call>().WithMany().HasForeignKey(profile => profile.CallId);
            entity.HasOne<Person>().WithMany().HasForeignKey(profile => profile.PersonId);
            entity.Property(profile => profile.Disciplines).HasConversion<JsonText<IReadOnlyList<string>>, SameText<IReadOnlyList<string>>>();
            entity.Property(profile => profile.Department).HasMaxLength(ReviewerProfile.MaxDepartment);
            entity.HasIndex(profile => new { profile.CallId, profile.PersonId }).IsUnique();
        });
        builder.Entity<ConflictStatement>(entity =>
        {
            entity.HasOne<Call>().WithMany().HasForeignKey(statement => statement.CallId);
            entity.HasOne<Person>().WithMany().HasForeignKey(statement => statement.PersonId);
            entity.HasIndex(statement => new { statement.CallId, statement.PersonId }).IsUnique();
        });
        builder.Entity<PairDraft>(entity =>
        {
            entity.HasOne<Call>().WithMany().HasForeignKey(draft => draft.CallId);
            entity.Property(draft => draft.Name).HasMaxLength(PairDraft.MaxName);
            entity.Property(draft => draft.Goals).HasMaxLength(100);
            entity.HasIndex(draft => draft.CallId);
        });
    }
}
