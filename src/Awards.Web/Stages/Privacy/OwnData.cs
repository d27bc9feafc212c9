using System.Text.Json;
using Awards.Domain.PreReview;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Stages.Privacy;

/// <summary>All that the installation holds on one person (Art. 15 and 20 GDPR), and nothing on anybody else.</summary>
public sealed class OwnData(AwardsDbContext db)
{
    /// <summary>Objects of the trail that are the account itself.</summary>
    private static readonly HashSet<string> OfAccount = [nameof(Person), "IdentityUserToken`1", "IdentityUserPasskey`1", "IdentityUserLogin`1"];

    /// <summary>Named parts in order, read one after the other: PostgreSQL answers one question at a time.</summary>
    public async Task<IReadOnlyDictionary<string, object>> CollectAsync(Guid id, CancellationToken cancellationToken)
    {
        var person = await db.Users.AsNoTracking().SingleAsync(each => each.Id == id, cancellationToken);
        var mail = person.Email!.ToLowerInvariant();
        var hash = Domain.Outreach.AddressKey.Of(mail);
        return new Dictionary<string, object>
        {
            ["account"] = new { person.Id, Name = person.DisplayName, person.Email, person.EmailConfirmed, SecondFactor = person.TwoFactorEnabled, HasPassword = person.PasswordHash is not null },
            ["roles"] = await AllAsync(db.RoleAssignments.Where(role => role.PersonId == id).Join(db.Calls, role => role.CallId, call => call.Id, (role, call) => new { Call = call.Slug, Role = role.Role.ToString() }).AsAsyncEnumerable(), cancellationToken),
            ["municipalities"] = await AllAsync(db.Affiliations.Where(each => each.PersonId == id).Join(db.Municipalities, each => each.MunicipalityId, each => each.Id, (_, municipality) => municipality.Name).AsAsyncEnumerable(), cancellationToken),
            ["applications"] = await AllAsync(Applications(id, mail), cancellationToken),
            ["consents"] = await AllAsync(db.Consents.Where(each => each.GivenBy == id).Join(db.Calls, each => each.CallId, call => call.Id,
                (each, call) => new { Call = call.Slug, each.ApplicationId, each.Code, each.TextVersion, each.TextDigest, each.GivenAt, each.WithdrawnAt }).AsAsyncEnumerable(), cancellationToken),
            ["invitations"] = await AllAsync(Invitations(id, mail), cancellationToken),
            ["mails"] = await AllAsync(Mails(mail), cancellationToken),
            ["contacts"] = await AllAsync(db.Contacts.Where(each => each.AddressHash == hash).Join(db.Calls, each => each.CallId, call => call.Id, (each, call) => new { Call = call.Slug, each.Name, each.Office, each.Mail, each.Source, each.ChangedAt }).AsAsyncEnumerable(), cancellationToken),
            ["enquiries"] = await AllAsync(Enquiries(id, mail), cancellationToken),
            ["uploads"] = await AllAsync(db.StoredFiles.Where(file => file.UploadedBy == id).OrderBy(file => file.UploadedAt)
                .Select(file => new { file.Name, Kind = file.Kind.ToString(), file.Size, file.Sha256, file.UploadedAt, For = file.OwnerKind }).AsAsyncEnumerable(), cancellationToken),
            ["sessions"] = await AllAsync(db.Sessions.Where(each => each.PersonId == id).Select(each => new { Method = each.Method.ToString(), each.Strong, each.Device, each.CreatedAt, each.LastSeenAt, each.EndedAt }).AsAsyncEnumerable(), cancellationToken),
            ["passkeys"] = await db.UserPasskeys.Where(each => each.UserId == id).CountAsync(cancellationToken),
            ["signInProviders"] = await AllAsync(db.UserLogins.Where(each => each.UserId == id).Select(each => each.ProviderDisplayName).AsAsyncEnumerable(), cancellationToken),
            ["addressChanges"] = await AllAsync(db.AddressChanges.Where(each => each.PersonId == id).Select(each => new { each.NewMail, each.ExpiresAt, each.UsedAt }).AsAsyncEnumerable(), cancellationToken),
            ["reviews"] = await AllAsync(Reviews(id, cancellationToken), cancellationToken),
            ["conflicts"] = await AllAsync(db.Conflicts.IgnoreQueryFilters().Where(each => each.PersonId == id)
                .Select(each => new { each.EntryId, Kind = each.Kind.ToString(), Source = each.Source.ToString(), each.DeclaredAt, each.DismissedAt, DismissedWhy = each.DismissedBy == id ? each.DismissedWhy : null }).AsAsyncEnumerable(), cancellationToken),
            ["conflictStatements"] = await AllAsync(db.ConflictStatements.Where(each => each.PersonId == id).Join(db.Calls, each => each.CallId, call => call.Id, (each, call) => new { Call = call.Slug, each.UpTo, each.GivenAt }).AsAsyncEnumerable(), cancellationToken),
            ["reviewerProfiles"] = await AllAsync(db.ReviewerProfiles.Where(each => each.PersonId == id).Join(db.Calls, each => each.CallId, call => call.Id,
                (each, call) => new { Call = call.Slug, each.Disciplines, each.Department, each.Min, each.Max, each.Absences, each.Wishes }).AsAsyncEnumerable(), cancellationToken),
            ["shortReports"] = await AllAsync(Reports(id, cancellationToken), cancellationToken),
            ["trail"] = await AllAsync(TrailAsync(id, cancellationToken), cancellationToken),
        };
    }

