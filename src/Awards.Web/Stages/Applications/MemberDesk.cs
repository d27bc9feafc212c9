using Awards.Domain.Accounts;
using Awards.Domain.Applications;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Platform.Security;
using Awards.Web.Stages.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Applications;

/// <summary>Somebody who works on an application.</summary>
public sealed record MemberLine(Guid Id, Guid PersonId, string Name, string Mail, MemberRight Right);

/// <summary>Who works on an application: inviting, changing rights, taking away. Only who may hand it in decides on that.</summary>
public sealed class MemberDesk(AwardsDbContext db, SignInDesk mails, RequestContext request, IStringLocalizer<Text> texts)
{
    /// <summary>Most open invitations of one application.</summary>
    public const int MostInvitations = 20;

    private static readonly Refusal TooMany = new("member.too_many_invitations", "Es sind schon {0} Einladungen offen. Ziehen Sie bitte zuerst eine zurück.", MostInvitations);
    private static readonly Refusal TooOften = new("member.too_many_mails", "An diese Adresse gingen in der letzten Stunde schon zu viele Mails. Bitte versuchen Sie es später noch einmal.");

    /// <summary>Members by name.</summary>
    public Task<List<MemberLine>> MembersAsync(Guid applicationId, CancellationToken cancellationToken) =>
        (from member in db.ApplicationMembers
         where member.ApplicationId == applicationId
         join person in db.Users on member.PersonId equals person.Id
         orderby person.DisplayName, member.Id
         select new MemberLine(member.Id, member.PersonId, person.DisplayName, person.Email!, member.Right)).ToListAsync(cancellationToken);

    /// <summary>Invitations that are neither accepted nor withdrawn, newest first.</summary>
    public Task<List<Invitation>> InvitationsAsync(Guid applicationId, CancellationToken cancellationToken) =>
        db.Invitations.AsNoTracking().Where(each => each.ApplicationId == applicationId && each.AcceptedAt == null && each.WithdrawnAt == null).OrderByDescending(each => each.CreatedAt).ToListAsync(cancellationToken);

    /// <summary>Sends an invitation. Refused for who works on it already with that right, and while one to the same address is open.</summary>
    public Task<Outcome<Invitation>> InviteAsync(OwnApplication own, string mail, string name, MemberRight right, CancellationToken cancellationToken)
    {
        var secret = LinkToken.New();
        var write = request.Write();
        return db.WriteAsync(write, AuditAction.PersonInvited, async () =>
        {
            if (!await MayDecideAsync(own.Id, cancellationToken)) return ApplicationDesk.NoLongerMember;
            var open = await InvitationsAsync(own.Id, cancellationToken);
            if (open.Exists(each => string.Equals(each.Mail, mail.Trim(), StringComparison.OrdinalIgnoreCase) && each.ExpiresAt > request.Began))
                return new Refusal("invitation.pending", "Für {0} liegt schon eine Einladung vor. Ziehen Sie sie bitte zurück, wenn Sie neu einladen wollen.", mail);
            if (open.Count >= MostInvitations) return TooMany;
            var normalized = mail.Trim().ToUpperInvariant();
            if (await db.ApplicationMembers.AnyAsync(member => member.ApplicationId == own.Id && (member.Right == right || member.Right == MemberRight.Sign) && db.Users.Any(person => person.Id == member.PersonId && person.NormalizedEmail == normalized), cancellationToken))
                return new Refusal("member.exists", "{0} arbeitet schon mit.", mail);
            if (!await mails.MayMailAsync(mail, cancellationToken)) return TooOften;
            var inviter = await db.Users.Where(person => person.Id == request.PersonId).Select(person => person.DisplayName).SingleAsync(cancellationToken);
            var invitation = Invitation.ToApplication(own.Id, mail, name, right, LinkToken.Hash(secret), write);
            db.Invitations.Add(invitation);
            var title = own.Application.Texts.Title.Length == 0 ? own.Application.ApplicantName : own.Application.Texts.Title;
            db.Outbox.Add(AccountMails.ToApplication(texts, invitation, inviter, title, own.Call.Definition.Title.In(RequestContext.Language), request.Absolute(AccountLinks.Invitation(secret)), request.Began));
            return (Outcome<Invitation>)invitation;
        }, cancellationToken: cancellationToken);
    }

    /// <summary>Takes an open invitation back.</summary>
    public Task<Outcome<Invitation>> WithdrawAsync(OwnApplication own, Guid invitationId, CancellationToken cancellationToken) =>
        db.WriteAsync(request.Write(), AuditAction.InvitationWithdrawn, async () =>
        {
            if (!await MayDecideAsync(own.Id, cancellationToken)) return ApplicationDesk.NoLongerMember;
            return await db.Invitations.SingleOrDefaultAsync(each => each.Id == invitationId && each.ApplicationId == own.Id, cancellationToken) is { } invitation ? invitation.Withdraw(request.Began) : MailLink.Dead;
        }, cancellationToken: cancellationToken);

    /// <summary>Gives a member another right, or with null takes him or her out. Refused where nobody would be left who may hand it in.</summary>
    public Task<Outcome<ApplicationMember>> ChangeAsync(OwnApplication own, Guid memberId, MemberRight? right, CancellationToken cancellationToken) =>
        db.WriteAsync(request.Write(), AuditAction.MembersChanged, async () =>
        {
            // All of them: two who give up their right in the same moment must not both succeed.
            var members = await db.ApplicationMembers.Where(each => each.ApplicationId == own.Id).ToListAsync(cancellationToken);
            if (!members.Exists(each => each.PersonId == request.PersonId && (each.MaySign || (right is null && each.Id == memberId)))) return ApplicationDesk.NoLongerMember;
            if (members.Find(each => each.Id == memberId) is not { } member) return ApplicationMember.Gone;
            var outcome = member.Change(right ?? MemberRight.Read, members.Count(each => each.MaySign));
            if (!outcome.Refused(out _) && right is null) db.ApplicationMembers.Remove(member);
            return outcome;
        }, lockOn: own.Id, cancellationToken: cancellationToken);

    private Task<bool> MayDecideAsync(Guid applicationId, CancellationToken cancellationToken) =>
        db.ApplicationMembers.AnyAsync(each => each.ApplicationId == applicationId && each.PersonId == request.PersonId && each.Right == MemberRight.Sign, cancellationToken);
}
