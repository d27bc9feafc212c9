using System.Text.Json;
using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Intake;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Platform.Privacy;

/// <summary>A rule of a call, when it takes effect and what it would concern as things stand.</summary>
public sealed record RetentionForecast(RetentionRule Rule, DateTime? DueAt, int Count);

/// <summary>Carries out what calls say about how long data is kept. Safe to repeat, and to break off at any point.</summary>
public sealed class Retention(AwardsDbContext db)
{
    /// <summary>Objects in one transaction.</summary>
    private const int Batch = 100;

    /// <summary>The rules of a call with what is still there; changes nothing.</summary>
    public async Task<IReadOnlyList<RetentionForecast>> PreviewAsync(Call call, CancellationToken cancellationToken)
    {
        var forecasts = new List<RetentionForecast>();
        foreach (var rule in call.Definition.PrivacyRules().Retention)
            forecasts.Add(new(rule, rule.DueAt(call), await Concerned(call, rule.What).CountAsync(cancellationToken)));
        return forecasts;
    }

    /// <summary>Carries out what is due in a call; gives the number by rule.</summary>
    public async Task<IReadOnlyDictionary<RetentionSubject, int>> RunAsync(Call call, DateTime now, CancellationToken cancellationToken)
    {
        var done = new Dictionary<RetentionSubject, int>();
        foreach (var rule in call.Definition.PrivacyRules().Retention.Where(rule => rule.DueAt(call) <= now))
        {
            var count = 0;
            while (await StepAsync(call, rule.What, now, cancellationToken) is > 0 and var step) count += step;
            if (count > 0) done[rule.What] = count;
        }
        return done;
    }

    private async Task<int> StepAsync(Call call, RetentionSubject what, DateTime now, CancellationToken cancellationToken)
    {
        var write = WriteContext.System(now, "Ablauf der Aufbewahrung") with { CallId = call.Id };
        return (await db.WriteAsync(write, AuditAction.RetentionCarriedOut, async () =>
        {
            var ids = await Concerned(call, what).OrderBy(id => id).Take(Batch).ToListAsync(cancellationToken);
            if (ids.Count == 0) return (Outcome<int>)0;
            await CarryOutAsync(call, what, ids, write, cancellationToken);
            await ReportAsync(call.Id, what.ToString(), ids.Count, now, cancellationToken);
            db.Record(write, AuditAction.RetentionCarriedOut, nameof(Call), call.Id, JsonSerializer.Serialize(new Dictionary<string, int[]> { [what.ToString()] = [0, ids.Count] }));
            return ids.Count;
        }, call.Id, cancellationToken)).Fact;
    }

    /// <summary>Adds to the report of this run; inside a write.</summary>
    internal async Task ReportAsync(Guid? callId, string rule, int count, DateTime now, CancellationToken cancellationToken)
    {
        if (await db.RetentionReports.SingleOrDefaultAsync(each => each.CallId == callId && each.Rule == rule && each.At == now, cancellationToken) is { } report) report.Count += count;
        else db.RetentionReports.Add(new() { Id = Guid.CreateVersion7(), CallId = callId, Rule = rule, Count = count, At = now });
    }

    /// <summary>Ids of what a rule still has to do with; for authors the people.</summary>
    private IQueryable<Guid> Concerned(Call call, RetentionSubject what)
    {
        var callId = call.Id;
        return what switch
        {
            RetentionSubject.Drafts => db.Applications.Where(each => each.CallId == callId && each.Status == ApplicationState.Draft && each.ArrivalNumber == null).Select(each => each.Id),
            RetentionSubject.NotAdmitted => db.Applications.Where(each => each.CallId == callId && each.Status != ApplicationState.Admitted && each.ArrivalNumber != null && each.ErasedAt == null).Select(each => each.Id),
            RetentionSubject.Contacts => db.Applications.Where(each => each.CallId == callId && each.ArrivalNumber != null && (each.Texts.ContactName != "" || each.Texts.ContactMail != "" || each.Texts.ContactPhone != "")).Select(each => each.Id)
                .Concat(db.LettersOfIntent.Where(each => each.CallId == callId && each.ContactMail != "").Select(each => each.Id)),
            RetentionSubject.Mails => db.Outbox.Where(each => each.CallId == callId && each.Recipient != "" && each.State != OutboxState.Waiting && each.State != OutboxState.Sending).Select(each => each.Id),
            RetentionSubject.ReviewAuthors => ReviewerErasure.Named(db, callId),
            RetentionSubject.Outreach => db.Contacts.Where(each => each.CallId == callId).Select(each => each.Id)
                .Concat(db.Enquiries.Where(each => each.CallId == callId && each.ErasedAt == null).Select(each => each.Id)),
            _ => throw new ArgumentOutOfRangeException(nameof(what), what, null),
        };
    }

