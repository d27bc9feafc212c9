using Awards.Domain.Calls;
using Awards.Domain.Intake;
using Awards.Domain.PreReview;
using Awards.Domain.PreReview.Sessions;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Data;

/// <summary>Joint sessions with their agenda and who was out of the room, and results that were settled anew later.</summary>
internal static class MappingConsensus
{
    public static void Conventions(ModelConfigurationBuilder configuration)
    {
        configuration.Properties<SessionStage>().HaveConversion<string>().HaveMaxLength(20);
        configuration.Properties<Presence>().HaveConversion<string>().HaveMaxLength(20);
        configuration.Properties<AgendaPart>().HaveConversion<string>().HaveMaxLength(20);
        configuration.Properties<ItemState>().HaveConversion<string>().HaveMaxLength(20);
    }

    public static void Model(ModelBuilder builder)
    {
        builder.Entity<ConsensusResult>(entity =>
        {
            entity.HasOne<ConsensusSession>().WithMany().HasForeignKey(result => result.SessionId);
            entity.HasMany(result => result.Earlier).WithOne().HasForeignKey("ResultId").IsRequired();
            entity.Navigation(result => result.Earlier).HasField("_earlier").UsePropertyAccessMode(PropertyAccessMode.Field);
        });
        builder.Entity<EarlierResult>(entity =>
        {
            entity.ToTable("EarlierResults");
            entity.Property(result => result.GroupCode).HasMaxLength(60);
            entity.HasOne<ConsensusSession>().WithMany().HasForeignKey(result => result.SessionId);
        });
        builder.Entity<ConsensusSession>(entity =>
        {
            entity.Ignore(session => session.IsOpen).Ignore(session => session.Present).Ignore(session => session.Out).Ignore(session => session.Agenda);
            entity.Property(session => session.Title).HasMaxLength(ConsensusSession.MaxLine);
            entity.Property(session => session.Place).HasMaxLength(ConsensusSession.MaxLine);
            entity.Property(session => session.Link).HasMaxLength(ConsensusSession.MaxLine);
            entity.Property(session => session.Note).HasMaxLength(ConsensusSession.MaxNote);
            entity.Property(session => session.GroupCodes).HasConversion<JsonText<IReadOnlyList<string>>, SameText<IReadOnlyList<string>>>();
            entity.HasOne<Call>().WithMany().HasForeignKey(session => session.CallId);
            entity.HasOne<Person>().WithMany().HasForeignKey(session => session.NoteTakerId);
            entity.HasMany(session => session.Seats).WithOne().HasForeignKey("SessionId").IsRequired();
            entity.HasMany(session => session.Items).WithOne().HasForeignKey("SessionId").IsRequired();
            entity.HasMany(session => session.Callings).WithOne().HasForeignKey("SessionId").IsRequired();
            entity.HasMany(session => session.Absences).WithOne().HasForeignKey("SessionId").IsRequired();
            foreach (var part in new[] { nameof(ConsensusSession.Seats), nameof(ConsensusSession.Items), nameof(ConsensusSession.Callings), nameof(ConsensusSession.Absences) })
                entity.Navigation(part).HasField("_" + char.ToLowerInvariant(part[0]) + part[1..]).UsePropertyAccessMode(PropertyAccessMode.Field);
            entity.HasIndex(session => new { session.CallId, session.BeginsAt });
        });
        builder.Entity<SessionSeat>(entity =>
        {
            entity.ToTable("SessionSeats");
            entity.HasOne<Person>().WithMany().HasForeignKey(seat => seat.PersonId);
            entity.HasIndex("SessionId", nameof(SessionSeat.PersonId)).IsUnique();
        });
        builder.Entity<SessionItem>(entity =>
        {
            entity.ToTable("SessionItems");
            entity.HasOne<Entry>().WithMany().HasForeignKey(item => item.EntryId);
            entity.HasIndex("SessionId", nameof(SessionItem.EntryId)).IsUnique();
        });
        builder.Entity<SessionCalling>(entity =>
        {
            entity.ToTable("SessionCallings");
            entity.HasOne<Entry>().WithMany().HasForeignKey(calling => calling.EntryId);
        });
        builder.Entity<SessionAbsence>(entity =>
        {
            entity.ToTable("SessionAbsences");
            entity.HasOne<Person>().WithMany().HasForeignKey(absence => absence.PersonId);
        });
    }
}
