using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Mail;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Stages.Setup;

/// <summary>Mails about changes of a call.</summary>
public static class SetupMails
{
    public static MailKind DeadlineExtended { get; } = new()
    {
        Code = "deadline-extended",
        Label = /*text*/ "Mitteilung über eine verlängerte Frist",
        Receiver = /*text*/ "alle, die an einem Entwurf arbeiten, wenn die Bewerbungsfrist verlängert wird",
        Placeholders =
        [
            new("wettbewerb", /*text*/ "Titel des Wettbewerbs", "Beispielwettbewerb"),
            new("schritt", /*text*/ "Wofür die Frist gilt", "Bewerbung"),
            new("kommune", /*text*/ "Name der Kommune", "Musterstadt"),
            new("frist", /*text*/ "Neue Frist", "Freitag, 31. Dezember 2026, 24 Uhr (Berliner Zeit)"),
            new("bisherige_frist", /*text*/ "Bisherige Frist", "Montag, 30. November 2026, 24 Uhr (Berliner Zeit)"),
            new("begruendung", /*text*/ "Begründung der Verlängerung", "Hier steht die Begründung."),
            new("veranstalter", /*text*/ "Wer den Wettbewerb durchführt", "Beispielinstitut"),
        ],
        Subject = new("Frist verlängert: {{wettbewerb}}", "Deadline extended: {{wettbewerb}}"),
        Text = new("""
            Guten Tag,

            bei „{{wettbewerb}}“ ist eine Frist verlängert: {{schritt}}. Ihre Bewerbung für {{kommune}} ist noch nicht eingereicht.

            Neue Frist: {{frist}}
            Bisherige Frist: {{bisherige_frist}}
            Begründung: {{begruendung}}

            Freundliche Grüße
            {{veranstalter}}
            """, """
            Good day,

            A deadline of “{{wettbewerb}}” has been extended: {{schritt}}. Your application for {{kommune}} has not been submitted yet.

            New deadline: {{frist}}
            Former deadline: {{bisherige_frist}}
            Reason: {{begruendung}}

            Kind regards
            {{veranstalter}}
            """),
    };

    /// <summary>Tells everybody who works on a draft of the call; to be called inside the write that extends.</summary>
    public static async Task AnnounceAsync(AwardsDbContext db, MailTemplates mails, Call call, DeadlineExtension extension, DateTime now, CancellationToken cancellationToken)
    {
        var drafts = await db.Applications.Where(application => application.CallId == call.Id && application.Status == ApplicationState.Draft)
            .Join(db.ApplicationMembers, application => application.Id, member => member.ApplicationId, (application, member) => new { application.Id, application.ApplicantName, member.PersonId })
            .Join(db.Users, draft => draft.PersonId, person => person.Id, (draft, person) => new { draft.Id, draft.ApplicantName, person.Email })
            .Where(draft => draft.Email != null).OrderBy(draft => draft.Id).ToListAsync(cancellationToken);
        foreach (var draft in drafts)
            db.Outbox.Add(await mails.WriteAsync(DeadlineExtended, call, draft.Id, draft.Email!, "de", new Dictionary<string, string>
            {
                ["wettbewerb"] = call.Definition.Title.De,
                ["schritt"] = Domain.Calls.Calendar.Name(extension.Phase),
                ["kommune"] = draft.ApplicantName,
                ["frist"] = GermanTime.Deadline(extension.Until),
                ["bisherige_frist"] = GermanTime.Deadline(extension.Before),
                ["begruendung"] = extension.Reason,
                ["veranstalter"] = call.Definition.Organiser.De,
            }, now, null, cancellationToken));
    }
}
