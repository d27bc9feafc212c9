using Awards.Domain.Calls;
using Awards.Domain.Shared;

namespace Awards.Domain.Accounts;

/// <summary>What the office knows of somebody who says that he or she acts for a municipality.</summary>
public enum Standing
{
    /// <summary>As the person said; nobody has looked at it.</summary>
    Stated,

    /// <summary>The office has it from the municipality itself.</summary>
    Confirmed,

    /// <summary>The municipality knows nothing of it; the person acts for it no longer.</summary>
    Rejected,
}

/// <summary>A person may act for a municipality, in every call, unless the office rejected it.</summary>
public sealed class Affiliation
{
    private Affiliation() { }

    public Guid Id { get; private set; }
    public Guid PersonId { get; private set; }
    public Guid MunicipalityId { get; private set; }

    public Standing Standing { get; private set; }

    /// <summary>UTC; null while nobody has looked at it.</summary>
    public DateTime? SettledAt { get; private set; }

    public Guid? SettledBy { get; private set; }

    /// <summary>Where the office has it from.</summary>
    public string? Reason { get; private set; }

    /// <summary>Nobody is reviewer and applicant of one entry.</summary>
    public static Refusal BarredByReview { get; } = new("affiliation.reviewer",
        "Dieses Konto prüft einen Beitrag dieser Kommune und kann deshalb nicht für sie handeln. Wenden Sie sich bitte an die Geschäftsstelle.");

    /// <summary>The office found that the person does not act for the municipality.</summary>
    public static Refusal BarredByOffice { get; } = new("affiliation.rejected",
        "Die Geschäftsstelle hat festgestellt, dass Sie für diese Kommune nicht sprechen. Wenden Sie sich bitte an sie, wenn das ein Irrtum ist.");

    /// <summary>Lets a person act for a municipality.</summary>
    public static Affiliation Of(Guid personId, Guid municipalityId) =>
        new() { Id = Guid.CreateVersion7(), PersonId = personId, MunicipalityId = municipalityId };

    /// <summary>The office confirms or rejects it, or takes either back. Refused without saying where it has that from.</summary>
    public Outcome<Affiliation> Settle(Standing standing, WriteContext write)
    {
        if (string.IsNullOrWhiteSpace(write.Why)) return new Refusal("affiliation.needs_reason", "Bitte geben Sie an, woher Sie das wissen, zum Beispiel „Anruf im Rathaus am 3. März“.");
        if (TextRules.Check(write.Why, 500).Refused(out var unfit)) return unfit;
        if (standing == Standing) return this;
        (Standing, SettledAt, SettledBy, Reason) = (standing, write.When, write.Who, write.Why.Trim());
        return this;
    }
}
