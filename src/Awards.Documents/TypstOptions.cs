namespace Awards.Documents;

/// <summary>Where the renderer finds its parts, and what a render may cost.</summary>
public sealed record TypstOptions
{
    /// <summary>The program <c>node</c> (20 or later): a path, or a name found on PATH.</summary>
    public string NodePath { get; init; } = "node";

    /// <summary>Folder of the <c>*.typ</c> templates.</summary>
    public string TemplatesFolder { get; init; } = Path.Combine(AppContext.BaseDirectory, "documents", "templates");

    /// <summary>Folder of the worker script.</summary>
    public string ScriptFolder { get; init; } = Path.Combine(AppContext.BaseDirectory, "documents", "node");

    /// <summary>The worker script in that folder.</summary>
    public string Script { get; init; } = "render.mjs";

    /// <summary>The folder <c>node_modules</c> that <c>npm ci</c> filled.</summary>
    public required string NodeModulesFolder { get; init; }

    /// <summary>Folders whose fonts the templates may use. Fonts of the machine are not used.</summary>
    public required IReadOnlyList<string> FontFolders { get; init; }

    /// <summary>Longest time for one document, without the time in the queue and the start of the worker.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Longest time for the start of the worker.</summary>
    public TimeSpan StartLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Most resident memory of the worker in bytes.</summary>
    public long MemoryLimit { get; init; } = 1024L * 1024 * 1024;

    /// <summary>The options for a checkout, or for a published copy with <c>node_modules</c> in <paramref name="root"/>.</summary>
    public static TypstOptions ForRepository(string root)
    {
        var modules = Path.Combine(Path.GetFullPath(root), "node_modules");
        var firaSans = Path.Combine(modules, "@expo-google-fonts", "fira-sans");
        return new TypstOptions
        {
            NodeModulesFolder = modules,
            FontFolders = [.. new[] { "400Regular", "400Regular_Italic", "600SemiBold", "600SemiBold_Italic" }.Select(style => Path.Combine(firaSans, style))],
        };
    }
}
