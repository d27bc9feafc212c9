using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.PreReview;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Platform.Checking;

/// <summary>What must always hold in the database. Run by tests and by operators (<c>./awards check</c>).</summary>
public static class Invariants
{
    /// <summary>Everything that does not hold, one sentence each.</summary>
    public static async Task<IReadOnlyList<string>> CheckAsync(AwardsDbContext db, CancellationToken cancellationToken = default) =>
        (await ReportAsync(db, null, cancellationToken)).Faults;

    /// <summary>Everything that does not hold, and where the chain of the audit trail stands.</summary>
    /// <param name="notedHead">End of the chain as an earlier check printed it; must still be in the chain.</param>
    public static async Task<(IReadOnlyList<string> Faults, ChainReport Chain)> ReportAsync(AwardsDbContext db, string? notedHead, CancellationToken cancellationToken = default)
    {
        var faults = new List<string>();
        foreach (var call in await db.Calls.AsNoTracking().OrderBy(call => call.Slug).ToListAsync(cancellationToken))
        {
            await ApplicationsAsync(db, call, faults, cancellationToken);
            await ReviewsAsync(db, call, faults, cancellationToken);
            await AwardsAsync(db, call, faults, cancellationToken);
        }
        await PrivacyCheck.RunAsync(db, faults, cancellationToken);
        var chain = await ChainCheck.RunAsync(db, notedHead, cancellationToken);
        faults.AddRange(chain.Faults);
        return (faults, chain);
    }

    private static async Task ApplicationsAsync(AwardsDbContext db, Call call, List<string> faults, CancellationToken cancellationToken)
    {
        var admitted = await db.Entries.Where(entry => entry.CallId == call.Id).Select(entry => new { entry.ApplicationId, entry.Answers, entry.Number }).ToDictionaryAsync(entry => entry.ApplicationId, cancellationToken);
        var applications = db.Applications.AsNoTracking().Include(application => application.Projects)
            .Where(application => application.CallId == call.Id && application.Status != ApplicationState.Draft).AsAsyncEnumerable();
        await foreach (var application in applications.WithCancellation(cancellationToken))
        {
            var name = $"{call.Slug}, Bewerbung {application.Id}";
            if (application.SubmittedAt is null || application.ArrivalNumber is null) faults.Add($"{name}: eingereicht ohne Zeitpunkt oder Eingangsnummer.");
            if ((application.PresentHash ?? application.ContentHash) != ContentHash.Of(application)) faults.Add($"{name}: Der Inhalt passt nicht zur Prüfsumme der Einreichung.");
            foreach (var code in application.Answers.Questions)
            {
                if (call.Definition.Questionnaire.Find(code) is not { } question) faults.Add($"{name}: Antwort auf die unbekannte Frage {code}.");
                else if (question.Check(application.Answers[code]).Refused(out var refusal)) faults.Add($"{name}, {code}: {refusal}");
            }
            if ((application.Status == ApplicationState.Admitted) != admitted.TryGetValue(application.Id, out var entry)) faults.Add($"{name}: Zulassung und Beitrag passen nicht zusammen.");
            else if (entry is not null && !entry.Answers.Equals(application.Answers)) faults.Add($"{name}: Der Beitrag {entry.Number} hat andere Antworten als die Bewerbung.");
        }
    }

    private static async Task ReviewsAsync(AwardsDbContext db, Call call, List<string> faults, CancellationToken cancellationToken)
    {
        var reviews = await db.Reviews.AsNoTracking().Include(review => review.Sheets).Where(review => review.CallId == call.Id && review.State != ReviewState.Replaced).ToListAsync(cancellationToken);
        var conflicts = (await db.Conflicts.Where(conflict => db.Entries.Any(entry => entry.Id == conflict.EntryId && entry.CallId == call.Id))
            .Select(conflict => new { conflict.EntryId, conflict.PersonId }).ToListAsync(cancellationToken)).Select(each => (each.EntryId, each.PersonId)).ToHashSet();
        var applicants = await Grants.ApplicantsAsync(db, call.Id, cancellationToken);
        foreach (var pair in reviews.GroupBy(review => review.EntryId))
        {
            if (pair.Count() > PairFacts.PairSize) faults.Add($"{call.Slug}, Beitrag {pair.Key}: {pair.Count()} Prüfende statt {PairFacts.PairSize}.");
            if (pair.Select(review => review.ReviewerId).Distinct().Count() != pair.Count()) faults.Add($"{call.Slug}, Beitrag {pair.Key}: eine Person prüft zweimal.");
        }
        foreach (var review in reviews)
        {
            if (conflicts.Contains((review.EntryId, review.ReviewerId)) && review.State == ReviewState.Open) faults.Add($"{call.Slug}, Prüfbogen {review.Id}: Die Person ist befangen.");
            if (applicants.Contains((review.ReviewerId, review.EntryId))) faults.Add($"{call.Slug}, Prüfbogen {review.Id}: Die Person arbeitet an der Bewerbung mit oder handelt für die Kommune.");
            if (review.State == ReviewState.HandedIn && (review.Vote is null || review.HandedInAt is null)) faults.Add($"{call.Slug}, Prüfbogen {review.Id}: abgegeben ohne Votum.");
            var own = review.Sheets.SingleOrDefault(sheet => sheet.ProjectId is null);
            if (own is null) faults.Add($"{call.Slug}, Prüfbogen {review.Id}: ohne Bogen für den Beitrag.");
            else if (review.Score != Scoring.WeightedMean(call.Definition.EntrySheet, own.Ratings)) faults.Add($"{call.Slug}, Prüfbogen {review.Id}: Die Punktzahl passt nicht zu den Bewertungen.");
        }
        var open = await db.ConsensusResults.Where(result => result.CallId == call.Id
            && db.Reviews.Count(review => review.EntryId == result.EntryId && review.State == ReviewState.HandedIn) < PairFacts.PairSize).Select(result => result.EntryId).ToListAsync(cancellationToken);
        faults.AddRange(open.Select(entry => $"{call.Slug}, Beitrag {entry}: beraten, bevor beide Prüfbögen abgegeben waren."));
        faults.AddRange(await ConsensusCheck.FaultsAsync(db, call, cancellationToken));
    }

    private static async Task AwardsAsync(AwardsDbContext db, Call call, List<string> faults, CancellationToken cancellationToken)
    {
        var spent = await db.Awards.Where(award => award.CallId == call.Id).SumAsync(award => award.Cents, cancellationToken);
        if (spent > call.Definition.BudgetCents) faults.Add($"{call.Slug}: {Money.Show(spent)} vergeben, das Budget ist {Money.Show(call.Definition.BudgetCents)}.");
        var foreign = await db.Awards.Where(award => award.CallId == call.Id && !db.Entries.Any(entry => entry.Id == award.EntryId && entry.CallId == call.Id)).CountAsync(cancellationToken);
        if (foreign > 0) faults.Add($"{call.Slug}: {foreign} Preise für Beiträge eines anderen Wettbewerbs.");
        var projects = await db.Awards.Where(award => award.CallId == call.Id && award.ProjectId != null
            && !db.Entries.Any(entry => entry.Id == award.EntryId && entry.Projects.Any(project => project.Id == award.ProjectId))).CountAsync(cancellationToken);
        if (projects > 0) faults.Add($"{call.Slug}: {projects} Preise für fremde Einzelprojekte.");
    }
}
