using System.Globalization;
using Awards.Domain.Shared;

namespace Awards.Web.Platform.Files;

/// <summary>Why an upload is not taken; each sentence says how to mend it.</summary>
public static class FileRefusals
{
    public static readonly Refusal None = new("file.none", /*text*/ "Bitte wählen Sie eine Datei aus.");
    public static readonly Refusal Empty = new("file.empty", /*text*/ "Die Datei ist leer. Bitte prüfen Sie, ob Sie die richtige gewählt haben.");
    public static readonly Refusal Type = new("file.type", /*text*/ "Dieser Dateityp ist nicht möglich. Erlaubt sind PDF, DOCX, XLSX, PNG und JPEG. Bitte speichern Sie die Datei in einem dieser Formate.");
    public static readonly Refusal OldOffice = new("file.old_office", /*text*/ "Das ist ein altes Office-Format (zum Beispiel DOC oder XLS). Bitte speichern Sie die Datei als DOCX, XLSX oder PDF.");
    public static readonly Refusal Encrypted = new("file.encrypted", /*text*/ "Die Datei ist verschlüsselt oder mit einem Kennwort geschützt. Bitte speichern Sie sie ohne Kennwort und Einschränkungen.");
    public static readonly Refusal Broken = new("file.broken", /*text*/ "Die Datei ist beschädigt oder unvollständig. Bitte öffnen Sie sie, speichern Sie sie neu und laden Sie sie noch einmal hoch.");
    public static readonly Refusal Appended = new("file.appended", /*text*/ "An die Datei sind fremde Daten angehängt. Bitte öffnen Sie sie, speichern Sie sie neu und laden Sie sie noch einmal hoch.");
    public static readonly Refusal ActivePdf = new("file.active_pdf", /*text*/ "Die PDF-Datei enthält ausführbare Inhalte (JavaScript, Programmaufrufe oder ein XFA-Formular). Bitte drucken Sie sie in eine neue PDF-Datei und laden Sie diese hoch.");
    public static readonly Refusal AttachedPdf = new("file.attached_pdf", /*text*/ "Die PDF-Datei enthält eingebettete Dateien. Bitte speichern Sie sie ohne Anhänge und laden Sie die anderen Dateien einzeln hoch.");
    public static readonly Refusal Macros = new("file.macros", /*text*/ "Die Datei enthält Makros. Bitte speichern Sie sie als DOCX oder XLSX ohne Makros.");
    public static readonly Refusal Embedded = new("file.embedded", /*text*/ "Die Datei enthält eingebettete Objekte oder Steuerelemente. Bitte ersetzen Sie diese durch Text oder Bilder, oder laden Sie die Datei als PDF hoch.");
    public static readonly Refusal External = new("file.external", /*text*/ "Die Datei lädt Inhalte von anderen Orten nach (verknüpfte Bilder, Vorlagen oder Arbeitsmappen). Bitte lösen Sie die Verknüpfungen, oder laden Sie die Datei als PDF hoch.");
    public static readonly Refusal Bomb = new("file.bomb", /*text*/ "Die Datei entpackt sich zu ungewöhnlich großen Inhalten. Bitte verkleinern Sie sie, oder laden Sie sie als PDF hoch.");
    public static readonly Refusal Costly = new("file.costly", /*text*/ "Die PDF-Datei ist so aufwendig aufgebaut, dass sie sich nicht prüfen lässt. Bitte drucken Sie sie in eine neue PDF-Datei und laden Sie diese hoch.");
    public static readonly Refusal Virus = new("file.virus", /*text*/ "Die Virenprüfung hat in der Datei Schadsoftware gefunden. Sie wurde nicht gespeichert. Bitte prüfen Sie Ihren Rechner, oder fragen Sie Ihre IT.");
    public static readonly Refusal ScannerAway = new("file.scanner_away", /*text*/ "Die Virenprüfung ist gerade nicht erreichbar, deshalb wurde die Datei nicht angenommen. Bitte versuchen Sie es später noch einmal.");
    public static readonly Refusal ScannerLimit = new("file.scanner_limit", /*text*/ "Die Datei ist für die Virenprüfung zu groß. Bitte verkleinern Sie sie.");
    public static readonly Refusal StoreFails = new("file.store_fails", /*text*/ "Die Datei konnte nicht gespeichert werden, weil der Speicher gerade nicht verfügbar ist. Bitte versuchen Sie es später noch einmal.");

    public static Refusal TooBig(long limit) =>
        new("file.too_big", /*text*/ "Die Datei ist zu groß, erlaubt sind höchstens {0}. Bitte verkleinern oder teilen Sie sie.", Megabytes(limit));

    public static Refusal Extension(string extension, string kind) =>
        new("file.extension", /*text*/ "Der Name endet auf „{0}“, der Inhalt ist aber {1}. Bitte benennen Sie die Datei passend um, oder wählen Sie die richtige.", extension, kind);

    public static Refusal TooManyPages(int pages, int limit) =>
        new("file.too_many_pages", /*text*/ "Die PDF-Datei hat {0} Seiten, erlaubt sind {1}. Bitte teilen Sie sie.", pages, limit);

    public static Refusal TooManyPixels(long width, long height, long limit) =>
        new("file.too_many_pixels", /*text*/ "Das Bild hat {0} mal {1} Bildpunkte, erlaubt sind zusammen {2} Millionen. Bitte verkleinern Sie es.", width, height, limit / 1_000_000);

    /// <summary>A size as people say it: "20 MB", "0,5 MB".</summary>
    public static string Megabytes(long bytes) => string.Create(CultureInfo.CurrentCulture, $"{(double)bytes / FileSettings.Megabyte:0.#} MB");
}
