using Awards.Web.Platform;
using Xunit;

namespace Awards.Testing;

/// <summary>A test that needs Node and the npm packages; without them it is skipped and says so; in CI (AWARDS_REQUIRE_ALL) it then fails.</summary>
public sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute()
    {
        if (!Directory.Exists(Path.Combine(Installation.FindRoot(), "node_modules", "highs")) && Environment.GetEnvironmentVariable("AWARDS_REQUIRE_ALL") != "1") Skip = "The npm packages are not installed (npm ci).";
    }
}
