namespace Awards.Web.Stages.Privacy;

/// <summary>Addresses of what concerns personal data.</summary>
public static class PrivacyLinks
{
    /// <summary>A person's own data.</summary>
    public const string Data = "/konto/daten";

    /// <summary>The same as a file.</summary>
    public const string File = "/konto/daten.zip";

    /// <summary>Changes the mail address.</summary>
    public const string Address = "/konto/adresse";

    /// <summary>The link of a mail that confirms a new address.</summary>
    public static string Confirm(string secret) => $"/adresse/{secret}";

    /// <summary>Retention of a call.</summary>
    public static string Office(string call) => $"/institut/{call}/datenschutz";

    /// <summary>Corrects the contact person of an application.</summary>
    public static string Contact(string call, Guid application) => $"/institut/{call}/bewerbungen/{application}/kontakt";
}
