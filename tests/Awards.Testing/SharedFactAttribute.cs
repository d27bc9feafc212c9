using Awards.Web.Platform;
using Xunit;

namespace Awards.Testing;

/// <summary>A test that needs reference files outside the repository; elsewhere it skips and says so.</summary>
public sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute()
    {
        if (!Directory.Exists(Folder)) Skip = $"The reference files are not here ({Folder}).";
    }

    /// <summary>The folder of reference files: AWARDS_SHARED, or "shared" beside the repository.</summary>
    public static string Folder => Environment.GetEnvironmentVariable("AWARDS_SHARED") ?? Path.Combine(Installation.FindRoot(), "..", "shared");
}
