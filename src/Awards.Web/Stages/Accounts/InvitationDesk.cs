using Awards.Domain.Accounts;
using Awards.Domain.Calls;
using Awards.Domain.Municipalities;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Platform.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Accounts;

/// <summary>Sends invitations and carries out what they promise.</summary>
public sealed class InvitationDesk(AwardsDbContext db, RequestContext request, IStringLocalizer<Text> texts)
{
    private static readonly Refusal SentBefore = new("invitation.pending", "Für {0} liegt schon eine Einladung vor. Ziehen Sie sie bitte zurück, wenn Sie neu einladen wollen.");

    private static readonly Refusal AccountExists = new("invitation.account_exists", "Zu dieser Adresse ist gerade ein Konto entstanden. Bitte laden Sie die Seite neu und melden Sie sich damit an.");

    /// <summary>Invites an address to roles in a call. Whoever has an account and all the roles already is not invited again.</summary>
    public Task<Outcome<Invitation>> InviteAsync(Call call, string mail, string name, IReadOnlyCollection<CallRole> roles, CancellationToken cancellationToken)
    {
        var secret = LinkToken.New();
        var write = request.Write();
        return db.WriteAsync(write, AuditAction.PersonInvited, async () =>
        {
            var normalized = mail.Trim().ToUpperInvariant();
            if ((await AccountQueries.OpenInvitationsAsync(db, call.Id, cancellationToken)).Exists(each => string.Equals(each.Mail, mail.Trim(), StringComparison.OrdinalIgnoreCase) && each.ExpiresAt > request.Began))
                return SentBefore with { Arguments = [mail] };
            var held = await db.RoleAssignments.Where(role => role.CallId == call.Id && db.Users.Any(person => person.Id == role.PersonId && person.NormalizedEmail == normalized)).Select(role => role.Role).ToListAsync(cancellationToken);
            if (roles.Count > 0 && roles.All(held.Contains)) return new Refusal("invitation.needless", "{0} hat diese Rolle schon.", mail);
            var outcome = Invitation.ToCall(call.Id, mail, name, roles, LinkToken.Hash(secret), write);
            if (outcome.Refused(out _)) return outcome;
            db.Invitations.Add(outcome.Fact);
            db.Outbox.Add(AccountMails.Invited(texts, outcome.Fact, call.Definition.Title.In(RequestContext.Language), string.Join(", ", outcome.Fact.Roles.Select(role => texts[AccountWords.Role(role)].Value)),
                request.Absolute(AccountLinks.Invitation(secret)), request.Began));
            return outcome;
        }, lockOn: call.Id, cancellationToken: cancellationToken);
    }

    /// <summary>Uses an invitation up: account, roles, municipality, in one write.</summary>
    /// <param name="owner">The account of its address, whose owner is signed in; null = there is none yet.</param>
    /// <param name="name">Name of a new account.</param>
    /// <param name="passwordHash">Password of a new account; null = it signs in by links.</param>
    public Task<Outcome<Person>> AcceptAsync(Invitation shown, Guid? owner, string name, string? passwordHash, CancellationToken cancellationToken)
    {
        var fresh = Person.Create(shown.Mail, name);
        fresh.PasswordHash = passwordHash;
        var write = request.Write() with { Who = owner ?? fresh.Id };
        return db.WriteAsync(write, AuditAction.InvitationAccepted, async () =>
        {
            var invitation = await db.Invitations.SingleAsync(each => each.Id == shown.Id, cancellationToken);
            if (owner is null && await db.Users.AnyAsync(each => each.NormalizedEmail == fresh.NormalizedEmail, cancellationToken)) return (Outcome<Person>)AccountExists;
            var person = owner is null ? db.Users.Add(fresh).Entity : await db.Users.SingleAsync(each => each.Id == owner, cancellationToken);
            if (invitation.Accept(person.Id, request.Began).Refused(out var closed)) return closed;
            if (invitation.ApplicationId is { } application)
            {
                if ((await Grants.JoinAsync(db, person.Id, application, invitation.MemberRight!.Value, cancellationToken)).Refused(out var reviewer)) return reviewer;
            }
            else if (invitation.CallId is { } call) await Grants.GiveAsync(db, person.Id, call, invitation.Roles, cancellationToken);
            else if ((await JoinAsync(invitation, person, cancellationToken)).Refused(out var barred)) return barred;
            return person;
        }, lockOn: Throttling.LockOn(ThrottleRule.MailsToAddress, shown.Mail), cancellationToken: cancellationToken);
    }

    /// <summary>Lets the person act for the municipality and tells those who already do.</summary>
    private async Task<Outcome<bool>> JoinAsync(Invitation invitation, Person person, CancellationToken cancellationToken)
    {
        var municipality = await MunicipalityAsync(invitation, cancellationToken);
        var colleagues = await db.Affiliations.Where(each => each.MunicipalityId == municipality.Id && each.Standing != Standing.Rejected)
            .Join(db.Users, each => each.PersonId, each => each.Id, (_, colleague) => new { colleague.Id, Mail = colleague.Email! }).ToListAsync(cancellationToken);
        if (colleagues.Exists(each => each.Id == person.Id)) return true;
        var joined = await Grants.AffiliateAsync(db, person.Id, municipality.Id, cancellationToken);
        if (!joined.Refused(out _)) db.Outbox.AddRange(colleagues.Select(each => AccountMails.Colleague(texts, each.Mail, municipality.Name, person.DisplayName, request.Began)));
        return joined;
    }

    /// <summary>The municipality that somebody registers for. One that the list lacked may have come to it since.</summary>
    private async Task<Municipality> MunicipalityAsync(Invitation invitation, CancellationToken cancellationToken)
    {
        if (invitation.MunicipalityId is { } listed) return await db.Municipalities.SingleAsync(each => each.Id == listed, cancellationToken);
        var (key, state, type) = (SortKey.Of(invitation.UnlistedName!), invitation.UnlistedState, invitation.UnlistedType);
        return await db.Municipalities.FirstOrDefaultAsync(each => each.NameSort == key && each.State == state && each.Type == type, cancellationToken)
            ?? db.Municipalities.Add(Municipality.Create(invitation.UnlistedName!, state, type)).Entity;
    }
}
