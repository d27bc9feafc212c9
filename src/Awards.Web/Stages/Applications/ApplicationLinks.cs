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

    /// <summary>Municipalities that take part.</summary>
    public static string Participants(Guid id) => Overview(id) + "/beteiligte";

    /// <summary>The text of the contribution.</summary>
    public static string Text(Guid id) => Overview(id) + "/beschreibung";

    /// <summary>The text as it would be printed.</summary>
    public static string TextPdf(Guid id) => Text(id) + ".pdf";

    public static string Attachments(Guid id) => Overview(id) + "/anlagen";

    /// <summary>Who works on it.</summary>
    public static string Members(Guid id) => Overview(id) + "/mitarbeit";

    /// <summary>Who changed what, and putting it back.</summary>
    public static string History(Guid id) => Overview(id) + "/verlauf";

    /// <summary>Taking over what stands in a filled form.</summary>
    public static string FormImport(Guid id) => Overview(id) + "/formular";

    /// <summary>Who speaks for the municipality, as the office knows it.</summary>
    public static string Speakers(string call, Guid id) => $"/institut/{call}/bewerbungen/{id}/wer";

    /// <summary>The letter of intent in a call.</summary>
    public static string Letter(string call) => $"/kommune/{call}/absichtserklaerung";

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
