using Awards.Domain.Calls;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Data;

/// <summary>How mails, their templates and who unsubscribed lie in tables.</summary>
internal static class MappingMail
{
    public static void Model(ModelBuilder builder)
    {
        builder.Entity<OutboxMessage>(entity =>
        {
            entity.Property(mail => mail.Recipient).HasMaxLength(OutboxMessage.MaxRecipient);
            entity.Property(mail => mail.Kind).HasMaxLength(40);
            entity.Property(mail => mail.Language).HasMaxLength(2).HasDefaultValue("de");
            entity.Property(mail => mail.LastError).HasMaxLength(OutboxMessage.MaxError);
            // Claiming is an UPDATE … WHERE State = 'Waiting': whoever comes second changes no row.
            entity.Property(mail => mail.State).IsConcurrencyToken();
            entity.Property(mail => mail.AttemptId).IsConcurrencyToken();
            entity.HasOne<Call>().WithMany().HasForeignKey(mail => mail.CallId);
            entity.HasIndex(mail => new { mail.CallId, mail.CreatedAt });
        });
        builder.Entity<MailAttempt>(entity =>
        {
            entity.ToTable("MailAttempts");
            entity.HasOne<OutboxMessage>().WithMany().HasForeignKey(attempt => attempt.MailId).OnDelete(DeleteBehavior.Cascade);
            entity.Property(attempt => attempt.Result).HasConversion<string>().HasMaxLength(20);
            entity.Property(attempt => attempt.Error).HasMaxLength(OutboxMessage.MaxError);
            entity.HasIndex(attempt => new { attempt.MailId, attempt.BeganAt });
        });
        builder.Entity<MailTemplate>(entity =>
        {
            entity.ToTable("MailTemplates");
            entity.HasOne<Call>().WithMany().HasForeignKey(template => template.CallId);
            entity.Property(template => template.Kind).HasMaxLength(40);
            entity.Property(template => template.Language).HasMaxLength(2);
            entity.Property(template => template.Subject).HasMaxLength(OutboxMessage.MaxSubject);
            entity.HasIndex(template => new { template.CallId, template.Kind, template.Language }).IsUnique();
        });
        builder.Entity<MailSuppression>(entity =>
        {
            entity.ToTable("MailSuppressions");
            entity.HasOne<Call>().WithMany().HasForeignKey(each => each.CallId);
            entity.Property(each => each.AddressHash).HasMaxLength(64);
            entity.HasIndex(each => new { each.AddressHash, each.CallId });
        });
    }
}
