using System.Data.Common;

namespace Awards.Web.Platform.Operation;

/// <summary>Secrets come from the environment or from a directory with one file per setting, never from the settings file.</summary>
internal static class Secrets
{
    /// <summary>Environment variable that names the directory, such as /run/secrets; a file's name is the setting with "__" for ":".</summary>
    public const string DirectoryVariable = "AWARDS_SECRETS";

    private static readonly string[] Endings = ["password", "secret", "apikey", "token", "headers"];

    /// <summary>Adds the directory of secrets where one is named.</summary>
    public static void AddSecretFiles(this ConfigurationManager configuration, string? named, SettingFaults faults)
    {
        if ((named ?? configuration[DirectoryVariable]) is not { Length: > 0 } directory) return;
        if (!Directory.Exists(directory)) faults.Add(DirectoryVariable, $"Das Verzeichnis {directory} gibt es nicht.");
        else configuration.AddKeyPerFile(Path.GetFullPath(directory), optional: false, reloadOnChange: false);
    }

    /// <summary>A settings file is copied, mailed and put under version control: secrets in it are refused.</summary>
    public static void RefuseInFile(string file, SettingFaults faults)
    {
        foreach (var (key, value) in new ConfigurationBuilder().AddJsonFile(file, optional: true).Build().AsEnumerable())
            if (!string.IsNullOrEmpty(value) && IsSecret(key, value))
                faults.Add(key, $"Geheimnisse gehören nicht in {Path.GetFileName(file)}. Bitte als Umgebungsvariable {key.Replace(":", "__", StringComparison.Ordinal)} angeben oder als Datei dieses Namens in dem Verzeichnis, das {DirectoryVariable} nennt.");
    }

    private static bool IsSecret(string key, string value)
    {
        var name = key[(key.LastIndexOf(':') + 1)..].ToLowerInvariant();
        return Array.Exists(Endings, name.EndsWith) || (key.StartsWith("ConnectionStrings:", StringComparison.OrdinalIgnoreCase) && HoldsPassword(value));
    }

    private static bool HoldsPassword(string connection)
    {
        try
        {
            var parts = new DbConnectionStringBuilder { ConnectionString = connection };
            return parts.ContainsKey("password") || parts.ContainsKey("pwd") || parts.ContainsKey("psw");
        }
        catch (ArgumentException)
        {
            return connection.Contains("password", StringComparison.OrdinalIgnoreCase);
        }
    }
}
