using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Shared;

namespace Awards.Domain.Intake;

/// <summary>The office asks for something that an application lacks, until a date (Nachforderung). The application itself stays as it was handed in.</summary>
public sealed class MissingPieceRequest
{
    /// <summary>Longest question and longest answer, in characters.</summary>
    public const int MaxText = 4000;

    /// <summary>Most files of an answer.</summary>
    public const int MaxFiles = 10;

    private MissingPieceRequest() { }

    public Guid Id { get; private set; }
    public Guid ApplicationId { get; private set; }

    /// <summary>What is asked for; goes to the contact.</summary>
    public string Text { get; private set; } = "";

    /// <summary>First instant that is too late, UTC. An answer after it is taken, and seen to be late.</summary>
    public DateTime Due { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime AskedAt { get; private set; }

    /// <summary>Null for the system.</summary>
    public Guid? AskedBy { get; private set; }

    /// <summary>UTC of the last reminder; null = none went out.</summary>
    public DateTime? RemindedAt { get; private set; }

    public string Answer { get; private set; } = "";

    /// <summary>UTC of the last change of the answer; null = there is none.</summary>
    public DateTime? AnsweredAt { get; private set; }

    public Guid? AnsweredBy { get; private set; }

    /// <summary>UTC; null while it is open.</summary>
    public DateTime? ClosedAt { get; private set; }

    public Guid? ClosedBy { get; private set; }

    /// <summary>What the office noted when it closed it.</summary>
    public string ClosingNote { get; private set; } = "";

    /// <summary>Raised with every change.</summary>
    public int Version { get; private set; }

    /// <summary>Neither answered nor closed.</summary>
    public bool IsWaiting => AnsweredAt is null && ClosedAt is null;

    /// <summary>True when an answer should have come.</summary>
    public bool IsOverdue(DateTime now) => IsWaiting && now >= Due;

    /// <summary>Somebody else changed it since.</summary>
    public static Refusal Stale { get; } = new("piece.stale", "Inzwischen hat sich an dieser Nachforderung etwas geändert. Ihre Eingaben stehen noch hier; bitte sehen Sie nach, was dort jetzt steht.");

    /// <summary>It was closed.</summary>
    public static Refusal Closed { get; } = new("piece.closed", "Diese Nachforderung ist schon erledigt.");

    /// <summary>Asks. Refused unless the application is submitted or admitted, without a text, and for a date that is not in the future.</summary>
    /// <param name="lastDay">The last day on which an answer is in time.</param>
    public static Outcome<MissingPieceRequest> Ask(Application application, string? text, DateOnly? lastDay, WriteContext write)
    {
        if (application.Status is not (ApplicationState.Submitted or ApplicationState.Admitted)) return new Refusal("piece.not_submitted", "Nachgefordert wird nur zu eingereichten und zugelassenen Bewerbungen.");
        var asked = TextRules.Lines(text).Trim();
        if (asked.Length == 0) return new Refusal("piece.without_text", "Bitte schreiben Sie, was fehlt.");
        if (TextRules.Check(asked, MaxText).Refused(out var refusal)) return refusal;
        if (lastDay is not { } day) return new Refusal("piece.without_date", "Bitte geben Sie an, bis wann die Antwort kommen soll.");
        var due = GermanTime.Utc(day.AddDays(1).ToDateTime(TimeOnly.MinValue));
        if (due <= write.When || day > DateOnly.FromDateTime(GermanTime.Local(write.When)).AddYears(1)) return new Refusal("piece.date", "Bitte geben Sie einen Tag in der Zukunft an, höchstens ein Jahr voraus.");
        return new MissingPieceRequest { Id = Guid.CreateVersion7(), ApplicationId = application.Id, Text = asked, Due = due, AskedAt = write.When, AskedBy = write.Who };
    }

    /// <summary>Answers, or replaces the answer. Refused once it is closed, without a text where no file came either, and where it changed since.</summary>
    /// <param name="files">Files of the answer.</param>
    public Outcome<MissingPieceRequest> Reply(string? text, int files, int seenVersion, WriteContext write)
    {
        if (ClosedAt is not null) return Closed;
        if (Version != seenVersion) return Stale;
        var answer = TextRules.Lines(text).Trim();
        if (answer.Length == 0 && files == 0) return new Refusal("piece.empty_answer", "Bitte schreiben Sie eine Antwort, oder laden Sie zuerst die fehlenden Unterlagen hoch.");
        if (TextRules.Check(answer, MaxText).Refused(out var refusal)) return refusal;
        if (AnsweredAt is not null && Answer == answer) return this;
        (Answer, AnsweredAt, AnsweredBy) = (answer, write.When, write.Who);
        return this;
    }

    /// <summary>Notes that the contact is asked again. Refused once it is answered or closed.</summary>
    public Outcome<MissingPieceRequest> Remind(int seenVersion, WriteContext write)
    {
        if (!IsWaiting) return new Refusal("piece.answered", "Diese Nachforderung ist schon beantwortet oder erledigt.");
        if (Version != seenVersion) return Stale;
        RemindedAt = write.When;
        return this;
    }

    /// <summary>Takes question, answer and note out, for good; that it was asked stays.</summary>
    public void EraseContent() => (Text, Answer, ClosingNote) = ("", "", "");

    /// <summary>Closes it, answered or not. Refused where it is closed already.</summary>
    public Outcome<MissingPieceRequest> Close(string? note, int seenVersion, WriteContext write)
    {
        if (ClosedAt is not null) return Closed;
        if (Version != seenVersion) return Stale;
        var said = TextRules.Lines(note).Trim();
        if (TextRules.Check(said, MaxText).Refused(out var refusal)) return refusal;
        (ClosedAt, ClosedBy, ClosingNote) = (write.When, write.Who, said);
        return this;
    }
}

/// <summary>A file that answers a request.</summary>
public sealed class MissingPieceFile
{
    private MissingPieceFile() { }

    public Guid Id { get; private set; }
    public Guid RequestId { get; private set; }

    /// <summary>Id of the stored file.</summary>
    public Guid FileId { get; private set; }

    /// <summary>Adds a file. Refused once the request is closed, and for more than <see cref="MissingPieceRequest.MaxFiles"/>.</summary>
    /// <param name="already">How many there are.</param>
    public static Outcome<MissingPieceFile> Add(MissingPieceRequest request, Guid fileId, int already)
    {
        if (request.ClosedAt is not null) return MissingPieceRequest.Closed;
        if (already >= MissingPieceRequest.MaxFiles) return new Refusal("piece.too_many_files", "Es sind höchstens {0} Dateien möglich.", MissingPieceRequest.MaxFiles);
        return new MissingPieceFile { Id = Guid.CreateVersion7(), RequestId = request.Id, FileId = fileId };
    }
}
