using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using Microsoft.Data.Sqlite;

namespace Awards.Web.Data;

/// <summary>
/// Lets EF Core 10 run on SQLitePCLRaw 2.0.6 and on the system's SQLite (src/decisions/0002). EF Core was compiled against 2.1,
/// and the runtime refuses an older assembly unless somebody hands it over; the bundled native library (3.35) is too old for JSON.
/// With SQLitePCLRaw 2.1 the resolving event never fires and a test says that this file can go.
/// </summary>
internal static class SqliteShim
{
    /// <summary>JSON operators as EF Core writes them need this version.</summary>
    public static readonly Version Oldest = new(3, 38);

#pragma warning disable CA2255 // a module initializer is the only place that runs before the first use of the provider
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Install()
    {
        AssemblyLoadContext.Default.Resolving += (context, name) =>
        {
            if (name.Name != "SQLitePCLRaw.core") return null;
            var file = Path.Combine(AppContext.BaseDirectory, "SQLitePCLRaw.core.dll");
            return !File.Exists(file) ? null : context.LoadFromAssemblyPath(file);
        };
        AppDomain.CurrentDomain.AssemblyLoad += (_, loaded) =>
        {
            if (loaded.LoadedAssembly.GetName().Name == "SQLitePCLRaw.provider.e_sqlite3") PreferSystemLibrary(loaded.LoadedAssembly);
        };
    }

    private static void PreferSystemLibrary(Assembly provider) =>
        NativeLibrary.SetDllImportResolver(provider, (name, _, _) =>
            name == "e_sqlite3" && NativeLibrary.TryLoad("libsqlite3.so.0", out var handle) ? handle : IntPtr.Zero);

    /// <summary>Throws with a message for operators when the native library is too old.</summary>
    public static void RefuseOldLibrary()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        if (Version.Parse(connection.ServerVersion) < Oldest)
            throw new InvalidOperationException(
                $"SQLite {connection.ServerVersion} is too old, {Oldest} or newer is needed. Install the system's SQLite (Debian: apt-get install libsqlite3-0) or use PostgreSQL.");
    }
}
