using Awards.Domain.Calls;
using Awards.Domain.Shared;

namespace Awards.Domain.Applications;

/// <summary>A file that answers a question of an application. The answer itself holds the file's id too.</summary>
public sealed class AnswerFile
{
    private AnswerFile() { }

    public Guid Id { get; private set; }
    public Guid ApplicationId { get; private set; }

    /// <summary>Id of the stored file.</summary>
    public Guid FileId { get; private set; }

    /// <summary>Code of the question.</summary>
    public string Question { get; private set; } = "";

    /// <summary>The file is gone: somebody else removed it.</summary>
    public static readonly Refusal Gone = new("answer.file_gone", "Diese Datei gibt es nicht mehr. Wahrscheinlich hat sie schon jemand entfernt.");

    /// <summary>A stored file as part of an answer.</summary>
    public static AnswerFile Add(Guid applicationId, FileQuestion question, Guid fileId) =>
        new() { Id = Guid.CreateVersion7(), ApplicationId = applicationId, FileId = fileId, Question = question.Code };
}
