using Awards.Domain.Accounts;
using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Data;

/// <summary>How consents, erasures and retention lie in tables.</summary>
internal static class MappingPrivacy
{
    private const int DigestLength = 64;

    public static void Model(ModelBuilder builder)
    {
        builder.Entity<Application>().Property(application => application.PresentHash).HasMaxLength(DigestLength);
        builder.Entity<Consent>(entity =>
        {
            entity.Property(consent => consent.Code).HasMaxLength(60);
            entity.Property(consent => consent.TextDigest).HasMaxLength(DigestLength);
            entity.Property(consent => consent.SubjectDigest).HasMaxLength(DigestLength);
            entity.HasOne<Call>().WithMany().HasForeignKey(consent => consent.CallId);
            entity.HasOne<Application>().WithMany().HasForeignKey(consent => consent.ApplicationId);
            entity.HasIndex(consent => consent.ApplicationId);
        });
        builder.Entity<Erasure>(entity =>
        {
            entity.Property(erasure => erasure.Salt).HasMaxLength(32);
            entity.Property(erasure => erasure.MailDigest).HasMaxLength(DigestLength);
            entity.HasIndex(erasure => erasure.PersonId).IsUnique();
        });
        builder.Entity<RetentionReport>(entity =>
        {
            entity.Property(report => report.Rule).HasMaxLength(40);
            entity.HasOne<Call>().WithMany().HasForeignKey(report => report.CallId);
            entity.HasIndex(report => new { report.CallId, report.At });
        });
        builder.Entity<AddressChange>(entity =>
        {
            entity.Property(change => change.NewMail).HasMaxLength(320);
            entity.Property(change => change.TokenHash).HasMaxLength(DigestLength);
            entity.HasOne<Person>().WithMany().HasForeignKey(change => change.PersonId);
            entity.HasIndex(change => change.TokenHash).IsUnique();
        });
    }
}

public abstract partial class AwardsDbContext
{
    public DbSet<Consent> Consents => Set<Consent>();
    public DbSet<Erasure> Erasures => Set<Erasure>();
    public DbSet<RetentionReport> RetentionReports => Set<RetentionReport>();
    public DbSet<AddressChange> AddressChanges => Set<AddressChange>();
}
