using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Web.Data;

namespace Awards.Web.Stages.Intake;

/// <summary>Mails of the intake, in German as the call is.</summary>
public static class IntakeMails
{
    /// <summary>Tells the contact that the application is excluded, and why; null where there is no address.</summary>
    public static OutboxMessage? Excluded(Call call, Application application, string reason, DateTime now)
    {
        if (string.IsNullOrWhiteSpace(application.Texts.ContactMail)) return null;
        var definition = call.Definition;
        var number = application.ArrivalNumber is { } arrival ? $" (Eingangsnummer {definition.ArrivalNumber(arrival)})" : "";
        return OutboxMessage.Write(application.Texts.ContactMail, $"Ihre Bewerbung: {definition.Title.De}", $"""
            Guten Tag,

            Ihre Bewerbung „{application.Texts.Title}“{number} für „{definition.Title.De}“ kann leider nicht am Wettbewerb teilnehmen.

            Begründung:
            {reason}

            Bei Fragen wenden Sie sich bitte an die Geschäftsstelle des Wettbewerbs.

            Freundliche Grüße
            {definition.Organiser.De}
            """, now);
    }
}
