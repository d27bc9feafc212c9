using Awards.Domain.Calls;
using Awards.Domain.PreReview;
using Awards.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Stages.PreReview.Review;

/// <summary>Everything that lies before a reviewer who opens a sheet.</summary>
/// <param name="Conflict">The reviewer declared a conflict: nothing of the entry is shown any more.</param>
/// <param name="Text">Null where nothing may be read any more.</param>
/// <param name="Readable">The own review, and the partner's once both have handed in.</param>
public sealed record SheetDesk(Guid Id, int Number, string Name, ReviewState State, int Version, bool Conflict,
    EntryText? Text, IReadOnlyList<ProjectLine> Projects, IReadOnlyList<ReviewRead> Readable)
{
    public bool IsOpen => State == ReviewState.Open && !Conflict && !IsOut;

    /// <summary>The entry was excluded meanwhile.</summary>
    public bool IsOut { get; init; }

    /// <summary>When the own review was opened again, and the partner's where it may be read.</summary>
    public IReadOnlyList<ReopeningRead> Reopenings { get; init; } = [];

    /// <summary>The reader's own review.</summary>
    public ReviewRead? Own => Readable.FirstOrDefault(review => review.Head.Id == Id);

    /// <summary>The partner's may be read.</summary>
    public bool ShowsPartner => Readable.Count > 1;

    /// <summary>How far each of the sheets is, that of the entry first.</summary>
    public IReadOnlyList<SheetProgress> Progress(CallDefinition call) => Own is not { } own ? [] :
        [.. own.Sheets.OrderBy(sheet => Projects.FirstOrDefault(project => project.Id == sheet.ProjectId)?.Position ?? 0)
            .Select(sheet => SheetProgress.Of(call.SheetOf(sheet.ProjectId), sheet.ProjectId, new SheetContent(sheet.Ratings, sheet.Comment) { Comments = sheet.Comments }))];

    /// <summary>Loads a sheet of a call; null for everybody but its own reviewer.</summary>
    /// <param name="partner">What one of a pair may read of the other.</param>
    public static async Task<SheetDesk?> LoadAsync(AwardsDbContext db, Guid callId, Guid id, Guid reader, VisibilityRule partner, CancellationToken cancellationToken)
    {
        var own = await (from review in db.Reviews
                         where review.Id == id && review.CallId == callId && review.ReviewerId == reader
                         join entry in db.Entries on review.EntryId equals entry.Id
                         select new
                         {
                             review.EntryId,
                             review.State,
                             review.Version,
                             entry.Number,
                             entry.ApplicantName,
                             Conflict = db.Conflicts.Any(conflict => conflict.EntryId == review.EntryId && conflict.PersonId == reader),
                         }).FirstOrDefaultAsync(cancellationToken);
        if (own is null) return await OutAsync(db, callId, id, reader, cancellationToken);
        if (own.State == ReviewState.Replaced || (own.Conflict && own.State == ReviewState.Open))
            return new(id, own.Number, own.ApplicantName, own.State, own.Version, own.Conflict, null, [], []);
        var text = await ReviewReading.TextAsync(db.Entries.Where(entry => entry.Id == own.EntryId), cancellationToken);
        var projects = await ReviewReading.ProjectsAsync(db, own.EntryId, cancellationToken);
        var heads = await ReviewReading.HeadsAsync(db, own.EntryId, cancellationToken);
        var readable = await ReviewReading.ContentsAsync(db, own.EntryId, heads, reader, readerIsLead: false, cancellationToken);
        readable = [.. readable.Where(review => review.Head.Id == id || partner.Contents)
            .Select(review => review.Head.Id == id || partner.Names ? review : review with { Head = review.Head with { Reviewer = "" } })];
        return new(id, own.Number, own.ApplicantName, own.State, own.Version, own.Conflict, text, projects, readable)
        {
            Reopenings = await ReviewReading.ReopeningsAsync(db, [.. readable.Select(review => review.Head.Id)], cancellationToken),
        };
    }

    private static async Task<SheetDesk?> OutAsync(AwardsDbContext db, Guid callId, Guid id, Guid reader, CancellationToken cancellationToken) =>
        await (from review in db.Reviews.IgnoreQueryFilters()
               where review.Id == id && review.CallId == callId && review.ReviewerId == reader && review.SetAsideAt != null
               join entry in db.Entries on review.EntryId equals entry.Id
               select new { entry.Number, entry.ApplicantName, review.State, review.Version }).FirstOrDefaultAsync(cancellationToken) is { } own
            ? new(id, own.Number, own.ApplicantName, own.State, own.Version, false, null, [], []) { IsOut = true } : null;
}
