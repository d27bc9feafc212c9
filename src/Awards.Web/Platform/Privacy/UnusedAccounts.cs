using System.Buffers.Binary;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Mail;
using Awards.Web.Platform.Operation;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Platform.Privacy;

/// <summary>
/// Accounts that nobody has used for long: warned once, erased thirty days later unless somebody signs in. Whoever leads a running call or has
/// open sheets stays, and is not warned.
/// </summary>
public sealed class UnusedAccounts(AwardsDbContext db, Erasures erasures, PrivacyOptions options, PublicAddress address)
{
    /// <summary>From the warning to the erasure, at the least.</summary>
    public static readonly TimeSpan Notice = TimeSpan.FromDays(30);

    /// <summary>The warning. It belongs to no call, so no call words it.</summary>
    public static MailKind Warning { get; } = new()
    {
        Code = "account-unused",
        Label = /*text*/ "Ankündigung, dass ein Konto gelöscht wird",
        Receiver = /*text*/ "Wer sein Konto lange nicht benutzt hat, dreißig Tage vor der Löschung",
        Placeholders = [new("datum", /*text*/ "Tag der Löschung", "31. Dezember 2029"), new("adresse", /*text*/ "Adresse der Anmeldung", "https://awards.example/anmelden")],
        Subject = new("Ihr Konto wird bald gelöscht", "Your account will soon be erased"),
        Text = new("""
            Guten Tag,

            Sie haben Ihr Konto bei „Awards – Wettbewerbe und Förderprogramme“ lange nicht benutzt. Am {{datum}} wird es gelöscht.

            Wenn Sie es behalten möchten, melden Sie sich bitte vorher einmal an:
            {{adresse}}

            Sonst müssen Sie nichts tun. Bewerbungen, Prüfbögen und Statistik bleiben, ohne Ihren Namen.
            """, """
            Good day,

            You have not used your account at “Awards – Competitions and Funding Programmes” for a long time. It will be erased on {{datum}}.

            If you want to keep it, please sign in once before then:
            {{adresse}}

            Otherwise there is nothing to do. Applications, review sheets and statistics stay, without your name.
            """),
    };

    /// <summary>Warns whoever is to be erased in thirty days and does not know it yet; gives the number. To be called inside a write.</summary>
    public async Task<int> WarnAsync(WriteContext write, CancellationToken cancellationToken)
    {
        if (options.UnusedAccountDays == 0) return 0;
        var count = 0;
        foreach (var (id, mail, warned) in await UnusedSinceAsync(write.When.AddDays(-options.UnusedAccountDays) + Notice, cancellationToken))
        {
            if (warned is not null || await erasures.RefusalAsync(id, cancellationToken) is not null) continue;
            db.Outbox.Add(Write(id, mail, write.When));
            count++;
        }
        return count;
    }

    /// <summary>Erases whoever was warned long enough ago and still has not come; gives the number.</summary>
    public async Task<int> EraseAsync(DateTime now, CancellationToken cancellationToken)
    {
        if (options.UnusedAccountDays == 0) return 0;
        var count = 0;
        foreach (var (id, _, warned) in await UnusedSinceAsync(now.AddDays(-options.UnusedAccountDays), cancellationToken))
            if (warned <= now - Notice && !(await erasures.EraseAsync(id, WriteContext.System(now, "Konto lange nicht benutzt"), cancellationToken: cancellationToken)).Refused(out _)) count++;
        return count;
    }

    /// <summary>Accounts without a sign of life since an instant, each with the time of the warning that followed the last one.</summary>
    private async Task<List<(Guid Id, string Mail, DateTime? Warned)>> UnusedSinceAsync(DateTime limit, CancellationToken cancellationToken)
    {
        var active = db.AuditRows.Where(row => row.At > limit && row.PersonId != null).Select(row => row.PersonId!.Value);
        var unused = await db.Users.AsNoTracking().Where(person => !person.IsDemo && !person.Email!.EndsWith(Anonymous.Domain) && !active.Contains(person.Id)
            && !db.Sessions.Any(session => session.PersonId == person.Id && session.LastSeenAt > limit)).Select(person => new { person.Id, Mail = person.Email! }).ToListAsync(cancellationToken);
        var warnings = await db.Outbox.Where(mail => mail.CallId == null && mail.Kind == Warning.Code && mail.ObjectId != null).GroupBy(mail => mail.ObjectId!.Value)
            .Select(group => new { group.Key, Last = group.Max(mail => mail.CreatedAt) }).ToDictionaryAsync(group => group.Key, group => group.Last, cancellationToken);
        var found = new List<(Guid, string, DateTime?)>();
        foreach (var person in unused.Where(person => MadeAt(person.Id) < limit))
            found.Add((person.Id, person.Mail, warnings.TryGetValue(person.Id, out var at) && !await CameSinceAsync(person.Id, at, cancellationToken) ? at : null));
        return found;
    }

    private async Task<bool> CameSinceAsync(Guid id, DateTime warned, CancellationToken cancellationToken) =>
        await db.AuditRows.AnyAsync(row => row.PersonId == id && row.At > warned, cancellationToken)
        || await db.Sessions.AnyAsync(session => session.PersonId == id && session.LastSeenAt > warned, cancellationToken);

    // After years nobody knows which language the person used here: the mail says it in both.
    private OutboxMessage Write(Guid id, string mail, DateTime now)
    {
        var said = MailTemplates.Languages.Select(language => (Wording: MailTemplates.Default(Warning, language),
            Values: new Dictionary<string, string> { ["datum"] = GermanTime.Date(now + Notice, language), ["adresse"] = address.Of("/anmelden") })).ToList();
        return OutboxMessage.Write(mail, string.Join(" / ", said.Select(each => TemplateText.FillLine(each.Wording.Subject, each.Values))),
            string.Join("\n\n* * *\n\n", said.Select(each => TemplateText.FillText(each.Wording.Text, each.Values))), now, objectId: id, kind: Warning.Code);
    }

    /// <summary>When a version 7 id was made, UTC.</summary>
    private static DateTime MadeAt(Guid id) =>
        DateTimeOffset.FromUnixTimeMilliseconds((long)(BinaryPrimitives.ReadUInt64BigEndian(id.ToByteArray(bigEndian: true)) >> 16)).UtcDateTime;
}
