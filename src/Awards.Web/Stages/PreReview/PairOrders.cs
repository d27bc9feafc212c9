using Awards.Domain.Calls;
using Awards.Domain.PreReview.Assigning;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.PreReview;

/// <summary>The orders of goals as people choose them.</summary>
public static class PairOrders
{
    /// <summary>Stable code of an order: "balance-pairs-mix-affinity".</summary>
    public static string Code(IReadOnlyList<AssignmentGoal> order) => string.Join('-', order).ToLowerInvariant();

    /// <summary>The order of a posted code; null for anything else.</summary>
    public static IReadOnlyList<AssignmentGoal>? Read(string? code) => PairRules.Orders.FirstOrDefault(order => Code(order) == code);

    /// <summary>All orders, in words.</summary>
    public static IReadOnlyList<Choice> Choices(IStringLocalizer<Text> texts) => [.. PairRules.Orders.Select(order => new Choice(Code(order), Words(order, texts)))];

    private static string Words(IReadOnlyList<AssignmentGoal> order, IStringLocalizer<Text> texts)
    {
        string Of(int place) => texts[German(order[place])];
        return order[0] == AssignmentGoal.Balance ? texts["{0}, dann {1}, dann {2}", Of(1), Of(2), Of(3)] : texts["{0} noch vor gleicher Auslastung, dann {1}, dann {2}", Of(0), Of(2), Of(3)];
    }

    private static string German(AssignmentGoal goal) => goal switch
    {
        AssignmentGoal.Balance => /*text*/ "gleiche Auslastung",
        AssignmentGoal.Pairs => /*text*/ "viele verschiedene Paare",
        AssignmentGoal.Mix => /*text*/ "gemischte Gruppen",
        AssignmentGoal.Affinity => /*text*/ "Wünsche der Prüfenden",
        _ => throw new ArgumentOutOfRangeException(nameof(goal), goal, null),
    };
}
