using Awards.Web.Data;

namespace Awards.Web.Platform.Files;

/// <summary>What people and browsers call the kinds of files.</summary>
public static class FileKinds
{
    /// <summary>For the accept attribute of a file field: a hint for people, no check.</summary>
    public const string Accept = ".pdf,.docx,.xlsx,.png,.jpg,.jpeg";

    public static string MediaType(this FileKind kind) => kind switch
    {
        FileKind.Pdf => "application/pdf",
        FileKind.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        FileKind.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        FileKind.Png => "image/png",
        FileKind.Jpeg => "image/jpeg",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>The name of a kind: "PDF".</summary>
    public static string Label(this FileKind kind) => kind.ToString().ToUpperInvariant();

    /// <summary>True when a name may end like this for the kind; the ending is given with its dot.</summary>
    public static bool MayEnd(this FileKind kind, string extension) => kind switch
    {
        FileKind.Jpeg => extension.ToUpperInvariant() is ".JPG" or ".JPEG" or ".JPE" or ".JFIF",
        _ => extension.Equals("." + kind, StringComparison.OrdinalIgnoreCase),
    };

    /// <summary>The ending of a name that had none.</summary>
    public static string Extension(this FileKind kind) => kind == FileKind.Jpeg ? ".jpg" : "." + kind.ToString().ToLowerInvariant();
}
