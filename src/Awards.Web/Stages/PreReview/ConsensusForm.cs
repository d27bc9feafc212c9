using Awards.Domain.Calls;
using Awards.Domain.PreReview;
using Awards.Domain.Shared;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.PreReview;

/// <summary>The result of the joint session as one choice: in the group, special category (entry or a single project), or not at all.</summary>
public static class ConsensusForm
{
    private const string InGroup = "group", InSpecial = "special", NotProposed = "none";

    /// <summary>The posted code of a result; null where nothing is settled.</summary>
    public static string? CodeOf(ConsensusResult? settled) => settled is null ? null : settled.ProjectId?.ToString() ?? settled.Outcome switch
    {
        ConsensusOutcome.ProposeInGroup => InGroup,
        ConsensusOutcome.ProposeSpecial => InSpecial,
        _ => NotProposed,
    };

    /// <summary>Reads code and reasons; refused where nothing was chosen.</summary>
    public static Outcome<ConsensusChoice> Read(string? code, string? reasons) => code switch
    {
        InGroup => new ConsensusChoice(ConsensusOutcome.ProposeInGroup, reasons ?? ""),
        InSpecial => new ConsensusChoice(ConsensusOutcome.ProposeSpecial, reasons ?? ""),
        NotProposed => new ConsensusChoice(ConsensusOutcome.DoNotPropose, reasons ?? ""),
        _ => Guid.TryParse(code, out var project)
            ? new ConsensusChoice(ConsensusOutcome.ProposeSpecial, reasons ?? "", project)
            : new Refusal("consensus.without_outcome", "Bitte wählen Sie das Ergebnis der gemeinsamen Sitzung."),
    };

    /// <summary>What can be settled for an entry.</summary>
    public static IReadOnlyList<Choice> Choices(CallDefinition call, EntryText entry, IReadOnlyList<ProjectLine> projects, IStringLocalizer<Text> texts, string language)
    {
        List<Choice> choices = [new(InGroup, texts["In der Gruppe vorschlagen: {0}", call.Group(entry.GroupCode)?.Label.In(language) ?? entry.GroupCode])];
        if (call.AwardGroups.FirstOrDefault(group => group.Special) is { } special)
        {
            var label = special.Label.In(language);
            choices.Add(new(InSpecial, texts["Für „{0}“ vorschlagen: den ganzen Beitrag", label]));
            choices.AddRange(projects.Select(project => new Choice(project.Id.ToString(), texts["Für „{0}“ vorschlagen: Einzelprojekt „{1}“", label, project.Title])));
        }
        choices.Add(new(NotProposed, texts["Nicht vorschlagen"]));
        return choices;
    }
}
