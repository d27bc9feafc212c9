using Awards.Domain.Applications;
using Awards.Web.Platform.Localisation;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Applications;

/// <summary>One field of a form page: its posted name, its label, the canonical value, and how people read it.</summary>
public sealed record Piece(string Field, string Label, string Value, string? Shown = null)
{
    public string Display => Shown ?? Value;

    /// <summary>The field of a text of the application.</summary>
    public static Piece Of(string property, string value, IStringLocalizer<Text> texts) => new("Input." + property, ApplicationSteps.Label(property, texts), value);
}

/// <summary>A field whose stored value somebody else changed meanwhile.</summary>
public sealed record Difference(string Label, string Typed, string Stored);

/// <summary>What the form pages of an application have in common: where they stand, what they last showed, what is in conflict.</summary>
public sealed class FormPage
{
    private readonly Func<Application, IReadOnlyList<Piece>> _part;

    /// <param name="own">The application.</param>
    /// <param name="here">Address of the page.</param>
    /// <param name="part">The fields of this page, as an application has them.</param>
    /// <param name="addresses">Addresses of all pages in order.</param>
    public FormPage(OwnApplication own, string here, IReadOnlyList<string> addresses, Func<Application, IReadOnlyList<Piece>> part)
    {
        (_part, Own, Here) = (part, own, here);
        Number = addresses.TakeWhile(address => address != here).Count() + 1;
        Count = addresses.Count;
        Next = Number < Count ? addresses[Number] : addresses[^1];
        Seen = StateOf(own.Application);
    }

    public OwnApplication Own { get; private set; }
    public string Here { get; }
    public string Next { get; }
    public int Number { get; }
    public int Count { get; }

    /// <summary>Posted with the form.</summary>
    public SeenState Seen { get; private set; }

    /// <summary>Both versions of what somebody else changed; empty without a conflict.</summary>
    public IReadOnlyList<Difference> Differences { get; private set; } = [];

    /// <summary>The state of this page's part in an application.</summary>
    public SeenState StateOf(Application application) => SeenState.Of(application.Version, _part(application).Select(piece => piece.Value));

    /// <summary>True when an application already has what was typed.</summary>
    public bool IsStored(IReadOnlyList<Piece> typed) => typed.Select(piece => piece.Value).SequenceEqual(_part(Own.Application).Select(piece => piece.Value));

    /// <summary>Shows what is stored now beside what was typed. Posted again, the form counts as one that has seen it.</summary>
    public void Compare(OwnApplication now, IReadOnlyList<Piece> typed)
    {
        Own = now;
        Seen = StateOf(now.Application);
        Differences = [.. typed.Zip(_part(now.Application)).Where(pair => pair.First.Value != pair.Second.Value)
            .Select(pair => new Difference(pair.First.Label, pair.First.Display, pair.Second.Display))];
    }

    /// <summary>Off while both versions are shown: the next key must not decide between them.</summary>
    public bool Autosave => Differences.Count == 0;

    /// <summary>Keeps the state that the reader saw: a page shown again with errors has not seen anything newer.</summary>
    public void KeepSeen(string? posted) => Seen = SeenState.Parse(posted);
}
