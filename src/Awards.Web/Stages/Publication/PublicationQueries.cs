using Awards.Domain.Calls;
using Awards.Domain.Intake;
using Awards.Domain.Jury;
using Awards.Domain.Municipalities;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Stages.Publication;

/// <summary>An entry as the public list shows it.</summary>
public sealed record PublicEntryLine(int Number, string Applicant, MunicipalityType Type, string? State, string Title, long? Cents, string? ProjectTitle);

/// <summary>How many entries there are of a type in a state.</summary>
public sealed record PublicCount(MunicipalityType Type, string? State, int Count);

/// <summary>A page of the list.</summary>
public sealed record PublicEntryList(IReadOnlyList<PublicEntryLine> Lines, int Found, IReadOnlyList<PublicCount> Counts);

/// <summary>All that the public sees of an entry.</summary>
public sealed record PublicEntry(int Number, string Applicant, MunicipalityType Type, string? State, bool IsJoint, string Department, string Website,
    string Title, string Summary, string Description, IReadOnlyList<string> Projects, string? AwardGroup, long? Cents, string? ProjectTitle);

/// <summary>The contact person of an entry, who agreed to be named.</summary>
public sealed record PublicContact(string Name, string Mail);

/// <summary>A winner.</summary>
public sealed record PublicWinner(string GroupCode, int Number, string Applicant, string? State, string Title, string? ProjectTitle, long Cents);

/// <summary>Reads what is published: names, titles and prizes. Answers, reviews, votes and proposals are not among it.</summary>
public static class PublicationQueries
{
    /// <summary>A page of the entries found: three queries, however many entries.</summary>
    public static async Task<PublicEntryList> EntriesAsync(AwardsDbContext db, Call call, EntrySearch search, CancellationToken cancellationToken)
    {
        var counts = await db.Entries.Where(entry => entry.CallId == call.Id).GroupBy(entry => new { entry.Type, entry.State })
            .Select(group => new PublicCount(group.Key.Type, group.Key.State, group.Count())).ToListAsync(cancellationToken);
        var found = Found(db, call, search);
        var sorted = search.Order switch
        {
            "titel" => found.OrderBy(row => row.Entry.TitleSort).ThenBy(row => row.Entry.Number),
            "preis" => found.OrderByDescending(row => row.Award == null ? 0 : row.Award.Cents).ThenBy(row => row.Entry.ApplicantSort).ThenBy(row => row.Entry.Number),
            "nummer" => found.OrderBy(row => row.Entry.Number),
            _ => found.OrderBy(row => row.Entry.ApplicantSort).ThenBy(row => row.Entry.Number),
        };
        var lines = await sorted.Skip((search.Page - 1) * search.Size).Take(search.Size)
            .Select(row => new PublicEntryLine(row.Entry.Number, row.Entry.ApplicantName, row.Entry.Type, row.Entry.State, row.Entry.Title,
                row.Award == null ? null : row.Award.Cents,
                row.Entry.Projects.Where(project => row.Award != null && project.Id == row.Award.ProjectId).Select(project => project.Title).FirstOrDefault()))
            .ToListAsync(cancellationToken);
        return new(lines, await found.CountAsync(cancellationToken), counts);
    }

    /// <summary>One entry. Texts of its own only where they were not generated.</summary>
    public static Task<PublicEntry?> EntryAsync(AwardsDbContext db, Call call, int number, CancellationToken cancellationToken)
    {
        var generated = call.HasGeneratedContent;
        return Found(db, call, new EntrySearch()).Where(row => row.Entry.Number == number).Select(row => new PublicEntry(
            row.Entry.Number, row.Entry.ApplicantName, row.Entry.Type, row.Entry.State, row.Entry.IsJoint, row.Entry.Department, row.Entry.Website, row.Entry.Title,
            generated || row.Entry.IsGenerated ? "" : row.Entry.Summary, generated || row.Entry.IsGenerated ? "" : row.Entry.Description,
            row.Entry.Projects.OrderBy(project => project.Position).Select(project => project.Title).ToList(),
            row.Award == null ? null : row.Award.GroupCode, row.Award == null ? null : row.Award.Cents,
            row.Entry.Projects.Where(project => row.Award != null && project.Id == row.Award.ProjectId).Select(project => project.Title).FirstOrDefault()))
            .FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>The contact person, where a consent to name this very person in this very text holds; else null. One query, whether there is one or not.</summary>
    public static async Task<PublicContact?> ContactAsync(AwardsDbContext db, Call call, int number, CancellationToken cancellationToken)
    {
        var permits = call.Definition.PrivacyRules().Consents.Where(consent => consent.Permits == ConsentEffect.PublishContact).ToList();
        var codes = permits.ConvertAll(consent => consent.Code);
        var given = await (from entry in db.Entries
                           where entry.CallId == call.Id && entry.Number == number
                           join application in db.Applications on entry.ApplicationId equals application.Id
                           join consent in db.Consents on application.Id equals consent.ApplicationId
                           where consent.WithdrawnAt == null && codes.Contains(consent.Code)
                           select new { Consent = consent, Name = application.Texts.ContactName, Mail = application.Texts.ContactMail }).AsNoTracking().ToListAsync(cancellationToken);
        return given.Where(each => permits.Any(permit => each.Consent.Covers(permit, each.Name, each.Mail))).Select(each => new PublicContact(each.Name, each.Mail)).FirstOrDefault();
    }

    /// <summary>The winners, by name of the municipality.</summary>
    public static async Task<IReadOnlyList<PublicWinner>> WinnersAsync(AwardsDbContext db, Guid callId, CancellationToken cancellationToken) =>
        await db.Awards.Where(award => award.CallId == callId)
            .Join(db.Entries, award => award.EntryId, entry => entry.Id, (award, entry) => new { award, entry })
            .OrderBy(row => row.entry.ApplicantSort).ThenBy(row => row.entry.Number)
            .Select(row => new PublicWinner(row.award.GroupCode, row.entry.Number, row.entry.ApplicantName, row.entry.State, row.entry.Title,
                row.entry.Projects.Where(project => project.Id == row.award.ProjectId).Select(project => project.Title).FirstOrDefault(), row.award.Cents))
            .ToListAsync(cancellationToken);

    private sealed class Row
    {
        public required Entry Entry { get; init; }
        public Award? Award { get; init; }
    }

    private static IQueryable<Row> Found(AwardsDbContext db, Call call, EntrySearch search)
    {
        var rows = db.Entries.AsNoTracking().Where(entry => entry.CallId == call.Id)
            .LeftJoin(db.Awards, entry => entry.Id, award => award.EntryId, (entry, award) => new Row { Entry = entry, Award = award });
        if (search.Type is { } type) rows = rows.Where(row => row.Entry.Type == type);
        if (search.State is { } state) rows = rows.Where(row => row.Entry.State == state);
        if (search.Prize == EntrySearch.AnyPrize) rows = rows.Where(row => row.Award != null);
        else if (call.Definition.Prizes.FirstOrDefault(kind => kind.Code == search.Prize) is { } prize)
            rows = rows.Where(row => row.Award != null && row.Award.Cents == prize.Cents && prize.Groups.Contains(row.Award.GroupCode));
        foreach (var word in SortKey.Of(search.Words).Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().Take(10))
            rows = rows.Where(row => row.Entry.ApplicantSort.Contains(word) || row.Entry.TitleSort.Contains(word));
        return rows;
    }
}
