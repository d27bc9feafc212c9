using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Awards.Web.Platform.Operation;

/// <summary>
/// Writes the log: time in UTC, level, origin, message, then the fault. Mail addresses and passwords are masked whoever wrote them: answers of mail
/// servers and databases repeat what they were given.
/// </summary>
internal sealed partial class MaskingFormatter(TimeProvider clock) : ConsoleFormatter(Name)
{
    public new const string Name = "awards";

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var message = logEntry.Formatter?.Invoke(logEntry.State, logEntry.Exception) ?? "";
        textWriter.WriteLine($"{clock.GetUtcNow().UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'} {Word(logEntry.LogLevel)} {logEntry.Category}[{logEntry.EventId.Id}] {Mask(message.ReplaceLineEndings(" "))}");
        if (logEntry.Exception is { } fault) textWriter.WriteLine(Mask(fault.ToString()));
    }

    /// <summary>The text without what identifies a person or opens a door.</summary>
    internal static string Mask(string text) => Password().Replace(Mail().Replace(text, "…@$1"), "$1***");

    private static string Word(LogLevel level) => level switch
    {
        LogLevel.Critical => "crit",
        LogLevel.Error => "fail",
        LogLevel.Warning => "warn",
        LogLevel.Information => "info",
        _ => "debg",
    };

    [GeneratedRegex(@"[\p{L}\p{Nd}.!#$%&'*+/=?^_`{|}~-]+@([\p{L}\p{Nd}-]+(?:\.[\p{L}\p{Nd}-]+)*)", RegexOptions.NonBacktracking)]
    private static partial Regex Mail();

    [GeneratedRegex(@"((?:password|pwd|secret|token)\s*[=:]\s*)[^\s;&,""']+", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Password();
}
