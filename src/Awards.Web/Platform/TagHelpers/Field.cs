using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Awards.Web.Platform.TagHelpers;

/// <summary>What a control has to know about its field: name, id, what was typed, what is wrong.</summary>
internal sealed record Field(string Name, IReadOnlyList<string> Values, IReadOnlyList<string> Errors)
{
    public string Id => IdOf(Name);
    public string? Value => Values.Count == 0 ? null : Values[0];
    public bool Invalid => Errors.Count > 0;

    /// <summary>The id of the control with this name. The error summary links to the same id.</summary>
    public static string IdOf(string name) => TagBuilder.CreateSanitizedId(name, "_");

    /// <summary>What was typed wins over what is stored, so that nobody has to type twice.</summary>
    public static Field Of(
        ViewContext view, ModelExpression? source, string? name, IEnumerable<string> values, string? error, string unreadable)
    {
        var fullName = source is null
            ? name ?? throw new InvalidOperationException("A field needs the attribute 'for' or 'name'.")
            : view.ViewData.TemplateInfo.GetFullHtmlFieldName(source.Name);
        view.ViewData.ModelState.TryGetValue(fullName, out var state);
        var errors = !string.IsNullOrEmpty(error)
            ? [error]
            : state?.Errors.Select(e => MessageOf(e, unreadable)).Distinct().ToArray() ?? [];
        return new Field(fullName, Attempted(state) ?? (source is null ? [.. values] : Texts(source.Model)), errors);
    }

    /// <summary>An exception while binding has no words for people.</summary>
    public static string MessageOf(ModelError error, string unreadable) =>
        string.IsNullOrEmpty(error.ErrorMessage) ? unreadable : error.ErrorMessage;

    private static string[]? Attempted(ModelStateEntry? state) => state?.RawValue switch
    {
        string[] many => many,
        string one => [one],
        _ => state?.AttemptedValue is { } text ? [text] : null,
    };

    private static string[] Texts(object? model) => model switch
    {
        null => [],
        string text => [text],
        System.Collections.IEnumerable many => [.. many.Cast<object?>().Select(Text).OfType<string>()],
        _ => Text(model) is { } text ? [text] : [],
    };

    private static string? Text(object? value) => value switch
    {
        null => null,
        bool yes => yes ? "true" : "false",
        // A date control reads and writes ISO dates only.
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Enum code => code.ToString(),
        IFormattable number => number.ToString(null, CultureInfo.CurrentCulture),
        _ => value.ToString(),
    };
}
