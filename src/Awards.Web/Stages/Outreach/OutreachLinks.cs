using Microsoft.AspNetCore.WebUtilities;

namespace Awards.Web.Stages.Outreach;

/// <summary>Addresses of contact lists, waves and what comes of them.</summary>
public static class OutreachLinks
{
    /// <summary>Lists and waves of a call.</summary>
    public static string Index(string call) => $"/institut/{call}/ansprache";

    public static string NewList(string call) => Index(call) + "/listen/neu";

    public static string List(string call, Guid id) => $"{Index(call)}/listen/{id}";

    public static string List(string call, Guid id, ContactFilter filter) => QueryHelpers.AddQueryString(List(call, id), filter.ToQuery());

    /// <summary>The list as a workbook, in the shape that can be read in again.</summary>
    public static string ListFile(string call, Guid id) => List(call, id) + "/kontakte.xlsx";

    public static string Import(string call, Guid id) => List(call, id) + "/einlesen";

    /// <summary>What an uploaded file would change.</summary>
    public static string Preview(string call, Guid id) => List(call, id) + "/vorschau";

    public static string Contact(string call, Guid id) => $"{Index(call)}/kontakte/{id}";

    public static string NewWave(string call) => Index(call) + "/aussendungen/neu";

    public static string Wave(string call, Guid id) => $"{Index(call)}/aussendungen/{id}";

    /// <summary>How far a wave is; interrupting it.</summary>
    public static string Progress(string call, Guid id) => Wave(call, id) + "/stand";

    public static string Bounces(string call) => Index(call) + "/unzustellbar";

    public static string Effect(string call) => Index(call) + "/wirkung";

    public static string EffectFile(string call, string format) => $"{Effect(call)}.{format}";
}
