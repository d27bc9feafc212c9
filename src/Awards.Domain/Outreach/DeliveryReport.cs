using System.Text;
using System.Text.RegularExpressions;

namespace Awards.Domain.Outreach;

/// <summary>What a report says of one recipient.</summary>
/// <param name="Address">The final recipient; empty where the report names none.</param>
/// <param name="Action">"failed", "delayed", "delivered", "relayed" or "expanded", in lower case.</param>
/// <param name="Status">"5.1.1" (RFC 3463).</param>
/// <param name="Diagnostic">What the other server said.</param>
public sealed record DeliveryStatus(string Address, string Action, string Status, string Diagnostic)
{
    /// <summary>True when the mail did not arrive, or not yet.</summary>
    public bool IsBounce => Action is "failed" or "delayed";
}

/// <summary>A delivery status notification (RFC 3464), as mail servers send it back.</summary>
/// <param name="MailId">The id in our own Message-ID, taken from what was sent back; null where there is none.</param>
public sealed partial record DeliveryReport(Guid? MailId, IReadOnlyList<DeliveryStatus> Recipients)
{
    /// <summary>Largest report that is read, in bytes.</summary>
    public const int MaxBytes = 2 * 1024 * 1024;

    private const int MostRecipients = 100;

    /// <summary>Reads a stored mail (.eml); null when it is no report.</summary>
    public static DeliveryReport? Read(byte[] mail)
    {
        var parts = MimePart.Read(Encoding.Latin1.GetString(mail)).All();
        var status = parts.FirstOrDefault(part => part.Type is "message/delivery-status" or "message/global-delivery-status");
        if (status is null) return null;
        var recipients = status.Body.Trim('\n').Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(MimePart.FieldsOf)
            .Where(fields => Of(fields, "Action").Length > 0).Take(MostRecipients)
            .Select(fields => new DeliveryStatus(Address(Of(fields, "Final-Recipient") is { Length: > 0 } final ? final : Of(fields, "Original-Recipient")),
                Of(fields, "Action").ToLowerInvariant(), Code().Match(Of(fields, "Status")).Value, Of(fields, "Diagnostic-Code"))).ToList();
        return recipients.Count == 0 ? null : new(OwnId(parts), recipients);
    }

    /// <summary>The report itself has a Message-ID too: ours stands in what came back, or in what the report answers.</summary>
    private static Guid? OwnId(IReadOnlyList<MimePart> parts)
    {
        var ids = parts.Skip(1).Select(part => part.Field("Message-ID")).Append(parts[0].Field("In-Reply-To")).Append(parts[0].Field("References"));
        foreach (var match in ids.OfType<string>().Select(id => Own().Match(id)).Where(match => match.Success)) return Guid.ParseExact(match.Groups[1].Value, "N");
        return null;
    }

    private static string Of(IReadOnlyList<KeyValuePair<string, string>> fields, string name) =>
        fields.FirstOrDefault(field => field.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value ?? "";

    /// <summary>"rfc822; &lt;a@b.example&gt;" becomes "a@b.example".</summary>
    private static string Address(string field) => field[(field.IndexOf(';', StringComparison.Ordinal) + 1)..].Trim().Trim('<', '>');

    [GeneratedRegex(@"[245]\.\d{1,3}\.\d{1,3}")]
    private static partial Regex Code();

    [GeneratedRegex(@"<([0-9a-fA-F]{32})@")]
    private static partial Regex Own();
}
