using Awards.Documents;
using Awards.Domain.Calls;
using Awards.Domain.Shared;

namespace Awards.Web.Platform.Forms;

/// <summary>The application form to print and to send by post.</summary>
public static class FormPrint
{
    /// <summary>Name of the file.</summary>
    public static string FileName(string slug, string language) => Path.ChangeExtension(FormWorkbook.FileName(slug, language), "pdf");

    /// <summary>What the template shows. The same call gives the same document.</summary>
    public static ApplicationFormModel Model(CallDefinition call, string language)
    {
        var phase = call.Phases.FirstOrDefault(each => each.Kind == PhaseKind.Application);
        return new()
        {
            Language = language,
            CallTitle = call.Title.In(language),
            Organiser = call.Organiser.In(language),
            Deadline = phase?.Until is { } until ? GermanTime.Deadline(until, language) : null,
            Date = phase?.From ?? new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc),
            Parts = [.. new ApplicationForm(call, language).Parts().Select(part => new PrintedPart(part.Title, [.. part.Lines.Where(line => line.Kind != FormKind.Participant).Select(Line), .. Joint(part)]))],
        };
    }

    private static IEnumerable<PrintedLine> Joint(FormPart part) => part.Lines.Any(line => line.Kind == FormKind.Participant) ? [new("participants", part.Title)] : [];

    private static PrintedLine Line(FormLine line) => new(line.Kind switch
    {
        FormKind.Heading => "heading",
        FormKind.Note => "note",
        FormKind.Lines => "lines",
        FormKind.Choice => "choice",
        FormKind.Mark => "mark",
        _ => "line",
    }, line.Label)
    {
        Hint = line.Hint,
        Required = line.Required,
        Options = [.. line.Options.Select(option => option.Label)],
        Height = line.MaxLength switch { <= 500 => 25, <= 2500 => 50, <= 20_000 => 90, _ => 200 },
    };
}
