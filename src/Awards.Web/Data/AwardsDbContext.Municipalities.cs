using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Data;

public abstract partial class AwardsDbContext
{
    public DbSet<RegisterUpload> RegisterUploads => Set<RegisterUpload>();
}
