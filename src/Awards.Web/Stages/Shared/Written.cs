using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Intake;

namespace Awards.Web.Stages.Shared;

/// <summary>What an applicant wrote, apart from the questionnaire and the contact person, for the partial _Written.</summary>
public sealed record Written(CallDefinition Call, string Summary, string Description, string Contribution, Novelty? Novelty, string Focus, string ThirdParties, string Embedding,
    IReadOnlyList<Participant> Participants, ApplicationFiles Files, IReadOnlyList<ProjectText> Projects)
{
    /// <summary>Of an application, as it stands.</summary>
    public static Written Of(Application application, CallDefinition call) => new(call, application.Texts.Summary, application.Texts.Description, application.Texts.Contribution, application.Texts.Novelty,
        application.Texts.Focus, application.Texts.ThirdParties, application.Texts.Embedding, application.Participants, application.Files, application.ProjectTexts());

    /// <summary>Of an entry, as of admission.</summary>
    public static Written Of(Entry entry, CallDefinition call) => new(call, entry.Summary, entry.Description, entry.Contribution, entry.Novelty, entry.Focus, entry.ThirdParties, entry.Embedding,
        entry.Participants, entry.Files, [.. entry.Projects.OrderBy(project => project.Position).Select(project => new ProjectText(project.Title, project.Description) { Fields = project.Fields })]);
}