    private static async Task<List<T>> AllAsync<T>(IAsyncEnumerable<T> rows, CancellationToken cancellationToken)
    {
        var all = new List<T>();
        await foreach (var row in rows.WithCancellation(cancellationToken)) all.Add(row);
        return all;
    }

    // Colleagues' contact data is theirs.
#pragma warning disable CA1304, CA1311, CA1862, RS0030 // lower() of the database
    private IAsyncEnumerable<object> Applications(Guid id, string mail) =>
        (from application in db.Applications
         join call in db.Calls on application.CallId equals call.Id
         let right = db.ApplicationMembers.Where(member => member.ApplicationId == application.Id && member.PersonId == id).Select(member => member.Right.ToString()).FirstOrDefault()
         let isContact = application.Texts.ContactMail.ToLower() == mail
         where right != null || isContact
         select (object)new
         {
             application.Id,
             Call = call.Slug,
             Right = right,
             State = application.Status.ToString(),
             application.ApplicantName,
             application.CreatedAt,
             application.SubmittedAt,
             Title = right == null ? null : application.Texts.Title,
             ContactName = isContact ? application.Texts.ContactName : null,
             ContactMail = isContact ? application.Texts.ContactMail : null,
         }).AsAsyncEnumerable();

    private IAsyncEnumerable<object> Invitations(Guid id, string mail) => db.Invitations.Where(each => each.Mail.ToLower() == mail || each.AcceptedBy == id)
        .Select(each => (object)new { each.Mail, each.Name, each.CallId, each.RoleNames, each.CreatedAt, each.ExpiresAt, each.AcceptedAt, each.WithdrawnAt }).AsAsyncEnumerable();

    private IAsyncEnumerable<object> Enquiries(Guid id, string mail) => db.Enquiries.Where(each => each.Mail.ToLower() == mail || each.AskedBy == id).Join(db.Calls, each => each.CallId, call => call.Id,
        (each, call) => (object)new { Call = call.Slug, each.Name, each.Mail, each.Text, each.Answer, each.AskedAt, each.AnsweredAt }).AsAsyncEnumerable();

    private IAsyncEnumerable<object> Mails(string mail) => db.Outbox.Where(each => each.Recipient.ToLower() == mail).OrderBy(each => each.CreatedAt)
        .Select(each => (object)new { each.Subject, Text = each.Secret ? null : each.Body, each.Secret, State = each.State.ToString(), each.CreatedAt, each.SentAt }).AsAsyncEnumerable();
#pragma warning restore CA1304, CA1311, CA1862, RS0030

