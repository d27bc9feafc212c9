using System.Collections.Immutable;
using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Intake;
using Awards.Domain.Municipalities;
using Awards.Domain.PreReview;
using Awards.Web.Data;
using Awards.Web.Stages.Shared;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Stages.PreReview;

/// <summary>An entry to be read.</summary>
public sealed record EntryText(Guid Id, int Number, string Name, string Title, MunicipalityType Type, string TypeSource, string GroupCode, string? State, bool IsJoint,
    string Department, string Website, string Summary, string Description, AnswerSet Answers)
{
    public required string Contribution { get; init; }
    public required Novelty? Novelty { get; init; }
    public required string Focus { get; init; }
    public required string ThirdParties { get; init; }
    public required string Embedding { get; init; }
    public required IReadOnlyList<Participant> Participants { get; init; }
    public required ApplicationFiles Files { get; init; }

    /// <summary>For the partial _Written.</summary>
    public Written Written(CallDefinition call, IReadOnlyList<ProjectLine> projects) => new(call, Summary, Description, Contribution, Novelty, Focus, ThirdParties, Embedding, Participants, Files,
        [.. projects.Select(project => new ProjectText(project.Title, project.Description) { Fields = project.Fields })]);
}

/// <summary>A single project of it.</summary>
public sealed record ProjectLine(Guid Id, int Position, string Title, string Description, AnswerSet Fields);

/// <summary>A review as everybody concerned may see it under seal.</summary>
public sealed record ReviewHead(Guid Id, Guid ReviewerId, string Reviewer, ReviewState State, DateTime? HandedInAt)
{
    public ReviewStanding Standing => new(ReviewerId, State);
}

/// <summary>A filled sheet; no project = the entry as a whole.</summary>
public sealed record SheetRead(Guid? ProjectId, ImmutableSortedDictionary<string, int?> Ratings, string Comment)
{
    /// <summary>Comments by criterion.</summary>
    public ImmutableSortedDictionary<string, string> Comments { get; init; } = ReviewSheet.NoComments;
}

/// <summary>That a review was opened again, by whom, when and why.</summary>
public sealed record ReopeningRead(Guid ReviewId, DateTime At, string By, string Why);

/// <summary>Contents of a review, for who may read them.</summary>
public sealed record ReviewRead(ReviewHead Head, Vote? Vote, string Reasons, double? Score, IReadOnlyList<SheetRead> Sheets)
{
    /// <summary>The same as the domain has it.</summary>
    public ReviewContent Content => new([.. Sheets.Select(sheet => (sheet.ProjectId, new SheetContent(sheet.Ratings, sheet.Comment) { Comments = sheet.Comments }))], Vote, Reasons);
}

/// <summary>Reviews of one entry for the partial _Reviews. A review without a name is shown as the other person's.</summary>
public sealed record ReviewsShown(CallDefinition Call, IReadOnlyList<ProjectLine> Projects, IReadOnlyList<ReviewRead> Reviews);

/// <summary>An entry for the partial _EntryText.</summary>
public sealed record EntryShown(CallDefinition Call, EntryText Text, IReadOnlyList<ProjectLine> Projects);

/// <summary>Reads one entry and its reviews. Contents under seal are not even loaded.</summary>
public static class ReviewReading
{
    public static Task<EntryText?> TextAsync(IQueryable<Entry> entry, CancellationToken cancellationToken) =>
        entry.Select(each => new EntryText(each.Id, each.Number, each.ApplicantName, each.Title, each.Type, each.TypeSource, each.GroupCode, each.State, each.IsJoint,
            each.Department, each.Website, each.Summary, each.Description, each.Answers)
        {
            Contribution = each.Contribution,
            Novelty = each.Novelty,
            Focus = each.Focus,
            ThirdParties = each.ThirdParties,
            Embedding = each.Embedding,
            Participants = each.Participants,
            Files = each.Files,
        }).FirstOrDefaultAsync(cancellationToken);

    public static Task<List<ProjectLine>> ProjectsAsync(AwardsDbContext db, Guid entryId, CancellationToken cancellationToken) =>
        db.Entries.Where(entry => entry.Id == entryId).SelectMany(entry => entry.Projects).OrderBy(project => project.Position)
            .Select(project => new ProjectLine(project.Id, project.Position, project.Title, project.Description, project.Fields)).ToListAsync(cancellationToken);

    /// <summary>All reviews of an entry by the reviewers' names, replaced ones included.</summary>
    public static Task<List<ReviewHead>> HeadsAsync(AwardsDbContext db, Guid entryId, CancellationToken cancellationToken) =>
        (from review in db.Reviews
         where review.EntryId == entryId
         join person in db.Users on review.ReviewerId equals person.Id
         orderby person.DisplayName, person.Id
         select new ReviewHead(review.Id, review.ReviewerId, person.DisplayName, review.State, review.HandedInAt)).ToListAsync(cancellationToken);

    /// <summary>When reviews were opened again, in order.</summary>
    public static Task<List<ReopeningRead>> ReopeningsAsync(AwardsDbContext db, IReadOnlyCollection<Guid> reviews, CancellationToken cancellationToken) =>
        (from reopening in db.ReviewReopenings
         where reviews.Contains(reopening.ReviewId)
         join person in db.Users on reopening.By equals person.Id into people
         from person in people.DefaultIfEmpty()
         orderby reopening.At
         select new ReopeningRead(reopening.ReviewId, reopening.At, person == null ? "" : person.DisplayName, reopening.Why)).ToListAsync(cancellationToken);

    /// <summary>Contents of those reviews of an entry that the reader may see now.</summary>
    public static async Task<IReadOnlyList<ReviewRead>> ContentsAsync(AwardsDbContext db, Guid entryId, IReadOnlyList<ReviewHead> heads, Guid reader, bool readerIsLead, CancellationToken cancellationToken)
    {
        var standings = heads.Select(head => head.Standing).ToArray();
        var readable = heads.Where(head => Seal.MayReadContents(head.Standing, reader, readerIsLead, standings)).ToList();
        if (readable.Count == 0) return [];
        var ids = readable.ConvertAll(head => head.Id);
        var rows = await (from review in db.Reviews
                          where review.EntryId == entryId && ids.Contains(review.Id)
                          from sheet in review.Sheets
                          select new { review.Id, review.Vote, review.Reasons, review.Score, sheet.ProjectId, sheet.Ratings, sheet.Comment, sheet.CriterionComments }).ToListAsync(cancellationToken);
        var byReview = rows.ToLookup(row => row.Id);
        return readable.ConvertAll(head => new ReviewRead(head, byReview[head.Id].First().Vote, byReview[head.Id].First().Reasons, byReview[head.Id].First().Score,
            [.. byReview[head.Id].Select(row => new SheetRead(row.ProjectId, row.Ratings, row.Comment) { Comments = row.CriterionComments })]));
    }
}
