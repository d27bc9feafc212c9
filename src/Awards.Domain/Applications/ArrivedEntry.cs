using Awards.Domain.Calls;
using Awards.Domain.Municipalities;

namespace Awards.Domain.Applications;

/// <summary>An application that was not written on the platform: from a file, by post or mail, or reference data.</summary>
public sealed record ArrivedEntry
{
    public required string ApplicantName { get; init; }
    public required Channel Channel { get; init; }
    public required AnswerSet Answers { get; init; }
    public Guid? MunicipalityId { get; init; }
    public string? State { get; init; }
    public MunicipalityType? Type { get; init; }
    public bool IsJoint { get; init; }
    public bool IsGenerated { get; init; }
    public ApplicationTexts Texts { get; init; } = ApplicationTexts.Empty;
    public IReadOnlyList<Participant> Participants { get; init; } = [];
    public IReadOnlyList<ProjectText> Projects { get; init; } = [];
}
