using System.CommandLine;
using Awards.Web.Data;
using Awards.Web.Data.Seeding;
using Awards.Web.Platform;
using Awards.Web.Platform.Operation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.CommandLine;

/// <summary><c>demo</c> and <c>serve</c>.</summary>
internal static class ServeCommands
{
    public static Command Demo(TextWriter output, TextWriter errors)
    {
        var data = Options.Data();
        var urls = Options.Urls();
        var stage = new Option<string>("--stage") { Description = $"Stand des Wettbewerbs von 2017: {string.Join(", ", DemoStages.Names)}", HelpName = "S" };
        var noServe = new Option<bool>("--no-serve") { Description = "nur einrichten, nicht starten" };
        var command = new Command("demo", "Richtet die Demonstration ein und startet sie") { data, urls, stage, noServe };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var wished = parsed.GetValue(stage);
            if (wished is not null && DemoStages.Parse(wished) is null)
                throw new BadInputException($"--stage {wished}: Diesen Stand gibt es nicht. Möglich sind: {string.Join(", ", DemoStages.Names)}.");
            var directory = parsed.GetValue(data)!;
            var address = parsed.GetValue(urls)!;
            RefuseOpenAddress(address);
            if (File.Exists(directory)) throw new BadInputException($"--data {directory}: Das ist eine Datei, kein Verzeichnis.");
            await using var app = AwardsApp.Build(new Installation(Installation.FindRoot(), directory, Demo: true), address);
            using (var scope = app.Services.CreateScope())
            {
                var db = scope.ServiceProvider.GetRequiredService<AwardsDbContext>();
                await Database.MigrateAsync(db, cancellationToken);
                var seeder = new DemoSeeder(db, new SeedFiles(app.Services.GetRequiredService<Installation>().Seed),
                    scope.ServiceProvider.GetRequiredService<IPasswordHasher<Person>>(), app.Services.GetRequiredService<TimeProvider>());
                // Without --stage an existing demo is started as it is.
                var chosen = wished is null ? await seeder.SeededStageAsync(cancellationToken) ?? DemoStage.Published : DemoStages.Parse(wished)!.Value;
                if ((await seeder.SeedAsync(chosen, cancellationToken)).Refused(out var refusal)) throw new BadInputException(refusal.ToString());
                output.WriteLine($"Demonstration im Stand „{chosen.Name()}“, Daten in {directory}.");
            }
            return parsed.GetValue(noServe) ? AwardsCommands.Done : await RunAsync(app, address, output, cancellationToken);
        });
        return command;
    }

    public static Command Serve(TextWriter output, TextWriter errors)
    {
        var data = Options.Data();
        var urls = Options.Urls();
        var command = new Command("serve", "Startet den Server") { data, urls };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var address = parsed.GetValue(urls)!;
            await using var app = AwardsApp.Build(new Installation(Installation.FindRoot(), parsed.GetValue(data)!), address);
            using (var scope = app.Services.CreateScope())
            {
                var db = scope.ServiceProvider.GetRequiredService<AwardsDbContext>();
                if ((await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
                    throw new InvalidOperationException("Das Datenbankschema fehlt oder ist älter als das Programm. Bitte zuerst ./awards migrate aufrufen.");
            }
            if (app.Services.GetRequiredService<PublicAddress>() == PublicAddress.Local)
                errors.WriteLine($"{PublicAddress.Setting} ist nicht gesetzt: Links in Mails führen zu {PublicAddress.Local.Root}.");
            return await RunAsync(app, address, output, cancellationToken);
        });
        return command;
    }

    /// <summary>The demo's passwords are public: it must not be reachable from elsewhere.</summary>
    private static void RefuseOpenAddress(string urls)
    {
        foreach (var url in urls.Split(';', StringSplitOptions.RemoveEmptyEntries))
            if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || !address.IsLoopback)
                throw new BadInputException($"--urls {url}: Die Demonstration läuft nur auf diesem Rechner, zum Beispiel http://localhost:5080.");
    }

    private static async Task<int> RunAsync(WebApplication app, string address, TextWriter output, CancellationToken cancellationToken)
    {
        await app.StartAsync(cancellationToken);
        output.WriteLine($"Awards läuft: {address} (Ende mit Strg+C)");
        await output.FlushAsync(cancellationToken);
        await app.WaitForShutdownAsync(cancellationToken);
        return AwardsCommands.Done;
    }
}
