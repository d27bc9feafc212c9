using Microsoft.AspNetCore.WebUtilities;

namespace Awards.Web.Stages.Municipalities;

/// <summary>Addresses of the register of municipalities.</summary>
public static class MunicipalityLinks
{
    public const string List = "/institut/kommunen";
    public const string Add = "/institut/kommunen/neu";
    public const string Import = "/institut/kommunen/einlesen";

    /// <summary>Answers with a piece of a page: what a typed part of a name may mean.</summary>
    public const string Search = "/kommunen/suche";

    public static string Filtered(MunicipalityFilter filter) => QueryHelpers.AddQueryString(List, filter.ToQuery());

    public static string One(Guid id) => $"/institut/kommunen/{id}";

    /// <summary>What an uploaded edition would change.</summary>
    public static string Preview(Guid upload) => $"/institut/kommunen/einlesen/{upload}";
}
