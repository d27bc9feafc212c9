using Awards.Documents;
using Awards.Domain.Intake;
using Awards.Domain.Municipalities;
using Awards.Domain.Shared;
using Awards.Web.Platform.Documents;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Intake;

/// <summary>The pictures of the figures.</summary>
public sealed class FigureCharts(DrawnCharts charts)
{
    public const string ByType = "typ", ByState = "land", States = "karte", Days = "eingang";

    /// <summary>All kinds.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [ByType, ByState, States, Days];

    /// <summary>A picture; null for a kind that there is not, and where there is nothing to show.</summary>
    public async Task<DrawnChart?> DrawAsync(string kind, IntakeFigures figures, IStringLocalizer<Text> texts, CancellationToken cancellationToken)
    {
        if (kind == States)
        {
            var map = new StateMapModel(TitleOf(kind, texts), RequestContext.Language, [.. figures.Participation.ByState.Where(line => line.Key is not null).Select(line => new StateValue(line.Key!, FederalStates.Name(line.Key), line.Applications))]);
            return await charts.DrawAsync(map, cancellationToken);
        }
        var chart = kind switch
        {
            ByType => Shares(kind, figures.Participation.ByType.Select(line => (line.Key is { } type ? texts[type.German()].Value : texts["keine Angabe"].Value, line.Applications, line.Population)), figures.Participation, texts),
            ByState => Shares(kind, figures.Participation.ByState.Select(line => (line.Key is { } state ? FederalStates.Name(state) : texts["keine Angabe"].Value, line.Applications, line.Population)), figures.Participation, texts),
            Days when figures.Arrivals.Spans.Count > 0 => new ChartModel
            {
                Kind = "columns",
                Title = TitleOf(kind, texts),
                Language = RequestContext.Language,
                Categories = [.. figures.Arrivals.Spans.Select(span => GermanTime.Day(span.From, RequestContext.Language))],
                Series = [.. figures.Arrivals.Channels.Select((channel, at) => new ChartSeries(texts[IntakeWords.Of(channel)], [.. figures.Arrivals.Spans.Select(span => (double)span.Counts[at])]))],
                Stacked = true,
            },
            _ => null,
        };
        return chart is null ? null : await charts.DrawAsync(chart, cancellationToken);
    }

    /// <summary>What a picture shows, translated; its text alternative names the table beside it.</summary>
    public static string TitleOf(string kind, IStringLocalizer<Text> texts) => kind switch
    {
        ByType => texts["Anteil der Kommunentypen an den Bewerbungen und an der Bevölkerung"],
        ByState => texts["Anteil der Länder an den Bewerbungen und an der Bevölkerung"],
        States => texts["Bewerbungen nach Ländern auf der Karte"],
        _ => texts["Eingang nach Tagen und Wegen"],
    };

    private static ChartModel Shares(string kind, IEnumerable<(string Name, int Applications, long? Population)> lines, Participation all, IStringLocalizer<Text> texts)
    {
        var list = lines.ToList();
        var series = new List<ChartSeries> { new(texts["Anteil an den Bewerbungen"], [.. list.Select(line => Rounded(Participation.Share(line.Applications, all.Total.Applications)))]) };
        if (all.HasRegister) series.Add(new(texts["Anteil an der Bevölkerung"], [.. list.Select(line => Rounded(Participation.Share(line.Population, all.Total.Population)))]));
        return new() { Kind = "bars", Title = TitleOf(kind, texts), Language = RequestContext.Language, Unit = "%", Categories = list.ConvertAll(line => line.Name), Series = series };
    }

    private static double Rounded(double? share) => Math.Round(share ?? 0, 1, MidpointRounding.AwayFromZero);
}
