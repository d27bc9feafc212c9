using Awards.Domain.Accounts;
using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Enquiries;
using Awards.Domain.Municipalities;
using Awards.Domain.Outreach;
using Awards.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Data;

/// <summary>How contacts, waves and questions lie in tables.</summary>
internal static class MappingOutreach
{
    private const int HashLength = 64;

    public static void Model(ModelBuilder builder)
    {
        builder.Entity<ContactList>(entity =>
        {
            entity.Property(list => list.Name).HasMaxLength(ContactList.MaxName);
            entity.HasOne<Call>().WithMany().HasForeignKey(list => list.CallId);
        });
        builder.Entity<Contact>(entity =>
        {
            entity.Property(contact => contact.Name).HasMaxLength(ContactText.MaxName);
            entity.Property(contact => contact.NameSort).HasMaxLength(SortKey.MaxLength);
            entity.Property(contact => contact.State).HasMaxLength(2);
            entity.Property(contact => contact.Office).HasMaxLength(ContactText.MaxOffice);
            entity.Property(contact => contact.Mail).HasMaxLength(AccountAddress.MaxLength);
            entity.Property(contact => contact.AddressHash).HasMaxLength(HashLength);
            entity.Property(contact => contact.Source).HasMaxLength(ContactText.MaxSource);
            entity.Property(contact => contact.Language).HasMaxLength(2);
            entity.HasOne<ContactList>().WithMany().HasForeignKey(contact => contact.ListId);
            entity.HasOne<Municipality>().WithMany().HasForeignKey(contact => contact.MunicipalityId);
            entity.HasIndex(contact => new { contact.ListId, contact.AddressHash }).IsUnique();
            entity.HasIndex(contact => new { contact.ListId, contact.NameSort });
            entity.HasIndex(contact => new { contact.CallId, contact.AddressHash });
        });
        builder.Entity<ContactUpload>(entity =>
        {
            entity.Property(upload => upload.FileName).HasMaxLength(StoredFile.MaxName);
            entity.Property(upload => upload.Sha256).HasMaxLength(HashLength);
            entity.Property(upload => upload.Source).HasMaxLength(ContactText.MaxSource);
            entity.HasOne<ContactList>().WithMany().HasForeignKey(upload => upload.ListId);
        });
        Waves(builder);
        Enquiries(builder);
    }

    private static void Waves(ModelBuilder builder)
    {
        builder.Entity<Wave>(entity =>
        {
            entity.Property(wave => wave.Name).HasMaxLength(WaveText.MaxName);
            entity.Property(wave => wave.Kind).HasConversion<string>().HasMaxLength(20);
            entity.Property(wave => wave.Audience).HasConversion<string>().HasMaxLength(20);
            entity.Property(wave => wave.State).HasConversion<string>().HasMaxLength(20);
            entity.Property(wave => wave.SubjectDe).HasMaxLength(OutboxMessage.MaxSubject);
            entity.Property(wave => wave.SubjectEn).HasMaxLength(OutboxMessage.MaxSubject);
            entity.HasOne<Call>().WithMany().HasForeignKey(wave => wave.CallId);
            entity.HasOne<ContactList>().WithMany().HasForeignKey(wave => wave.ListId).OnDelete(DeleteBehavior.SetNull);
            entity.HasIndex(wave => wave.State);
        });
        builder.Entity<WaveMail>(entity =>
        {
            entity.Property(mail => mail.AddressHash).HasMaxLength(HashLength);
            entity.Property(mail => mail.State).HasMaxLength(2);
            entity.Property(mail => mail.Outcome).HasConversion<string>().HasMaxLength(20);
            entity.HasOne<Wave>().WithMany().HasForeignKey(mail => mail.WaveId);
            // What makes a wave come once to each address, whatever breaks off.
            entity.HasIndex(mail => new { mail.WaveId, mail.AddressHash }).IsUnique();
            entity.HasIndex(mail => mail.MailId);
            entity.HasIndex(mail => new { mail.CallId, mail.AddressHash });
            entity.HasIndex(mail => mail.At);
        });
        builder.Entity<Bounce>(entity =>
        {
            entity.Property(bounce => bounce.AddressHash).HasMaxLength(HashLength);
            entity.Property(bounce => bounce.Kind).HasConversion<string>().HasMaxLength(20);
            entity.Property(bounce => bounce.Source).HasConversion<string>().HasMaxLength(20);
            entity.Property(bounce => bounce.Status).HasMaxLength(12);
            entity.Property(bounce => bounce.Reason).HasMaxLength(Bounce.MaxReason);
            entity.HasOne<Call>().WithMany().HasForeignKey(bounce => bounce.CallId);
            entity.HasIndex(bounce => new { bounce.CallId, bounce.AddressHash });
            entity.HasIndex(bounce => bounce.MailId);
        });
    }

    private static void Enquiries(ModelBuilder builder)
    {
        builder.Entity<Enquiry>(entity =>
        {
            entity.Property(enquiry => enquiry.Name).HasMaxLength(Enquiry.MaxName);
            entity.Property(enquiry => enquiry.Mail).HasMaxLength(AccountAddress.MaxLength);
            entity.Property(enquiry => enquiry.Language).HasMaxLength(2);
            entity.Property(enquiry => enquiry.Channel).HasConversion<string>().HasMaxLength(20);
            entity.Property(enquiry => enquiry.State).HasConversion<string>().HasMaxLength(20);
            entity.HasOne<Call>().WithMany().HasForeignKey(enquiry => enquiry.CallId);
            entity.HasOne<Application>().WithMany().HasForeignKey(enquiry => enquiry.ApplicationId).OnDelete(DeleteBehavior.SetNull);
            entity.HasIndex(enquiry => new { enquiry.CallId, enquiry.State, enquiry.AskedAt });
        });
        builder.Entity<FaqEntry>(entity =>
        {
            entity.Property(entry => entry.QuestionDe).HasMaxLength(FaqEntry.MaxQuestion);
            entity.Property(entry => entry.QuestionEn).HasMaxLength(FaqEntry.MaxQuestion);
            entity.HasOne<Call>().WithMany().HasForeignKey(entry => entry.CallId);
            entity.HasOne<Enquiry>().WithMany().HasForeignKey(entry => entry.EnquiryId).OnDelete(DeleteBehavior.SetNull);
            entity.HasIndex(entry => new { entry.CallId, entry.Position });
        });
    }
}
