using Awards.Domain.Applications;
using Awards.Domain.Privacy;
using Awards.Web.Data;
using Awards.Web.Platform.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Platform.Checking;

/// <summary>What must always hold for personal data: consents refer to texts that exist, and of erased accounts nothing is left.</summary>
internal static class PrivacyCheck
{
    public static async Task RunAsync(AwardsDbContext db, List<string> faults, CancellationToken cancellationToken)
    {
        await ConsentsAsync(db, faults, cancellationToken);
        await ErasedAsync(db, faults, cancellationToken);
    }

    private static async Task ConsentsAsync(AwardsDbContext db, List<string> faults, CancellationToken cancellationToken)
    {
        var calls = await db.Calls.AsNoTracking().ToDictionaryAsync(call => call.Id, cancellationToken);
        foreach (var call in calls.Values)
            faults.AddRange(call.Definition.PrivacyRules().Faults().Select(fault => $"{call.Slug}, Datenschutz: {fault}"));
        var held = new HashSet<(Guid, string)>();
        var consents = db.Consents.AsNoTracking().Join(db.Applications, consent => consent.ApplicationId, application => application.Id,
            (consent, application) => new { Consent = consent, Of = application.CallId, application.ErasedAt, application.Texts.ContactName, application.Texts.ContactMail, application.ContentHash, application.Status });
        await foreach (var each in consents.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var consent = each.Consent;
            var name = $"{calls[consent.CallId].Slug}, Einwilligung {consent.Id}";
            if (consent.CallId != each.Of) faults.Add($"{name}: Die Bewerbung gehört zu einem anderen Wettbewerb.");
            if (consent.WithdrawnAt < consent.GivenAt) faults.Add($"{name}: widerrufen, bevor sie gegeben war.");
            if (consent.WithdrawnAt is null && !held.Add((consent.ApplicationId, consent.Code))) faults.Add($"{name}: „{consent.Code}“ gilt zweimal.");
            if (consent.WithdrawnAt is null && (each.ContactName + each.ContactMail).Length == 0 && each.Status != ApplicationState.Draft) faults.Add($"{name}: gilt noch, obwohl die Kontaktdaten gelöscht sind.");
            if (calls[consent.CallId].Definition.PrivacyRules().Consent(consent.Code) is not { } text) faults.Add($"{name}: Den Text „{consent.Code}“ gibt es nicht.");
            else if (consent.TextVersion < 1 || consent.TextVersion > text.Version) faults.Add($"{name}: Die Version {consent.TextVersion} gibt es nicht.");
            else if (consent.TextVersion == text.Version && consent.TextDigest != text.TextDigest()) faults.Add($"{name}: Der Text der Version {text.Version} ist ein anderer als der, dem zugestimmt wurde.");
        }
    }

    private static async Task ErasedAsync(AwardsDbContext db, List<string> faults, CancellationToken cancellationToken)
    {
        var erasures = await db.Erasures.AsNoTracking().ToListAsync(cancellationToken);
        if (erasures.Count == 0) return;
        var ids = erasures.ConvertAll(erasure => erasure.PersonId);
        var alive = await db.Users.Where(person => ids.Contains(person.Id) && (person.DisplayName != Erasure.Name || !person.Email!.EndsWith(Anonymous.Domain) || person.PasswordHash != null
            || db.Sessions.Any(each => each.PersonId == person.Id) || db.RoleAssignments.Any(each => each.PersonId == person.Id) || db.Affiliations.Any(each => each.PersonId == person.Id)
            || db.ApplicationMembers.Any(each => each.PersonId == person.Id) || db.UserLogins.Any(each => each.UserId == person.Id) || db.UserTokens.Any(each => each.UserId == person.Id)
            || db.UserPasskeys.Any(each => each.UserId == person.Id) || db.MailLinks.Any(each => each.PersonId == person.Id) || db.AddressChanges.Any(each => each.PersonId == person.Id)
            || db.ReviewerProfiles.Any(each => each.PersonId == person.Id) || db.ConflictStatements.Any(each => each.PersonId == person.Id) || db.ReviewReminders.Any(each => each.PersonId == person.Id)
            || db.Conflicts.IgnoreQueryFilters().Any(each => each.PersonId == person.Id && each.DismissedAt != null) || db.ReviewVersions.Any(version => db.Reviews.Any(review => review.Id == version.ReviewId && review.ReviewerId == person.Id))))
            .Select(person => person.Id).ToListAsync(cancellationToken);
        faults.AddRange(alive.Select(id => $"Konto {id}: Es ist gelöscht und hat doch noch Angaben, Rollen oder Anmeldungen."));

        // What came after the erasure belongs to whoever uses the address since.
        var mails = await db.Outbox.Where(mail => mail.Recipient != "").Select(mail => new { Address = mail.Recipient, At = mail.CreatedAt }).ToListAsync(cancellationToken);
        var invited = await db.Invitations.Select(each => new { Address = each.Mail, At = each.CreatedAt }).ToListAsync(cancellationToken);
        var contacts = await db.Applications.Where(each => each.Texts.ContactMail != "" && each.SubmittedAt != null).Select(each => new { Address = each.Texts.ContactMail, At = each.SubmittedAt!.Value }).ToListAsync(cancellationToken);
        void Look(string where, IEnumerable<(string Address, DateTime At)> rows)
        {
            foreach (var group in rows.GroupBy(row => row.Address.Trim().ToLowerInvariant()))
                foreach (var erasure in erasures.Where(erasure => erasure.Was(group.Key) && group.Any(row => row.At < erasure.At)))
                    faults.Add($"{where}: Die Adresse des gelöschten Kontos {erasure.PersonId} steht noch da.");
        }
        Look("Mails", mails.Select(each => (each.Address, each.At)));
        Look("Einladungen", invited.Select(each => (each.Address, each.At)));
        Look("Bewerbungen", contacts.Select(each => (each.Address, each.At)));
    }
}
