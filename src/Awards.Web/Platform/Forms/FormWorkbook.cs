using Awards.Documents.Workbooks;
using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Shared;
using Awards.Web.Platform.Questionnaires;

namespace Awards.Web.Platform.Forms;

/// <summary>A form that was read: what it says, or everything that is wrong with it.</summary>
/// <param name="Content">Null where there are faults.</param>
/// <param name="Faults">Sheet by sheet, row by row.</param>
public sealed record FormReading(FormContent? Content, IReadOnlyList<WorkbookFault> Faults);

/// <summary>The application form as a workbook (XLSX): instructions, drop-downs, limits, everything else locked. What was filled in anywhere is read back.</summary>
public static class FormWorkbook
{
    /// <summary>Media type of the file.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Shape of the form; raised when lines get other keys or cells another meaning.</summary>
    public const int Version = 1;

    /// <summary>Begins the cell that says which form it is.</summary>
    internal const string Mark = "awards-form";

    /// <summary>Columns of a sheet, from 0: key, label, what is filled in, hint; for those who take part type and state stand behind the name.</summary>
    internal const int KeyColumn = 0, ValueColumn = 2, TypeColumn = 3, StateColumn = 4;

    /// <summary>Name of the file: "bewerbungsformular-zusammenleben-heute.xlsx".</summary>
    public static string FileName(string slug, string language) => language == "en" ? $"application-form-{slug}.xlsx" : $"bewerbungsformular-{slug}.xlsx";

    /// <summary>The form, empty or filled in. The same content gives the same bytes.</summary>
    /// <param name="language">"de" or "en": the language of everything that people read in it.</param>
    public static byte[] Write(CallDefinition call, string language, FormContent? content = null)
    {
        var form = new ApplicationForm(call, language);
        var values = FormValues.Of(content ?? FormContent.Empty, call);
        var participants = content?.Content.Participants ?? [];
        return FormWriter.Write([Instructions(form), .. form.Parts().Select(part => Sheet(form, part, values, participants))]);
    }

    /// <summary>Reads a filled form, whichever program saved it. Nothing is read by halves: one fault, and there is no content.</summary>
    public static FormReading Read(Stream content, CallDefinition call)
    {
        try
        {
            return new FormReader(WorkbookReader.Read(content), call).Read();
        }
        catch (WorkbookException unreadable)
        {
            return new(null, [new("", null, new("form.unreadable", /*text*/ "Die Datei lässt sich nicht lesen. {0}", unreadable.Message))]);
        }
    }

    private static LockedSheet Instructions(ApplicationForm form)
    {
        var deadline = form.Call.Phases.FirstOrDefault(phase => phase.Kind == PhaseKind.Application)?.Until;
        string[] sentences =
        [
            form.Say("Bitte füllen Sie die gelben Felder auf den folgenden Blättern aus. Alle anderen Felder sind geschützt, damit das Formular wieder eingelesen werden kann.",
                "Please fill in the yellow cells on the following sheets. All other cells are protected, so that the form can be read again."),
            form.Say("Felder mit * müssen ausgefüllt sein, bevor eine Bewerbung vollständig ist. Bei Fragen mit einer Auswahlliste wählen Sie bitte eine Antwort aus der Liste; wo mehrere Antworten möglich sind, schreiben Sie ein x in die Zeile jeder zutreffenden Antwort.",
                "Cells with * must be filled in before an application is complete. Where there is a list, please choose an answer from it; where several answers are possible, write an x in the row of each that applies."),
            form.Say("Fragen, die für Sie nicht zutreffen, lassen Sie leer. Bitte benennen Sie keine Blätter um und löschen Sie keine Zeilen.",
                "Leave questions empty that do not apply to you. Please do not rename sheets or delete rows."),
            form.Say("Eine neue Zeile innerhalb eines Feldes erzeugen Sie mit Alt und Eingabe (LibreOffice: Strg und Eingabe).",
                "A new line within a cell is made by Alt and Enter (LibreOffice: Ctrl and Enter)."),
            form.Say("Speichern Sie die Datei als XLSX, und senden Sie sie mit allen Anlagen an die Geschäftsstelle.",
                "Save the file as XLSX, and send it with all enclosures to the office of the competition."),
            .. deadline is { } until ? [form.Say("Bewerbungsfrist: ", "Deadline: ") + GermanTime.Deadline(until, form.Language)] : Array.Empty<string>(),
        ];
        List<IReadOnlyList<FormCell?>> rows =
        [
            [new($"{Mark}|{Version}|{form.Call.Slug}|{form.Language}", FormLook.Code), new(form.Say("Bewerbungsformular", "Application form"), FormLook.Title)],
            [null, new(form.Call.Title.In(form.Language), FormLook.Heading)],
            .. sentences.Select(sentence => (IReadOnlyList<FormCell?>)[null, new(sentence, FormLook.Label)]),
            [null, new(form.Call.Organiser.In(form.Language), FormLook.Note)],
        ];
        return new(form.Say("Anleitung", "Instructions"), [90], rows);
    }

