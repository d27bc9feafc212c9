using Awards.Domain.Calls;
using Awards.Domain.PreReview;
using Awards.Domain.PreReview.Assigning;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Stages.PreReview;

/// <summary>What the lead asks a plan to be.</summary>
/// <param name="Smallest">Where open reviews cannot all stay: keeps as many as possible instead of refusing.</param>
public sealed record PairWish(string Name, long Seed, IReadOnlyList<AssignmentGoal> Goals, bool Smallest);

/// <summary>Makes, changes and releases plans of pairs; each inside a write that holds the lock on the call.</summary>
public static class PairDesk
{
    /// <summary>Seconds that a plan may take in a request; the best one found until then is taken.</summary>
    public const int Seconds = 8;

    /// <summary>Works out a plan from the facts and keeps it as a draft.</summary>
    public static async Task<Outcome<PairDraft>> MakeAsync(AwardsDbContext db, Call call, PairWish wish, TimeProvider clock, WriteContext write, CancellationToken cancellationToken)
    {
        await PairQueries.ScanAsync(db, call, write, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        var facts = await PairQueries.FactsAsync(db, call, cancellationToken);
        if (facts.Entries.Count == 0) return new Refusal("pairs.no_entries", "Es gibt noch keine zugelassenen Beiträge.");
        var task = facts.Task(!wish.Smallest, wish.Seed, wish.Goals, await PairQueries.WishesAsync(db, call, cancellationToken));
        var begun = clock.GetTimestamp();
        var solved = AssignmentSolver.Solve(task, () => cancellationToken.IsCancellationRequested || clock.GetElapsedTime(begun).TotalSeconds > Seconds);
        if (solved.Refused(out var faulty)) return faulty;
        var draft = PairDraft.Make(call.Id, wish.Name, task, facts, solved.Fact, write);
        if (!draft.Refused(out _)) db.PairDrafts.Add(draft.Fact);
        return draft;
    }

    /// <summary>Opens what a draft assigns and gives away what it takes; gives the number of opened reviews. A draft that is released already opens nothing.</summary>
    public static async Task<Outcome<int>> ReleaseAsync(AwardsDbContext db, Call call, Guid draftId, int seenVersion, WriteContext write, CancellationToken cancellationToken)
    {
        if (await db.PairDrafts.SingleOrDefaultAsync(draft => draft.Id == draftId && draft.CallId == call.Id, cancellationToken) is not { } draft) return Gone;
        var facts = await PairQueries.FactsAsync(db, call, cancellationToken);
        var released = draft.Release(facts, seenVersion, write);
        if (released.Refused(out var refusal)) return refusal;
        var (opened, taken) = (released.Fact.Opened, released.Fact.Taken);
        var touched = opened.Select(each => each.Entry).Concat(taken.Select(each => each.Entry)).Distinct().ToList();
        var entries = await db.Entries.AsNoTracking().Include(entry => entry.Projects).Where(entry => touched.Contains(entry.Id)).ToDictionaryAsync(entry => entry.Id, cancellationToken);
        var reviews = await db.Reviews.Where(review => touched.Contains(review.EntryId) && review.State == ReviewState.Open).ToListAsync(cancellationToken);
        foreach (var (entry, person) in taken)
            if (reviews.Single(review => review.EntryId == entry && review.ReviewerId == person).Replace().Refused(out refusal)) return refusal;
        db.Reviews.AddRange(opened.Select(each => Domain.PreReview.Review.Open(call.Definition, entries[each.Entry], each.Person)));
        return opened.Count;
    }

    /// <summary>Changes a draft by hand.</summary>
    public static async Task<Outcome<PairDraft>> ChangeAsync(AwardsDbContext db, Call call, Guid draftId, Func<PairDraft, PairFacts, Outcome<PairDraft>> change, CancellationToken cancellationToken) =>
        await db.PairDrafts.SingleOrDefaultAsync(draft => draft.Id == draftId && draft.CallId == call.Id, cancellationToken) is { } draft
            ? change(draft, await PairQueries.FactsAsync(db, call, cancellationToken)) : Gone;

    /// <summary>Somebody dropped it meanwhile.</summary>
    public static Refusal Gone { get; } = new("pairs.draft_gone", "Diesen Plan gibt es nicht mehr. Bitte laden Sie die Seite neu.");
}
