using System.CommandLine;
using System.Globalization;
using Awards.Domain.PreReview.Assigning;

namespace Awards.Web.CommandLine;

/// <summary><c>assign</c>: the pair solver on a file; needs no database.</summary>
internal static class AssignCommand
{
    public static Command Build(TextWriter output, TextWriter errors)
    {
        var file = new Argument<string>("INSTANCE.json") { Description = "Prüfende, Beiträge, Befangenheiten und Ziele; docs/assign.md beschreibt die Datei" };
        var target = new Option<string>("--out") { Description = "Zieldatei", HelpName = "RESULT.json", Required = true };
        var limit = new Option<string>("--time-limit") { Description = "Sekunden, nach denen der beste gefundene Plan genommen wird", HelpName = "S", DefaultValueFactory = _ => "60" };
        var command = new Command("assign", "Ordnet Beiträgen Prüfende zu (aus einer Datei in eine Datei)") { file, target, limit };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var path = parsed.GetValue(file)!;
            if (!decimal.TryParse(parsed.GetValue(limit), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) || seconds is <= 0 or > 86_400)
                throw new BadInputException($"--time-limit {parsed.GetValue(limit)}: erwartet wird eine Zahl von Sekunden, zum Beispiel 20.");
            if (!File.Exists(path)) throw new BadInputException($"{path}: Diese Datei gibt es nicht.");
            var read = AssignmentFile.Read(await File.ReadAllTextAsync(path, cancellationToken));
            if (read.Refused(out var unreadable)) throw new BadInputException($"{path}: {unreadable}");
            var faults = read.Fact.Faults().ToList();
            foreach (var fault in faults) errors.WriteLine($"{path}: {fault}");
            if (faults.Count > 0) return AwardsCommands.BadInput;

            var clock = TimeProvider.System;
            var begun = clock.GetTimestamp();
            var end = TimeSpan.FromSeconds((double)seconds);
            var result = AssignmentSolver.Solve(read.Fact, () => cancellationToken.IsCancellationRequested || clock.GetElapsedTime(begun) >= end).Fact;
            if (result.Status == AssignmentStatus.Unknown)
                throw new InvalidOperationException($"In {seconds} Sekunden ist kein Plan gefunden und nicht gezeigt, dass es keinen gibt. {string.Join(" ", result.Why)} Mit --time-limit bekommt die Suche mehr Zeit.");
            var content = AssignmentFile.Write(result, (long)clock.GetElapsedTime(begun).TotalMilliseconds);
            await Options.WriteFileAsync(parsed.GetValue(target)!, part => File.WriteAllBytesAsync(part, content, cancellationToken));
            output.WriteLine(result.Status switch
            {
                AssignmentStatus.Infeasible => "Es gibt keinen Plan: " + string.Join(" ", result.Why),
                AssignmentStatus.Optimal => $"{result.Assignments.Count} Beiträge zugeordnet; kein Plan ist besser.",
                _ => $"{result.Assignments.Count} Beiträge zugeordnet.",
            });
            return AwardsCommands.Done;
        });
        return command;
    }
}
