namespace Awards.Web.Platform;

/// <summary>Where this installation lies and how it runs.</summary>
/// <param name="Root">The repository or installation folder: holds wwwroot, seed and the document templates.</param>
/// <param name="DataDirectory">Database, keys, files and written mails.</param>
/// <param name="Demo">Loopback demonstration: accounts are listed on the sign-in page, cookies also work over http.</param>
public sealed record Installation(string Root, string DataDirectory, bool Demo = false)
{
    /// <summary>Environment variable that names <see cref="Root"/>; without it the folders above the program are searched for Awards.sln.</summary>
    public const string RootVariable = "AWARDS_ROOT";

    /// <summary>Folder of the seed files.</summary>
    public string Seed => Path.Combine(Root, "seed");

    /// <summary>Finds the root. Throws with a message for operators when there is none.</summary>
    public static string FindRoot()
    {
        if (Environment.GetEnvironmentVariable(RootVariable) is { Length: > 0 } named) return Path.GetFullPath(named);
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Awards.sln"))) return folder.FullName;
        throw new InvalidOperationException($"The folder with wwwroot and seed was not found. Set {RootVariable}.");
    }
}
