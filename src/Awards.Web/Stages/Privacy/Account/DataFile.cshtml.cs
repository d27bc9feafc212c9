using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Platform.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Privacy.Account;

/// <summary>The person's data: a machine-readable file and a page that says what is in it. The download leaves a row.</summary>
[RecentProof]
public sealed class DataFileModel(AwardsDbContext db, OwnData data, RequestContext request, IStringLocalizer<Text> texts) : PageModel
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await db.RecordAsync(request.Write(), AuditAction.OwnDataDownloaded, nameof(Person), request.PersonId, cancellationToken);
        var parts = await data.CollectAsync(request.PersonId, cancellationToken);
        Response.Headers.CacheControl = "no-store";
        // A zip file writes its directory synchronously, which an answer does not take; and nobody gets half a file.
        var file = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        await using (var zip = await ZipArchive.CreateAsync(file, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken))
        {
            await using (var entry = await zip.CreateEntry("daten.json").OpenAsync(cancellationToken)) await JsonSerializer.SerializeAsync(entry, parts, Json, cancellationToken);
            await using (var entry = await zip.CreateEntry("lies-mich.html").OpenAsync(cancellationToken)) await entry.WriteAsync(Encoding.UTF8.GetBytes(Guide()), cancellationToken);
        }
        file.Position = 0;
        return File(file, "application/zip", "meine-daten.zip");
    }

    private string Guide()
    {
        var title = texts["Meine Daten"].Value;
        var html = new StringBuilder($"<!DOCTYPE html>\n<html lang=\"{RequestContext.Language}\"><head><meta charset=\"utf-8\"><title>{Encode(title)}</title></head><body>\n<h1>{Encode(title)}</h1>\n");
        html.Append("<p>" + Encode(texts["Stand: {0}. Die Datei daten.json enthält alles, was zu Ihrem Konto {1} gespeichert ist:", GermanTime.DateAndTime(request.Began, RequestContext.Language), User.Identity?.Name ?? ""]) + "</p>\n<dl>\n");
        foreach (var (name, what) in Parts) html.Append("<dt>" + name + "</dt><dd>" + Encode(texts[what]) + "</dd>\n");
        return html.Append("</dl>\n</body></html>\n").ToString();
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);

    /// <summary>What the parts of the file are.</summary>
    private static readonly (string Name, string What)[] Parts =
    [
        ("account", /*text*/ "Ihr Konto"), ("roles", /*text*/ "Ihre Rollen"), ("municipalities", /*text*/ "Kommunen, für die Sie handeln"),
        ("applications", /*text*/ "Bewerbungen, an denen Sie mitarbeiten oder in denen Sie als Ansprechperson stehen"), ("consents", /*text*/ "Einwilligungen, die Sie erteilt haben"),
        ("invitations", /*text*/ "Einladungen an Sie"), ("mails", /*text*/ "E-Mails an Ihre Adresse; Texte mit Anmeldelinks fehlen"), ("sessions", /*text*/ "Ihre Sitzungen"),
        ("passkeys", /*text*/ "Anzahl Ihrer Passkeys"), ("signInProviders", /*text*/ "Dienste, über die Sie sich anmelden"), ("addressChanges", /*text*/ "verlangte Änderungen Ihrer Adresse"),
        ("reviews", /*text*/ "Prüfbögen, die Sie geschrieben haben"), ("conflicts", /*text*/ "Ihre erklärten Befangenheiten"), ("trail", /*text*/ "Protokoll: was Sie taten und was mit Ihrem Konto geschah"),
    ];
}
