using Awards.Domain.Calls;
using Awards.Domain.Municipalities;
using Awards.Domain.Shared;

namespace Awards.Domain.Applications;

/// <summary>A municipality that takes part in a joint application, beside the one that leads it.</summary>
/// <param name="Name">As it is shown.</param>
/// <param name="MunicipalityId">The one of the register; null where it was typed.</param>
/// <param name="State">Federal state, two-letter code; null where unknown.</param>
/// <param name="Type">Legal status; null where unknown.</param>
public sealed record Participant(string Name, Guid? MunicipalityId = null, string? State = null, MunicipalityType? Type = null)
{
    /// <summary>Most participants of one application.</summary>
    public const int Most = 50;

    /// <summary>One of the register.</summary>
    public static Participant Of(Municipality municipality) => new(municipality.Name, municipality.Id, municipality.State, municipality.Type);

    /// <summary>Why a list cannot be kept, or null: a name is missing or unfit, somebody stands in it twice, or there are too many.</summary>
    public static Refusal? RefusalOf(IReadOnlyList<Participant> list, Guid? lead = null)
    {
        if (list.Count > Most) return new("participants.too_many", "Es sind höchstens {0} beteiligte Kommunen möglich.", Most);
        foreach (var each in list)
        {
            if (string.IsNullOrWhiteSpace(each.Name)) return new("participants.without_name", "Bitte nennen Sie die beteiligte Kommune.");
            if (TextRules.Check(each.Name, Municipality.MaxName).Refused(out var unfit)) return unfit;
            if (each.MunicipalityId is { } id && id == lead) return new("participants.lead", "„{0}“ führt die Bewerbung und muss nicht noch einmal genannt werden.", TextRules.Excerpt(each.Name));
        }
        var twice = list.GroupBy(each => each.MunicipalityId?.ToString() ?? SortKey.Of(each.Name)).FirstOrDefault(group => group.Count() > 1);
        return twice is null ? null : new("participants.twice", "„{0}“ steht schon in der Liste.", TextRules.Excerpt(twice.First().Name));
    }
}
