namespace Awards.Domain.PreReview;

/// <summary>A municipality with what it belongs to, by official keys; null where unknown.</summary>
/// <param name="OfficialKey">Of itself: five digits are a district, nine an association.</param>
public sealed record Belonging(Guid Id, string? OfficialKey, string? DistrictKey, string? AssociationKey);

/// <summary>What is known of a reviewer.</summary>
/// <param name="Mail">Address of the account.</param>
/// <param name="ActsFor">Municipalities, unless the office found that the person does not act for them.</param>
public sealed record ReviewerTies(Guid PersonId, string Mail, IReadOnlyList<Belonging> ActsFor);

/// <summary>What is known of an entry.</summary>
/// <param name="Municipality">Who entered; null for an organisation.</param>
/// <param name="Participants">Municipalities of the register that take part in a joint entry.</param>
/// <param name="ContactMail">"" = none.</param>
/// <param name="Members">Persons who work on the application.</param>
public sealed record EntryTies(Guid EntryId, Belonging? Municipality, IReadOnlyList<Belonging> Participants, string ContactMail, IReadOnlyList<Guid> Members);

/// <summary>A conflict that follows from what is known.</summary>
public readonly record struct FoundConflict(Guid PersonId, Guid EntryId, ConflictKind Kind);

/// <summary>Finds conflicts nobody has declared. One for each person and entry: the closest.</summary>
public static class ConflictFinder
{
    // Addresses that anybody can have say nothing about an employer.
    private static readonly HashSet<string> Free = new(StringComparer.OrdinalIgnoreCase)
    {
        "aol.com", "arcor.de", "freenet.de", "gmail.com", "gmx.at", "gmx.com", "gmx.de", "gmx.net", "googlemail.com", "hotmail.com", "hotmail.de", "icloud.com", "live.de", "mail.de", "mailbox.org",
        "me.com", "outlook.com", "outlook.de", "posteo.de", "proton.me", "protonmail.com", "t-online.de", "web.de", "yahoo.com", "yahoo.de",
    };

    /// <summary>All conflicts between some reviewers and entries.</summary>
    public static IEnumerable<FoundConflict> Find(IReadOnlyCollection<ReviewerTies> reviewers, IReadOnlyCollection<EntryTies> entries) =>
        from entry in entries
        from reviewer in reviewers
        let kind = Between(reviewer, entry)
        where kind is not null
        select new FoundConflict(reviewer.PersonId, entry.EntryId, kind.Value);

    /// <summary>The closest tie between a reviewer and an entry, or null.</summary>
    public static ConflictKind? Between(ReviewerTies reviewer, EntryTies entry)
    {
        if (entry.Members.Contains(reviewer.PersonId)) return ConflictKind.Applicant;
        if (entry.Municipality is { } applicant)
        {
            if (reviewer.ActsFor.Any(own => own.Id == applicant.Id)) return ConflictKind.SameMunicipality;
            if (reviewer.ActsFor.Any(own => Holds(own.OfficialKey, applicant.DistrictKey) || Holds(applicant.OfficialKey, own.DistrictKey))) return ConflictKind.SameDistrict;
            if (reviewer.ActsFor.Any(own => Holds(own.OfficialKey, applicant.AssociationKey) || Holds(applicant.OfficialKey, own.AssociationKey))) return ConflictKind.SameAssociation;
        }
        if (reviewer.ActsFor.Any(own => entry.Participants.Any(part => part.Id == own.Id))) return ConflictKind.Participant;
        return SameDomain(reviewer.Mail, entry.ContactMail) ? ConflictKind.MailDomain : null;
    }

    private static bool Holds(string? whole, string? part) => whole is not null && whole == part;

    // amt@jugend.musterstadt.de and amt@musterstadt.de are one house.
    private static bool SameDomain(string one, string two)
    {
        var (first, second) = (Domain(one), Domain(two));
        if (first.Length == 0 || second.Length == 0 || Free.Contains(first) || Free.Contains(second)) return false;
        return first == second || first.EndsWith("." + second, StringComparison.Ordinal) || second.EndsWith("." + first, StringComparison.Ordinal);
    }

    private static string Domain(string mail) => mail.LastIndexOf('@') is var at and >= 0 ? mail[(at + 1)..].Trim().ToLowerInvariant() : "";
}
