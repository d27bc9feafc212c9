using Awards.Documents;
using Awards.Domain.Calls;
using Awards.Domain.PreReview;
using Awards.Domain.PreReview.Sessions;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Awards.Web.Stages.PreReview;
using Awards.Web.Stages.PreReview.Office;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Consensus;

/// <summary>Makes the minutes of a session: what it settled, as it settled it, whatever was changed later.</summary>
public sealed class SessionMinutes(AwardsDbContext db, EntryLines lines, IStringLocalizer<Text> texts)
{
    private sealed record Settled(ConsensusOutcome Outcome, string? GroupCode, Guid? ProjectId, string Reasons);

    private sealed record Facts(Call Call, SessionView View, Dictionary<Guid, Settled> Results, ILookup<Guid, (string Reviewer, Vote Vote, double? Score)> Votes, Dictionary<Guid, string> Projects, string Language);

    /// <summary>The minutes in the language of the reader; a draft while the session is not closed.</summary>
    public async Task<MinutesModel> MakeAsync(Call call, ConsensusSession session, string language, DateTime now, CancellationToken cancellationToken)
    {
        var view = await SessionReading.ViewAsync(db, lines, session, cancellationToken);
        var facts = await LoadAsync(call, view, language, cancellationToken);
        var called = session.Callings.Select(calling => calling.EntryId).ToHashSet();
        var left = session.Agenda.Where(item => item.State == ItemState.Left).Select(item => item.EntryId).ToHashSet();
        var known = (await lines.OfAsync(db, call.Id, cancellationToken)).Where(line => left.Contains(line.Id)).ToList();
        string Number(EntryLine line) => call.Definition.EntryNumber(line.Number);
        return new()
        {
            Language = language,
            CallTitle = call.Definition.Title.In(language),
            IssuedBy = call.Definition.Organiser.In(language),
            DataText = GermanTime.DateAndTime(now, language),
            DataUtc = now,
            Title = session.Title,
            DraftNote = session.State == SessionStage.Closed ? null : texts["Entwurf: Die Sitzung ist noch nicht geschlossen."].Value,
            Facts = [.. About(view, language).Where(fact => fact.Value.Length > 0)],
            People = [.. session.Seats.Select(seat => new ReportFact(view.Names[seat.PersonId], seat.Presence == Presence.Present ? texts["anwesend"] : texts["entschuldigt"])).OrderBy(fact => fact.Label, StringComparer.CurrentCulture)],
            Note = session.Note,
            Items = [.. view.Rows.Where(row => !row.Item.InBlock && (called.Contains(row.Line.Id) || facts.Results.ContainsKey(row.Line.Id))).Select(row => Item(facts, row.Line))],
            Block = [.. view.Rows.Where(row => row.Item.InBlock && facts.Results.ContainsKey(row.Line.Id)).Select(row => new MinutesLine(Number(row.Line), row.Line.Name, ResultOf(facts, row.Line.Id), facts.Results[row.Line.Id].Reasons))],
            Open = [.. view.Rows.Where(row => !facts.Results.ContainsKey(row.Line.Id)).Select(row => new MinutesLine(Number(row.Line), row.Line.Name, row.Outcome is null ? texts["noch offen"] : texts["außerhalb der Sitzung entschieden"])),
                .. known.Select(line => new MinutesLine(Number(line), line.Name, texts[ConsensusWords.Of(ItemState.Left)]))],
            Signatures = [texts["Leitung"], session.NoteTakerId is { } taker && view.Names.TryGetValue(taker, out var name) ? texts["Niederschrift: {0}", name] : texts["Niederschrift"]],
        };
    }

