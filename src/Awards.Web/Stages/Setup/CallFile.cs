using System.Text.Json;
using Awards.Domain.Calls;
using Awards.Domain.Shared;

namespace Awards.Web.Stages.Setup;

/// <summary>A whole call as one JSON file; its schema is seed/schemas/call.schema.json.</summary>
public static class CallFile
{
    /// <summary>Largest file that is read, in bytes.</summary>
    private const int MaxBytes = 5_000_000;

    /// <summary>The file. Reading it and writing what was read gives the same bytes.</summary>
    public static string Write(Call call) => call.DefinitionJson.ReplaceLineEndings("\n") + "\n";

    /// <summary>Reads a file. Refused with the place where it is no call.</summary>
    public static async Task<Outcome<CallDefinition>> ReadAsync(Stream content, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[81_920];
        for (int read; (read = await content.ReadAsync(chunk, cancellationToken)) > 0;)
        {
            if (buffer.Length + read > MaxBytes) return new Refusal("call_file.too_large", "Die Datei ist zu groß für einen Wettbewerb. Erwartet wird eine JSON-Datei, wie „herunterladen“ sie schreibt.");
            buffer.Write(chunk, 0, read);
        }
        try
        {
            var bytes = buffer.ToArray().AsSpan();
            var text = bytes.StartsWith(new byte[] { 0xEF, 0xBB, 0xBF }) ? bytes[3..] : bytes;
            if (JsonSerializer.Deserialize<CallDefinition>(text, CallDefinition.Json) is not { } definition) return NoCall("$", 1);
            return Complete(definition) ? definition : NoCall("$", 1);
        }
        catch (JsonException fault)
        {
            return NoCall(fault.Path ?? "$", (fault.LineNumber ?? 0) + 1);
        }
    }

    /// <summary>Everything that must not be null is there: the reader of JSON does not look.</summary>
    private static bool Complete(CallDefinition call) => call is { Slug: not null, NumberPrefix: not null, Title.De: not null, Summary.De: not null, Sponsor: not null, Organiser: not null, WhoMayEnter: not null, EntrySheet.Items: not null, Questionnaire.Sections: not null }
        && new object?[] { call.Phases, call.AwardGroups, call.Criteria, call.Prizes, call.Tables }.All(part => part is not null)
        && call.Phases.All(phase => phase is not null) && call.Phases.Any(phase => phase.Kind == PhaseKind.Application) && call.AwardGroups.All(group => group is { Types: not null }) && call.Criteria.All(each => each is not null) && call.Prizes.All(each => each is { Groups: not null }) && call.Tables.All(each => each is not null)
        && Complete(call.EntrySheet) && (call.ProjectSheet is null || Complete(call.ProjectSheet)) && (call.Visibility is null || (call.Visibility.Rules ?? [null!]).All(rule => rule is not null))
        && call.Questionnaire.Sections.All(section => section is { Questions: not null } && section.Questions.All(question => question is not null));

    private static bool Complete(SheetDefinition sheet) => sheet is { Title.De: not null, Items: not null } && sheet.Items.All(item => item is { Criterion: not null })
        && (sheet.Votes ?? []).All(rule => rule is not null) && sheet.Items.SelectMany(item => item.Anchors ?? []).Concat(sheet.Anchors ?? []).All(anchor => anchor is { Text.De: not null });

    private static Refusal NoCall(string path, long line) =>
        new("call_file.unreadable", "Zeile {0}, Stelle {1}: Dort steht nicht, was zu einem Wettbewerb gehört. Das Schema der Datei liegt in seed/schemas/call.schema.json.", line, path);
}
