using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Shared;

namespace Awards.Domain.Intake;

/// <summary>What the program can tell about an application by itself, beyond what it holds.</summary>
public sealed record FormalFacts
{
    /// <summary>Kind of applicant; null where nothing tells it.</summary>
    public ApplicantKind? Kind { get; init; }

    /// <summary>UTC; what counts for the deadline where it is not the submission (a postmark).</summary>
    public DateTime? CountsFrom { get; init; }

    /// <summary>How many other applications look like this one and are not marked as wanted.</summary>
    public int Twins { get; init; }
}

/// <summary>How much a finding weighs.</summary>
public enum FindingSeverity
{
    /// <summary>Pointed out.</summary>
    Notice,

    /// <summary>Against the rules of the call: keeps an application from being admitted until it is accepted with a reason.</summary>
    Blocking,
}

/// <summary>Something the program noticed.</summary>
/// <param name="Code">Stable; with a point, unlike the codes of a call's list.</param>
/// <param name="Name">In two or three words.</param>
/// <param name="Sentence">What was noticed; the key of its translation with its values.</param>
public sealed record Finding(string Code, FindingSeverity Severity, LocalizedText Name, Refusal Sentence);

/// <summary>What is noticed without anybody looking.</summary>
public static class FormalFindings
{
    public const string Late = "finding.late", Kind = "finding.kind", Projects = "finding.projects", Incomplete = "finding.incomplete",
        Length = "finding.length", NoMunicipality = "finding.municipality", Twin = "finding.twin";

    /// <summary>All findings, the weightiest first. The contact person's fields do not count for <see cref="Incomplete"/>: not everybody may know them.</summary>
    public static IReadOnlyList<Finding> Of(Application application, Call call, FormalFacts facts) =>
        [.. All(application, call, facts).OrderByDescending(finding => finding.Severity)];

    /// <summary>True for what arrived at or after the first instant that was too late; never where the call has no deadline, nor in the time granted after an outage.</summary>
    public static bool IsLate(DateTime? arrived, Call call) =>
        arrived is { } at && call.Phase(PhaseKind.Application) is { Until: { } until } phase && at >= until && call.Definition.Grace?.Covers(phase, at) != true;

    /// <summary>What an application lacks, contact person aside; what is too long is not looked at.</summary>
    public static IReadOnlyList<MissingItem> Missing(Application application, CallDefinition call) =>
        [.. ApplicationRules.Missing(application, call).Where(item => item.Fault is null && item.Code is not (nameof(ApplicationTexts.ContactName) or nameof(ApplicationTexts.ContactMail)))];

    private static IEnumerable<Finding> All(Application application, Call call, FormalFacts facts)
    {
        var definition = call.Definition;
        if (IsLate(facts.CountsFrom ?? application.SubmittedAt, call))
            yield return new(Late, FindingSeverity.Blocking, new("nach Ablauf der Frist", "after the deadline"), new("finding.late", "Die Bewerbung ging am {0} ein, die Frist endete am {1}.",
                Shown.DateAndTime((facts.CountsFrom ?? application.SubmittedAt)!.Value), Shown.Deadline(call.Phase(PhaseKind.Application)!.Until!.Value)));
        if (facts.Kind is { } kind && definition.MayEnter is { Count: > 0 } allowed && !allowed.Contains(kind))
            yield return new(Kind, FindingSeverity.Blocking, new("nicht teilnahmeberechtigt", "not entitled to enter"), new("finding.kind", "Diese Art von Bewerber kann nach der Ausschreibung nicht teilnehmen."));
        if (application.Projects.Count > definition.MaxSingleProjects)
            yield return new(Projects, FindingSeverity.Blocking, new("zu viele Einzelprojekte", "too many single projects"),
                new("finding.projects", "Die Bewerbung beschreibt {0} Einzelprojekte, vorgesehen sind höchstens {1}. Bei einer Zulassung werden alle übernommen.", application.Projects.Count, definition.MaxSingleProjects));
        if (Missing(application, definition).Count is > 0 and var missing)
            yield return new(Incomplete, FindingSeverity.Notice, new("Pflichtangaben fehlen", "required answers are missing"), new("finding.incomplete", "Pflichtangaben, die fehlen: {0}.", missing));
        foreach (var fault in ApplicationRules.Missing(application, definition).Select(item => item.Fault).OfType<Refusal>().Concat(application.Files.Text is { } text ? ApplicationFiles.Warnings(text, definition.PageRules()) : []).Take(1))
            yield return new(Length, FindingSeverity.Notice, new("Umfang oder Form des Textes", "length or form of the text"), fault);
        if (application.MunicipalityId is null)
            yield return new(NoMunicipality, FindingSeverity.Notice, new("keine Kommune", "no municipality"), new("finding.municipality", "Mit der Bewerbung ist keine Kommune des Verzeichnisses verbunden."));
        if (facts.Twins > 0)
            yield return new(Twin, FindingSeverity.Notice, new("mögliche Dublette", "possible duplicate"), new("finding.twin", "Ähnliche Bewerbungen: {0}.", facts.Twins));
    }
}
