using Awards.Domain.Accounts;
using Awards.Domain.Calls;
using Awards.Domain.Municipalities;
using Awards.Domain.Shared;

namespace Awards.Domain.Outreach;

/// <summary>What was typed about a contact, or stands in a line of a file.</summary>
public sealed record ContactText
{
    /// <summary>Longest name, in characters.</summary>
    public const int MaxName = Municipality.MaxName;

    /// <summary>Longest office, in characters.</summary>
    public const int MaxOffice = 120;

    /// <summary>Longest source, in characters.</summary>
    public const int MaxSource = 300;

    /// <summary>Empty where the register says it.</summary>
    public string Name { get; init; } = "";

    /// <summary>Two-letter code, or null.</summary>
    public string? State { get; init; }

    public string Office { get; init; } = "";
    public string Mail { get; init; } = "";
    public string Source { get; init; } = "";

    /// <summary>"de" or "en".</summary>
    public string Language { get; init; } = "de";

    /// <summary>Cleans what was typed: single lines, no blanks around.</summary>
    public static ContactText Of(string? name, string? state, string? office, string? mail, string? source, string? language) => new()
    {
        Name = TextRules.OneLine(name),
        State = string.IsNullOrWhiteSpace(state) ? null : state.Trim(),
        Office = TextRules.OneLine(office),
        Mail = TextRules.OneLine(mail),
        Source = TextRules.OneLine(source),
        Language = string.IsNullOrWhiteSpace(language) ? "de" : language.Trim().ToLowerInvariant(),
    };

    /// <summary>Everything that is wrong, by the name of the property. An address needs a source; a contact without an address needs neither.</summary>
    public IEnumerable<(string Field, Refusal Refusal)> Faults()
    {
        if (TextRules.Check(Name, MaxName).Refused(out var refusal)) yield return (nameof(Name), refusal);
        if (State is not null && !FederalStates.Codes.Contains(State)) yield return (nameof(State), new("outreach.unknown_state", "„{0}“ ist kein Land. Erwartet wird ein Kürzel mit zwei Buchstaben, zum Beispiel NW.", TextRules.Excerpt(State)));
        if (TextRules.Check(Office, MaxOffice).Refused(out refusal)) yield return (nameof(Office), refusal);
        if (Mail.Length > 0 && AddressRefusal(Mail) is { } wrong) yield return (nameof(Mail), wrong);
        if (TextRules.Check(Source, MaxSource).Refused(out refusal)) yield return (nameof(Source), refusal);
        if (Mail.Length > 0 && Source.Length == 0) yield return (nameof(Source), new("outreach.without_source", "Bitte geben Sie an, woher die Adresse stammt, zum Beispiel „Internetseite der Stadt, 12.01.2026“."));
        if (Language is not ("de" or "en")) yield return (nameof(Language), new("outreach.unknown_language", "„{0}“ ist keine mögliche Sprache. Möglich sind de und en.", TextRules.Excerpt(Language)));
    }

    /// <summary>Why mail cannot go to an address, or null.</summary>
    public static Refusal? AddressRefusal(string mail) => AccountAddress.RefusalOf(mail)
        ?? (mail[..mail.LastIndexOf('@')].All(char.IsAscii) ? null
            : new("outreach.address_not_ascii", "Vor dem @ stehen Umlaute oder andere Zeichen, die nicht jeder Mailserver annimmt. Bitte fragen Sie nach einer Adresse ohne sie."));
}
