using Microsoft.AspNetCore.WebUtilities;

namespace Awards.Web.Stages.Enquiries;

/// <summary>Addresses of questions to the office and of those that are answered for everybody.</summary>
public static class EnquiryLinks
{
    /// <summary>Where everybody asks.</summary>
    public static string Ask(string call) => $"/wettbewerbe/{call}/anfrage";

    /// <summary>Where an applicant asks about an application.</summary>
    public static string AskAbout(Guid application) => $"/kommune/bewerbungen/{application}/anfragen";

    public static string List(string call) => $"/institut/{call}/anfragen";

    public static string List(string call, EnquiryFilter filter) => QueryHelpers.AddQueryString(List(call), filter.ToQuery());

    /// <summary>Takes down a question that came by mail or telephone.</summary>
    public static string New(string call) => List(call) + "/neu";

    public static string One(string call, Guid id) => $"{List(call)}/{id}";

    public static string Faq(string call) => $"/institut/{call}/haeufige-fragen";

    public static string FaqEntry(string call, Guid id) => $"{Faq(call)}/{id}";

    /// <summary>Where an entry begins on the public page.</summary>
    public static string Anchor(Guid id) => $"frage-{id:N}";
}
