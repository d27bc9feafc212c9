using System.CommandLine;
using System.Text.RegularExpressions;
using Awards.Web.Data;
using Awards.Web.Platform.Checking;
using Awards.Web.Platform.Files;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.CommandLine;

/// <summary><c>migrate</c> and <c>check</c>.</summary>
internal static partial class DataCommands
{
    public static Command Migrate(TextWriter output, TextWriter errors)
    {
        var data = Options.Data();
        var appRole = new Option<string?>("--app-role") { Description = "PostgreSQL-Rolle, unter der der Server läuft: bekommt alle Rechte außer dem, das Protokoll zu ändern", HelpName = "ROLE" };
        var command = new Command("migrate", "Legt das Datenbankschema an oder bringt es auf den Stand des Programms") { data, appRole };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var role = parsed.GetValue(appRole);
            if (role is not null && !AppRole.IsName(role)) throw new BadInputException($"--app-role {role}: Erwartet wird ein Name aus kleinen Buchstaben, Ziffern und Unterstrichen.");
            await using var app = await Options.OpenAsync(parsed.GetValue(data)!, mustExist: false, jobs: role is not null);
            using var scope = app.Services.CreateScope();
            var db = scope.ServiceProvider.GetRequiredService<AwardsDbContext>();
            if (role is not null && db.Database.IsSqlite()) throw new BadInputException("--app-role gibt es nur auf PostgreSQL.");
            if (role is not null && !await AppRole.ExistsAsync(db, role, cancellationToken)) throw new BadInputException($"Die Rolle {role} gibt es nicht. CREATE ROLE {role} LOGIN PASSWORD '…' legt sie an.");
            await Database.MigrateAsync(db, cancellationToken);
            if (role is not null)
            {
                // The scheduler makes its tables when it is first asked for; the role may make none.
                var scheduler = await app.Services.GetRequiredService<Quartz.ISchedulerFactory>().GetScheduler(cancellationToken);
                await scheduler.Shutdown(false, cancellationToken);
                await AppRole.GrantAsync(db, role, cancellationToken);
            }
            output.WriteLine("Das Schema ist aktuell.");
            return AwardsCommands.Done;
        });
        return command;
    }

    public static Command Check(TextWriter output, TextWriter errors)
    {
        var data = Options.Data();
        var head = new Option<string?>("--head") { Description = "Ende der Protokollkette, wie ein früheres check es genannt hat: muss noch in der Kette stehen", HelpName = "NR:HASH" };
        var command = new Command("check", "Prüft, was in der Datenbank immer gelten muss") { data, head };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (parsed.GetValue(head) is { } noted && !Head().IsMatch(noted)) throw new BadInputException($"--head {noted}: Erwartet wird das Ende der Kette, wie check es nennt, zum Beispiel 17:0a…, mit 64 Zeichen nach dem Doppelpunkt.");
            await using var app = await Options.OpenAsync(parsed.GetValue(data)!);
            using var scope = app.Services.CreateScope();
            var db = scope.ServiceProvider.GetRequiredService<AwardsDbContext>();
            var (invariants, chain) = await Invariants.ReportAsync(db, parsed.GetValue(head), cancellationToken);
            List<string> faults = [.. invariants, .. await StoredFileCheck.CheckAsync(db, scope.ServiceProvider.GetRequiredService<IFileStore>(), cancellationToken)];
            foreach (var fault in faults) errors.WriteLine(fault);
            foreach (var sentence in ChainCheck.Sentences(chain)) output.WriteLine(sentence);
            output.WriteLine(faults.Count == 0 ? "Alles in Ordnung." : $"{faults.Count} Verstöße.");
            return faults.Count == 0 ? AwardsCommands.Done : AwardsCommands.Failed;
        });
        return command;
    }

    [GeneratedRegex(@"^\d+:[0-9a-f]{64}$")]
    private static partial Regex Head();
}
