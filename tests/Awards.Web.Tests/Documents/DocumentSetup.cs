using Awards.Documents;
using Microsoft.Extensions.Logging.Abstractions;

namespace Awards.Web.Tests.Documents;

internal static class DocumentSetup
{
    public static string RepositoryRoot { get; } = FindRoot();

    public static TypstOptions Options { get; } = TypstOptions.ForRepository(RepositoryRoot);

    /// <summary>Options with templates made for tests, which fail in different ways.</summary>
    public static TypstOptions TestTemplates { get; } = Options with
    {
        TemplatesFolder = Path.Combine(RepositoryRoot, "tests", "Awards.Web.Tests", "Documents", "templates"),
    };

    public static TypstRenderer Renderer(TypstOptions options) => new(options, NullLogger<TypstRenderer>.Instance);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Awards.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run inside the repository.");
        return folder.FullName;
    }
}
