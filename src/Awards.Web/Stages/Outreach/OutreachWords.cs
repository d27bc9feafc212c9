using Awards.Domain.Outreach;

namespace Awards.Web.Stages.Outreach;

/// <summary>German words of the outreach, the keys of their translation.</summary>
public static class OutreachWords
{
    public static string Of(WaveState state) => state switch
    {
        WaveState.Draft => /*text*/ "Entwurf",
        WaveState.Planned => /*text*/ "geplant",
        WaveState.Running => /*text*/ "läuft",
        WaveState.Paused => /*text*/ "angehalten",
        WaveState.Done => /*text*/ "abgeschlossen",
        WaveState.Stopped => /*text*/ "abgebrochen",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    /// <summary>Tone of the badge.</summary>
    public static string Tone(WaveState state) => state switch
    {
        WaveState.Done => "success",
        WaveState.Paused or WaveState.Stopped => "warning",
        _ => "info",
    };

    public static string Of(WaveKind kind) => kind == WaveKind.First ? /*text*/ "erste Aussendung" : /*text*/ "Erinnerung";

    public static string Of(WaveAudience audience) => audience switch
    {
        WaveAudience.Everybody => /*text*/ "alle der Liste",
        WaveAudience.NotWritten => /*text*/ "nur wer noch keine Aussendung erhalten hat",
        WaveAudience.WithoutLetter => /*text*/ "nur wer noch keine Absichtserklärung abgegeben hat",
        WaveAudience.WithoutApplication => /*text*/ "nur wer noch keine Bewerbung begonnen oder eingereicht hat",
        _ => throw new ArgumentOutOfRangeException(nameof(audience), audience, null),
    };

    public static string Of(WaveOutcome outcome) => outcome switch
    {
        WaveOutcome.Written => /*text*/ "Mail geschrieben",
        WaveOutcome.OptedOut => /*text*/ "ausgelassen: abbestellt",
        WaveOutcome.Undeliverable => /*text*/ "ausgelassen: Adresse nicht erreichbar",
        WaveOutcome.Applied => /*text*/ "ausgelassen: hat sich schon beworben oder damit begonnen",
        WaveOutcome.Letter => /*text*/ "ausgelassen: hat schon eine Absichtserklärung abgegeben",
        WaveOutcome.WrittenBefore => /*text*/ "ausgelassen: hat schon eine Aussendung erhalten",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, null),
    };

    public static string Of(BounceKind kind) => kind == BounceKind.Hard ? /*text*/ "dauerhaft" : /*text*/ "vorübergehend";

    public static string Of(BounceSource source) => source switch
    {
        BounceSource.Server => /*text*/ "vom Mailserver abgelehnt",
        BounceSource.Report => /*text*/ "Rückläufer eingelesen",
        BounceSource.Person => /*text*/ "von Hand vermerkt",
        _ => throw new ArgumentOutOfRangeException(nameof(source), source, null),
    };
}
