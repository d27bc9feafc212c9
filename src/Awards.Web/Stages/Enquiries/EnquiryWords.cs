using Awards.Domain.Enquiries;

namespace Awards.Web.Stages.Enquiries;

/// <summary>German words of questions, the keys of their translation.</summary>
public static class EnquiryWords
{
    public static string Of(EnquiryState state) => state switch
    {
        EnquiryState.Open => /*text*/ "offen",
        EnquiryState.Answered => /*text*/ "beantwortet",
        EnquiryState.Published => /*text*/ "veröffentlicht",
        EnquiryState.Closed => /*text*/ "geschlossen",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    /// <summary>Tone of the badge.</summary>
    public static string Tone(EnquiryState state) => state switch
    {
        EnquiryState.Open => "warning",
        EnquiryState.Closed => "info",
        _ => "success",
    };

    public static string Of(EnquiryChannel channel) => channel switch
    {
        EnquiryChannel.Form => /*text*/ "Formular der öffentlichen Seite",
        EnquiryChannel.Application => /*text*/ "aus einer Bewerbung",
        EnquiryChannel.Mail => /*text*/ "von der Geschäftsstelle eingetragen",
        _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, null),
    };
}
