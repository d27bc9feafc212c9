using Awards.Domain.Applications;
using Awards.Domain.Municipalities;
using Awards.Domain.Shared;

namespace Awards.Domain.Outreach;

/// <summary>Somebody whom a call may write to: an office of a municipality, or another organisation that passes things on.</summary>
public sealed class Contact
{
    private Contact() { }

    public Guid Id { get; private set; }
    public Guid ListId { get; private set; }
    public Guid CallId { get; private set; }

    /// <summary>Null for organisations outside the register.</summary>
    public Guid? MunicipalityId { get; private set; }

    /// <summary>Name of the municipality or organisation.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Sort key of <see cref="Name"/>.</summary>
    public string NameSort { get; private set; } = "";

    /// <summary>Two-letter code; null where unknown.</summary>
    public string? State { get; private set; }

    /// <summary>Null for organisations.</summary>
    public MunicipalityType? Type { get; private set; }

    /// <summary>"Integrationsbeauftragte"; empty = the municipality as such.</summary>
    public string Office { get; private set; } = "";

    /// <summary>Empty while nobody has found one.</summary>
    public string Mail { get; private set; } = "";

    /// <summary><see cref="AddressKey"/> of the address, once in a list; null while there is none.</summary>
    public string? AddressHash { get; private set; }

    /// <summary>Where the address comes from (Art. 14 GDPR).</summary>
    public string Source { get; private set; } = "";

    /// <summary>"de" or "en".</summary>
    public string Language { get; private set; } = "de";

    /// <summary>UTC.</summary>
    public DateTime ChangedAt { get; private set; }

    /// <summary>Raised with every change; a page posts the one it showed.</summary>
    public int Version { get; private set; }

    /// <summary>It is gone: somebody else removed it.</summary>
    public static readonly Refusal Gone = new("outreach.contact_gone", "Diesen Kontakt gibt es nicht mehr.");

    /// <summary>The address is in the list already.</summary>
    public static readonly Refusal Twice = new("outreach.contact_twice", "Diese Adresse steht schon in der Liste.");

    /// <summary>A municipality of the register, of which no address is known yet.</summary>
    public static Contact Missing(ContactList list, Municipality municipality, DateTime now) =>
        New(list, now).With(new ContactText { Name = municipality.Name }, municipality);

    /// <summary>Adds one. Refused where <see cref="ContactText.Faults"/> finds something.</summary>
    /// <param name="municipality">The one of the register that is meant; null = another organisation.</param>
    public static Outcome<Contact> Add(ContactList list, ContactText text, Municipality? municipality, DateTime now) =>
        text.Faults().Select(fault => fault.Refusal).FirstOrDefault() is { } refusal ? refusal : New(list, now).With(text, municipality);

    /// <summary>Replaces what is known. Refused as <see cref="Add"/> is, and when somebody else changed it since.</summary>
    public Outcome<Contact> Change(ContactText text, int seenVersion, DateTime now)
    {
        if (Version != seenVersion) return ApplicationRules.Stale;
        return text.Faults().Select(fault => fault.Refusal).FirstOrDefault() is { } refusal ? refusal : Take(text, now);
    }

    /// <summary>Takes what a file says of it: an address where there was none, and every other word that the file has.</summary>
    public Contact Merge(ContactText text, DateTime now) => Take(new ContactText
    {
        Name = Name,
        Office = text.Office.Length > 0 ? text.Office : Office,
        Mail = Mail.Length > 0 ? Mail : text.Mail,
        Source = text.Source.Length > 0 ? text.Source : Source,
        Language = text.Language,
    }, now);

    private static Contact New(ContactList list, DateTime now) => new() { Id = Guid.CreateVersion7(), ListId = list.Id, CallId = list.CallId, ChangedAt = now };

    private Contact With(ContactText text, Municipality? municipality)
    {
        (Name, State) = (municipality?.Name ?? text.Name, municipality is null ? text.State : municipality.State);
        (NameSort, MunicipalityId, Type) = (SortKey.Of(Name), municipality?.Id, municipality?.Type);
        return Take(text, ChangedAt);
    }

    private Contact Take(ContactText text, DateTime now)
    {
        if ((Office, Mail, Source, Language) == (text.Office, text.Mail, text.Source, text.Language)) return this;
        (Office, Mail, Source, Language, ChangedAt) = (text.Office, text.Mail, text.Source, text.Language, now);
        AddressHash = Mail.Length == 0 ? null : AddressKey.Of(Mail);
        return this;
    }
}
