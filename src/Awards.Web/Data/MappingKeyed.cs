using Awards.Domain.Applications;
using Awards.Domain.Intake;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Data;

/// <summary>Entries on paper or by mail: their arrival, who typed and who checked them, their scans.</summary>
internal static class MappingKeyed
{
    public static void Conventions(ModelConfigurationBuilder configuration) => configuration.Properties<KeyedState>().HaveConversion<string>().HaveMaxLength(20);

    public static void Model(ModelBuilder builder)
    {
        builder.Entity<KeyedCheck>(entity =>
        {
            entity.Ignore(check => check.Arrival);
            entity.HasOne<Application>().WithOne().HasForeignKey<KeyedCheck>(check => check.ApplicationId);
            entity.HasOne<Person>().WithMany().HasForeignKey(check => check.RecordedBy);
            entity.HasOne<Person>().WithMany().HasForeignKey(check => check.CheckedBy);
            entity.Property(check => check.TypedBy).HasMaxLength(2000);
        });
        builder.Entity<ArrivalScan>(entity =>
        {
            entity.HasOne<Application>().WithMany().HasForeignKey(scan => scan.ApplicationId);
            entity.HasOne<StoredFile>().WithMany().HasForeignKey(scan => scan.FileId);
            entity.HasIndex(scan => scan.FileId).IsUnique();
        });
    }
}
