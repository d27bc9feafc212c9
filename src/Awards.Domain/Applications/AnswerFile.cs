using Awards.Domain.Calls;
using Awards.Domain.Shared;

namespace Awards.Domain.Applications;

/// <summary>A file that was sent with an application: as its text, as an attachment, or as the answer to a question. What names it holds the file's id too.</summary>
public sealed class AnswerFile
{
    private AnswerFile() { }

    public Guid Id { get; private set; }
    public Guid ApplicationId { get; private set; }

    /// <summary>Id of the stored file.</summary>
    public Guid FileId { get; private set; }

    /// <summary>Code of the question; for text and attachments one of <see cref="ApplicationFiles"/>.</summary>
    public string Question { get; private set; } = "";

    /// <summary>The file is gone: somebody else removed it.</summary>
    public static readonly Refusal Gone = new("answer.file_gone", "Diese Datei gibt es nicht mehr. Wahrscheinlich hat sie schon jemand entfernt.");

    /// <summary>A stored file as part of an answer.</summary>
    public static AnswerFile Add(Guid applicationId, FileQuestion question, Guid fileId) => Add(applicationId, question.Code, fileId);

    /// <summary>A stored file as text or attachment.</summary>
    /// <param name="code">One of the codes of <see cref="ApplicationFiles"/>.</param>
    public static AnswerFile Add(Guid applicationId, string code, Guid fileId) =>
        new() { Id = Guid.CreateVersion7(), ApplicationId = applicationId, FileId = fileId, Question = code };

    /// <summary>It is the text or an attachment, and not the answer to a question.</summary>
    public bool IsText => Question[0] == '@';

    /// <summary>True while the application still holds it.</summary>
    public bool IsHeld(Application application) => IsText ? application.Files.All().Any(file => file.FileId == FileId)
        : FileQuestion.Ids(application.Answers[Question]).Contains(FileId);
}
