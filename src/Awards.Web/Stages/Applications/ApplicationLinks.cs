namespace Awards.Web.Stages.Applications;

/// <summary>Addresses of applications, as their municipality sees them.</summary>
public static class ApplicationLinks
{
    /// <summary>Where a municipality begins: what is to be done now.</summary>
    public const string Start = "/kommune";

    /// <summary>Begins an application in a call.</summary>
    public static string Begin(string call) => $"/kommune/{call}/beginnen";

    /// <summary>The task list of an application.</summary>
    public static string Overview(Guid id) => $"/kommune/bewerbungen/{id}";

    public static string Contact(Guid id) => Overview(id) + "/kontakt";

    public static string Contribution(Guid id) => Overview(id) + "/beitrag";

    public static string Projects(Guid id) => Overview(id) + "/einzelprojekte";

    /// <summary>A section of the questionnaire.</summary>
    public static string Section(Guid id, string section) => $"{Overview(id)}/fragebogen/{section}";

    /// <summary>Everything at a glance, what is missing, and submitting.</summary>
    public static string Check(Guid id) => Overview(id) + "/pruefen";

    /// <summary>What was agreed to; withdrawing it.</summary>
    public static string Consents(Guid id) => Overview(id) + "/einwilligungen";

    public static string Receipt(Guid id) => Overview(id) + "/eingang";

    public static string ReceiptPdf(Guid id) => Receipt(id) + ".pdf";
}
