using Awards.Domain.Accounts;
using Awards.Domain.Calls;
using Awards.Domain.Municipalities;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Data;

/// <summary>How accounts lie in tables.</summary>
internal static class MappingAccounts
{
    public static void Conventions(ModelConfigurationBuilder configuration) =>
        configuration.Properties<SignInMethod>().HaveConversion<string>().HaveMaxLength(20);

    public static void Model(ModelBuilder builder)
    {
        builder.Entity<Person>(entity =>
        {
            entity.Property(person => person.DisplayName).HasMaxLength(200);
            entity.Property(person => person.LastCodeHash).HasMaxLength(64);
        });
        builder.Entity<Session>(entity =>
        {
            entity.HasOne<Person>().WithMany().HasForeignKey(session => session.PersonId);
            entity.Property(session => session.Device).HasMaxLength(60);
            entity.HasIndex(session => session.PersonId);
        });
        builder.Entity<Invitation>(entity =>
        {
            entity.Ignore(invitation => invitation.Roles);
            entity.HasOne<Call>().WithMany().HasForeignKey(invitation => invitation.CallId);
            entity.HasOne<Municipality>().WithMany().HasForeignKey(invitation => invitation.MunicipalityId);
            entity.Property(invitation => invitation.Mail).HasMaxLength(320);
            entity.Property(invitation => invitation.Name).HasMaxLength(200);
            entity.Property(invitation => invitation.UnlistedName).HasMaxLength(300);
            entity.Property(invitation => invitation.UnlistedState).HasMaxLength(2);
            entity.Property(invitation => invitation.TokenHash).HasMaxLength(64);
            entity.HasIndex(invitation => invitation.TokenHash).IsUnique();
            entity.HasIndex(invitation => invitation.CallId);
        });
        builder.Entity<MailLink>(entity =>
        {
            entity.HasOne<Person>().WithMany().HasForeignKey(link => link.PersonId);
            entity.Property(link => link.TokenHash).HasMaxLength(64);
            entity.HasIndex(link => link.TokenHash).IsUnique();
        });
        builder.Entity<Throttle>(entity =>
        {
            entity.HasKey(throttle => throttle.Key);
            entity.Property(throttle => throttle.Key).HasMaxLength(100);
        });
    }
}

public abstract partial class AwardsDbContext
{
    public DbSet<Session> Sessions => Set<Session>();
    public DbSet<Invitation> Invitations => Set<Invitation>();
    public DbSet<MailLink> MailLinks => Set<MailLink>();
    public DbSet<Throttle> Throttles => Set<Throttle>();
}
