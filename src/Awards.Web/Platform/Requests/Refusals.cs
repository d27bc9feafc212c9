using Awards.Domain.Shared;
using Awards.Web.Platform.Localisation;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Platform.Requests;

/// <summary>Shows refusals of the domain on a page.</summary>
public static class Refusals
{
    /// <summary>The refusal in the language of the page.</summary>
    public static string Show(this IStringLocalizer<Text> texts, Refusal refusal) =>
        texts[refusal.Message, [.. refusal.Arguments.Select(value => value is Shown shown ? shown.In(RequestContext.Language) : value)]];

    /// <summary>Adds the refusal to the errors of a field, or of the page.</summary>
    public static void Add(this ModelStateDictionary errors, IStringLocalizer<Text> texts, Refusal refusal, string field = "") =>
        errors.AddModelError(field, texts.Show(refusal));
}