    private Task CarryOutAsync(Call call, RetentionSubject what, IReadOnlyList<Guid> ids, WriteContext write, CancellationToken cancellationToken) => what switch
    {
        RetentionSubject.Drafts => DeleteAsync(ids, write, cancellationToken),
        RetentionSubject.NotAdmitted => EmptyAsync(ids, write, cancellationToken),
        RetentionSubject.Contacts => Contacts.EraseAsync(db, write, ids, cancellationToken),
        RetentionSubject.Mails => Mails.EraseAsync(db, db.Outbox.Where(each => ids.Contains(each.Id)), cancellationToken),
        RetentionSubject.Outreach => ForgetAsync(call, ids, write, cancellationToken),
        _ => ReviewerErasure.DisownAsync(db, call, ids, write, cancellationToken),
    };

    private async Task DeleteAsync(IReadOnlyList<Guid> ids, WriteContext write, CancellationToken cancellationToken)
    {
        await db.Consents.Where(each => ids.Contains(each.ApplicationId)).ExecuteDeleteAsync(cancellationToken);
        await db.ApplicationChanges.Where(each => ids.Contains(each.ApplicationId)).ExecuteDeleteAsync(cancellationToken);
        await db.ApplicationReminders.Where(each => ids.Contains(each.ApplicationId)).ExecuteDeleteAsync(cancellationToken);
        await db.Submissions.Where(each => ids.Contains(each.ApplicationId)).ExecuteDeleteAsync(cancellationToken);
        await db.Invitations.Where(each => each.ApplicationId != null && ids.Contains(each.ApplicationId.Value)).ExecuteDeleteAsync(cancellationToken);
        await db.AnswerFiles.Where(each => ids.Contains(each.ApplicationId)).ExecuteDeleteAsync(cancellationToken);
        await db.ArrivalScans.Where(each => ids.Contains(each.ApplicationId)).ExecuteDeleteAsync(cancellationToken);
        await db.KeyedChecks.Where(each => ids.Contains(each.ApplicationId)).ExecuteDeleteAsync(cancellationToken);
        await db.ApplicationMembers.Where(each => ids.Contains(each.ApplicationId)).ExecuteDeleteAsync(cancellationToken);
        await db.Set<SingleProject>().Where(each => ids.Contains(EF.Property<Guid>(each, "ApplicationId"))).ExecuteDeleteAsync(cancellationToken);
        await db.Applications.Where(each => ids.Contains(each.Id)).ExecuteDeleteAsync(cancellationToken);
        await AuditErasure.EraseAsync(db, write, nameof(Application), ids, cancellationToken);
    }

    private async Task EmptyAsync(IReadOnlyList<Guid> ids, WriteContext write, CancellationToken cancellationToken)
    {
        foreach (var application in await db.Applications.Include(each => each.Projects).Where(each => ids.Contains(each.Id)).ToListAsync(cancellationToken)) application.EraseContent(write.When);
        // Those excluded after their admission.
        var entries = await db.Entries.IgnoreQueryFilters().Include(each => each.Projects).Where(each => ids.Contains(each.ApplicationId)).ToListAsync(cancellationToken);
        foreach (var entry in entries) entry.EraseContent();
        foreach (var submission in await db.Submissions.Where(each => ids.Contains(each.ApplicationId)).ToListAsync(cancellationToken)) submission.Erase();
        foreach (var request in await db.MissingPieceRequests.Where(each => ids.Contains(each.ApplicationId)).ToListAsync(cancellationToken)) request.EraseContent();
        await db.MissingPieceFiles.Where(file => db.MissingPieceRequests.Any(request => request.Id == file.RequestId && ids.Contains(request.ApplicationId))).ExecuteDeleteAsync(cancellationToken);
        await db.SaveBulkAsync(cancellationToken);
        await db.ApplicationChanges.Where(each => ids.Contains(each.ApplicationId)).ExecuteDeleteAsync(cancellationToken);
        await db.AnswerFiles.Where(each => ids.Contains(each.ApplicationId)).ExecuteDeleteAsync(cancellationToken);
        await db.ArrivalScans.Where(each => ids.Contains(each.ApplicationId)).ExecuteDeleteAsync(cancellationToken);
        await Contacts.EndConsentsAsync(db, write, ids, cancellationToken);
        await AuditErasure.EraseAsync(db, write, nameof(Application), ids, cancellationToken);
        await AuditErasure.EraseAsync(db, write, nameof(Entry), [.. entries.Select(entry => entry.Id)], cancellationToken);
    }

    /// <summary>Addresses of mailings and of who asked; uploaded files with addresses, and what servers said about them, go with them.</summary>
    private async Task ForgetAsync(Call call, IReadOnlyList<Guid> ids, WriteContext write, CancellationToken cancellationToken)
    {
        await OutreachErasure.EraseEnquiriesAsync(db, await db.Enquiries.Where(each => ids.Contains(each.Id)).Select(each => each.Id).ToListAsync(cancellationToken), write, cancellationToken);
        await OutreachErasure.RemoveAsync(db, await db.Contacts.Where(each => ids.Contains(each.Id)).Select(each => each.Id).ToListAsync(cancellationToken), write, cancellationToken);
        await db.ContactUploads.Where(each => db.ContactLists.Any(list => list.Id == each.ListId && list.CallId == call.Id)).ExecuteDeleteAsync(cancellationToken);
        await db.Bounces.Where(each => each.CallId == call.Id).ExecuteUpdateAsync(set => set.SetProperty(each => each.Reason, ""), cancellationToken);
    }
}
