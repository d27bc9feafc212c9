using System.CommandLine;
using System.CommandLine.Help;
using Awards.Web.Platform.Operation;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Awards.Web.CommandLine;

/// <summary>The verbs of <c>./awards</c>. Exit codes: 0 done, 1 failed, 2 bad input; faults on stderr, one per line.</summary>
public static class AwardsCommands
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int BadInput = 2;

    /// <summary>Runs one verb.</summary>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors)
    {
        var root = new RootCommand("Awards: Wettbewerbe und Förderprogramme für Kommunen");
        root.Subcommands.Add(ServeCommands.Demo(output, errors));
        root.Subcommands.Add(ServeCommands.Serve(output, errors));
        root.Subcommands.Add(DataCommands.Migrate(output, errors));
        root.Subcommands.Add(DataCommands.Check(output, errors));
        root.Subcommands.Add(AccountCommands.Invite(output));
        root.Subcommands.Add(EntryCommands.Import(output, errors));
        root.Subcommands.Add(EntryCommands.Export(output, errors));
        root.Subcommands.Add(StatisticsCommand.Build(output, errors));
        root.Subcommands.Add(BackupCommands.Backup(output, errors));
        root.Subcommands.Add(BackupCommands.Restore(output, errors));
        root.Subcommands.Add(PrivacyCommands.Build(output));
        root.Subcommands.Add(AssignCommand.Build(output, errors));

        var parsed = root.Parse(args.Length == 0 ? ["--help"] : args);
        var configuration = new InvocationConfiguration { Output = output, Error = errors, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
        if (parsed.Action is HelpAction) return await parsed.InvokeAsync(configuration);
        if (parsed.Errors.Count > 0)
        {
            var unknown = parsed.CommandResult.Command.Subcommands.Count > 0 && parsed.UnmatchedTokens.Count > 0 ? parsed.UnmatchedTokens[0] : null;
            if (unknown is not null) errors.WriteLine($"Den Befehl „{unknown}“ gibt es nicht. --help zeigt alle.");
            else foreach (var error in parsed.Errors) errors.WriteLine(error.Message);
            return BadInput;
        }
        try
        {
            return await parsed.InvokeAsync(configuration);
        }
        catch (BadInputException fault)
        {
            errors.WriteLine(OneLine(fault.Message));
            return BadInput;
        }
        catch (SettingsException settings)
        {
            foreach (var fault in settings.Faults) errors.WriteLine(fault);
            return BadInput;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or SqliteException or NpgsqlException or InvalidOperationException or InvalidDataException or OperationCanceledException)
        {
            errors.WriteLine(OneLine(fault.Message));
            return Failed;
        }
    }

    private static string OneLine(string message) => message.ReplaceLineEndings(" ");
}

/// <summary>What the caller gave cannot be used; the message says how to mend it.</summary>
public sealed class BadInputException(string message) : Exception(message);
