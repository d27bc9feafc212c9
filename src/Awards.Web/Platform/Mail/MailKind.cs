using System.Security.Claims;
using Awards.Domain.Shared;

namespace Awards.Web.Platform.Mail;

/// <summary>A value that a mail can hold: "{{eingangsnummer}}".</summary>
/// <param name="Name">Lower-case letters, digits and underscores.</param>
/// <param name="Label">German, the key of its translation.</param>
/// <param name="Example">For the preview without an object.</param>
public sealed record MailPlaceholder(string Name, string Label, string Example);

/// <summary>A kind of mail that a call can word in its own way. A stage declares it and registers it as a service.</summary>
public sealed record MailKind
{
    /// <summary>Stable; part of addresses and of the stored text's key: lower-case letters and hyphens.</summary>
    public required string Code { get; init; }

    /// <summary>What it is. German, the key of its translation.</summary>
    public required string Label { get; init; }

    /// <summary>Who receives it. German, the key of its translation.</summary>
    public required string Receiver { get; init; }

    /// <summary>What can be inserted.</summary>
    public required IReadOnlyList<MailPlaceholder> Placeholders { get; init; }

    /// <summary>The subject while a call has no own one.</summary>
    public required LocalizedText Subject { get; init; }

    /// <summary>The text while a call has no own one.</summary>
    public required LocalizedText Text { get; init; }

    /// <summary>Values that may be seen by nobody but the receiver: never shown in the office, erased once sent.</summary>
    public bool Secret { get; init; }

    /// <summary>A mailing, from which people can unsubscribe.</summary>
    public bool Mailing { get; init; }

    /// <summary>Says of a viewer in the office whether the text is sealed from them in a call; by default from nobody.</summary>
    public Func<ClaimsPrincipal, Guid, bool> SealedFrom { get; init; } = (_, _) => false;
}

/// <summary>All kinds of mails.</summary>
public sealed class MailKinds
{
    private readonly Dictionary<string, MailKind> _byCode;

    /// <summary>Throws for a kind declared twice or with a default text that could not be saved.</summary>
    public MailKinds(IEnumerable<MailKind> kinds)
    {
        All = [.. kinds];
        _byCode = All.ToDictionary(kind => kind.Code);
        foreach (var kind in All)
            foreach (var text in new[] { kind.Subject.De, kind.Subject.In("en"), kind.Text.De, kind.Text.In("en") })
                if (TemplateText.Check(kind, text) is { } refusal) throw new InvalidOperationException($"{kind.Code}: {refusal}");
    }

    /// <summary>In the order in which they are registered.</summary>
    public IReadOnlyList<MailKind> All { get; }

    /// <summary>The kind of a code, or null.</summary>
    public MailKind? Find(string? code) => code is null ? null : _byCode.GetValueOrDefault(code);
}

/// <summary>
/// Real data for the preview of one kind: exactly what the mail would hold, and only of objects that the person who looks may see.
/// </summary>
public interface IMailPreview
{
    /// <summary>Code of the kind.</summary>
    string Kind { get; }

    /// <summary>Objects of the call to choose from, newest first, at most fifty.</summary>
    Task<IReadOnlyList<(Guid Id, string Label)>> ObjectsAsync(Guid callId, ClaimsPrincipal viewer, CancellationToken cancellationToken);

    /// <summary>Values by placeholder; null for an object that the viewer may not see, or that is not of the call.</summary>
    Task<IReadOnlyDictionary<string, string>?> ValuesAsync(Guid callId, Guid objectId, string language, ClaimsPrincipal viewer, CancellationToken cancellationToken);
}
