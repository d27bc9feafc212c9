using System.Collections.Immutable;
using System.Text.Json;
using Awards.Domain.Accounts;
using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Intake;
using Awards.Domain.Jury;
using Awards.Domain.Municipalities;
using Awards.Domain.PreReview;
using Awards.Domain.PreReview.Sessions;
using Awards.Domain.Publication;
using Awards.Domain.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Awards.Web.Data;

/// <summary>How the domain lies in tables, the same for both databases.</summary>
internal static class Mapping
{
    /// <summary>Name of the property by which lost updates are noticed.</summary>
    public const string Version = "Version";

    /// <summary>Filter that hides entries which were excluded after admission, and their reviews.</summary>
    public const string TakingPart = "taking part";

    /// <summary>Parts whose change raises the version of the whole they belong to.</summary>
    public static readonly Dictionary<Type, Type> PartsOf = new()
    {
        [typeof(SingleProject)] = typeof(Application),
        [typeof(ReviewSheet)] = typeof(Review),
        [typeof(ReportVersion)] = typeof(ShortReport),
        [typeof(EarlierResult)] = typeof(ConsensusResult),
        [typeof(SessionSeat)] = typeof(ConsensusSession),
        [typeof(SessionItem)] = typeof(ConsensusSession),
        [typeof(SessionCalling)] = typeof(ConsensusSession),
        [typeof(SessionAbsence)] = typeof(ConsensusSession),
    };

    public static void Conventions(ModelConfigurationBuilder configuration)
    {
        configuration.Properties<DateTime>().HaveConversion<UtcConverter>();
        configuration.Properties<AnswerSet>().HaveConversion<AnswerSetConverter, AnswerSetComparer>();
        configuration.Properties<ImmutableSortedDictionary<string, int?>>().HaveConversion<RatingsConverter, RatingsComparer>();
        configuration.Properties<ApplicationState>().HaveConversion<string>().HaveMaxLength(20);
        configuration.Properties<Channel>().HaveConversion<string>().HaveMaxLength(20);
        configuration.Properties<MemberRight>().HaveConversion<string>().HaveMaxLength(20);
        configuration.Properties<MunicipalityType>().HaveConversion<string>().HaveMaxLength(30);
        configuration.Properties<CallRole>().HaveConversion<string>().HaveMaxLength(20);
        configuration.Properties<IntakeResult>().HaveConversion<string>().HaveMaxLength(20);
        configuration.Properties<ReviewState>().HaveConversion<string>().HaveMaxLength(20);
        configuration.Properties<Vote>().HaveConversion<string>().HaveMaxLength(30);
        configuration.Properties<ConflictKind>().HaveConversion<string>().HaveMaxLength(20);
        configuration.Properties<ConsensusOutcome>().HaveConversion<string>().HaveMaxLength(30);
        configuration.Properties<OutboxState>().HaveConversion<string>().HaveMaxLength(20);
        configuration.Properties<AuditAction>().HaveConversion<string>().HaveMaxLength(40);
        MappingAccounts.Conventions(configuration);
        MappingIntake.Conventions(configuration);
        MappingPairs.Conventions(configuration);
        MappingApplications.Conventions(configuration);
        MappingKeyed.Conventions(configuration);
        MappingReviews.Conventions(configuration);

        MappingReports.Conventions(configuration);

        MappingConsensus.Conventions(configuration);
    }

