using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Intake;
using Awards.Domain.Municipalities;
using Awards.Domain.PreReview;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Stages.Intake;

/// <summary>Loads the list of applications: two queries, and one for each kind of thing that search or columns need, however many rows.</summary>
public static class ListQueries
{
    private sealed record Core(Guid Id, int? Arrival, DateTime? SubmittedAt, string Name, string NameSort, string Title, MunicipalityType? Type, string? State, ApplicationState Status,
        bool IsJoint, Channel Channel, Guid? MunicipalityId, int Projects, int? Entry, string? Group);

    private sealed record More(string Contact, string Mail, AnswerSet Answers, bool Incomplete);

    /// <summary>What the address asks for, as far as the reader may see it.</summary>
    public static async Task<ApplicationList> LoadAsync(AwardsDbContext db, SearchScope scope, ApplicationFilter filter, CancellationToken cancellationToken)
    {
        var counts = await db.Applications.Where(application => application.CallId == scope.Call.Id).GroupBy(application => application.Status)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        var search = SearchParser.Parse(filter.Search, scope);
        if (search.Refused(out var refusal)) return new([], refusal, counts);
        var needs = ListColumns.Chosen(filter.Columns, scope.Contacts).Aggregate(search.Fact.Needs, (all, column) => all | column.Needs);
        var rows = await RowsAsync(db, scope, filter, needs, cancellationToken);
        return new(Sorted(rows.Where(row => search.Fact.Matches(row.Search)), filter), null, counts);
    }

    private static async Task<List<ListRow>> RowsAsync(AwardsDbContext db, SearchScope scope, ApplicationFilter filter, SearchNeeds needs, CancellationToken cancellationToken)
    {
        var call = scope.Call;
        var cores = await (from application in Filtered(db, call.Id, filter)
                           join entry in db.Entries on application.Id equals entry.ApplicationId into entries
                           from entry in entries.DefaultIfEmpty()
                           select new Core(application.Id, application.ArrivalNumber, application.SubmittedAt, application.ApplicantName, application.ApplicantSort, application.Texts.Title, application.Type,
                               application.State, application.Status, application.IsJoint, application.Channel, application.MunicipalityId, application.Projects.Count,
                               entry == null ? null : entry.Number, entry == null ? null : entry.GroupCode)).ToListAsync(cancellationToken);
        var mine = OfCall(db, call.Id);
        var more = await MoreAsync(mine, scope, needs, cancellationToken);
        var projects = needs.HasFlag(SearchNeeds.Projects)
            ? (await db.Set<SingleProject>().Join(mine, project => EF.Property<Guid>(project, "ApplicationId"), each => each.Id, (project, each) => new { each.Id, project.Title }).ToListAsync(cancellationToken)).ToLookup(each => each.Id, each => SortKey.Of(each.Title)) : null;
        var twins = needs.HasFlag(SearchNeeds.Twins) ? await TwinsAsync(db, call.Id, more, cancellationToken) : [];
        var reviewed = needs.HasFlag(SearchNeeds.Reviews)
            ? await db.Reviews.Where(review => review.CallId == call.Id && review.State != ReviewState.Replaced).Join(db.Entries, review => review.EntryId, entry => entry.Id, (_, entry) => entry.ApplicationId).Distinct().ToHashSetAsync(cancellationToken) : [];
        var settled = needs.HasFlag(SearchNeeds.Checks) ? (await db.FormalChecks.Join(mine, check => check.ApplicationId, each => each.Id, (check, _) => new { check.ApplicationId, check.Code, check.State })
            .Where(check => check.State == CheckState.Ok || check.State == CheckState.Accepted).ToListAsync(cancellationToken)).ToLookup(check => check.ApplicationId, check => check.Code) : null;
        var asked = needs.HasFlag(SearchNeeds.Requests) ? await db.MissingPieceRequests.Where(piece => piece.ClosedAt == null).Join(mine, piece => piece.ApplicationId, each => each.Id, (piece, _) => piece.ApplicationId).Distinct().ToHashSetAsync(cancellationToken) : [];
        var files = needs.HasFlag(SearchNeeds.Files) ? await db.AnswerFiles.Select(file => file.ApplicationId).Union(db.MissingPieceFiles.Join(db.MissingPieceRequests, file => file.RequestId, piece => piece.Id, (_, piece) => piece.ApplicationId))
            .Join(mine, id => id, each => each.Id, (id, _) => id).ToHashSetAsync(cancellationToken) : [];
        var keyed = call.Definition.PostmarkCounts ? await db.KeyedChecks.AsNoTracking().Where(check => check.Postmark != null).Join(mine, check => check.ApplicationId, each => each.Id, (check, _) => check).ToDictionaryAsync(check => check.ApplicationId, cancellationToken) : [];
        var items = (call.Definition.FormalChecks ?? []).Select(item => item.Code).ToList();

        return cores.ConvertAll(core =>
        {
            var rest = more.GetValueOrDefault(core.Id);
            var marks = (twins.Contains(core.Id) ? SearchMarks.Twin : 0) | (FormalFindings.IsLate(keyed.TryGetValue(core.Id, out var arrived) ? arrived.Arrival.CountsAt(call) : core.SubmittedAt, call) ? SearchMarks.Late : 0)
                | (rest?.Incomplete == true ? SearchMarks.Incomplete : 0)
                | (reviewed.Contains(core.Id) ? SearchMarks.Review : 0) | (settled is not null && items.TrueForAll(settled[core.Id].Contains) ? SearchMarks.Checked : 0)
                | (asked.Contains(core.Id) ? SearchMarks.Request : 0) | (files.Contains(core.Id) ? SearchMarks.File : 0);
            return new ListRow(core.Id, core.Name, core.Title, core.Projects, new SearchRow
            {
                Name = core.NameSort,
                // A title has a stored key only from admission on; a call has few enough applications to make keys while looking.
                Title = SortKey.Of(core.Title),
                Status = core.Status,
                Channel = core.Channel,
                Type = core.Type,
                State = core.State,
                IsJoint = core.IsJoint,
                SubmittedAt = core.SubmittedAt,
                Arrival = core.Arrival,
                Entry = core.Entry,
                Group = core.Group,
                Projects = projects is null ? "" : string.Join('\n', projects[core.Id]),
                Contact = SortKey.Of(rest?.Contact ?? ""),
                Mail = (rest?.Mail ?? "").ToLowerInvariant(),
                Answers = rest?.Answers ?? AnswerSet.Empty,
                Marks = marks,
            }, rest?.Contact ?? "", rest?.Mail ?? "");
        });
    }

