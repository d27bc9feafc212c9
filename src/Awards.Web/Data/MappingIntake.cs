using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Intake;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Data;

/// <summary>Formal check, requests for missing pieces, pairs that are both wanted, bulk actions.</summary>
internal static class MappingIntake
{
    public static void Conventions(ModelConfigurationBuilder configuration)
    {
        configuration.Properties<CheckState>().HaveConversion<string>().HaveMaxLength(20);
        configuration.Properties<BulkAction>().HaveConversion<string>().HaveMaxLength(20);
    }

    public static void Model(ModelBuilder builder)
    {
        builder.Entity<FormalCheck>(entity =>
        {
            entity.HasOne<Application>().WithMany().HasForeignKey(check => check.ApplicationId);
            entity.Property(check => check.Code).HasMaxLength(Question.MaxCode);
            entity.HasIndex(check => new { check.ApplicationId, check.Code }).IsUnique();
        });
        builder.Entity<MissingPieceRequest>(entity =>
        {
            entity.Ignore(request => request.IsWaiting);
            entity.HasOne<Application>().WithMany().HasForeignKey(request => request.ApplicationId);
            entity.HasIndex(request => new { request.ApplicationId, request.AskedAt });
        });
        builder.Entity<MissingPieceFile>(entity =>
        {
            entity.HasOne<MissingPieceRequest>().WithMany().HasForeignKey(file => file.RequestId);
            entity.HasOne<StoredFile>().WithMany().HasForeignKey(file => file.FileId);
            entity.HasIndex(file => file.FileId).IsUnique();
        });
        builder.Entity<WantedPair>(entity =>
        {
            entity.HasOne<Call>().WithMany().HasForeignKey(pair => pair.CallId);
            entity.HasOne<Application>().WithMany().HasForeignKey(pair => pair.FirstId);
            entity.HasOne<Application>().WithMany().HasForeignKey(pair => pair.SecondId);
            entity.HasIndex(pair => new { pair.FirstId, pair.SecondId }).IsUnique();
        });
        builder.Entity<BulkRun>(entity =>
        {
            entity.Ignore(run => run.Lines);
            entity.HasOne<Call>().WithMany().HasForeignKey(run => run.CallId);
        });
    }
}
