using Awards.Domain.PreReview;

namespace Awards.Web.Stages.Reports;

/// <summary>German words of the short reports, the keys of their translation.</summary>
public static class ReportWords
{
    public static string Of(ReportState state) => state switch
    {
        ReportState.Draft => /*text*/ "in Arbeit",
        ReportState.Presented => /*text*/ "liegt zur Prüfung vor",
        ReportState.Checked => /*text*/ "geprüft",
        ReportState.Final => /*text*/ "endgültig",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    /// <summary>What stands on a print that is not final; null for a final one.</summary>
    public static string? DraftNote(ReportState state) => state switch
    {
        ReportState.Draft => /*text*/ "Entwurf: noch in Arbeit",
        ReportState.Presented => /*text*/ "Entwurf: liegt zur Prüfung vor",
        ReportState.Checked => /*text*/ "Entwurf: geprüft, noch nicht endgültig",
        _ => null,
    };

    public static string Of(VolumeState state) => state switch
    {
        VolumeState.Waiting => /*text*/ "wartet",
        VolumeState.Running => /*text*/ "wird erzeugt",
        VolumeState.Done => /*text*/ "fertig",
        VolumeState.Failed => /*text*/ "nicht gelungen",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}
