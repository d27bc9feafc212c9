using Awards.Domain.PreReview;
using Awards.Domain.PreReview.Scores;
using Awards.Domain.PreReview.Scores.Agreement;
using Awards.Web.Platform.Localisation;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.PreReview;

/// <summary>A table of scores as a file: headings are codes, figures have six decimals and are empty where there are none.</summary>
/// <param name="Code">Word in its address.</param>
/// <param name="Name">What it is called.</param>
public sealed record ScoreTable(string Code, string Name, IReadOnlyList<string> Headings, IReadOnlyList<IReadOnlyList<object?>> Rows);

/// <summary>The tables of scores for files.</summary>
public static class ScoreTables
{
    private static readonly string[] Figures = ["mean", "deviation", "least", "lower_quartile", "median", "upper_quartile", "most"];

    /// <summary>Codes of all tables with their German names.</summary>
    public static IReadOnlyList<(string Code, string Name)> All { get; } =
    [
        ("rangfolge", /*text*/ "Rangfolge"), ("verteilung", /*text*/ "Verteilung der Punkte"), ("kriterien", /*text*/ "Kriterien"),
        ("uebereinstimmung", /*text*/ "Übereinstimmung der Paare"), ("pruefende", /*text*/ "Prüfende"),
    ];

    /// <summary>All tables in their order.</summary>
    public static IReadOnlyList<ScoreTable> Of(CallScores scores, IStringLocalizer<Text> texts)
    {
        var items = scores.Call.EntrySheet.Items;
        (string[] Headings, IEnumerable<object?[]> Rows)[] tables =
        [
            (["number", "name", "title", "type", "group", "rank", "score", "normalised", "spread", "vote_1", "vote_2", "rated", "not_assessable", .. items.Select(item => item.Criterion)],
                scores.Report.Ranking.Select(ranked => Ranked(ranked, scores, texts))),
            (["by", "code", "label", "entries", "counted", .. Figures, "diverging_votes", .. Enum.GetValues<Vote>().SelectMany(vote => new[] { $"{Code(vote)}_reviews", $"{Code(vote)}_mean" })],
                Slices(scores).Select(each => (object?[])[each.By, each.Slice.Code, scores.NameOf(each.Slice, texts), each.Slice.Entries, each.Slice.Unsealed, .. Of(each.Slice.Scores), each.Slice.Counts ? each.Slice.Diverging : null,
                    .. Enum.GetValues<Vote>().SelectMany(vote => OfVote(each.Slice, vote))])),
            (["by", "code", "label", "criterion", "criterion_label", "weight", "rated", "not_assessable", .. Figures, .. Enumerable.Range(scores.Call.EntrySheet.Min, scores.Call.EntrySheet.Max - scores.Call.EntrySheet.Min + 1).Select(point => FormattableString.Invariant($"points_{point}"))],
                Slices(scores).SelectMany(each => each.Slice.Criteria.Select(line => (object?[])[each.By, each.Slice.Code, scores.NameOf(each.Slice, texts), line.Item.Criterion, scores.Criterion(line.Item.Criterion), line.Item.WeightTenths / 10m,
                    line.Rated, line.Abstained, .. Of(line.Points), .. line.Counts.Cast<object?>()]))),
            (["by", "code", "label", "measure", "value", "n", "why_not"],
                [.. Slices(scores).SelectMany(each => Measures(each.Slice.Agreement).Select(measure => Line(each.By, each.Slice.Code, scores.NameOf(each.Slice, texts), measure.Code, measure.Value, texts))),
                    .. scores.Report.Criteria.SelectMany(line => Measures(line).Select(measure => Line("criterion", line.Criterion, scores.Criterion(line.Criterion), measure.Code, measure.Value, texts)))]),
            (["reviewer", "reviews", "mean", "deviation", "severity", "pairs", "normalised", "why_not"],
                scores.Report.Reviewers.Select(each => (object?[])[scores.Reviewers[each.ReviewerId], each.Reviews, Figure(each.Scores?.Mean), Figure(each.Scores?.Deviation), Figure(each.Severity.Value), each.Severity.N,
                    each.Unnormalised is null ? "yes" : "no", Why(each.Unnormalised, texts)])),
        ];
        return [.. tables.Zip(All, (table, known) => new ScoreTable(known.Code, texts[known.Name], table.Headings, [.. table.Rows]))];
    }

    private static object?[] Ranked(RankedEntry ranked, CallScores scores, IStringLocalizer<Text> texts)
    {
        var (entry, name) = (ranked.Entry, scores.Entries[ranked.Entry.Id]);
        return [scores.Call.EntryNumber(entry.Number), name.Name, name.Title, Domain.Municipalities.MunicipalityTypes.Code(entry.Type), entry.GroupCode, ranked.Rank, Figure(entry.Score), Figure(ranked.Normalised), Figure(entry.Spread),
            texts[PreReviewWords.Of(entry.First.Vote)].Value, texts[PreReviewWords.Of(entry.Second.Vote)].Value, ranked.Rated, ranked.Abstained, .. entry.Criteria(scores.Call.EntrySheet).Select(pair => Figure(pair.Mean))];
    }

    private static IEnumerable<(string By, ScoreSlice Slice)> Slices(CallScores scores) =>
        [.. scores.Report.Groups.Select(slice => ("group", slice)), .. scores.Report.Types.Select(slice => ("type", slice)), ("all", scores.Report.All)];

    private static IEnumerable<object?> Of(Summary? summary) =>
        [Figure(summary?.Mean), Figure(summary?.Deviation), Figure(summary?.Least), Figure(summary?.Lower), Figure(summary?.Median), Figure(summary?.Upper), Figure(summary?.Most)];

    private static object?[] OfVote(ScoreSlice slice, Vote vote) => slice.Votes.FirstOrDefault(each => each.Vote == vote) is { } found ? [found.Reviews, Figure(found.Scores?.Mean)] : [null, null];

    private static IEnumerable<(string Code, Measured Value)> Measures(PairAgreement each) =>
    [
        ("votes_same", each.Same), ("votes_kappa", each.Kappa), ("votes_cohen", each.Cohen), ("votes_alpha_nominal", each.VoteAlpha),
        ("scores_alpha_ordinal", each.Ordinal), ("scores_alpha_interval", each.Interval), ("scores_icc_1_1", each.Correlation.OfOne), ("scores_icc_1_2", each.Correlation.OfMean),
    ];

    private static IEnumerable<(string Code, Measured Value)> Measures(CriterionAgreement each) =>
    [
        ("points_same", each.Same), ("points_alpha_nominal", each.Nominal), ("points_alpha_ordinal", each.Ordinal), ("points_alpha_interval", each.Interval),
        ("points_icc_1_1", each.Correlation.OfOne), ("points_icc_1_2", each.Correlation.OfMean),
    ];

    private static object?[] Line(string by, string code, string label, string measure, Measured value, IStringLocalizer<Text> texts) => [by, code, label, measure, Figure(value.Value), value.N, Why(value.Why, texts)];

    private static string Why(Lacking? why, IStringLocalizer<Text> texts) => why is { } reason ? texts[PreReviewWords.Of(reason)] : "";

    private static string Code(Vote vote) => vote switch { Vote.Suitable => "suitable", Vote.NotSuitable => "not_suitable", _ => "suitable_for_special" };

    private static decimal? Figure(double? value) => value is { } figure ? Math.Round((decimal)figure, 6) : null;
}
