using System.Security.Cryptography;
using System.Text;
using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Shared;

namespace Awards.Domain.Privacy;

/// <summary>
/// An agreement given with an application, to one version of one text and for one contact person. Never changed: a new version or another
/// contact person needs a new one.
/// </summary>
public sealed class Consent
{
    private Consent() { }

    public Guid Id { get; private set; }
    public Guid CallId { get; private set; }
    public Guid ApplicationId { get; private set; }

    /// <summary>Code of the <see cref="ConsentDefinition"/>.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Version of the text that was shown.</summary>
    public int TextVersion { get; private set; }

    /// <summary>SHA-256 (hex) of the text that was shown.</summary>
    public string TextDigest { get; private set; } = "";

    /// <summary>SHA-256 (hex) of name and address of the contact person for whom it holds; empty once these are erased.</summary>
    public string SubjectDigest { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime GivenAt { get; private set; }

    /// <summary>Who ticked it.</summary>
    public Guid? GivenBy { get; private set; }

    /// <summary>UTC; null while it holds.</summary>
    public DateTime? WithdrawnAt { get; private set; }

    /// <summary>Null for the system (retention, erasure).</summary>
    public Guid? WithdrawnBy { get; private set; }

    /// <summary>Records an agreement.</summary>
    public static Consent Give(Application application, ConsentDefinition consent, WriteContext write) => new()
    {
        Id = Guid.CreateVersion7(),
        CallId = application.CallId,
        ApplicationId = application.Id,
        Code = consent.Code,
        TextVersion = consent.Version,
        TextDigest = consent.TextDigest(),
        SubjectDigest = SubjectOf(application.Texts.ContactName, application.Texts.ContactMail),
        GivenAt = write.When,
        GivenBy = write.Who,
    };

    /// <summary>Takes it back, at once and for good; a second time changes nothing.</summary>
    public void Withdraw(WriteContext write)
    {
        if (WithdrawnAt is null) (WithdrawnAt, WithdrawnBy) = (write.When, write.Who);
    }

    /// <summary>True while it holds for the present text of the call and the present contact person.</summary>
    public bool Covers(ConsentDefinition consent, string contactName, string contactMail) =>
        WithdrawnAt is null && Code == consent.Code && TextVersion == consent.Version && TextDigest == consent.TextDigest() && SubjectDigest == SubjectOf(contactName, contactMail);

    /// <summary>By which a contact person is recognised.</summary>
    public static string SubjectOf(string contactName, string contactMail) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(contactName.Trim() + "\n" + contactMail.Trim().ToLowerInvariant())));
}
