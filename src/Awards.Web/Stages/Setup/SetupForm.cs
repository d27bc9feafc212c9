using Awards.Domain.Calls;
using Awards.Domain.Shared;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Awards.Web.Stages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Setup;

/// <summary>What every page of the set-up shows around its own fields.</summary>
/// <param name="Part">Which part it is.</param>
/// <param name="Call">The call as stored.</param>
public sealed record SetupForm(CallPart Part, Call Call)
{
    public string Slug => Call.Slug;
    public string Title => Call.Definition.Title.In(RequestContext.Language);
    public bool Draft => Call.Definition.Draft;

    /// <summary>What still has to be mended in this part.</summary>
    public IReadOnlyList<Refusal> Faults { get; } = [.. CallFaults.Of(Call.Definition).Where(fault => fault.Part == Part).Select(fault => fault.Refusal)];
}

/// <summary>How every page of the set-up ends.</summary>
public static class SetupPages
{
    /// <summary>Says that it is saved and shows the page anew, or shows what was typed with the refusal.</summary>
    /// <param name="link">The page, by the address of the call, which may have changed.</param>
    /// <param name="field">The field that a refusal belongs to; null = the page as a whole.</param>
    public static IActionResult Saved(this PageModel page, Outcome<Call> outcome, IStringLocalizer<Text> texts, Func<string, string> link, Func<Refusal, string>? field = null)
    {
        if (outcome.Refused(out var refusal))
        {
            page.ModelState.Add(texts, refusal, field?.Invoke(refusal) ?? "");
            return page.Page();
        }
        page.TempData.Say(texts["Gespeichert."]);
        return page.LocalRedirect(link(outcome.Fact.Slug));
    }
}

/// <summary>Reads what people typed into the set-up.</summary>
public static class SetupInput
{
    /// <summary>A text in both languages; null where nothing was typed.</summary>
    public static LocalizedText? Text(string? german, string? english) =>
        string.IsNullOrWhiteSpace(german) && string.IsNullOrWhiteSpace(english) ? null : Needed(german, english);

    /// <summary>A text in both languages, maybe empty while the call is a draft.</summary>
    public static LocalizedText Needed(string? german, string? english) =>
        new(TextRules.Lines(german).Trim(), string.IsNullOrWhiteSpace(english) ? null : TextRules.Lines(english).Trim());

    /// <summary>A stable code for something new, made of its label and unlike those that are taken: "Kreisfreie Städte" becomes "kreisfreie_staedte".</summary>
    public static string Code(string label, IReadOnlyCollection<string> taken)
    {
        var plain = label.Trim().ToLowerInvariant().Replace("ä", "ae", StringComparison.Ordinal).Replace("ö", "oe", StringComparison.Ordinal).Replace("ü", "ue", StringComparison.Ordinal);
        var code = SortKey.Of(plain).Replace(' ', '_');
        code = new string([.. code.Where(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_')]).Trim('_');
        if (code.Length == 0 || !char.IsAsciiLetter(code[0])) code = "x" + code;
        if (code.Length > MaxMade) code = code[..MaxMade].TrimEnd('_');
        for (var (number, candidate) = (2, code); ; number++)
        {
            if (!taken.Contains(candidate)) return candidate;
            candidate = $"{code}_{number}";
        }
    }

    /// <summary>Longest code made of a label: it heads a column in exports.</summary>
    private const int MaxMade = 30;
}
