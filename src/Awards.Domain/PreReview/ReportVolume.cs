using Awards.Domain.Shared;

namespace Awards.Domain.PreReview;

/// <summary>How far the making of a volume is.</summary>
public enum VolumeState { Waiting, Running, Done, Failed }

/// <summary>The jury's volume: all short reports of a call as PDF and DOCX, made by a job and kept with the date of its data.</summary>
public sealed class ReportVolume
{
    private ReportVolume() { }

    public Guid Id { get; private set; }
    public Guid CallId { get; private set; }

    /// <summary>Reports that are not final are in it too, marked as drafts.</summary>
    public bool WithDrafts { get; private set; }

    /// <summary>"de" or "en": language of the labels.</summary>
    public string Language { get; private set; } = "de";

    public VolumeState State { get; private set; }

    /// <summary>Steps done, of <see cref="Steps"/>.</summary>
    public int Step { get; private set; }

    public Guid? OrderedBy { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime OrderedAt { get; private set; }

    /// <summary>UTC instant at which its data were read; null while they were not.</summary>
    public DateTime? DataOf { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? FinishedAt { get; private set; }

    /// <summary>Reports in it.</summary>
    public int Reports { get; private set; }

    public Guid? PdfId { get; private set; }
    public Guid? DocxId { get; private set; }

    /// <summary>Raised with every change.</summary>
    public int Version { get; private set; }

    /// <summary>Data, PDF, DOCX.</summary>
    public const int Steps = 3;

    /// <summary>True while a job has to do with it.</summary>
    public bool IsUnderWay => State is VolumeState.Waiting or VolumeState.Running;

    /// <summary>Orders a volume.</summary>
    public static ReportVolume Order(Guid callId, bool withDrafts, string language, WriteContext write) => new()
    {
        Id = Guid.CreateVersion7(),
        CallId = callId,
        WithDrafts = withDrafts,
        Language = language,
        OrderedBy = write.Who,
        OrderedAt = write.When,
    };

    /// <summary>A job begins with it; also again, after one that broke off.</summary>
    public void Begin() => (State, Step) = (VolumeState.Running, 0);

    /// <summary>Its data are read.</summary>
    public void Read(int reports, DateTime now) => (Reports, DataOf, Step) = (reports, now, 1);

    /// <summary>A file of it is made.</summary>
    public void Advance() => Step++;

    /// <summary>Both files are kept.</summary>
    public void Finish(Guid pdf, Guid docx, DateTime now) => (State, Step, PdfId, DocxId, FinishedAt) = (VolumeState.Done, Steps, pdf, docx, now);

    /// <summary>It could not be made; the log says why.</summary>
    public void Fail(DateTime now) => (State, FinishedAt) = (VolumeState.Failed, now);
}