    /// <summary>What lies in larger columns, where it is needed: whole applications only to tell what they lack.</summary>
    private static async Task<Dictionary<Guid, More>> MoreAsync(IQueryable<Application> mine, SearchScope scope, SearchNeeds needs, CancellationToken cancellationToken)
    {
        More Of(string contact, string mail, AnswerSet answers, bool incomplete) => new(scope.Contacts ? contact : "", scope.Contacts ? mail : "", answers, incomplete);
        if (needs.HasFlag(SearchNeeds.Incomplete))
            return (await mine.AsNoTracking().Include(each => each.Projects).ToListAsync(cancellationToken))
                .ToDictionary(each => each.Id, each => Of(each.Texts.ContactName, each.Texts.ContactMail, each.Answers, FormalFindings.Missing(each, scope.Call.Definition).Count > 0));
        if (needs.HasFlag(SearchNeeds.Answers) || (scope.Contacts && (needs & (SearchNeeds.Contacts | SearchNeeds.Twins)) != 0))
            return await mine.Select(each => new { each.Id, each.Texts.ContactName, each.Texts.ContactMail, each.Answers }).ToDictionaryAsync(each => each.Id, each => Of(each.ContactName, each.ContactMail, each.Answers, false), cancellationToken);
        return [];
    }

    /// <summary>Applications that look like another one of the call, whatever the filter lets through.</summary>
    private static async Task<HashSet<Guid>> TwinsAsync(AwardsDbContext db, Guid callId, Dictionary<Guid, More> more, CancellationToken cancellationToken)
    {
        var all = await OfCall(db, callId).Where(each => each.Status != ApplicationState.Withdrawn).Select(each => new { each.Id, each.MunicipalityId, each.Texts.Title }).ToListAsync(cancellationToken);
        var wanted = (await db.WantedPairs.Where(pair => pair.CallId == callId).Select(pair => new { pair.FirstId, pair.SecondId }).ToListAsync(cancellationToken)).Select(pair => (pair.FirstId, pair.SecondId)).ToHashSet();
        return [.. Duplicates.Among([.. all.Select(each => new TwinCandidate(each.Id, each.MunicipalityId, more.GetValueOrDefault(each.Id)?.Mail ?? "", each.Title))])
            .Where(twins => !wanted.Contains(Duplicates.Ordered(twins.One, twins.Other))).SelectMany(twins => new[] { twins.One, twins.Other })];
    }

    private static IQueryable<Application> OfCall(AwardsDbContext db, Guid callId) => db.Applications.Where(application => application.CallId == callId && application.Status != ApplicationState.Draft);

    private static IQueryable<Application> Filtered(AwardsDbContext db, Guid callId, ApplicationFilter filter)
    {
        var applications = OfCall(db, callId);
        foreach (var (code, state) in ApplicationFilter.States)
            if (filter.Status == code) applications = applications.Where(application => application.Status == state);
        if (filter.Type is { } type)
        {
            var wanted = MunicipalityTypes.Parse(type);
            applications = applications.Where(application => application.Type == wanted);
        }
        if (filter.State is { } land)
        {
            var wanted = land == ApplicationFilter.Without ? null : land;
            applications = applications.Where(application => application.State == wanted);
        }
        return applications;
    }

    private static List<ListRow> Sorted(IEnumerable<ListRow> rows, ApplicationFilter filter)
    {
        var byArrival = rows.OrderBy(row => row.Search.Arrival);
        var sorted = (filter.Sort == ListColumns.Arrival ? byArrival : byArrival.OrderBy(ListColumns.Of(filter.Sort).Key!, StringComparer.Ordinal)).ToList();
        if (filter.Descending) sorted.Reverse();
        return sorted;
    }
}
