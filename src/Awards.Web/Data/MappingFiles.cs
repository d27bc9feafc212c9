using Awards.Domain.Calls;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Data;

/// <summary>Tables of files and of what a call offers for download.</summary>
internal static class MappingFiles
{
    public static void Model(ModelBuilder builder)
    {
        builder.Entity<StoredFile>(entity =>
        {
            entity.Property(file => file.Name).HasMaxLength(StoredFile.MaxName);
            entity.Property(file => file.Kind).HasConversion<string>().HasMaxLength(10);
            entity.Property(file => file.Sha256).HasMaxLength(64);
            entity.Property(file => file.StorageName).HasMaxLength(40);
            entity.Property(file => file.OwnerKind).HasMaxLength(40);
            entity.HasOne<Call>().WithMany().HasForeignKey(file => file.CallId);
            entity.HasIndex(file => file.StorageName).IsUnique();
            entity.HasIndex(file => new { file.OwnerKind, file.OwnerId });
            entity.HasIndex(file => file.UnreferencedSince);
        });
        builder.Entity<CallDownload>(entity =>
        {
            entity.Ignore(download => download.Title);
            entity.Property(download => download.TitleDe).HasMaxLength(CallDownload.MaxTitle);
            entity.Property(download => download.TitleEn).HasMaxLength(CallDownload.MaxTitle);
            entity.Property(download => download.Audience).HasConversion<string>().HasMaxLength(20);
            entity.HasOne<Call>().WithMany().HasForeignKey(download => download.CallId);
            entity.HasOne<StoredFile>().WithMany().HasForeignKey(download => download.FileId);
        });
    }
}
