namespace Awards.Web.Stages.Consensus;

/// <summary>Addresses of the joint sessions.</summary>
public static class ConsensusLinks
{
    /// <summary>All sessions of a call.</summary>
    public static string List(string call) => $"/institut/{call}/sitzungen";

    /// <summary>A new session.</summary>
    public static string Plan(string call) => List(call) + "/planen";

    /// <summary>Changes what was planned.</summary>
    public static string Plan(string call, Guid id) => $"{Plan(call)}/{id}";

    /// <summary>One session: agenda, and while it runs the current item.</summary>
    public static string Session(string call, Guid id) => $"{List(call)}/{id}";

    /// <summary>The same, at the current item.</summary>
    public static string Current(string call, Guid id) => Session(call, id) + "#jetzt";

    /// <summary>Agreeing entries of a group, settled in one act.</summary>
    public static string Block(string call, Guid id) => Session(call, id) + "/block";

    /// <summary>The lead's second window, for a projector.</summary>
    public static string Projection(string call, Guid id) => Session(call, id) + "/projektion";

    /// <summary>A number that changes with what the projection shows.</summary>
    public static string ProjectionState(string call, Guid id) => Projection(call, id) + "?handler=State";

    /// <summary>Minutes as PDF.</summary>
    public static string Minutes(string call, Guid id) => Session(call, id) + "/niederschrift.pdf";

    /// <summary>A session, for a reviewer who takes part.</summary>
    public static string Seat(string call, Guid id) => $"/vorpruefung/{call}/sitzungen/{id}";

    /// <summary>A number that changes with what that page shows.</summary>
    public static string SeatState(string call, Guid id) => Seat(call, id) + "?handler=State";
}
