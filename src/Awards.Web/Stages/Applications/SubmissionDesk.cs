using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Mail;
using Awards.Web.Platform.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Applications;

/// <summary>Handing an application in, with what belongs to it: number, kept content, consents, receipt; and taking it back.</summary>
public sealed class SubmissionDesk(AwardsDbContext db, ApplicationDesk desk, ConsentDesk consents, TextMeasuring measuring, MailTemplates mails, IStringLocalizer<Text> texts)
{
    /// <summary>Hands it in. The number and the mail belong to the one submission that changes something; the lock on the call keeps numbers apart.</summary>
    public async Task<Outcome<Application>> SubmitAsync(OwnApplication own, int seen, IReadOnlySet<string> ticked, CancellationToken cancellationToken)
    {
        // Outside the lock; a number that cannot be had at this moment stops nobody.
        if (own.Application.Files.Text is null) _ = await measuring.PagesAsync(own, cancellationToken);
        return await desk.WriteAsync(own, AuditAction.ApplicationSubmitted, MemberRight.Sign, async (application, write) =>
        {
            if (application.Status == ApplicationState.Submitted) return application;
            if (await SpeaksAsync(application, write, cancellationToken) is { } barred) return barred;
            var arrival = application.ArrivalNumber ?? await ArrivalNumbers.NextAsync(db, application.CallId, cancellationToken);
            var outcome = application.Submit(own.Call, seen, arrival, write, await consents.SettleAsync(application, own.Call, ticked, write, cancellationToken));
            if (outcome.Refused(out _)) return outcome;
            await ArrivalNumbers.KeepAsync(db, application, write, cancellationToken);
            db.Outbox.Add(await ReceiptMail.WriteAsync(mails, application, own.Call, write.When, RequestContext.Language, cancellationToken));
            return outcome;
        }, cancellationToken, locked: true);
    }

    /// <summary>Puts it before whoever may hand it in, and tells them.</summary>
    public async Task<Outcome<Application>> PresentAsync(OwnApplication own, int seen, string address, CancellationToken cancellationToken)
    {
        if (own.Application.Files.Text is null) _ = await measuring.PagesAsync(own, cancellationToken);
        return await desk.WriteAsync(own, AuditAction.ApplicationPresented, MemberRight.Edit, async (application, write) =>
        {
            var again = application.IsPresented;
            var outcome = application.Present(own.Call, seen, write);
            if (outcome.Refused(out _) || again) return outcome;
            foreach (var mail in await AddressesAsync(application.Id, member => member.Right == MemberRight.Sign && member.PersonId != write.Who, cancellationToken))
                db.Outbox.Add(SignOffMails.Presented(texts, application, own.Call, mail, address, write.When));
            return outcome;
        }, cancellationToken);
    }

    /// <summary>Gives it back with a reason, and tells whoever put it forward.</summary>
    public Task<Outcome<Application>> ReturnAsync(OwnApplication own, string reason, string address, CancellationToken cancellationToken) =>
        desk.WriteAsync(own, AuditAction.ApplicationReturned, MemberRight.Sign, async (application, write) =>
        {
            var by = application.PresentedBy;
            var outcome = application.Return(own.Call, write);
            if (outcome.Refused(out _)) return outcome;
            foreach (var mail in await AddressesAsync(application.Id, member => member.PersonId == by && member.PersonId != write.Who, cancellationToken))
                db.Outbox.Add(SignOffMails.Returned(texts, application, own.Call, reason, mail, address, write.When));
            return outcome;
        }, cancellationToken, why: reason);

    /// <summary>Takes it back from approval.</summary>
    public Task<Outcome<Application>> TakeBackAsync(OwnApplication own, CancellationToken cancellationToken) =>
        desk.WriteAsync(own, AuditAction.ApplicationReturned, MemberRight.Edit, (application, write) => Task.FromResult(application.TakeBack(own.Call, write)), cancellationToken);

    /// <summary>Opens what was handed in; until something else is, it counts.</summary>
    public Task<Outcome<Application>> ReopenAsync(OwnApplication own, int seen, CancellationToken cancellationToken) =>
        desk.WriteAsync(own, AuditAction.ApplicationReopened, MemberRight.Sign, (application, write) => Task.FromResult(application.Reopen(own.Call, seen, write)), cancellationToken);

    /// <summary>Takes part no longer; what was handed in does not count either.</summary>
    public Task<Outcome<Application>> WithdrawAsync(OwnApplication own, int seen, CancellationToken cancellationToken) =>
        desk.WriteAsync(own, AuditAction.ApplicationWithdrawn, MemberRight.Sign, async (application, write) =>
        {
            var outcome = application.Withdraw(own.Call, seen, write);
            if (outcome.Refused(out _)) return outcome;
            foreach (var submission in await db.Submissions.Where(each => each.ApplicationId == application.Id && each.WithdrawnAt == null).ToListAsync(cancellationToken)) submission.Withdraw(write.When);
            return outcome;
        }, cancellationToken);

    /// <summary>Takes up again what was withdrawn.</summary>
    public Task<Outcome<Application>> ResumeAsync(OwnApplication own, int seen, CancellationToken cancellationToken) =>
        desk.WriteAsync(own, AuditAction.ApplicationResumed, MemberRight.Sign, (application, write) => Task.FromResult(application.Resume(own.Call, seen, write)), cancellationToken);

    // The office may have found in the meantime that the person does not speak for the municipality.
    private async Task<Refusal?> SpeaksAsync(Application application, WriteContext write, CancellationToken cancellationToken) =>
        await db.Affiliations.AnyAsync(each => each.PersonId == write.Who && each.MunicipalityId == application.MunicipalityId && each.Standing == Domain.Accounts.Standing.Rejected, cancellationToken)
            ? Domain.Accounts.Affiliation.BarredByOffice : null;

    private async Task<List<string>> AddressesAsync(Guid applicationId, System.Linq.Expressions.Expression<Func<ApplicationMember, bool>> which, CancellationToken cancellationToken) =>
        await db.ApplicationMembers.Where(member => member.ApplicationId == applicationId).Where(which).Join(db.Users, member => member.PersonId, person => person.Id, (_, person) => person.Email!).ToListAsync(cancellationToken);
}
