using Awards.Domain.PreReview;
using Awards.Domain.PreReview.Sessions;

namespace Awards.Web.Stages.Consensus;

/// <summary>German words of the joint sessions, the keys of their translation.</summary>
public static class ConsensusWords
{
    public static string Of(SessionStage stage) => stage switch
    {
        SessionStage.Planned => /*text*/ "geplant",
        SessionStage.Running => /*text*/ "läuft",
        SessionStage.Closed => /*text*/ "geschlossen",
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, null),
    };

    public static string Of(AgendaPart part) => part switch
    {
        AgendaPart.Diverging => /*text*/ "verschiedene Voten",
        AgendaPart.Close => /*text*/ "knapp",
        AgendaPart.Agreeing => /*text*/ "einig",
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, null),
    };

    public static string Of(ItemState state) => state switch
    {
        ItemState.Open => /*text*/ "noch offen",
        ItemState.Settled => /*text*/ "schon entschieden",
        ItemState.Left => /*text*/ "nicht mehr auf der Tagesordnung: Ein Prüfbogen ist wieder geöffnet",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    public static string Of(Presence presence) => presence switch
    {
        Presence.Present => /*text*/ "nimmt teil",
        Presence.Excused => /*text*/ "entschuldigt",
        _ => throw new ArgumentOutOfRangeException(nameof(presence), presence, null),
    };

    /// <summary>What follows from two equal votes.</summary>
    public static ConsensusOutcome Following(Vote vote) => vote switch
    {
        Vote.Suitable => ConsensusOutcome.ProposeInGroup,
        Vote.SuitableForSpecial => ConsensusOutcome.ProposeSpecial,
        _ => ConsensusOutcome.DoNotPropose,
    };
}
