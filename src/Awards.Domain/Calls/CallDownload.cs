using Awards.Domain.Shared;

namespace Awards.Domain.Calls;

/// <summary>Who may read a download of a call.</summary>
public enum DownloadAudience
{
    /// <summary>Everybody, on the call's public page.</summary>
    Everybody = 1,

    /// <summary>The office of the call.</summary>
    Office = 2,
}

/// <summary>A file that a call offers: a flyer, a form, or an internal document of the office.</summary>
public sealed class CallDownload
{
    private CallDownload() { }

    public Guid Id { get; private set; }
    public Guid CallId { get; private set; }

    /// <summary>Id of the stored file.</summary>
    public Guid FileId { get; private set; }

    public string TitleDe { get; private set; } = "";

    /// <summary>Null = the German title is shown in English too.</summary>
    public string? TitleEn { get; private set; }

    public DownloadAudience Audience { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime AddedAt { get; private set; }

    /// <summary>By language.</summary>
    public LocalizedText Title => new(TitleDe, TitleEn);

    /// <summary>Longest title, in characters.</summary>
    public const int MaxTitle = 150;

    /// <summary>The download is gone: somebody else removed it.</summary>
    public static readonly Refusal Gone = new("download.gone", "Dieses Dokument gibt es nicht mehr. Wahrscheinlich hat es schon jemand entfernt.");

    /// <summary>Why a title cannot be used, or null. The German one is needed.</summary>
    public static Refusal? CheckTitle(string? title, bool needed)
    {
        if (string.IsNullOrWhiteSpace(title)) return needed ? new Refusal("download.without_title", "Bitte geben Sie dem Dokument einen Titel.") : null;
        return TextRules.Check(title.Trim(), MaxTitle).Refused(out var refusal) ? refusal : null;
    }

    /// <summary>Offers a file. Refused without a German title, or with one that is too long.</summary>
    public static Outcome<CallDownload> Add(Guid id, Guid callId, Guid fileId, string? titleDe, string? titleEn, DownloadAudience audience, WriteContext write)
    {
        if ((CheckTitle(titleDe, needed: true) ?? CheckTitle(titleEn, needed: false)) is { } refusal) return refusal;
        return new CallDownload
        {
            Id = id,
            CallId = callId,
            FileId = fileId,
            TitleDe = titleDe!.Trim(),
            TitleEn = string.IsNullOrWhiteSpace(titleEn) ? null : titleEn.Trim(),
            Audience = audience,
            AddedAt = write.When,
        };
    }
}
