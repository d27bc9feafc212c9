using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Shared;

namespace Awards.Domain.Outreach;

/// <summary>What a wave is: the first word, or one that follows.</summary>
public enum WaveKind { First, Reminder }

/// <summary>Who of a list gets a wave. Whoever unsubscribed or cannot be reached never does.</summary>
public enum WaveAudience { Everybody, NotWritten, WithoutLetter, WithoutApplication }

/// <summary>Where a wave stands.</summary>
public enum WaveState { Draft, Planned, Running, Paused, Done, Stopped }

/// <summary>One mailing of a call to a list of contacts.</summary>
public sealed class Wave
{
    /// <summary>Most files that go with it.</summary>
    public const int MostFiles = 5;

    /// <summary>What all its files may have together, in bytes: mail servers refuse more.</summary>
    public const long MaxFileBytes = 8 * 1024 * 1024;

    private Wave() { }

    public Guid Id { get; private set; }
    public Guid CallId { get; private set; }

    /// <summary>Null when the list was deleted since.</summary>
    public Guid? ListId { get; private set; }

    /// <summary>For the office only.</summary>
    public string Name { get; private set; } = "";

    public WaveKind Kind { get; private set; }
    public WaveAudience Audience { get; private set; }
    public string SubjectDe { get; private set; } = "";
    public string TextDe { get; private set; } = "";

    /// <summary>Empty = the German one is sent in English too.</summary>
    public string SubjectEn { get; private set; } = "";

    public string TextEn { get; private set; } = "";
    public WaveState State { get; private set; }

    /// <summary>UTC; not before. Null = at once.</summary>
    public DateTime? PlannedFor { get; private set; }

    /// <summary>UTC; null before.</summary>
    public DateTime? StartedAt { get; private set; }

    /// <summary>UTC instant at which all were written, or it was stopped.</summary>
    public DateTime? FinishedAt { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>Raised with every change; a page posts the one it showed.</summary>
    public int Version { get; private set; }

    /// <summary>It is gone: somebody else deleted it.</summary>
    public static readonly Refusal Gone = new("outreach.wave_gone", "Diese Aussendung gibt es nicht mehr.");

    /// <summary>Nothing about it may change any more.</summary>
    public static readonly Refusal Begun = new("outreach.wave_begun", "Die Aussendung ist schon geplant oder begonnen. Ihr Text und ihre Anlagen ändern sich nicht mehr.");

    /// <summary>A draft. Refused without a name.</summary>
    public static Outcome<Wave> Make(Guid callId, WaveText text, DateTime now)
    {
        if (text.Refusal() is { } refusal) return refusal;
        var wave = new Wave { Id = Guid.CreateVersion7(), CallId = callId, CreatedAt = now };
        wave.Take(text);
        return wave;
    }

    /// <summary>Subject and text in a language.</summary>
    public (string Subject, string Text) Wording(string language) => language == "en" && TextEn.Length > 0 ? (SubjectEn, TextEn) : (SubjectDe, TextDe);

    /// <summary>Replaces everything. Refused once it is planned, and when somebody else changed it since.</summary>
    public Outcome<Wave> Change(WaveText text, int seenVersion)
    {
        if (State != WaveState.Draft) return Begun;
        if (Version != seenVersion) return ApplicationRules.Stale;
        if (text.Refusal() is { } refusal) return refusal;
        Take(text);
        return this;
    }

    /// <summary>Lets it go out, at once or not before an instant. Refused unless it is a draft with a list, a subject and a text, and for an instant that is past.</summary>
    /// <param name="addresses">Contacts of its list that have an address.</param>
    public Outcome<Wave> Release(DateTime? plannedFor, int addresses, int seenVersion, DateTime now)
    {
        if (State != WaveState.Draft) return Begun;
        if (Version != seenVersion) return ApplicationRules.Stale;
        if (ListId is null) return new Refusal("outreach.wave_without_list", "Bitte wählen Sie zuerst eine Kontaktliste.");
        if (SubjectDe.Length == 0 || TextDe.Length == 0) return new Refusal("outreach.wave_without_text", "Bitte speichern Sie zuerst Betreff und Text auf Deutsch.");
        if (addresses == 0) return new Refusal("outreach.wave_without_addresses", "In der Liste steht noch keine einzige Mailadresse.");
        if (plannedFor is { } at && at <= now) return new Refusal("outreach.planned_past", "Dieser Zeitpunkt ist vorbei. Bitte geben Sie einen späteren an oder lassen Sie das Feld leer.");
        (State, PlannedFor, StartedAt) = plannedFor is null ? (WaveState.Running, null, now) : (WaveState.Planned, plannedFor, (DateTime?)null);
        return this;
    }

    /// <summary>Begins what is due; to be called by the job.</summary>
    public void Begin(DateTime now)
    {
        if (State == WaveState.Planned && PlannedFor <= now) (State, StartedAt) = (WaveState.Running, now);
    }

    /// <summary>Interrupts it. Refused unless it runs or is planned.</summary>
    public Outcome<Wave> Pause()
    {
        if (State is not (WaveState.Running or WaveState.Planned)) return new Refusal("outreach.wave_not_running", "Die Aussendung läuft nicht.");
        State = WaveState.Paused;
        return this;
    }

    /// <summary>Goes on, at once. Refused unless it is interrupted.</summary>
    public Outcome<Wave> Resume(DateTime now)
    {
        if (State != WaveState.Paused) return new Refusal("outreach.wave_not_paused", "Die Aussendung ist nicht angehalten.");
        (State, StartedAt) = (WaveState.Running, StartedAt ?? now);
        return this;
    }

    /// <summary>Ends it for good; what was written stays written. Refused for a draft and for what is over.</summary>
    public Outcome<Wave> Stop(DateTime now)
    {
        if (State is not (WaveState.Running or WaveState.Planned or WaveState.Paused)) return new Refusal("outreach.wave_over", "Die Aussendung ist schon beendet oder noch nicht begonnen.");
        (State, FinishedAt) = (WaveState.Stopped, now);
        return this;
    }

    /// <summary>All contacts were decided about; to be called by the job.</summary>
    public void Finish(DateTime now)
    {
        if (State == WaveState.Running) (State, FinishedAt) = (WaveState.Done, now);
    }

    private void Take(WaveText text)
    {
        (Name, ListId, Kind, Audience) = (text.Name, text.ListId, text.Kind, text.Audience);
        (SubjectDe, TextDe, SubjectEn, TextEn) = (text.SubjectDe, text.TextDe, text.SubjectEn, text.TextEn);
    }
}
