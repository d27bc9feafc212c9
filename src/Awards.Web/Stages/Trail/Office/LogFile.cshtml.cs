using System.Globalization;
using System.Text;
using System.Text.Json;
using Awards.Domain.Calls;
using Awards.Web.Data;
using Awards.Web.Data.Entries;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Platform.Security;
using CsvHelper;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Trail.Office;

/// <summary>The filtered trail as a CSV file, one line per changed property. Written piece by piece; the download leaves a row itself.</summary>
[Authorize(Policy = TrailRights.Read)]
public sealed class LogFileModel(AwardsDbContext db, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    private const int Piece = 500;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var filter = TrailFilter.Read(Request.Query) with { Before = null };
        var asked = filter.ToQuery().ToDictionary(each => each.Key, each => each.Value);
        await db.RecordAsync(request.Write(), AuditAction.TrailDownloaded, nameof(Call), request.Call.Id, JsonSerializer.Serialize(asked), cancellationToken);
        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition = $"attachment; filename=protokoll-{request.Call.Slug}.csv";
        await using var writer = new StreamWriter(Response.Body, new UTF8Encoding(true), leaveOpen: true);
        await using var csv = CsvWriter.Create(writer, new CsvWriterOptions { NewLine = "\r\n" }, leaveOpen: true);
        await csv.WriteRecordAsync([.. new[] { /*text*/ "Zeit (UTC)", /*text*/ "Person", /*text*/ "Rolle", /*text*/ "Vorgang", /*text*/ "Gegenstand", /*text*/ "Bezeichnung", /*text*/ "Kennung",
            /*text*/ "Begründung", /*text*/ "Nummer der Anfrage", /*text*/ "Angabe", /*text*/ "alter Wert", /*text*/ "neuer Wert" }.Select(word => texts[word].Value)], cancellationToken);
        IReadOnlyList<TrailLine> lines;
        do
        {
            lines = await TrailQueries.LoadAsync(db, request.Call, filter, Piece, cancellationToken);
            foreach (var line in lines)
                foreach (var change in line.Changes.Count == 0 ? [new TrailChange("", null, Note(line.Hidden))] : line.Changes)
                    await csv.WriteRecordAsync(Cells(line, change), cancellationToken);
            await csv.FlushAsync(cancellationToken);
            await writer.FlushAsync(cancellationToken);
            if (lines.Count > 0) filter = filter with { Before = lines[^1].Place };
        }
        while (lines.Count == Piece);
        return new EmptyResult();
    }

    private string? Note(TrailHidden hidden) => hidden switch
    {
        TrailHidden.Erased => texts["Die Werte sind aus Gründen des Datenschutzes gelöscht."].Value,
        TrailHidden.Draft => texts["Der Entwurf ist nur für die Bewerbenden lesbar."].Value,
        _ => null,
    };

    private string[] Cells(TrailLine line, TrailChange change) => [.. new[]
    {
        line.Place.At.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        line.Who ?? texts[line.PersonId is null ? /*text*/ "System" : /*text*/ "unbekannte Person"].Value,
        line.ActingAs is null ? "" : texts[TrailWords.Role(line.ActingAs)].Value + (line.Municipality is null ? "" : ": " + line.Municipality),
        texts[TrailWords.Of(line.Action)].Value, texts[TrailWords.Type(line.ObjectType)].Value, line.ObjectName ?? "", line.ObjectId.ToString(), line.Why ?? "", line.RequestId ?? "",
        change.Property.Length == 0 ? "" : texts[TrailWords.Property(change.Property)].Value, change.Old ?? "", change.New ?? "",
    }.Select(EntryCsv.Guard)];
}
