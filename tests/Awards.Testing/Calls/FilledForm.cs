using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Municipalities;
using Awards.Domain.Shared;

namespace Awards.Testing.Calls;

/// <summary>A call whose form has every kind of line, and a form in which all of them are filled in.</summary>
public static class FilledForm
{
    /// <summary>The call of <see cref="EveryQuestion"/> with kinds of contribution and a further field of single projects.</summary>
    public static CallDefinition In(CallDefinition definition) => EveryQuestion.In(definition) with
    {
        Contributions = [new("concept", new LocalizedText("Konzept", "Concept")), new("measure", new LocalizedText("Einzelmaßnahme", "Single measure"))],
        Limits = new() { ProjectFields = [new("place", new LocalizedText("Ort", "Place"))] },
        MaxSingleProjects = 2,
    };

    /// <summary>Who applies.</summary>
    public static Participant Applicant { get; } = new("Musterstadt 1", null, "NW", MunicipalityType.DistrictMunicipality);

    /// <summary>Everything else.</summary>
    public static SubmittedContent Content { get; } = new(
        new()
        {
            ContactName = "Fachstelle Integration",
            ContactMail = "integration@musterstadt.example",
            ContactPhone = "030 0123-45",
            Department = "Amt für „Soziales“; Jugend & Wohnen",
            Website = "https://musterstadt.example/?a=b&c=d",
            Title = "=1+1 – Gemeinsam ankommen",
            Contribution = "measure",
            Novelty = Novelty.Existing,
            Focus = "Ein Schwerpunkt.\nIn zwei Zeilen.",
            ThirdParties = "Ein Verein",
            Embedding = "Er arbeitet im Rathaus.",
            Summary = "Kurz und 100 % wahr – <b>fett</b> \"Zitat\" 😀",
            Description = "# Anlass\n\nEin **offenes** Haus.\n\n- eins\n- zwei",
        },
        [
            new("Sprachcafé", "Menschen treffen sich.\n\nJeden Tag.") { Fields = AnswerSet.Empty.With("place", "Rathaus") },
            new("Radwerkstatt", "007"),
        ],
        [new("Musterstadt 2", null, "NW", MunicipalityType.DistrictMunicipality), new("Ein Verband")],
        ApplicationFiles.None, EveryQuestion.Answers);
}
