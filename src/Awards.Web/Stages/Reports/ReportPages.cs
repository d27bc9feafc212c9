using System.Globalization;
using Awards.Documents;
using Awards.Domain.Calls;
using Awards.Domain.Intake;
using Awards.Domain.Municipalities;
using Awards.Domain.PreReview;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Reports;

/// <summary>Makes what is printed of reports, from data as of now.</summary>
public sealed class ReportPages(AwardsDbContext db, IStringLocalizer<Text> texts)
{
    private sealed record Row(ShortReport Report, Entry Entry, ConsensusResult? Proposal, int? Population);

    /// <summary>One report, in any state; what is not final says so.</summary>
    public async Task<Documents.ReportModel> ReportAsync(Call call, Guid reportId, string language, DateTime now, CancellationToken cancellationToken)
    {
        Speak(language);
        var row = (await RowsAsync(db.ShortReports.Where(report => report.Id == reportId), cancellationToken)).Single();
        return new() { Language = language, CallTitle = call.Definition.Title.In(language), IssuedBy = call.Definition.Organiser.In(language), DataText = GermanTime.DateAndTime(now, language), DataUtc = now, Report = Of(row, call.Definition, language) };
    }

    /// <summary>All reports on what is proposed now, by group and number; only final ones unless drafts are asked for.</summary>
    public async Task<VolumeModel> VolumeAsync(Call call, bool withDrafts, string language, DateTime now, CancellationToken cancellationToken)
    {
        Speak(language);
        var rows = await RowsAsync(ReportQueries.Current(db).Where(report => report.CallId == call.Id && (withDrafts || report.State == ReportState.Final)), cancellationToken);
        List<string> notices = [];
        if (withDrafts) notices.Add(texts["Dieser Band enthält Entwürfe; sie sind gekennzeichnet und nicht für die Jury bestimmt."]);
        if (rows.Exists(row => row.Report.IsGenerated)) notices.Add(texts["Texte dieses Bandes wurden für eine Demonstration generiert; sie enthalten keine fachliche Bewertung."]);
        return new()
        {
            Language = language,
            CallTitle = call.Definition.Title.In(language),
            IssuedBy = call.Definition.Organiser.In(language),
            DataText = GermanTime.DateAndTime(now, language),
            DataUtc = now,
            Notices = notices,
            Groups = [.. call.Definition.AwardGroups.Select(group => new VolumeGroup(group.Label.In(language),
                [.. rows.Where(row => row.Proposal!.GroupCode == group.Code).OrderBy(row => row.Entry.Number).Select(row => Of(row, call.Definition, language))])).Where(group => group.Reports.Count > 0)],
        };
    }

    // A job has no language of its own; a culture set in an async method ends with its caller's await, so each public method sets it.
    private static void Speak(string language) => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language == "en" ? "en-GB" : "de-DE");

    private async Task<List<Row>> RowsAsync(IQueryable<ShortReport> reports, CancellationToken cancellationToken)
    {
        var found = await reports.AsNoTracking().ToListAsync(cancellationToken);
        var entries = await db.Entries.AsNoTracking().Include(entry => entry.Projects).Where(entry => reports.Any(report => report.EntryId == entry.Id)).ToDictionaryAsync(entry => entry.Id, cancellationToken);
        var proposals = await db.ConsensusResults.AsNoTracking().Where(result => reports.Any(report => report.EntryId == result.EntryId)).ToDictionaryAsync(result => result.EntryId, cancellationToken);
        var inhabitants = await db.Entries.Where(entry => entry.MunicipalityId != null && reports.Any(report => report.EntryId == entry.Id))
            .Join(db.Municipalities, entry => entry.MunicipalityId, municipality => municipality.Id, (entry, municipality) => new { entry.Id, municipality.Population }).ToDictionaryAsync(each => each.Id, each => each.Population, cancellationToken);
        return found.ConvertAll(report => new Row(report, entries[report.EntryId], proposals.GetValueOrDefault(report.EntryId), inhabitants.GetValueOrDefault(report.EntryId)));
    }

    private ReportPage Of(Row row, CallDefinition call, string language)
    {
        var (report, entry) = (row.Report, row.Entry);
        var project = entry.Projects.FirstOrDefault(each => each.Id == report.ProjectId);
        var title = project is null ? entry.Title : texts["Einzelprojekt „{0}“", project.Title].Value;
        return new()
        {
            Number = call.EntryNumber(entry.Number),
            Name = entry.ApplicantName,
            Title = title,
            Type = texts[entry.Type.German()],
            State = FederalStates.Name(entry.State),
            Facts = [.. Facts(row, project, call, language).Where(fact => fact.Value.Length > 0)],
            Description = report.Description,
            Reasons = report.Reasons,
            DraftNote = ReportWords.DraftNote(report.State) is { } note ? texts[note].Value : null,
            GeneratedNotice = report.IsGenerated ? texts["Der Text dieses Kurzgutachtens wurde für eine Demonstration generiert; er enthält keine fachliche Bewertung."].Value : null,
        };
    }

    private IEnumerable<ReportFact> Facts(Row row, EntryProject? proposed, CallDefinition call, string language)
    {
        var entry = row.Entry;
        yield return new(texts["Kommune"], entry.ApplicantName);
        yield return new(texts["Kommunentyp"], texts[entry.Type.German()]);
        yield return new(texts["Land"], FederalStates.Name(entry.State));
        yield return new(texts["Einwohnerzahl"], row.Population?.ToString("N0", CultureInfo.CurrentCulture) ?? "");
        yield return new(texts["Beteiligte Kommunen"], string.Join('\n', entry.Participants.Select(participant => participant.Name)));
        yield return new(texts["Beitrag"], entry.Title);
        yield return new(texts["Art des Beitrags"], call.Contribution(entry.Contribution)?.Label.In(language) ?? "");
        yield return new(texts["Prämierungsgruppe"], call.Group(row.Proposal?.GroupCode ?? entry.GroupCode)?.Label.In(language) ?? "");
        yield return new(texts["Was vorgeschlagen ist"], proposed is null ? texts["der ganze Beitrag"] : texts["Einzelprojekt „{0}“", proposed.Title]);
        yield return new(texts["Einzelprojekte"], string.Join('\n', entry.Projects.OrderBy(each => each.Position).Select(each => each.Title)));
    }
}
