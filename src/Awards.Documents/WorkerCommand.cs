using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Awards.Documents;

/// <summary>How the worker is started.</summary>
internal static class WorkerCommand
{
    // What Node and its compiler need of the environment; secrets of the application stay out of the worker.
    private static readonly string[] PassedOn = ["PATH", "SystemRoot", "TEMP", "TMP", "TMPDIR", "LD_LIBRARY_PATH"];

    public static ProcessStartInfo For(TypstOptions options)
    {
        var settings = new { templates = options.TemplatesFolder, fonts = options.FontFolders, modules = options.NodeModulesFolder };
        var start = new ProcessStartInfo(options.NodePath)
        {
            ArgumentList = { Path.Combine(options.ScriptFolder, options.Script), JsonSerializer.Serialize(settings) },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
            CreateNoWindow = true,
        };
        foreach (var name in start.Environment.Keys.Except(PassedOn, StringComparer.OrdinalIgnoreCase).ToList())
            start.Environment.Remove(name);
        start.Environment["FONTCONFIG_FILE"] = Path.Combine(options.ScriptFolder, "fonts.conf");
        return start;
    }
}
