using System.Text.RegularExpressions;
using Awards.Testing;
using Awards.Web.Data;
using Awards.Web.Platform.Mail;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Awards.Web.Tests.Leaks;

/// <summary>
/// How addresses are made from routes: values for every route parameter, from all objects of the populated call whoever owns them, and
/// some that exist nowhere. A route with a parameter that has no recipe fails.
/// </summary>
internal sealed partial class Recipes
{
    private readonly Dictionary<string, IReadOnlyList<string>> _byName;
    private readonly Dictionary<string, IReadOnlyList<string>> _idsByBeginning;

    private Recipes(Dictionary<string, IReadOnlyList<string>> byName, Dictionary<string, IReadOnlyList<string>> ids) => (_byName, _idsByBeginning) = (byName, ids);

    /// <summary>Routes that the walk leaves out, each with its reason.</summary>
    private static readonly Dictionary<string, string> LeftOut = new()
    {
        ["/ansicht/ende"] = "ends the specimen that looks",
        ["/abmelden"] = "ends the session that looks",
        ["/sprache"] = "changes the language of the walk",
    };

    public static async Task<Recipes> ForAsync(LeakWorld leak)
    {
        var host = leak.Host;
        async Task<IReadOnlyList<string>> Ids(Func<AwardsDbContext, IQueryable<Guid>> set) => [.. (await host.DbAsync(db => set(db).ToListAsync())).Select(id => id.ToString())];
        var (applications, reviews, mails, files) = (await Ids(db => db.Applications.Select(each => each.Id)), await Ids(db => db.Reviews.Select(each => each.Id)),
            await Ids(db => db.Outbox.Select(each => each.Id)), await Ids(db => db.StoredFiles.Select(each => each.Id)));
        // An id of another kind must lead nowhere, too.
        IReadOnlyList<string> wrong = [leak.Entries["Paar"].Id.ToString(), leak.World.Persons[Cast.Lead].ToString()];
        var definition = leak.World.Call.Definition;
        return new(new()
        {
            ["call"] = [World.Slug, World.OtherSlug],
            ["number"] = [.. Enumerable.Range(1, leak.Entries.Count).Select(number => $"{number}")],
            ["section"] = [definition.Questionnaire.Sections[^1].Code, "gibt-es-nicht"],
            ["question"] = [definition.Questionnaire.Questions.Last().Code, "gibt-es-nicht"],
            ["no"] = ["5", "99"],
            ["format"] = ["csv", "json", "xml"],
            ["kind"] = [.. host.Services.GetRequiredService<MailKinds>().All.Select(kind => kind.Code), "gibt-es-nicht"],
            ["language"] = ["de", "en", "fr"],
            ["token"] = ["x", .. await Ids(db => db.Invitations.Select(each => each.Id)), .. await host.DbAsync(db => db.Invitations.Select(each => each.TokenHash).ToListAsync())],
            ["path"] = ["gibt-es-nicht", "institut/gibt-es-nicht/bewerbungen", "appsettings.json", "data/awards.db"],
        }, new()
        {
            ["/kommune/bewerbungen/"] = [.. applications, .. wrong],
            ["/institut/kommunen/einlesen/"] = wrong,
            ["/institut/kommunen/"] = [leak.Municipality.ToString(), .. wrong],
            ["/institut/{call}/bewerbungen/"] = [.. applications, .. wrong],
            ["/institut/{call}/ansprache/listen/"] = [.. await Ids(db => db.ContactLists.Select(each => each.Id)), .. wrong],
            ["/institut/{call}/ansprache/kontakte/"] = [.. await Ids(db => db.Contacts.Select(each => each.Id)), .. wrong],
            ["/institut/{call}/ansprache/aussendungen/"] = [.. await Ids(db => db.Waves.Select(each => each.Id)), .. wrong],
            ["/institut/{call}/anfragen/"] = [.. await Ids(db => db.Enquiries.Select(each => each.Id)), .. wrong],
            ["/institut/{call}/haeufige-fragen/"] = [.. await Ids(db => db.FaqEntries.Select(each => each.Id)), .. wrong],
            ["/institut/{call}/eingaenge/"] = [.. applications, .. wrong],
            ["/institut/{call}/mails/"] = [.. mails, .. wrong],
            ["/institut/{call}/sammelaktion/"] = [.. await Ids(db => db.BulkRuns.Select(each => each.Id)), .. wrong],
            ["/vorpruefung/{call}/kurzgutachten/"] = [.. await Ids(db => db.ShortReports.Select(each => each.Id)), .. wrong],
            ["/institut/{call}/kurzgutachten/"] = [.. await Ids(db => db.ShortReports.Select(each => each.Id)), .. wrong],
            ["/vorpruefung/{call}/sitzungen/"] = [.. await Ids(db => db.ConsensusSessions.Select(each => each.Id)), .. wrong],
            ["/institut/{call}/sitzungen/"] = [.. await Ids(db => db.ConsensusSessions.Select(each => each.Id)), .. wrong],
            ["/vorpruefung/{call}/boegen/"] = [.. reviews, .. wrong],
            ["/dateien/"] = [.. files, .. wrong],
        });
    }

    /// <summary>All routes of a host that can be asked for.</summary>
    public static IEnumerable<RouteEndpoint> Routes(AwardsHost host) => host.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>();

    public static string PathOf(RouteEndpoint route) => "/" + route.RoutePattern.RawText!.TrimStart('/');

    /// <summary>All addresses of all routes.</summary>
    public IReadOnlyList<string> Addresses(AwardsHost host) =>
        [.. Routes(host).Select(PathOf).Where(path => !LeftOut.ContainsKey(path)).Distinct().SelectMany(Addresses).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>All addresses of one route.</summary>
    public IReadOnlyList<string> Addresses(string route)
    {
        IEnumerable<string> addresses = [route];
        foreach (Match parameter in Parameter().Matches(route))
        {
            var name = parameter.Groups["name"].Value;
            var values = name == "id" ? _idsByBeginning.FirstOrDefault(each => route.StartsWith(each.Key, StringComparison.Ordinal)).Value : _byName.GetValueOrDefault(name);
            if (values is null) throw new InvalidOperationException($"{route}: nobody declared a recipe for {parameter.Value}. Add one to {nameof(Recipes)}, see docs/leaks.md.");
            addresses = addresses.SelectMany(address => values.Select(value => address.Replace(parameter.Value, value, StringComparison.Ordinal)));
        }
        return [.. addresses];
    }

    [GeneratedRegex(@"\{\**(?<name>\w+)[^}]*\}")]
    private static partial Regex Parameter();
}
