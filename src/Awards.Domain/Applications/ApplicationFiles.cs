using Awards.Domain.Calls;
using Awards.Domain.Shared;

namespace Awards.Domain.Applications;

/// <summary>A file that was sent with an application, as it was found when it was uploaded.</summary>
/// <param name="FileId">Id of the stored file.</param>
/// <param name="Name">Name of the file.</param>
/// <param name="Sha256">Fingerprint of its content, hex: what was handed in is this and nothing else.</param>
/// <param name="Size">In bytes.</param>
public sealed record AttachedFile(Guid FileId, string Name, string Sha256, long Size)
{
    /// <summary>Pages of a PDF; null where they are not counted.</summary>
    public int? Pages { get; init; }

    /// <summary>All pages are A4; null where it was not looked at.</summary>
    public bool? IsA4 { get; init; }

    /// <summary>Size in which most of the text is set, in tenths of a point; null where it cannot be told.</summary>
    public int? BodySizeTenths { get; init; }
}

/// <summary>Files of an application beside those that answer questions.</summary>
public sealed record ApplicationFiles
{
    /// <summary>Stands for the question where a file is the text itself.</summary>
    public const string TextCode = "@text";

    /// <summary>Stands for the question where a file is an attachment.</summary>
    public const string AttachmentCode = "@attachment";

    /// <summary>No files.</summary>
    public static ApplicationFiles None { get; } = new();

    /// <summary>The text of the contribution as PDF; null where it is written in the editor.</summary>
    public AttachedFile? Text { get; init; }

    /// <summary>Attachments in the order in which they came.</summary>
    public IReadOnlyList<AttachedFile> Attachments { get; init; } = [];

    /// <summary>Text and attachments.</summary>
    public IEnumerable<AttachedFile> All() => Text is null ? Attachments : Attachments.Prepend(Text);

    /// <summary>What the office should look at in an uploaded text: sizes other than A4, body text below the call's size, nothing that could be read.</summary>
    public static IEnumerable<Refusal> Warnings(AttachedFile text, PageSettings page)
    {
        if (text.IsA4 == false) yield return new("text.not_a4", "Nicht alle Seiten haben das Format A4.");
        if (text.BodySizeTenths is { } size && size < page.SizeTenths - PageSettings.SizeTolerance)
            yield return new("text.small_type", "Der Fließtext ist mit {0} Punkt kleiner gesetzt als die verlangten {1} Punkt.", Shown.Number(size / 10m), Shown.Number(page.SizeTenths / 10m));
        if (text.BodySizeTenths is null) yield return new("text.unknown_type", "Die Schriftgröße lässt sich nicht feststellen, zum Beispiel weil das PDF ein Scan ist.");
    }
}