    public static void Model(ModelBuilder builder)
    {
        MappingAccounts.Model(builder);
        MappingMunicipalities.Model(builder);
        builder.Entity<Call>(entity =>
        {
            entity.Ignore(call => call.Definition);
            entity.Property(call => call.Slug).HasMaxLength(80);
            entity.HasIndex(call => call.Slug).IsUnique();
        });
        builder.Entity<RoleAssignment>(entity =>
        {
            entity.HasOne<Person>().WithMany().HasForeignKey(role => role.PersonId);
            entity.HasOne<Call>().WithMany().HasForeignKey(role => role.CallId);
            entity.HasIndex(role => new { role.PersonId, role.CallId, role.Role }).IsUnique();
        });
        builder.Entity<Affiliation>(entity =>
        {
            entity.HasOne<Person>().WithMany().HasForeignKey(each => each.PersonId);
            entity.HasOne<Municipality>().WithMany().HasForeignKey(each => each.MunicipalityId);
            entity.HasIndex(each => new { each.PersonId, each.MunicipalityId }).IsUnique();
        });
        Applications(builder);
        Reviews(builder);
        builder.Entity<Award>(entity =>
        {
            entity.HasOne<Call>().WithMany().HasForeignKey(award => award.CallId);
            entity.HasOne<Entry>().WithMany().HasForeignKey(award => award.EntryId);
            entity.Property(award => award.GroupCode).HasMaxLength(60);
            entity.HasIndex(award => award.EntryId).IsUnique();
        });
        builder.Entity<Snapshot>(entity =>
        {
            entity.HasOne<Call>().WithMany().HasForeignKey(snapshot => snapshot.CallId);
            entity.HasIndex(snapshot => new { snapshot.CallId, snapshot.TakenAt });
        });
        builder.Entity<AuditRow>(entity =>
        {
            entity.Property(row => row.ObjectType).HasMaxLength(60);
            entity.Property(row => row.RequestId).HasMaxLength(60);
            entity.HasIndex(row => row.ObjectId);
            entity.HasIndex(row => row.At);
            entity.HasOne(row => row.Values).WithOne().HasForeignKey<AuditValues>(values => values.AuditRowId);
        });
        builder.Entity<AuditValues>().HasKey(values => values.AuditRowId);
        MappingAudit.Model(builder);
        builder.Entity<OutboxMessage>(entity =>
        {
            entity.Property(mail => mail.Recipient).HasMaxLength(320);
            entity.Property(mail => mail.Subject).HasMaxLength(OutboxMessage.MaxSubject);
            entity.HasIndex(mail => new { mail.State, mail.NextAttemptAt });
        });
        MappingKeys.Model(builder);

        MappingFiles.Model(builder);
        MappingAnswerFiles.Model(builder);
        MappingIntake.Model(builder);
        MappingPairs.Model(builder);

        MappingMail.Model(builder);

        MappingPrivacy.Model(builder);

        MappingApplications.Model(builder);
        MappingKeyed.Model(builder);

        MappingOutreach.Model(builder);

        MappingReviews.Model(builder);

        MappingReports.Model(builder);

        MappingConsensus.Model(builder);

        foreach (var entity in builder.Model.GetEntityTypes())
        {
            if (entity.FindProperty(Version) is { } version && version.ClrType == typeof(int)) version.IsConcurrencyToken = true;
            foreach (var key in entity.GetKeys().Where(key => key.IsPrimaryKey() && key.Properties[0].ClrType == typeof(Guid)))
                key.Properties[0].ValueGenerated = Microsoft.EntityFrameworkCore.Metadata.ValueGenerated.Never;
        }
    }

    private static void Applications(ModelBuilder builder)
    {
        builder.Entity<Application>(entity =>
        {
            entity.HasOne<Call>().WithMany().HasForeignKey(application => application.CallId);
            entity.HasOne<Municipality>().WithMany().HasForeignKey(application => application.MunicipalityId);
            entity.Property(application => application.ApplicantSort).HasMaxLength(SortKey.MaxLength);
            entity.Property(application => application.State).HasMaxLength(2);
            entity.Property(application => application.ContentHash).HasMaxLength(64);
            entity.ComplexProperty(application => application.Texts);
            entity.HasMany(application => application.Projects).WithOne().HasForeignKey("ApplicationId").IsRequired();
            entity.Navigation(application => application.Projects).HasField("_projects").UsePropertyAccessMode(PropertyAccessMode.Field);
            entity.HasIndex(application => new { application.CallId, application.ArrivalNumber }).IsUnique();
            entity.HasIndex(application => new { application.CallId, application.Status });
        });
        builder.Entity<SingleProject>().ToTable("SingleProjects");
        builder.Entity<ApplicationMember>(entity =>
        {
            entity.HasOne<Application>().WithMany().HasForeignKey(member => member.ApplicationId);
            entity.HasOne<Person>().WithMany().HasForeignKey(member => member.PersonId);
            entity.HasIndex(member => new { member.PersonId, member.ApplicationId }).IsUnique();
        });
        builder.Entity<IntakeDecision>().HasOne<Application>().WithMany().HasForeignKey(decision => decision.ApplicationId);
        builder.Entity<Entry>(entity =>
        {
            entity.HasOne<Call>().WithMany().HasForeignKey(entry => entry.CallId);
            entity.HasOne<Application>().WithOne().HasForeignKey<Entry>(entry => entry.ApplicationId);
            entity.HasOne<Municipality>().WithMany().HasForeignKey(entry => entry.MunicipalityId);
            entity.Property(entry => entry.ApplicantSort).HasMaxLength(SortKey.MaxLength);
            entity.Property(entry => entry.TitleSort).HasMaxLength(SortKey.MaxLength);
            entity.Property(entry => entry.GroupCode).HasMaxLength(60);
            entity.Property(entry => entry.State).HasMaxLength(2);
            entity.HasMany(entry => entry.Projects).WithOne().HasForeignKey("EntryId").IsRequired();
            entity.Navigation(entry => entry.Projects).HasField("_projects").UsePropertyAccessMode(PropertyAccessMode.Field);
            entity.HasIndex(entry => new { entry.CallId, entry.Number }).IsUnique();
            entity.HasQueryFilter(TakingPart, entry => entry.ExcludedAt == null);
        });
        builder.Entity<EntryProject>().ToTable("EntryProjects");
    }

