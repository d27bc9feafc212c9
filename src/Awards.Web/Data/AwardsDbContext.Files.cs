using Awards.Domain.Calls;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Data;

public abstract partial class AwardsDbContext
{
    public DbSet<StoredFile> StoredFiles => Set<StoredFile>();
    public DbSet<CallDownload> CallDownloads => Set<CallDownload>();
}
