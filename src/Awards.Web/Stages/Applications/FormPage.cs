using Awards.Domain.Applications;
using Awards.Web.Platform.Localisation;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Applications;

/// <summary>One field of a form page: its key (<see cref="ApplicationFields"/>), its posted name, its label, the canonical value, and how people read it.</summary>
public sealed record Piece(string Key, string Field, string Label, string Value, string? Shown = null)
{
    public string Display => Shown ?? Value;

    /// <summary>The field of a text of the application.</summary>
    public static Piece Of(string property, ApplicationTexts written, IStringLocalizer<Text> texts, string? shown = null) =>
        new(property, "Input." + property, FieldLabels.Text(property, texts), ApplicationFields.Text(written, property), shown);
}

/// <summary>A field that somebody else changed meanwhile, and differently.</summary>
public sealed record Difference(string Label, string Typed, string Stored);

/// <summary>What the form pages of an application have in common: where they stand, what they last showed, what is in conflict.</summary>
public sealed class FormPage
{
    private readonly Func<Application, IReadOnlyList<Piece>> _part;

    /// <param name="own">The application.</param>
    /// <param name="here">Address of the page.</param>
    /// <param name="part">The fields of this page, as an application has them.</param>
    public FormPage(OwnApplication own, string here, Func<Application, IReadOnlyList<Piece>> part)
    {
        var addresses = ApplicationSteps.Addresses(own);
        (_part, Own, Here) = (part, own, here);
        Number = addresses.TakeWhile(address => address != here).Count() + 1;
        Count = addresses.Count;
        Next = Number < Count ? addresses[Number] : addresses[^1];
        Seen = SeenState.Of(part(own.Application));
    }

    public OwnApplication Own { get; private set; }
    public string Here { get; }
    public string Next { get; }
    public int Number { get; }
    public int Count { get; }

    /// <summary>Posted with the form.</summary>
    public SeenState Seen { get; set; }

    /// <summary>Both versions of what somebody else changed too; empty without a conflict.</summary>
    public IReadOnlyList<Difference> Differences { get; private set; } = [];

    /// <summary>Labels of fields that somebody else changed and the reader left alone.</summary>
    public IReadOnlyList<string> ChangedByOthers { get; private set; } = [];

    /// <summary>The fields of this page in an application.</summary>
    public IReadOnlyList<Piece> Part(Application application) => _part(application);

    /// <summary>Merges what was typed into an application's own values.</summary>
    public FieldMerge Merge(Application application, IEnumerable<Piece> typed, SeenState seen) =>
        FieldMerge.Of(typed.ToDictionary(piece => piece.Key, piece => piece.Value), _part(application).ToDictionary(piece => piece.Key, piece => piece.Value), seen.Fields);

    /// <summary>
    /// What the page has seen after a save: fields that are as typed, as they are now; those in conflict only where both versions are
    /// shown; the others as before, because the reader still sees the old value.
    /// </summary>
    public void Settle(Application now, IReadOnlyList<Piece> typed, FieldMerge merge, SeenState posted, bool showConflicts)
    {
        var stored = _part(now).ToDictionary(piece => piece.Key);
        var shown = SeenState.Of(stored.Values);
        var same = typed.Where(piece => stored.TryGetValue(piece.Key, out var there) && there.Value == piece.Value).Select(piece => piece.Key).ToHashSet();
        Own = Own with { Application = now };
        Seen = posted.With(shown, key => same.Contains(key) || (showConflicts && merge.Conflicts.Contains(key)));
        ChangedByOthers = [.. merge.Kept.Select(key => stored[key].Label)];
        Differences = showConflicts ? [.. typed.Where(piece => merge.Conflicts.Contains(piece.Key)).Select(piece => new Difference(piece.Label, piece.Display, stored[piece.Key].Display))] : [];
    }

    /// <summary>Off while both versions are shown: the next key must not decide between them.</summary>
    public bool Autosave => Differences.Count == 0;
}