    private async Task<Facts> LoadAsync(Call call, SessionView view, string language, CancellationToken cancellationToken)
    {
        var (session, entries) = (view.Session, view.Rows.Select(row => row.Line.Id).ToList());
        var results = new Dictionary<Guid, Settled>();
        foreach (var result in await db.ConsensusResults.AsNoTracking().Include(each => each.Earlier).Where(each => each.CallId == call.Id && entries.Contains(each.EntryId)).ToListAsync(cancellationToken))
            if (result.SessionId == session.Id) results[result.EntryId] = new(result.Outcome, result.GroupCode, result.ProjectId, result.Reasons);
            else if (result.Earlier.Where(each => each.SessionId == session.Id).MaxBy(each => each.Number) is { } earlier) results[result.EntryId] = new(earlier.Outcome, earlier.GroupCode, earlier.ProjectId, earlier.Reasons);
        var unsealed = view.Rows.Where(row => row.Line.Pair.IsUnsealed).Select(row => row.Line.Id).ToList();
        var votes = await (from review in db.Reviews
                           where unsealed.Contains(review.EntryId) && review.State == ReviewState.HandedIn
                           join person in db.Users on review.ReviewerId equals person.Id
                           orderby review.Id
                           select new { review.EntryId, person.DisplayName, review.Vote, review.Score }).ToListAsync(cancellationToken);
        var projects = results.Values.Select(result => result.ProjectId).OfType<Guid>().ToList();
        var titles = await db.Entries.Where(entry => entry.CallId == call.Id).SelectMany(entry => entry.Projects).Where(project => projects.Contains(project.Id)).Select(project => new { project.Id, project.Title }).ToDictionaryAsync(project => project.Id, project => project.Title, cancellationToken);
        return new(call, view, results, votes.ToLookup(vote => vote.EntryId, vote => (vote.DisplayName, vote.Vote!.Value, vote.Score)), titles, language);
    }

    private IEnumerable<ReportFact> About(SessionView view, string language)
    {
        var session = view.Session;
        yield return new(texts["Geplant für"], GermanTime.DateAndTime(session.BeginsAt, language));
        yield return new(texts["Ort"], session.Place);
        yield return new(texts["Video"], session.Link);
        yield return new(texts["Begonnen"], session.BegunAt is { } begun ? GermanTime.DateAndTime(begun, language) : "");
        yield return new(texts["Beendet"], session.EndedAt is { } ended ? GermanTime.DateAndTime(ended, language) : "");
        yield return new(texts["Niederschrift"], session.NoteTakerId is { } taker ? view.Names.GetValueOrDefault(taker, "") : "");
    }

    private MinutesItem Item(Facts facts, EntryLine line)
    {
        var session = facts.View.Session;
        var callings = session.Callings.Where(calling => calling.EntryId == line.Id).ToList();
        var absences = session.Absences.Where(absence => callings.Exists(calling => absence.Touches(calling.From, calling.Until)))
            .Select(absence => $"{facts.View.Names.GetValueOrDefault(absence.PersonId, "?")}: {Span(absence.LeftAt, absence.ReturnedAt)}").Order(StringComparer.CurrentCulture);
        var votes = facts.Votes[line.Id].Select((vote, at) => new ReportFact(session.HidesNames ? texts["Votum {0}", at + 1] : texts["Votum: {0}", vote.Reviewer],
            texts["{0}, Punkte: {1}", texts[PreReviewWords.Of(vote.Vote)].Value, EntriesModel.Figure(vote.Score)]));
        return new(facts.Call.Definition.EntryNumber(line.Number), line.Name, line.Title, string.Join('\n', callings.Select(calling => Span(calling.From, calling.Until))), [.. votes],
            string.Join('\n', absences), ResultOf(facts, line.Id), facts.Results.GetValueOrDefault(line.Id)?.Reasons ?? "");
    }

    private string ResultOf(Facts facts, Guid entryId)
    {
        if (!facts.Results.TryGetValue(entryId, out var result)) return "";
        var words = new List<string> { texts[PreReviewWords.Of(result.Outcome)] };
        if (result.GroupCode is { } code) words.Add(facts.Call.Definition.Group(code)?.Label.In(facts.Language) ?? code);
        if (result.ProjectId is { } project) words.Add(texts["Einzelprojekt „{0}“", facts.Projects.GetValueOrDefault(project, "")]);
        return string.Join(", ", words);
    }

    // "10:03–10:15", in German time; the seconds tell apart what lasted less than a minute.
    private static string Span(DateTime from, DateTime? until) => $"{Time(from)}–{(until is { } end ? Time(end) : "…")}";

    private static string Time(DateTime utc) => GermanTime.Local(utc).ToString("HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);
}
