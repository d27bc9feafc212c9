using Awards.Documents;

namespace Awards.Web.Tests.Documents;

internal static class Receipts
{
    public static ReceiptModel Complete { get; } = new()
    {
        Language = "de",
        CallTitle = "Zusammenleben Hand in Hand – Kommunen gestalten",
        ReferenceNumber = "ZHH-2017-042",
        Applicant = "Musterstadt 1",
        ContactPerson = "Fachstelle Integration",
        ContactEmail = "integration@musterstadt.example",
        Title = "Gemeinsam ankommen im „Übergang“",
        SubmittedAtText = "Donnerstag, 21. Dezember 2017, 14:03 Uhr (MEZ)",
        SubmittedAtUtc = new DateTime(2017, 12, 21, 13, 3, 9, DateTimeKind.Utc),
        ContentHash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        Sections =
        [
            new ReceiptSection("Angaben zur Kommune",
            [
                new ReceiptAnswer("Einwohnerzahl", "48.312"),
                new ReceiptAnswer("Welche Ämter sind beteiligt?", "Sozialamt\nJugendamt"),
                new ReceiptAnswer("Gibt es ein Integrationskonzept?", ""),
            ]),
        ],
        Texts = [new ReceiptText("Kurzbeschreibung", "Ein offenes Haus für alle.\n\nEs ist täglich geöffnet.")],
        SingleProjects = [new ReceiptProject("Sprachcafé", "Menschen treffen sich zum Gespräch.")],
        GeneratedNotice = "Demonstration: Die Antworten sind erzeugt.",
        IssuedBy = "Deutsches Institut für Urbanistik",
    };

    /// <summary>A receipt with the same text in every place that a person fills in.</summary>
    public static ReceiptModel Everywhere(string text) => Complete with
    {
        CallTitle = text,
        ReferenceNumber = text,
        Applicant = text,
        ContactPerson = text,
        ContactEmail = text,
        ContactPhone = text,
        Title = text,
        SubmittedAtText = text,
        ContentHash = text,
        Sections = [new ReceiptSection(text, [new ReceiptAnswer(text, text)])],
        Texts = [new ReceiptText(text, text)],
        SingleProjects = [new ReceiptProject(text, text)],
        GeneratedNotice = text,
        IssuedBy = text,
    };
}
