using System.Globalization;
using Awards.Documents;
using Awards.Domain.PreReview.Scores;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.PreReview;

/// <summary>The pictures of the scores.</summary>
public static class ScoreCharts
{
    public const string ByGroup = "gruppen", ByType = "kommunentypen", Pairs = "paare";

    /// <summary>All kinds.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [ByGroup, ByType, Pairs];

    /// <summary>A picture; null for a kind that there is not, and where there is nothing to show.</summary>
    public static ChartModel? Of(string kind, CallScores scores, IStringLocalizer<Text> texts) => kind switch
    {
        ByGroup => Slices(kind, scores.Report.Groups, scores, texts),
        ByType => Slices(kind, scores.Report.Types, scores, texts),
        Pairs when scores.Report is { SameVotes: { } same, OtherVotes: { } other } => Columns(kind, same.Spans, [new(texts["gleiches Votum"], Values(same)), new(texts["verschiedene Voten"], Values(other))], texts, stacked: true),
        _ => null,
    };

    /// <summary>What a picture shows, translated; its text alternative names the table beside it.</summary>
    public static string TitleOf(string kind, IStringLocalizer<Text> texts) => kind switch
    {
        ByGroup => texts["Beiträge nach Punkten und Prämierungsgruppen"],
        ByType => texts["Beiträge nach Punkten und Kommunentypen"],
        _ => texts["Paare nach dem Unterschied ihrer Punkte"],
    };

    /// <summary>"0,5 bis 1".</summary>
    public static string NameOf(Span span, IStringLocalizer<Text> texts) => texts["{0} bis {1}", span.From.ToString("0.##", CultureInfo.CurrentCulture), span.To.ToString("0.##", CultureInfo.CurrentCulture)];

    private static ChartModel? Slices(string kind, IReadOnlyList<ScoreSlice> slices, CallScores scores, IStringLocalizer<Text> texts)
    {
        var shown = slices.Where(slice => slice.Spread is not null).ToList();
        return shown.Count == 0 ? null : Columns(kind, shown[0].Spread!.Spans, shown.ConvertAll(slice => new ChartSeries(scores.NameOf(slice, texts), Values(slice.Spread!))), texts, stacked: false);
    }

    private static ChartModel Columns(string kind, IReadOnlyList<Span> spans, IReadOnlyList<ChartSeries> series, IStringLocalizer<Text> texts, bool stacked) => new()
    {
        Kind = "columns",
        Title = TitleOf(kind, texts),
        Language = RequestContext.Language,
        Categories = [.. spans.Select(span => NameOf(span, texts))],
        Series = series,
        Stacked = stacked,
    };

    private static IReadOnlyList<double> Values(Histogram histogram) => [.. histogram.Counts.Select(count => (double)count)];
}
