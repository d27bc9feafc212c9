using Awards.Web.Data;

namespace Awards.Web.Stages.Mails;

/// <summary>German words of the mails, the keys of their translation.</summary>
public static class MailWords
{
    public static string Of(OutboxState state) => state switch
    {
        OutboxState.Waiting => /*text*/ "wartet",
        OutboxState.Sending => /*text*/ "unterwegs",
        OutboxState.Sent => /*text*/ "gesendet",
        OutboxState.Failed => /*text*/ "aufgegeben",
        OutboxState.Unsure => /*text*/ "unsicher",
        OutboxState.Suppressed => /*text*/ "abbestellt",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    /// <summary>Tone of the badge.</summary>
    public static string Tone(OutboxState state) => state switch
    {
        OutboxState.Sent => "success",
        OutboxState.Failed => "danger",
        OutboxState.Unsure => "warning",
        _ => "info",
    };

    public static string Of(MailAttemptResult result) => result switch
    {
        MailAttemptResult.Open => /*text*/ "noch ohne Ergebnis",
        MailAttemptResult.Accepted => /*text*/ "vom Mailserver angenommen",
        MailAttemptResult.Refused => /*text*/ "vorläufig nicht angenommen",
        MailAttemptResult.GivenUp => /*text*/ "endgültig abgelehnt",
        MailAttemptResult.Unsure => /*text*/ "Ausgang unbekannt",
        _ => throw new ArgumentOutOfRangeException(nameof(result), result, null),
    };

    /// <summary>What a person did with a mail; null for anything else.</summary>
    public static string? Of(AuditAction action) => action switch
    {
        AuditAction.MailSentAgain => /*text*/ "zum erneuten Senden freigegeben",
        AuditAction.MailSettledByHand => /*text*/ "als gesendet vermerkt",
        _ => null,
    };

    public static string OfLanguage(string language) => language == "en" ? /*text*/ "Englisch" : /*text*/ "Deutsch";
}
