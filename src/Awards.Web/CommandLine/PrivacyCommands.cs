using System.CommandLine;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.CommandLine;

/// <summary><c>privacy erase</c> and <c>privacy retention</c>.</summary>
internal static class PrivacyCommands
{
    public static Command Build(TextWriter output)
    {
        var command = new Command("privacy", "Löscht Konten und führt die Aufbewahrung aus");
        command.Subcommands.Add(Erase(output));
        command.Subcommands.Add(Retention(output));
        return command;
    }

    private static Command Erase(TextWriter output)
    {
        var data = Options.Data();
        var mail = new Option<string>("--person") { Description = "Mailadresse des Kontos", HelpName = "MAIL", Required = true };
        var command = new Command("erase", "Anonymisiert ein Konto; das lässt sich nicht rückgängig machen") { data, mail };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var app = await Options.OpenAsync(parsed.GetValue(data)!);
            using var scope = app.Services.CreateScope();
            var normalized = parsed.GetValue(mail)!.Trim().ToUpperInvariant();
            var id = await scope.ServiceProvider.GetRequiredService<AwardsDbContext>().Users.Where(person => person.NormalizedEmail == normalized).Select(person => (Guid?)person.Id).SingleOrDefaultAsync(cancellationToken)
                ?? throw new BadInputException($"--person {parsed.GetValue(mail)}: Ein Konto mit dieser Adresse gibt es nicht.");
            var write = WriteContext.System(app.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime, "Befehlszeile");
            var outcome = await scope.ServiceProvider.GetRequiredService<Erasures>().EraseAsync(id, write, cancellationToken: cancellationToken);
            if (outcome.Refused(out var refusal)) throw new BadInputException(refusal.ToString());
            output.WriteLine($"Das Konto {id} ist gelöscht. Datensicherungen enthalten es noch; restore löscht es nach dem Einspielen erneut, solange erasures.txt im Datenverzeichnis liegt.");
            return AwardsCommands.Done;
        });
        return command;
    }

    private static Command Retention(TextWriter output)
    {
        var data = Options.Data();
        var command = new Command("retention", "Führt jetzt aus, was sonst nachts geschieht: löscht und leert, was abgelaufen ist") { data };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var app = await Options.OpenAsync(parsed.GetValue(data)!);
            using var scope = app.Services.CreateScope();
            var done = await scope.ServiceProvider.GetRequiredService<RetentionJob>().RunAsync(cancellationToken);
            foreach (var (rule, count) in done) output.WriteLine($"{rule}: {count}");
            if (done.Count == 0) output.WriteLine("Nichts ist abgelaufen.");
            return AwardsCommands.Done;
        });
        return command;
    }
}
