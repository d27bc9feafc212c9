using System.Globalization;
using Awards.Documents.Workbooks;
using Awards.Domain.Calls;
using Awards.Domain.PreReview;
using Awards.Domain.Shared;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Stages.PreReview.Review;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.PreReview.Offline;

/// <summary>Open review sheets as a workbook (XLSX) to fill in without a connection: a sheet per entry, drop-downs, limits, everything else locked.</summary>
public sealed class SheetWorkbook(CallDefinition call, IStringLocalizer<Text> texts)
{
    /// <summary>Shape of the workbook; raised when lines get other keys or cells another meaning.</summary>
    public const int Version = 1;

    /// <summary>Begins the cell that says whose sheet it is.</summary>
    internal const string Mark = "awards-review";

    /// <summary>Columns from 0: key, label, what is filled in, hint.</summary>
    internal const int KeyColumn = 0, ValueColumn = 2;

    /// <summary>Name of the file.</summary>
    public static string FileName(string slug) => RequestContext.Language == "en" ? $"review-sheets-{slug}.xlsx" : $"pruefboegen-{slug}.xlsx";

    /// <summary>The workbook with what is stored. The same content gives the same bytes.</summary>
    public byte[] Write(IReadOnlyList<OfflineSheet> sheets) => FormWriter.Write([Instructions(), .. sheets.Select(Sheet)]);

    /// <summary>Points as a drop-down offers them, "nicht beurteilbar" last where it can be chosen.</summary>
    public IReadOnlyList<string> Points(SheetDefinition sheet, SheetItem item) =>
        [.. Enumerable.Range(sheet.Min, sheet.Max - sheet.Min + 1).Select(points => points.ToString(CultureInfo.InvariantCulture)), .. item.MustBeRated ? Array.Empty<string>() : [texts["nicht beurteilbar"].Value]];

    private LockedSheet Instructions() => new(texts["Anleitung"],
        [90],
        [
            [null, new(texts["Prüfbögen zum Ausfüllen ohne Internet"].Value, FormLook.Title)],
            [null, new(call.Title.In(RequestContext.Language), FormLook.Heading)],
            .. new[]
            {
                texts["Jedes Blatt ist der Prüfbogen zu einem Beitrag. Bitte füllen Sie die gelben Felder aus; alles andere ist geschützt, damit die Datei wieder eingelesen werden kann."].Value,
                texts["Punkte und Votum wählen Sie aus der Liste. Unvollständige Bögen sind möglich. Abgegeben werden Prüfbögen nur auf der Internetseite."].Value,
                texts["Ändern Sie einen Prüfbogen inzwischen auf der Internetseite, wird sein Blatt hier nicht mehr angenommen. Laden Sie die Datei dann neu herunter."].Value,
                texts["Die Datei enthält Ihre Bewertungen unverschlüsselt. Bitte geben Sie sie nicht weiter, und löschen Sie sie nach dem Einlesen."].Value,
            }.Select(sentence => (IReadOnlyList<FormCell?>)[null, new(sentence, FormLook.Label)]),
        ]);

    private LockedSheet Sheet(OfflineSheet sheet)
    {
        var form = sheet.Form;
        var rows = new List<IReadOnlyList<FormCell?>>
        {
            new FormCell?[] { new($"{Mark}|{Version}|{call.Slug}|{sheet.Stored.Id}|{sheet.Stored.Version}", FormLook.Code), new($"{call.EntryNumber(sheet.Number)}, {sheet.Name}", FormLook.Title) },
            new FormCell?[] { null, new(sheet.Title, FormLook.Heading) },
        };
        OfflineLine? before = null;
        foreach (var line in sheet.Lines(call))
        {
            if (before is null || before.Project != line.Project || (line.Kind == OfflineKind.Vote)) rows.Add([null, new(Heading(line), FormLook.Heading), new("", FormLook.Heading), new("", FormLook.Heading)]);
            rows.Add([new(line.Key, FormLook.Code), new(Label(line), FormLook.Label), Input(line, form[line.Key]), new(Hint(line), FormLook.Note)]);
            before = line;
        }
        return new(SheetName(call.EntryNumber(sheet.Number)), [48, 60, 60], rows);
    }

    private string Heading(OfflineLine line) => line.Kind == OfflineKind.Vote ? texts["Votum"]
        : line.Project is { } project ? $"{texts["Einzelprojekt {0}", project.Position].Value}: {project.Title}" : line.Sheet.Title.In(RequestContext.Language);

    /// <summary>What a line asks for, in words.</summary>
    public string Label(OfflineLine line) => line.Kind switch
    {
        OfflineKind.Rating => call.CriterionLabel(line.Item!.Criterion).In(RequestContext.Language),
        OfflineKind.Comment => texts["Anmerkung zu: {0}", call.CriterionLabel(line.Item!.Criterion).In(RequestContext.Language)],
        OfflineKind.Remarks => texts["Anmerkungen"],
        OfflineKind.Vote => texts["Votum"],
        _ => texts["Begründung des Votums"],
    };

    private string Hint(OfflineLine line) => line.Kind switch
    {
        OfflineKind.Rating => string.Join("; ", Enumerable.Range(line.Sheet.Min, line.Sheet.Max - line.Sheet.Min + 1)
            .Select(points => (points, Text: line.Sheet.Anchor(line.Item!, points))).Where(each => each.Text is not null).Select(each => $"{each.points} = {each.Text!.In(RequestContext.Language)}")),
        OfflineKind.Comment when line.Item!.Comment == CommentRule.Required => texts["vor der Abgabe verlangt"],
        OfflineKind.Reasons => texts["Für die Abgabe mindestens {0} Zeichen.", call.EntrySheet.MinReasonLength],
        _ => "",
    };

    private FormCell Input(OfflineLine line, string value)
    {
        FormRule Choice(IReadOnlyList<string> choices) => new() { Choices = choices, Error = texts["Bitte wählen Sie eine Antwort aus der Liste."] };
        FormRule Length(int most) => new() { MaxLength = most, Error = texts["Der Text ist zu lang: erlaubt sind {0} Zeichen.", most] };
        return line.Kind switch
        {
            OfflineKind.Rating => new(value == SheetForm.NotRatable ? texts["nicht beurteilbar"].Value : value, FormLook.InputText, Choice(Points(line.Sheet, line.Item!))),
            OfflineKind.Vote => new(Enum.TryParse<Vote>(value, out var vote) ? texts[PreReviewWords.Of(vote)].Value : "", FormLook.InputText, Choice([.. call.VoteRules().Select(rule => texts[PreReviewWords.Of(rule.Vote)].Value)])),
            OfflineKind.Comment => new(value, FormLook.InputText, Length(ReviewSheet.MaxComment)),
            _ => new(value, FormLook.InputText, Length(Domain.PreReview.Review.MaxReasons)),
        };
    }

    // Names of sheets have at most 31 characters and some of them forbidden.
    private static string SheetName(string number)
    {
        var plain = new string([.. number.Select(letter => "[]:*?/\\'".Contains(letter) ? '-' : letter)]);
        return plain.Length <= 31 ? plain : plain[^31..];
    }
}
