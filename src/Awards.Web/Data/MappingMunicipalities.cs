using Awards.Domain.Municipalities;
using Awards.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Data;

/// <summary>The register of municipalities.</summary>
internal static class MappingMunicipalities
{
    public static void Model(ModelBuilder builder)
    {
        builder.Entity<Municipality>(entity =>
        {
            entity.Ignore(each => each.IsOffered);
            entity.Property(each => each.Kind).HasConversion<string>().HasMaxLength(20).HasDefaultValue(MunicipalityKind.Municipality);
            entity.Property(each => each.Name).HasMaxLength(Municipality.MaxName);
            entity.Property(each => each.OfficialName).HasMaxLength(Municipality.MaxName);
            entity.Property(each => each.FormerName).HasMaxLength(Municipality.MaxName);
            entity.Property(each => each.NameSort).HasMaxLength(SortKey.MaxLength);
            entity.Property(each => each.SearchKey).HasMaxLength(MunicipalityNames.MaxSearchKey).HasDefaultValue("");
            entity.Property(each => each.State).HasMaxLength(2);
            entity.Property(each => each.OfficialKey).HasMaxLength(12);
            entity.Property(each => each.RegionalKey).HasMaxLength(12);
            entity.Property(each => each.TextKey).HasMaxLength(2);
            entity.Property(each => each.DistrictKey).HasMaxLength(5);
            entity.Property(each => each.DistrictName).HasMaxLength(Municipality.MaxName);
            entity.Property(each => each.AssociationKey).HasMaxLength(9);
            entity.Property(each => each.AssociationName).HasMaxLength(Municipality.MaxName);
            entity.Property(each => each.Postcode).HasMaxLength(5);
            entity.HasIndex(each => each.NameSort);
            entity.HasIndex(each => each.OfficialKey).IsUnique();
        });
        builder.Entity<RegisterUpload>(entity =>
        {
            entity.Property(upload => upload.FileName).HasMaxLength(StoredFile.MaxName);
            entity.Property(upload => upload.Sha256).HasMaxLength(64);
        });
    }
}