    private static LockedSheet Sheet(ApplicationForm form, FormPart part, IReadOnlyDictionary<string, object> values, IReadOnlyList<Participant> participants)
    {
        var joint = part.Lines.Any(line => line.Kind == FormKind.Participant);
        var rows = new List<IReadOnlyList<FormCell?>> { new FormCell?[] { null, new(part.Title, FormLook.Title) } };
        if (joint) rows.Add([null, new("", FormLook.Heading), new("Name", FormLook.Heading), new(form.Say("Kommunentyp", "Type"), FormLook.Heading), new(form.Say("Land", "Federal state"), FormLook.Heading)]);
        var number = 0;
        foreach (var line in part.Lines)
            rows.Add(line.Kind == FormKind.Participant ? Row(form, line, participants.ElementAtOrDefault(number++)) : Row(form, line, values));
        return new(part.Title, joint ? [28, 44, 28, 28] : [48, 60, 48], rows);
    }

    private static IReadOnlyList<FormCell?> Row(ApplicationForm form, FormLine line, IReadOnlyDictionary<string, object> values) => line.Kind switch
    {
        FormKind.Heading => [null, new(line.Label, FormLook.Heading), new("", FormLook.Heading), new("", FormLook.Heading)],
        FormKind.Note => [null, new(Label(line), FormLook.Label), null, new(line.Hint, FormLook.Note)],
        _ => [new(line.Key, FormLook.Code), new(Label(line), FormLook.Label), Input(form, line, values.GetValueOrDefault(line.Key)), new(line.Hint, FormLook.Note)],
    };

    private static IReadOnlyList<FormCell?> Row(ApplicationForm form, FormLine line, Participant? participant) =>
    [
        new(line.Key, FormLook.Code), new(line.Label, FormLook.Label), Input(form, line with { Kind = FormKind.Line }, participant?.Name),
        Input(form, line with { Kind = FormKind.Choice, Options = form.Types() }, participant?.Type is { } type ? Domain.Municipalities.MunicipalityTypes.Code(type) : null),
        Input(form, line with { Kind = FormKind.Choice, Options = ApplicationForm.States() }, participant?.State),
    ];

    private static string Label(FormLine line) => line.Required ? line.Label + " *" : line.Label;

    private static FormCell Input(ApplicationForm form, FormLine line, object? value) => line.Kind switch
    {
        FormKind.Choice => new(line.Options.FirstOrDefault(option => option.Code == value as string)?.Label ?? value, FormLook.InputText,
            new FormRule { Choices = [.. line.Options.Select(option => option.Label)], Error = form.Say("Bitte wählen Sie eine Antwort aus der Liste.", "Please choose an answer from the list.") }),
        FormKind.Mark => new(value, FormLook.InputText, new FormRule { Choices = ["x"], Error = form.Say("Bitte schreiben Sie ein x, oder lassen Sie das Feld leer.", "Please write an x, or leave the cell empty.") }),
        FormKind.Number => new(value, FormLook.InputNumber, line.Range is { } range ? new FormRule { Range = range, Whole = line.Whole, Error = Range(form, line, range) } : null),
        FormKind.Day => new(value, FormLook.InputDay, new FormRule
        {
            Days = (line.Days.First ?? new DateOnly(1900, 1, 1), line.Days.Last ?? new DateOnly(2999, 12, 31)),
            Error = form.Say("Bitte geben Sie ein erlaubtes Datum an, zum Beispiel 31.12.2017.", "Please enter an allowed date, for example 31.12.2017."),
        }),
        _ => new(value, FormLook.InputText, line.MaxLength == 0 ? null : new FormRule { MaxLength = line.MaxLength, Error = form.Say($"Der Text ist zu lang: erlaubt sind {line.MaxLength} Zeichen.", $"The text is too long: {line.MaxLength} characters are allowed.") }),
    };

    private static string Range(ApplicationForm form, FormLine line, (decimal Min, decimal Max) range)
    {
        var (min, max) = (TypedNumber.Show(range.Min, form.Language), TypedNumber.Show(range.Max, form.Language));
        return line.Whole ? form.Say($"Bitte geben Sie eine ganze Zahl von {min} bis {max} an.", $"Please enter a whole number from {min} to {max}.")
            : form.Say($"Bitte geben Sie eine Zahl von {min} bis {max} an.", $"Please enter a number from {min} to {max}.");
    }
}
