using System.Globalization;
using Awards.Web.Data;

namespace Awards.Web.Stages.Mails;

/// <summary>Which mails the list shows, as its address says it. What an address cannot mean counts as not said.</summary>
public sealed record MailFilter
{
    /// <summary>Rows of a page.</summary>
    public const int Size = 50;

    /// <summary>States by their word in the address.</summary>
    public static IReadOnlyList<(string Code, OutboxState State)> States { get; } =
    [
        ("wartet", OutboxState.Waiting), ("unterwegs", OutboxState.Sending), ("gesendet", OutboxState.Sent), ("aufgegeben", OutboxState.Failed),
        ("unsicher", OutboxState.Unsure), ("abbestellt", OutboxState.Suppressed),
    ];

    public string? State { get; init; }

    /// <summary>Part of the recipient's address.</summary>
    public string? Recipient { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Reads the address.</summary>
    public static MailFilter Read(IQueryCollection query) => new()
    {
        State = query["zustand"].ToString() is { Length: > 0 } state && States.Any(each => each.Code == state) ? state : null,
        Recipient = query["an"].ToString().Trim() is { Length: > 0 and <= 200 } recipient ? recipient : null,
        Page = int.TryParse(query["seite"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0 ? page : 1,
    };

    /// <summary>The address; what is as usual is left out.</summary>
    public IEnumerable<KeyValuePair<string, string?>> ToQuery() =>
        new (string Name, string? Value)[] { ("zustand", State), ("an", Recipient), ("seite", Page == 1 ? null : Page.ToString(CultureInfo.InvariantCulture)) }
            .Where(each => each.Value is not null).Select(each => KeyValuePair.Create(each.Name, each.Value));
}
