using System.CommandLine;
using Awards.Domain.Calls;
using Awards.Web.Data;
using Awards.Web.Platform;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.CommandLine;

/// <summary>Options that several verbs share, and what they lead to.</summary>
internal static class Options
{
    public static Option<string> Data() => new("--data") { Description = "Datenverzeichnis", HelpName = "DIR", DefaultValueFactory = _ => "data" };

    public static Option<string> Urls() => new("--urls") { Description = "Adresse des Servers", HelpName = "U", DefaultValueFactory = _ => "http://localhost:5080" };

    public static Option<string> Call() => new("--call") { Description = "Kürzel des Wettbewerbs in der Adresse", HelpName = "SLUG", Required = true };

    /// <summary>The application without a server, for verbs that need the database; refuses when there is none yet.</summary>
    public static async Task<WebApplication> OpenAsync(string data, bool mustExist = true, bool jobs = false)
    {
        if (File.Exists(data)) throw new BadInputException($"--data {data}: Das ist eine Datei, kein Verzeichnis.");
        var app = AwardsApp.Build(new Installation(Installation.FindRoot(), data), settings: new Dictionary<string, string?> { ["Jobs:Enabled"] = jobs ? "true" : "false" });
        if (!mustExist) return app;
        using var scope = app.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<AwardsDbContext>();
        if (db.Database.IsSqlite() && !File.Exists(Path.Combine(data, "awards.db")))
            throw new BadInputException($"In {data} liegt noch keine Datenbank. Mit ./awards migrate oder ./awards demo entsteht eine; ein anderes Verzeichnis nennt --data.");
        if ((await db.Database.GetPendingMigrationsAsync()).Any())
            throw new InvalidOperationException("Das Datenbankschema ist älter als das Programm. Bitte zuerst ./awards migrate aufrufen.");
        return app;
    }

    /// <summary>Has a file written beside its target and renames it, so that no half file ever lies there. Refuses what is no place for a file.</summary>
    public static async Task WriteFileAsync(string file, Func<string, Task> write)
    {
        var path = Path.GetFullPath(file);
        if (Directory.Exists(path)) throw new BadInputException($"--out {path}: Das ist ein Verzeichnis. Bitte nennen Sie eine Datei.");
        if (!Directory.Exists(Path.GetDirectoryName(path))) throw new BadInputException($"--out {path}: Das Verzeichnis gibt es nicht.");
        await write(path + ".part");
        File.Move(path + ".part", path, overwrite: true);
    }

    /// <summary>The call of a slug, or bad input naming those that exist.</summary>
    public static async Task<Call> FindCallAsync(AwardsDbContext db, string slug) =>
        await db.Calls.AsNoTracking().FirstOrDefaultAsync(call => call.Slug == slug)
        ?? throw new BadInputException($"Einen Wettbewerb „{slug}“ gibt es nicht. Vorhanden: {string.Join(", ", await db.Calls.Select(call => call.Slug).OrderBy(each => each).ToListAsync())}.");
}
