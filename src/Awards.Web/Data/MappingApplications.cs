using Awards.Domain.Accounts;
using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Intake;
using Awards.Domain.Municipalities;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Data;

/// <summary>What belongs to applications beside their rows: kept submissions, history, letters of intent, reminders.</summary>
internal static class MappingApplications
{
    public static void Conventions(ModelConfigurationBuilder configuration)
    {
        configuration.Properties<Standing>().HaveConversion<string>().HaveMaxLength(20);
        configuration.Properties<Novelty>().HaveConversion<string>().HaveMaxLength(20);
        configuration.Properties<IReadOnlyList<Participant>>().HaveConversion<JsonText<IReadOnlyList<Participant>>, SameText<IReadOnlyList<Participant>>>();
        configuration.Properties<ApplicationFiles>().HaveConversion<JsonText<ApplicationFiles>, SameText<ApplicationFiles>>();
    }

    public static void Model(ModelBuilder builder)
    {
        builder.Entity<Application>(entity =>
        {
            entity.Property(application => application.Participants).HasDefaultValueSql("'[]'");
            entity.Property(application => application.Files).HasDefaultValueSql("'{}'");
            entity.Property(application => application.ReturnReason).HasMaxLength(ApplicationTexts.MaxNote);
        });
        builder.Entity<Entry>(entity =>
        {
            entity.Property(entry => entry.Participants).HasDefaultValueSql("'[]'");
            entity.Property(entry => entry.Files).HasDefaultValueSql("'{}'");
        });
        builder.Entity<SingleProject>().Property(project => project.Fields).HasDefaultValueSql("'{}'");
        builder.Entity<EntryProject>().Property(project => project.Fields).HasDefaultValueSql("'{}'");
        builder.Entity<Submission>(entity =>
        {
            entity.HasOne<Application>().WithMany().HasForeignKey(submission => submission.ApplicationId);
            entity.Property(submission => submission.ContentHash).HasMaxLength(64);
            entity.HasIndex(submission => new { submission.ApplicationId, submission.Number }).IsUnique();
        });
        builder.Entity<ApplicationChange>(entity =>
        {
            entity.HasOne<Application>().WithMany().HasForeignKey(change => change.ApplicationId);
            entity.Property(change => change.Field).HasMaxLength(200);
            entity.HasIndex(change => new { change.ApplicationId, change.At });
        });
        builder.Entity<LetterOfIntent>(entity =>
        {
            entity.ToTable("LettersOfIntent");
            entity.HasOne<Call>().WithMany().HasForeignKey(letter => letter.CallId);
            entity.HasOne<Municipality>().WithMany().HasForeignKey(letter => letter.MunicipalityId);
            entity.HasOne<Person>().WithMany().HasForeignKey(letter => letter.SubmittedBy);
            entity.Property(letter => letter.State).HasMaxLength(2);
            entity.HasIndex(letter => new { letter.CallId, letter.MunicipalityId }).IsUnique();
        });
        builder.Entity<ApplicationReminder>(entity =>
        {
            entity.HasOne<Application>().WithMany().HasForeignKey(reminder => reminder.ApplicationId);
            entity.HasOne<Person>().WithMany().HasForeignKey(reminder => reminder.PersonId);
            entity.HasIndex(reminder => new { reminder.ApplicationId, reminder.PersonId, reminder.Days }).IsUnique();
        });
        builder.Entity<Invitation>().HasOne<Application>().WithMany().HasForeignKey(invitation => invitation.ApplicationId);
        builder.Entity<Affiliation>(entity =>
        {
            entity.HasOne<Person>().WithMany().HasForeignKey(each => each.SettledBy);
            entity.Property(each => each.Standing).HasDefaultValue(Standing.Stated).HasSentinel((Standing)(-1));
            entity.Property(each => each.Reason).HasMaxLength(500);
        });
    }
}
