namespace Awards.Web.Platform.Backups;

/// <summary>Files that hold secrets: a new one that only its owner may read.</summary>
internal static class PrivateFile
{
    /// <summary>Throws when there is a file already.</summary>
    public static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new(path, options);
    }
}