    private static void Reviews(ModelBuilder builder)
    {
        builder.Entity<ConflictOfInterest>(entity =>
        {
            entity.ToTable("Conflicts");
            entity.HasOne<Entry>().WithMany().HasForeignKey(conflict => conflict.EntryId);
            entity.HasOne<Person>().WithMany().HasForeignKey(conflict => conflict.PersonId);
            entity.HasIndex(conflict => new { conflict.PersonId, conflict.EntryId }).IsUnique();
        });
        builder.Entity<Review>(entity =>
        {
            entity.HasOne<Entry>().WithMany().HasForeignKey(review => review.EntryId);
            entity.HasOne<Person>().WithMany().HasForeignKey(review => review.ReviewerId);
            entity.HasMany(review => review.Sheets).WithOne().HasForeignKey("ReviewId").IsRequired();
            entity.Navigation(review => review.Sheets).HasField("_sheets").UsePropertyAccessMode(PropertyAccessMode.Field);
            entity.HasIndex(review => new { review.CallId, review.EntryId });
            entity.HasIndex(review => new { review.ReviewerId, review.CallId });
            entity.HasIndex(review => new { review.EntryId, review.ReviewerId }).IsUnique();
            entity.HasQueryFilter(TakingPart, review => review.SetAsideAt == null);
        });
        builder.Entity<ReviewSheet>().ToTable("ReviewSheets");
        builder.Entity<ConsensusResult>(entity =>
        {
            entity.Ignore(result => result.IsProposal);
            entity.HasOne<Entry>().WithMany().HasForeignKey(result => result.EntryId);
            entity.Property(result => result.GroupCode).HasMaxLength(60);
            entity.HasIndex(result => result.EntryId).IsUnique();
            entity.HasIndex(result => result.CallId);
        });
    }

    // SQLite returns DateTime without a kind; PostgreSQL keeps microseconds: both get and give UTC in whole microseconds.
    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        value => DateTime.SpecifyKind(new DateTime(value.Ticks - value.Ticks % 10), DateTimeKind.Utc),
        value => DateTime.SpecifyKind(value, DateTimeKind.Utc));

    private sealed class AnswerSetConverter() : ValueConverter<AnswerSet, string>(value => value.ToJson(), json => AnswerSet.FromJson(json));

    private sealed class AnswerSetComparer() : ValueComparer<AnswerSet>((one, two) => object.Equals(one, two), value => value.GetHashCode(), value => value);

    private sealed class RatingsConverter() : ValueConverter<ImmutableSortedDictionary<string, int?>, string>(
        value => JsonSerializer.Serialize(value, JsonSerializerOptions.Default),
        json => ReadRatings(json));

    private sealed class RatingsComparer() : ValueComparer<ImmutableSortedDictionary<string, int?>>(
        (one, two) => one!.SequenceEqual(two!), value => value.Count, value => value);

    private static ImmutableSortedDictionary<string, int?> ReadRatings(string json) =>
        ReviewSheet.NoRatings.AddRange(JsonSerializer.Deserialize<Dictionary<string, int?>>(json)!);
}
