using System.Globalization;
using Awards.Domain.PreReview;

namespace Awards.Web.Stages.Jury;

/// <summary>What the jury calls the results of the pre-review; German, the key of the translation.</summary>
public static class ReviewNames
{
    public static string German(this Vote? vote) => vote switch
    {
        Vote.Suitable => "geeignet",
        Vote.NotSuitable => "nicht geeignet",
        Vote.SuitableForSpecial => "geeignet für die Sonderkategorie",
        _ => "keine Angabe",
    };

    /// <summary>Points with two decimals; an en dash where nothing could be rated.</summary>
    public static string Points(double? score) => score?.ToString("N2", CultureInfo.CurrentCulture) ?? "–";
}
