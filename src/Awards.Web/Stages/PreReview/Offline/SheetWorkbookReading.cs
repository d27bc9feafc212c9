using System.Globalization;
using Awards.Documents.Workbooks;
using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.PreReview;
using Awards.Domain.Shared;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Questionnaires;
using Awards.Web.Stages.PreReview.Review;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.PreReview.Offline;

/// <summary>A sheet of the workbook that was read without a fault.</summary>
/// <param name="Values">By field, as a page would post them.</param>
public sealed record OfflineRead(OfflineSheet Sheet, IReadOnlyDictionary<string, string> Values, ReviewContent Content);

/// <summary>Reads the workbook back, whichever program saved it, and names every cell that is wrong. Nothing is believed that the page would not believe.</summary>
public sealed class SheetWorkbookReading(CallDefinition call, IReadOnlyList<OfflineSheet> own, WriteContext write, IStringLocalizer<Text> texts)
{
    private static readonly Refusal NotInList = new("form.not_in_list", /*text*/ "Diese Antwort steht nicht in der Liste. Bitte wählen Sie eine aus der Liste aus.");
    private static readonly Refusal Formula = new("form.formula", /*text*/ "Hier steht der Fehler einer Formel. Bitte schreiben Sie den Wert selbst in die Zelle.");

    private readonly List<WorkbookFault> _faults = [];
    private readonly List<OfflineRead> _read = [];

    /// <summary>Sheet by sheet.</summary>
    public IReadOnlyList<WorkbookFault> Faults => _faults;

    public IReadOnlyList<OfflineRead> Sheets => _read;

    /// <summary>Reads a file.</summary>
    public SheetWorkbookReading Read(Stream content)
    {
        try
        {
            var marked = WorkbookReader.Read(content).Select(sheet => (Sheet: sheet, Mark: MarkOf(sheet))).Where(each => each.Mark is not null).ToList();
            if (marked.Count == 0)
                _faults.Add(new("", null, new("offline.not_the_file", /*text*/ "Das ist keine Datei mit Prüfbögen. Bitte verwenden Sie die Datei, die Sie hier heruntergeladen haben, und löschen Sie darin keine Spalten.")));
            foreach (var (sheet, mark) in marked) Read(sheet, mark!);
        }
        catch (WorkbookException unreadable)
        {
            _faults.Add(new("", null, new("form.unreadable", /*text*/ "Die Datei lässt sich nicht lesen. {0}", unreadable.Message)));
        }
        return this;
    }

    private static string? MarkOf(ReadSheet sheet) =>
        sheet.Rows.Select(row => row.Cells.GetValueOrDefault(SheetWorkbook.KeyColumn, "")).FirstOrDefault(cell => cell.StartsWith(SheetWorkbook.Mark + "|", StringComparison.Ordinal));

    private void Read(ReadSheet sheet, string mark)
    {
        if (mark.Split('|') is not [_, var shape, var slug, var id, var version] || shape != SheetWorkbook.Version.ToString(CultureInfo.InvariantCulture) || slug != call.Slug
            || !int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var seen))
        {
            Fault(sheet, null, new("offline.other_file", /*text*/ "Dieses Blatt gehört nicht zu diesem Wettbewerb oder zu einer anderen Fassung der Datei. Bitte laden Sie die Datei neu herunter."));
            return;
        }
        if (own.FirstOrDefault(each => each.Stored.Id.ToString() == id) is not { } review)
        {
            Fault(sheet, null, new("offline.not_open", /*text*/ "Dieser Prüfbogen ist nicht oder nicht mehr bei Ihnen offen."));
            return;
        }
        if (_read.Exists(each => each.Sheet == review))
        {
            Fault(sheet, null, new("offline.twice", /*text*/ "Dieser Prüfbogen steht zweimal in der Datei. Bitte löschen Sie eines der Blätter."));
            return;
        }
        if (review.Stored.Version != seen)
        {
            Fault(sheet, null, new("offline.stale", /*text*/ "Dieser Prüfbogen wurde inzwischen auf der Internetseite geändert. Bitte laden Sie die Datei neu herunter und übertragen Sie Ihre Änderungen."));
            return;
        }
        var known = _faults.Count;
        var values = new Dictionary<string, string>();
        foreach (var line in review.Lines(call)) values[line.Key] = Value(sheet, line);
        if (_faults.Count > known) return;
        var read = new SheetForm(values).Read(call, review.Projects);
        // The same check as on saving, on a copy that nobody keeps.
        if (read.Refused(out var refusal) || review.Stored.Trial().Save(call, read.Fact, seen, write).Refused(out refusal)) Fault(sheet, null, refusal);
        else _read.Add(new(review, values, read.Fact));
    }

    private string Value(ReadSheet sheet, OfflineLine line)
    {
        var rows = sheet.Rows.Where(row => row.Cells.GetValueOrDefault(SheetWorkbook.KeyColumn, "") == line.Key).ToList();
        if (rows.Count != 1)
        {
            Fault(sheet, null, rows.Count == 0
                ? new("form.line_missing", /*text*/ "Im Formular fehlt die Zeile „{0}“. Bitte übertragen Sie Ihre Angaben in ein neues Formular.", new SheetWorkbook(call, texts).Label(line))
                : new("form.line_twice", /*text*/ "Diese Zeile gibt es zweimal. Bitte löschen Sie eine davon."));
            return "";
        }
        var (row, text) = (rows[0], TextRules.Lines(rows[0].Cells.GetValueOrDefault(SheetWorkbook.ValueColumn, "")));
        string Bad(Refusal refusal)
        {
            Fault(sheet, CellName.Of(SheetWorkbook.ValueColumn, row.Number), refusal);
            return "";
        }
        if (row.Shapes.TryGetValue(SheetWorkbook.ValueColumn, out var cell) && cell == CellShape.Error) return Bad(Formula);
        if (string.IsNullOrWhiteSpace(text)) return "";
        switch (line.Kind)
        {
            case OfflineKind.Rating:
                if (int.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var points))
                    return points >= line.Sheet.Min && points <= line.Sheet.Max ? points.ToString(CultureInfo.InvariantCulture)
                        : Bad(new("review.off_scale", /*text*/ "Bitte wählen Sie {0} bis {1} Punkte.", line.Sheet.Min, line.Sheet.Max));
                return !line.Item!.MustBeRated && Means(text, "nicht beurteilbar") ? SheetForm.NotRatable : Bad(NotInList);
            case OfflineKind.Vote:
                return call.VoteRules().Where(rule => Means(text, PreReviewWords.Of(rule.Vote))).Select(rule => rule.Vote.ToString()).FirstOrDefault() ?? Bad(NotInList);
            default:
                return TextRules.Check(text, line.Kind == OfflineKind.Comment ? ReviewSheet.MaxComment : Domain.PreReview.Review.MaxReasons).Refused(out var refusal) ? Bad(refusal) : text;
        }
    }

    // The file may be of another language than the page.
    private bool Means(string typed, string german)
    {
        var page = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
            var english = texts[german].Value;
            return typed.Trim().Equals(german, StringComparison.OrdinalIgnoreCase) || typed.Trim().Equals(english, StringComparison.OrdinalIgnoreCase);
        }
        finally
        {
            CultureInfo.CurrentUICulture = page;
        }
    }

    private void Fault(ReadSheet sheet, string? cell, Refusal refusal) => _faults.Add(new(sheet.Name, cell, refusal));
}
