using Awards.Domain.Calls;
using Awards.Domain.Intake;
using Awards.Domain.PreReview;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Data;

/// <summary>Short reports with their versions, and the jury's volumes.</summary>
internal static class MappingReports
{
    public static void Conventions(ModelConfigurationBuilder configuration)
    {
        configuration.Properties<ReportState>().HaveConversion<string>().HaveMaxLength(20);
        configuration.Properties<VolumeState>().HaveConversion<string>().HaveMaxLength(20);
    }

    public static void Model(ModelBuilder builder)
    {
        builder.Entity<ShortReport>(entity =>
        {
            entity.Ignore(report => report.Text);
            entity.HasOne<Call>().WithMany().HasForeignKey(report => report.CallId);
            entity.HasOne<Entry>().WithMany().HasForeignKey(report => report.EntryId);
            entity.HasOne<Person>().WithMany().HasForeignKey(report => report.WriterId);
            entity.HasMany(report => report.Versions).WithOne().HasForeignKey("ReportId").IsRequired();
            entity.Navigation(report => report.Versions).HasField("_versions").UsePropertyAccessMode(PropertyAccessMode.Field);
            entity.HasIndex(report => new { report.CallId, report.State });
            entity.HasIndex(report => new { report.WriterId, report.CallId });
            // Two of them: a null is never equal to another one.
            entity.HasIndex(report => report.EntryId).IsUnique().HasFilter("\"ProjectId\" IS NULL");
            entity.HasIndex(report => new { report.EntryId, report.ProjectId }).IsUnique();
        });
        builder.Entity<ReportVersion>(entity =>
        {
            entity.ToTable("ReportVersions");
            entity.Ignore(version => version.Text);
        });
        builder.Entity<ReportVolume>(entity =>
        {
            entity.Ignore(volume => volume.IsUnderWay);
            entity.Property(volume => volume.Language).HasMaxLength(2);
            entity.HasOne<Call>().WithMany().HasForeignKey(volume => volume.CallId);
            entity.HasOne<StoredFile>().WithMany().HasForeignKey(volume => volume.PdfId);
            entity.HasOne<StoredFile>().WithMany().HasForeignKey(volume => volume.DocxId);
            entity.HasIndex(volume => new { volume.CallId, volume.OrderedAt });
            entity.HasIndex(volume => volume.State);
        });
    }
}
