using System.Globalization;

namespace Awards.Web.Stages.Publication;

/// <summary>Addresses of what is published of a competition.</summary>
public static class PublicationLinks
{
    public static string Entries(string call) => $"/wettbewerbe/{call}/beitraege";

    public static string Entry(string call, int number) => string.Create(CultureInfo.InvariantCulture, $"/wettbewerbe/{call}/beitraege/{number}");

    public static string Winners(string call) => $"/wettbewerbe/{call}/preise";
}
