using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Shared;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Applications;

/// <summary>The texts that stand on one form page, by their keys.</summary>
public sealed class TextFields(params string[] keys)
{
    private static readonly HashSet<string> SeveralLines =
        [nameof(ApplicationTexts.Summary), nameof(ApplicationTexts.Description), nameof(ApplicationTexts.Focus), nameof(ApplicationTexts.ThirdParties), nameof(ApplicationTexts.Embedding)];

    /// <summary>The texts with what a form posted in place of these; what was not posted stays.</summary>
    public ApplicationTexts Read(IFormCollection form, ApplicationTexts texts) => ApplicationFields.With(texts, keys.Where(key => form.ContainsKey("Input." + key))
        .ToDictionary(key => key, key => SeveralLines.Contains(key) ? TextRules.Lines(form["Input." + key]) : TextRules.OneLine(form["Input." + key])));

    /// <summary>These fields with what stands in them.</summary>
    public IReadOnlyList<Piece> Pieces(ApplicationTexts written, CallDefinition call, string language, IStringLocalizer<Text> texts) =>
        [.. keys.Select(key => Piece.Of(key, written, texts, FieldLabels.Value(key, ApplicationFields.Text(written, key), call, language, texts)))];

    /// <summary>Names what cannot be stored at its field.</summary>
    public void Check(ApplicationTexts typed, ModelStateDictionary state, IStringLocalizer<Text> texts)
    {
        foreach (var (property, refusal) in typed.Faults().Where(fault => keys.Contains(fault.Property))) state.Add(texts, refusal, "Input." + property);
    }

    /// <summary>Puts accepted values into an application.</summary>
    public static Outcome<Application> Put(Call call, Application application, IReadOnlyDictionary<string, string> values, WriteContext write) =>
        application.Describe(call, ApplicationFields.With(application.Texts, values), ApplicationFields.With(application.ProjectTexts(), values), application.Version, write);
}
