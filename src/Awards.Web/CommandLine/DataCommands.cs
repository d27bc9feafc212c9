using System.CommandLine;
using Awards.Web.Data;
using Awards.Web.Platform.Checking;
using Awards.Web.Platform.Files;

namespace Awards.Web.CommandLine;

/// <summary><c>migrate</c> and <c>check</c>.</summary>
internal static class DataCommands
{
    public static Command Migrate(TextWriter output, TextWriter errors)
    {
        var data = Options.Data();
        var command = new Command("migrate", "Legt das Datenbankschema an oder bringt es auf den Stand des Programms") { data };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var app = await Options.OpenAsync(parsed.GetValue(data)!, mustExist: false);
            using var scope = app.Services.CreateScope();
            await Database.MigrateAsync(scope.ServiceProvider.GetRequiredService<AwardsDbContext>(), cancellationToken);
            output.WriteLine("Das Schema ist aktuell.");
            return AwardsCommands.Done;
        });
        return command;
    }

    public static Command Check(TextWriter output, TextWriter errors)
    {
        var data = Options.Data();
        var command = new Command("check", "Prüft, was in der Datenbank immer gelten muss") { data };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var app = await Options.OpenAsync(parsed.GetValue(data)!);
            using var scope = app.Services.CreateScope();
            var db = scope.ServiceProvider.GetRequiredService<AwardsDbContext>();
            List<string> faults = [.. await Invariants.CheckAsync(db, cancellationToken), .. await StoredFileCheck.CheckAsync(db, scope.ServiceProvider.GetRequiredService<IFileStore>(), cancellationToken)];
            foreach (var fault in faults) errors.WriteLine(fault);
            output.WriteLine(faults.Count == 0 ? "Alles in Ordnung." : $"{faults.Count} Verstöße.");
            return faults.Count == 0 ? AwardsCommands.Done : AwardsCommands.Failed;
        });
        return command;
    }
}
