using System.ComponentModel;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Awards.Web.Tests.Documents;

/// <summary>Reads PDFs with Poppler's programs, an implementation that shares nothing with the one that wrote them.</summary>
internal static partial class Poppler
{
    public static bool IsInstalled { get; } = Starts("pdfinfo") && Starts("pdftotext");

    /// <summary>What pdfinfo says, by name.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> InfoAsync(byte[] pdf)
    {
        var lines = (await RunAsync("pdfinfo", pdf)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return lines.Select(line => line.Split(':', 2)).Where(pair => pair.Length == 2)
            .DistinctBy(pair => pair[0]).ToDictionary(pair => pair[0].Trim(), pair => pair[1].Trim());
    }

    /// <summary>The structure tree as pdfinfo prints it.</summary>
    public static Task<string> StructureAsync(byte[] pdf) => RunAsync("pdfinfo", pdf, "-struct");

    /// <summary>The text in reading order, all white space reduced to single blanks.</summary>
    public static async Task<string> TextAsync(byte[] pdf) =>
        WhiteSpace().Replace(await RunAsync("pdftotext", pdf, "-raw"), " ").Trim();

    private static async Task<string> RunAsync(string program, byte[] pdf, params string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory("awards-pdf-");
        try
        {
            var file = Path.Combine(folder.FullName, "document.pdf");
            await File.WriteAllBytesAsync(file, pdf);
            string[] target = program == "pdftotext" ? [file, "-"] : [file];
            var start = new ProcessStartInfo(program, [.. arguments, .. target]) { RedirectStandardOutput = true, RedirectStandardError = true };
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            process.ExitCode.ShouldBe(0, await errors);
            return output;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static bool Starts(string program)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, "-v") { RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.WaitForExit();
            return true;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}

/// <summary>A test that reads PDFs. Without Poppler it is skipped, except in CI, where it fails.</summary>
internal sealed class PopplerFactAttribute : FactAttribute
{
    public PopplerFactAttribute()
    {
        if (!Poppler.IsInstalled && Environment.GetEnvironmentVariable("CI") != "true")
            Skip = "pdfinfo and pdftotext are missing: install poppler-utils.";
    }
}