    // What was written stays with the author as long as their page shows it: not after a replacement or a conflict of interest.
    private async IAsyncEnumerable<object> Reviews(Guid id, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var versions = (await db.ReviewVersions.IgnoreQueryFilters([Mapping.TakingPart]).AsNoTracking().Where(version => db.Reviews.Any(review => review.Id == version.ReviewId && review.ReviewerId == id)).OrderBy(version => version.At).ToListAsync(cancellationToken))
            .ToLookup(version => version.ReviewId);
        var reopenings = (await db.ReviewReopenings.IgnoreQueryFilters([Mapping.TakingPart]).AsNoTracking().Where(reopening => db.Reviews.Any(review => review.Id == reopening.ReviewId && review.ReviewerId == id)).OrderBy(reopening => reopening.At).ToListAsync(cancellationToken))
            .ToLookup(reopening => reopening.ReviewId);
        var rows = db.Reviews.IgnoreQueryFilters([Mapping.TakingPart]).AsNoTracking().Include(review => review.Sheets).Where(review => review.ReviewerId == id)
            .Join(db.Entries, review => review.EntryId, entry => entry.Id, (review, entry) => new { Review = review, entry.Number, Conflict = db.Conflicts.Any(conflict => conflict.EntryId == entry.Id && conflict.PersonId == id) });
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var shown = row.Review.State != ReviewState.Replaced && !row.Conflict;
            yield return new
            {
                row.Review.Id,
                Entry = row.Number,
                State = row.Review.State.ToString(),
                Vote = shown ? row.Review.Vote?.ToString() : null,
                Reasons = shown ? row.Review.Reasons : null,
                row.Review.HandedInAt,
                Reopened = reopenings[row.Review.Id].Select(reopening => new { reopening.At, reopening.Why }).ToList(),
                Sheets = shown ? row.Review.Sheets.Select(sheet => new { sheet.ProjectId, sheet.Ratings, sheet.CriterionComments, sheet.Comment }).ToList() : [],
                Versions = shown ? versions[row.Review.Id].Select(version => new { version.At, Occasion = version.Occasion.ToString(), version.Content }).ToList() : [],
            };
        }
    }

    // An editor's changes are the editor's words.
    private async IAsyncEnumerable<object> Reports(Guid id, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rows = db.ShortReports.AsNoTracking().Include(report => report.Versions).Where(report => report.WriterId == id || report.Versions.Any(version => version.KeptBy == id))
            .Join(db.Entries, report => report.EntryId, entry => entry.Id, (report, entry) => new { Report = report, entry.Number });
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancellationToken))
            yield return new
            {
                Entry = row.Number,
                row.Report.ProjectId,
                State = row.Report.State.ToString(),
                IsWriter = row.Report.WriterId == id,
                Description = row.Report is { State: ReportState.Draft } draft && draft.WriterId == id ? row.Report.Description : null,
                Reasons = row.Report is { State: ReportState.Draft } own && own.WriterId == id ? row.Report.Reasons : null,
                Versions = row.Report.Versions.Where(version => version.KeptBy == id).OrderBy(version => version.Number).Select(version => new { version.KeptAt, version.Description, version.Reasons }).ToList(),
            };
    }

    /// <summary>Rows by or about the person. Values only of the account itself: those of other objects may be somebody else's.</summary>
    private async IAsyncEnumerable<object> TrailAsync(Guid id, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rows = db.AuditRows.AsNoTracking().Where(row => row.PersonId == id || row.ObjectId == id || row.AboutId == id).OrderBy(row => row.At).ThenBy(row => row.Id)
            .Select(row => new { row.At, row.Action, row.ObjectType, row.ObjectId, row.ActingAs, row.Why, ByYou = row.PersonId == id, Json = row.Values == null ? "" : row.Values.Json });
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancellationToken))
            yield return new
            {
                row.At,
                Action = row.Action.ToString(),
                row.ObjectType,
                row.ObjectId,
                row.ByYou,
                ActingAs = row.ByYou ? row.ActingAs : null,
                Why = row.ByYou ? row.Why : null,
                Values = row.ObjectId == id && OfAccount.Contains(row.ObjectType) && row.Json.Length > 0 ? JsonSerializer.Deserialize<JsonElement>(row.Json) : (JsonElement?)null,
            };
    }
}
