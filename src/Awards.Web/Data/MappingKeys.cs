using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Data;

/// <summary>Where the keys of cookies and forms lie.</summary>
internal static class MappingKeys
{
    public static void Model(ModelBuilder builder) => builder.Entity<DataProtectionKey>(entity =>
    {
        entity.Property(key => key.FriendlyName).HasMaxLength(DataProtectionKey.MaxName);
        entity.HasIndex(key => key.FriendlyName).IsUnique();
    });
}
