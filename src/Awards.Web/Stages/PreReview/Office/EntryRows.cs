using System.Globalization;
using System.Text.Encodings.Web;
using Awards.Domain.Calls;
using Awards.Domain.Municipalities;
using Awards.Domain.PreReview;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.PreReview.Office;

/// <summary>
/// The body of the list of entries, written straight to the answer. In the page's own markup each cell would be a piece in a buffer,
/// four thousand of them for 142 entries, and the buffers cost more than everything else of the page.
/// </summary>
public sealed class EntryRows(IReadOnlyList<EntryLine> lines, CallDefinition call, string address, string score, string spread, string rank, IStringLocalizer<Text> texts) : IHtmlContent
{
    private readonly Dictionary<MunicipalityType, string> _types = MunicipalityTypes.All.ToDictionary(type => type, type => texts[type.German()].Value);
    private readonly Dictionary<string, string> _groups = call.AwardGroups.ToDictionary(group => group.Code, group => group.Label.In(RequestContext.Language));
    private readonly Dictionary<Vote, string> _votes = Enum.GetValues<Vote>().ToDictionary(vote => vote, vote => texts[PreReviewWords.Of(vote)].Value);
    private readonly Dictionary<string, string> _states = [];

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        foreach (var line in lines)
        {
            void Cell(string text, string before)
            {
                writer.Write(before);
                encoder.Encode(writer, text);
            }
            Cell(call.EntryNumber(line.Number), "<tr><td>");
            Cell(address + line.Number.ToString(CultureInfo.InvariantCulture), "</td><th scope=\"row\"><a href=\"");
            Cell(line.Name, "\">");
            Cell(line.Title, "</a></th><td>");
            Cell(_types[line.Type], "</td><td>");
            Cell(_groups.GetValueOrDefault(line.GroupCode, line.GroupCode), "</td><td>");
            Cell(State(line.Pair), "</td><td>");
            Cell(score, "</td><td class=\"number\" data-label=\"");
            Cell(EntriesModel.Figure(line.Pair.Score), "\">");
            Cell(spread, "</td><td class=\"number\" data-label=\"");
            Cell(EntriesModel.Figure(line.Pair.Spread), "\">");
            Cell(rank, "</td><td class=\"number\" data-label=\"");
            Cell(line.Rank?.ToString(CultureInfo.InvariantCulture) ?? "–", "\">");
            Cell(line.Pair.IsUnsealed ? $"{_votes[line.Pair.Votes[0]]} / {_votes[line.Pair.Votes[1]]}" : "–", "</td><td>");
            writer.Write("</td></tr>\n");
        }
    }

    private string State(PairResult pair)
    {
        var word = PreReviewWords.Of(pair);
        if (!_states.TryGetValue(word, out var shown)) _states[word] = shown = texts[word].Value;
        return shown;
    }
}
