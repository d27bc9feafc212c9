using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Data;

/// <summary>Files that answer questions.</summary>
internal static class MappingAnswerFiles
{
    public static void Model(ModelBuilder builder) => builder.Entity<AnswerFile>(entity =>
    {
        entity.Property(file => file.Question).HasMaxLength(Question.MaxCode);
        entity.HasOne<Application>().WithMany().HasForeignKey(file => file.ApplicationId);
        entity.HasOne<StoredFile>().WithMany().HasForeignKey(file => file.FileId);
        entity.HasIndex(file => file.FileId).IsUnique();
    });
}
